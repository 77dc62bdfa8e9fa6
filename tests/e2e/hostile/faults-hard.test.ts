/** Faults that only Chromium lets a test bring about: the clock, the moment at which a worker ends, the extension turned off. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, inFront, type Session, type Site, serve, startBrowser } from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { until } from '../support/until.ts';

declare const browser: typeof import('webextension-polyfill');

const person = 'Maryam Rajavi';
const second = 'Javaid Rehman';
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
      '/two.html': `<!doctype html><meta charset=utf-8><title>Two</title><p>${person} spoke.</p><p>${second} wrote.</p>`,
    });
    url = `${site.origin}/short.html`;
    session = await startBrowser('chromium');
    control = await session.control();
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
    // Only now: a page that is still there may say something.
    errors.length = 0;
    await control.evaluate(() => browser.storage.local.clear());
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function visit(address = url): Promise<Page> {
    const page = await session.tab();
    page.on('pageerror', (error) => errors.push(String(error)));
    // What begins with our name is said in the build of these tests alone.
    page.on(
      'console',
      (message) => message.type() === 'error' && !message.text().startsWith('sidelight') && errors.push(message.text()),
    );
    await page.goto(address);
    return page;
  }

  const store = (items: Record<string, unknown>) =>
    control.evaluate((given) => browser.storage.local.set(given), items);

  test('a pause ends by itself, and a clock that is set back does not make it longer', async () => {
    const page = await visit(`${site.origin}/two.html`);
    await expectMarks(page, [person, second]);
    // The short pause begins when the long one was seen: on a busy machine it might be over before anybody looks.
    await store({ 'set.pausedUntil': Date.now() + hour });
    await expectMarks(page, []);
    await store({ 'set.pausedUntil': Date.now() + 4000 });
    await expectMarks(page, [person, second]);
    // As it stands in storage when the clock was put back by a day after "pause for an hour".
    await store({ 'set.pausedUntil': Date.now() + 25 * hour });
    // What was stored after it holds, so it was heard: it is no pause.
    await store({ 'set.muted.javaid-rehman': true });
    await expectMarks(page, [person]);
    // Forward by a day: the pause is over.
    await store({ 'set.pausedUntil': Date.now() - 23 * hour });
    await store({ 'set.muted.javaid-rehman': false });
    await expectMarks(page, [person, second]);
    expect(errors).toEqual([]);
  });

  test('of many quick changes the last one holds, on every open page', async () => {
    const pages = [await visit(), await visit(), await visit()];
    for (let turn = 0; turn < 20; turn++) {
      await store({ 'set.show': turn % 2 ? 'all' : 'section', 'set.pausedUntil': turn % 3 ? 0 : Date.now() + hour });
    }
    await store({ 'set.pausedUntil': Date.now() + hour });
    for (const page of pages) {
      await inFront(page);
      await expectMarks(page, []);
    }
    await store({ 'set.pausedUntil': 0 });
    for (const page of pages) {
      await inFront(page);
      await expectMarks(page, [person]);
    }
    expect(errors).toEqual([]);
  });

  test('a worker that ends at any moment of a reading loses nothing', async () => {
    // Not as the debugger ends them: Chromium may leave one that it attaches to while it starts at "starting" for a minute.
    const workers = await control.createCDPSession();
    await workers.send('ServiceWorker.enable');
    // ms after which it ends: a page is read in less than the last of them.
    for (let after = 0; after <= 300; after += 50) {
      const page = await session.tab();
      const loaded = page.goto(url);
      await pause(after);
      await workers.send('ServiceWorker.stopAllWorkers');
      await loaded;
      await expectMarks(page, [person]);
      await page.close();
    }
  });

  test.each(['hello', 'annotate'])('a page whose "%s" the worker swallows asks again', async (question) => {
    // It runs once it has answered.
    await control.evaluate(() => browser.runtime.sendMessage({ sidelight: 'packs', request: {} }));
    const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = (await target.worker())!;
    await worker.evaluate((name) => {
      const { hasOwn } = Object;
      const { resolve } = Promise;
      // A listener looks for a handler and begins the promise of its answer: the first of this name never goes on.
      Object.hasOwn = (handlers, key) => {
        const found = hasOwn(handlers, key);
        if (!found || key !== name) return found;
        Object.hasOwn = hasOwn;
        Promise.resolve = () => {
          Promise.resolve = resolve;
          (globalThis as { swallowed?: unknown }).swallowed = key;
          return new Promise<never>(() => undefined);
        };
        return found;
      };
    }, question);
    const page = await visit();
    await expectMarks(page, [person]);
    expect(await worker.evaluate(() => (globalThis as { swallowed?: unknown }).swallowed)).toBe(question);
    expect(errors).toEqual([]);
  });

  test('an extension that is turned off leaves open pages, and works again when it is turned on', async () => {
    await store({ 'set.show': 'all' });
    const page = await visit();
    await expectMarks(page, [person]);
    const settings = await session.browser.newPage();
    await settings.goto('chrome://extensions');
    const turn = (on: boolean) =>
      settings.evaluate(
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own page has interfaces of its own
        (id, enabled) => (globalThis as any).chrome.management.setEnabled(id, enabled),
        new URL(session.extensionUrl('')).hostname,
        on,
      );
    await turn(false);
    await inFront(page);
    await expectMarks(page, []);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await turn(true);
    await inFront(page);
    // Chromium says that it is on before its scripts are registered; no event tells when they are.
    await until(() => page.reload().then(() => expectMarks(page, [person], 3000)));
    expect(errors).toEqual([]);
    // The page that the tests speak through went with it.
    control = await session.openExtensionPage('options.html');
    expect(await control.evaluate(() => browser.storage.local.get('set.show'))).toEqual({ 'set.show': 'all' });
  });
});
