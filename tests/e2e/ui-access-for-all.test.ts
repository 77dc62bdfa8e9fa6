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
/** CSS pixels before it is enlarged to twice the size. */
const enlarged = { width: 680, height: 700 };

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

/** Nothing sticks out at the side, and nothing is cut off: the reader never scrolls sideways. */
async function expectToFit(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const scrolls = element.closest('pre, .unseen, .file, table');
        if (scrolls || !element.checkVisibility() || right <= left) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const cut =
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
        return cut || right > width + 1 || left < -1;
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
  await page.setViewport(enlarged);
  await zoom(page, 2);
  await page.waitForFunction((width) => innerWidth <= width / 2, { polling: 50 }, enlarged.width);
  await expectToFit(page);
  await zoom(page, 1);
}

/** The browser's own zoom, as its menu sets it. */
const zoom = (page: Page, factor: number) =>
  page.evaluate(async (wanted) => {
    const tab = await browser.tabs.getCurrent();
    await browser.tabs.setZoom(tab.id!, wanted);
  }, factor);

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

    // The debugger protocol of Chromium can say that the system forces its colours; Firefox has to be started so.
    test.runIf(name === 'chromium' && theme === 'light')(
      'where the system forces its colours, what is pressed, found and in view can still be told apart',
      async () => {
        const { own: panel, page } = await besides(session, 'sidepanel', `${site.origin}/sample.html`);
        const client = await panel.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
        expect(await panel.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
        const style = (selector: string, property: string) =>
          panel.$eval(selector, (element, wanted) => getComputedStyle(element).getPropertyValue(wanted), property);
        await panel.waitForSelector('.following [aria-current]');
        expect(await style('.following [aria-current]', 'border-inline-start-color')).not.toBe(
          await style('.following li:not([aria-current])', 'border-inline-start-color'),
        );
        const released = await style('.pause', 'background-color');
        await press(panel, '.pause');
        await panel.waitForSelector('.pause[aria-pressed=true]');
        expect(await style('.pause', 'background-color')).not.toBe(released);
        expect(await style('.pause', 'color')).not.toBe(await style('.pause', 'background-color'));
        await press(panel, '.pause');
        await panel.waitForSelector('.pause[aria-pressed=false]');
        await fill(panel, 'input[type=search]', 'khomei');
        await panel.waitForSelector('.hits mark');
        expect(await style('.hits mark', 'text-decoration-line')).toBe('underline');
        await panel.close();
        await page.close();
      },
    );

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
