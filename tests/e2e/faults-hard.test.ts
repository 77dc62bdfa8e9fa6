/** The clock and the order of changes, in Chromium alone: not tried in Firefox. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { askPage, browserNames, type Session, type Site, serve, startBrowser } from './harness.ts';
import { expectMarks } from './marks.ts';

declare const browser: typeof import('webextension-polyfill');

const person = 'Maryam Rajavi';
const hour = 3_600_000;

describe.runIf(browserNames.includes('chromium'))('in chromium', () => {
  let session: Session;
  let site: Site;
  let control: Page;
  let url: string;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await serve({
      '/favicon.ico': { body: '', type: 'image/x-icon' },
      '/short.html': `<!doctype html><meta charset=utf-8><title>Short</title><p>${person} spoke.</p>`,
    });
    url = `${site.origin}/short.html`;
    session = await startBrowser('chromium');
    control = await session.control();
  });
  afterEach(async () => {
    errors.length = 0;
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
    await control.evaluate(() => browser.storage.local.clear());
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function visit(): Promise<Page> {
    const page = await session.tab();
    page.on('pageerror', (error) => errors.push(String(error)));
    // What begins with our name is said in the build of these tests alone.
    page.on(
      'console',
      (message) => message.type() === 'error' && !message.text().startsWith('sidelight') && errors.push(message.text()),
    );
    await page.goto(url);
    return page;
  }

  const store = (items: Record<string, unknown>) =>
    control.evaluate((given) => browser.storage.local.set(given), items);

  test('a pause ends by itself, and a clock that is set back does not make it longer', async () => {
    const page = await visit();
    await expectMarks(page, [person]);
    await store({ 'set.pausedUntil': Date.now() + 4000 });
    await expectMarks(page, []);
    await expectMarks(page, [person], 20_000);
    // As it stands in storage when the clock was put back by a day after "pause for an hour".
    await store({ 'set.pausedUntil': Date.now() + 25 * hour });
    await store({ 'set.theme': 'dark' });
    expect((await askPage(control, url, 'page/report', {}))?.state).toBe('done');
    await expectMarks(page, [person]);
    // Forward by a day: the pause is over.
    await store({ 'set.pausedUntil': Date.now() - 23 * hour });
    await expectMarks(page, [person]);
    expect(errors).toEqual([]);
  });

  test('of many quick changes the last one holds, on every open page', async () => {
    const pages = [await visit(), await visit(), await visit()];
    for (let turn = 0; turn < 20; turn++) {
      await store({ 'set.show': turn % 2 ? 'all' : 'section', 'set.pausedUntil': turn % 3 ? 0 : Date.now() + hour });
    }
    await store({ 'set.pausedUntil': Date.now() + hour });
    for (const page of pages) {
      await page.bringToFront();
      await expectMarks(page, []);
    }
    await store({ 'set.pausedUntil': 0 });
    for (const page of pages) {
      await page.bringToFront();
      await expectMarks(page, [person]);
    }
    expect(errors).toEqual([]);
  });
});
