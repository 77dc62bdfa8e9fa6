/** Every state of the extension's own pages, in both directions of writing and both themes, as narrow as they get. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type Session, type Site, serve, startBrowser } from './harness.ts';
import { besides, fill, press } from './ui-parts.ts';

declare const browser: typeof import('webextension-polyfill');

/** CSS pixels. */
const narrow = { width: 320, height: 640 };

async function expectAccessible(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(axe.source);
  const problems = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 400)}`,
    );
  });
  expect(problems).toEqual([]);
}

/** Nothing sticks out at the side: the reader never scrolls sideways. */
async function expectToFit(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const scrolls = element.closest('pre, .unseen, .file, table');
        return !scrolls && element.checkVisibility() && right > left && (right > width + 1 || left < -1);
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
  });
  expect(tooWide).toEqual([]);
}

async function check(page: Page): Promise<void> {
  await page.setViewport({ width: 800, height: 700 });
  await expectAccessible(page);
  await page.setViewport(narrow);
  await expectToFit(page);
}

describe.each(browserNames)('in %s', (name) => {
  describe.each([
    ['en', 'light'],
    ['de', 'dark'],
    ['fa', 'light'],
    ['ar', 'dark'],
  ])('in %s and %s', (language, theme) => {
    let session: Session;
    let site: Site;
    beforeAll(async () => {
      session = await startBrowser(name);
      site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
      const helper = await session.openExtensionPage('options.html');
      await helper.evaluate(
        (choice) =>
          browser.storage.local.set({
            'set.language': choice[0],
            'set.theme': choice[1],
            'set.muted.fatwa': true,
            'set.site.a.example': 'off',
          }),
        [language, theme],
      );
      await helper.close();
    });
    afterAll(async () => {
      await session?.close();
      await site?.close();
    });

    test('the popup: list, results, no results, an entry', async () => {
      const { own: popup } = await besides(session, 'popup', `${site.origin}/sample.html`);
      await popup.waitForSelector('.mentions .name');
      expect(await popup.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        language,
        ['fa', 'ar'].includes(language) ? 'rtl' : 'ltr',
      ]);
      await check(popup);
      await fill(popup, 'input[type=search]', 'khomei');
      await popup.waitForSelector('.hits button');
      await check(popup);
      await fill(popup, 'input[type=search]', 'qqqqqqqq');
      await popup.waitForFunction(() => !document.querySelector('.hits button'), { polling: 50 });
      await check(popup);
      await fill(popup, 'input[type=search]', '1988 executions');
      await popup.waitForSelector('.hits button');
      await press(popup, '.hits button');
      await popup.waitForSelector('article.entity');
      await check(popup);
    });

    test('the popup with nothing to say', async () => {
      const popup = await session.openExtensionPage('popup.html?tab=999999');
      await popup.waitForSelector('.why');
      await check(popup);
    });

    test('the panel', async () => {
      const { own: panel } = await besides(session, 'sidepanel', `${site.origin}/sample.html`);
      await panel.waitForSelector('.following .name');
      await check(panel);
      await press(panel, '.following .name');
      await panel.waitForSelector('article.entity');
      await check(panel);
    });

    test('the options, all unfolded', async () => {
      const options = await session.openExtensionPage('options.html');
      await options.waitForSelector('#packs li');
      await options.$$eval('details', (all) => {
        for (const each of all) each.open = true;
      });
      await check(options);
    });

    test('the welcome and reader page', async () => {
      const reader = await session.openExtensionPage('reader.html');
      await reader.waitForSelector('article.text p');
      await check(reader);
    });
  });
});
