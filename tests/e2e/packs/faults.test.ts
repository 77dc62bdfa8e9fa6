/** Pulling the plug in real browsers; every step of the database is failed in src/own-packs/faults.test.ts. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { patience } from '../../../browser-driver/patience.ts';
import { browserNames, type Session, sharedBrowser } from '../support/harness.ts';
import { waitForText } from '../ui/parts.ts';
import { longSheet, longTable } from './files.ts';
import { accept, bring, forgetPacks } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

const rows = 20_000;
const sheet = await longSheet(rows);

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    // Firefox ends a background that is idle for 30 s; here sooner than a slow machine has read the file.
    session = await sharedBrowser(name, 'e2e', { 'extensions.background.idle.timeout': 8000 });
  });
  afterEach(() => forgetPacks(session));
  afterAll(() => session?.close());

  test('an import goes on when its page is closed, and is there when the page is opened again', async () => {
    const first = await session.openExtensionPage('options.html');
    await bring(first, 'long.csv', longTable(rows));
    await first.waitForSelector('.job.reading');
    await first.close();
    const second = await session.openExtensionPage('options.html');
    await second.waitForSelector('.job.ready', { timeout: 2 * patience });
    expect(await second.$eval('.preview [role=status]', (part) => part.textContent)).toContain('20,000 entries');
    await accept(second);
    await second.close();
  });

  // Firefox gives no way to end its background from outside; the short patience above ends it.
  test.runIf(name === 'chromium')(
    'an import whose page is closed and whose service worker is ended is there when a page is opened again',
    async () => {
      const page = await session.openExtensionPage('options.html');
      await bring(page, 'other.csv', longTable(rows));
      await page.waitForSelector('.job.reading');
      await page.close();
      // What the system does when memory is short.
      const worker = await session.browser.waitForTarget((target) => target.type() === 'service_worker');
      const control = await session.browser.target().createCDPSession();
      const targetId = (worker as unknown as { _targetId: string })._targetId;
      await control.send('Target.closeTarget', { targetId });
      const again = await session.openExtensionPage('options.html');
      await again.waitForSelector('.job.ready', { timeout: 2 * patience });
      await waitForText(again, '20,000 entries', '.preview');
      await again.close();
    },
  );

  test.each([
    ['third.csv', longTable(rows)],
    // Its library is a script that a service worker may load only because it loaded it when it was installed.
    ['third.xlsx', sheet],
  ])(
    '%s goes on in the background without any page of ours, and pages are answered meanwhile',
    async (file, content) => {
      const reader = await session.openExtensionPage('popup.html');
      const page = await session.openExtensionPage('options.html');
      // The welcome page would read it too; the popup only looks.
      // One that was closed is still listed in Firefox, and does not answer.
      for (const other of await session.browser.pages())
        if ((await other.evaluate(() => location.pathname).catch(() => '')) === '/reader.html') await other.close();
      // The first answer takes the index of all names, which is made for it.
      await reader.evaluate(() =>
        browser.runtime.sendMessage({ sidelight: 'search', request: { query: 'united nations', limit: 5 } }),
      );
      await bring(page, file, content);
      await page.waitForSelector('.job.reading');
      await page.close();
      const state = await reader.evaluate(async (name) => {
        const database = await new Promise<IDBDatabase>((done) => {
          const open = indexedDB.open('sidelight.packs');
          open.onsuccess = () => done(open.result);
        });
        const job = () =>
          new Promise<{ state: string } | undefined>((done) => {
            const all = database.transaction('jobs').objectStore('jobs').getAll();
            all.onsuccess = () => done(all.result.find((each) => each.name === name));
          });
        let answers = 0;
        for (;;) {
          const now = await job();
          if (now?.state !== 'reading') {
            database.close();
            return { state: now?.state, answers };
          }
          await browser.runtime.sendMessage({ sidelight: 'search', request: { query: 'united nations', limit: 5 } });
          answers++;
        }
      }, file);
      expect(state).toEqual({ state: 'ready', answers: expect.any(Number) });
      expect(state.answers).toBeGreaterThan(1);
      await reader.close();
    },
  );
});
