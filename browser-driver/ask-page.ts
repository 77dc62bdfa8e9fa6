import type { Page } from 'puppeteer-core';
import type { Messages, PageReport } from '../src/messages/protocol.ts';
import { patience } from './patience.ts';

/**
 * Speaks to the content script of the tab on `url`, as the popup does.
 * @param control one of the extension's own pages
 * @param within ms: a page that is loaded anew meanwhile may never answer
 * @returns the answer, or `undefined` while nobody is there to give one
 */
export function askPage<Name extends keyof Messages & `page/${string}`>(
  control: Page,
  url: string,
  name: Name,
  request: Messages[Name]['request'],
  within: number = patience,
): Promise<Messages[Name]['reply'] | undefined> {
  return control.evaluate(
    async (wanted, message, ms) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { tabs } = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tab = (await tabs.query({})).find((one: { url?: string }) => one.url?.startsWith(wanted));
      if (!tab) return;
      const answer = tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => undefined);
      const tooLate = new Promise<undefined>((done) => setTimeout(done, ms));
      return (await Promise.race([answer, tooLate]))?.reply;
    },
    url,
    { sidelight: name, request },
    within,
  );
}

/** What is on the page, once it has been read to its end. @throws {Error} after `within` ms */
export async function pageReport(control: Page, url: string, within: number = patience): Promise<PageReport> {
  const end = Date.now() + within;
  let last: PageReport | undefined;
  while (Date.now() < end) {
    last = await askPage(control, url, 'page/report', {}, 10_000);
    if (last?.state === 'done') return last;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(
    `Expected ${url} to be read within ${within / 1000} s; found the state ${last?.state ?? 'not running'}.`,
  );
}
