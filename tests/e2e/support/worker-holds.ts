import type { Page } from 'puppeteer-core';
import type { PageConfig } from '../../../src/messages/protocol.ts';
import { explained } from './explain.ts';
import { until } from './until.ts';

declare const browser: typeof import('webextension-polyfill');

/** What a test looks at of what holds on a page. */
interface Held extends Partial<Omit<PageConfig, 'settings'>> {
  settings?: Partial<PageConfig['settings']>;
}

/**
 * Waits until the worker tells pages what was stored before. Storage is written before it hears of it, and a page that is opened in between
 * would be told what held earlier first.
 *
 * @param control one of the extension's own pages
 */
export function workerHolds(control: Page, { settings, ...others }: Held): Promise<void> {
  return until(async () => {
    const held = await control.evaluate(async () => {
      const answer = await browser.runtime.sendMessage({ sidelight: 'hello', request: { host: '127.0.0.1' } });
      return (answer as { reply: PageConfig }).reply;
    });
    for (const [where, wanted] of [[held, others] as const, [held.settings, settings ?? {}] as const]) {
      const found = Object.keys(wanted).map((key) => [key, where[key as never]]);
      const [is, expected] = [found, Object.entries(wanted)].map((entries) => JSON.stringify(entries));
      if (is !== expected) throw new Error(`Expected the worker to hold ${expected}; it holds ${is}.`);
    }
  }).catch((error) => explained(control, error));
}
