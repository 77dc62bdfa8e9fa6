/** What goes wrong around the extension, in both browsers: nothing is lost, and no word of it stands in a page's console. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { endWorker } from '../support/end-worker.ts';
import { browserNames, inFront, pageReport, type Session, type Site, serve, startBrowser } from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { isolated, marked, openCard, waitForHosts } from '../support/real-card.ts';

declare const browser: typeof import('webextension-polyfill');

const person = 'Maryam Rajavi';

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;
  let url: string;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await serve({
      '/favicon.ico': { body: '', type: 'image/x-icon' },
      '/article.html': readFileSync('public/sample.html', 'utf8'),
      '/short.html': `<!doctype html><meta charset=utf-8><title>Seventeen oaks</title><p>${person} spoke.</p>`,
    });
    url = `${site.origin}/short.html`;
    // Firefox ends a background that has been idle this long (ms); Chromium's is ended by the test.
    session = await startBrowser(name, { preferences: { 'extensions.background.idle.timeout': 300 } });
    control = await session.control();
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
    // Only now: a page that is still there may say something.
    errors.length = 0;
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function visit(address: string): Promise<Page> {
    const page = await session.tab();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(address);
    return page;
  }

  test('a worker that is ended again and again loses nothing', async () => {
    await control.evaluate(() => browser.storage.local.set({ 'set.badge': true }));
    for (let round = 0; round < 2; round++) {
      await endWorker(session);
      const page = await visit(url);
      await expectMarks(page, [person]);
      await endWorker(session);
      await openCard(page, person);
      await page.keyboard.press('Escape');
      await waitForHosts(page, 0);
      await page.evaluate(() => document.body.append('Javaid Rehman wrote.'));
      await expectMarks(page, [person, 'Javaid Rehman']);
      await page.close();
    }
    expect(await control.evaluate(() => browser.storage.local.get('set.badge'))).toEqual({ 'set.badge': true });
    expect(errors).toEqual([]);
  });

  test('stored settings that are garbage are passed over, and pages are read', async () => {
    await control.evaluate(() =>
      browser.storage.local.set({
        'set.version': -3,
        'set.dwell': 'soon',
        'set.kinds': [null, 'robots'],
        'set.show': { toString: 1 },
        'set.site.': 'off',
        'set.muted.x': { deep: [1, 2, 3] },
        'set.pausedUntil': 'for ever',
        'sync.base': 7,
      }),
    );
    await endWorker(session);
    const page = await visit(url);
    await expectMarks(page, [person]);
    await openCard(page, person);
    expect(errors).toEqual([]);
    await control.evaluate(() => browser.storage.local.clear());
  });

  test('after reading and looking up, nothing about the page is stored', async () => {
    const page = await visit(url);
    await openCard(page, person);
    await pageReport(control, url);
    const kept = await control.evaluate(async () => {
      const { local, session: short, sync } = browser.storage;
      const stored = await Promise.all([local.get(null), short.get(null), sync.get(null)]);
      return JSON.stringify(stored) + JSON.stringify({ ...localStorage }) + document.cookie;
    });
    for (const trace of [site.origin, '127.0.0.1', 'short.html', 'Seventeen oaks', person, 'maryam-rajavi'])
      expect(kept).not.toContain(trace);
  });

  // Firefox ends the scripts of an extension together with it, timers and all: its marks stay painted, and answer nothing, until the page is left.
  test.runIf(name === 'chromium')(
    'an extension that is removed takes its marks off open pages, without a word in their consoles',
    async () => {
      const page = await visit(url);
      const other = await visit(`${site.origin}/article.html`);
      for (const each of [other, page]) {
        await inFront(each);
        await marked(each);
      }
      const [id] = [...(await session.browser.extensions()).keys()];
      await session.browser.uninstallExtension(id!);
      for (const each of [other, page]) {
        await inFront(each);
        await expect
          .poll(() => isolated(each).evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]))
          .toEqual([0, 0]);
        await each.mouse.move(100, 100);
      }
      expect(errors).toEqual([]);
    },
  );
});
