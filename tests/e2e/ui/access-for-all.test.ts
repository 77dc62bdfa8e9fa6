/**
 * Every state of the extension's own pages, in each language, in both themes, and as narrow and as large as they get. Chromium is looked at
 * in all of them: how wide words are, and what axe finds, does not depend on the browser. What may, its own controls and how it breaks lines,
 * is seen in Firefox with the longest words and with those that run from the right, and by axe once on each page.
 */
import { readFileSync } from 'node:fs';
import type { Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patience } from '../../../browser-driver/patience.ts';
import { direction } from '../../../src/locale/texts.ts';
import { type Language, languages } from '../../../src/settings/types.ts';
import { axeFinds } from '../support/axe.ts';
import { browserNames, inFront, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { openCard } from '../support/real-card.ts';
import { workerHolds } from '../support/worker-holds.ts';
import { besides, fill, forgetSettings, give, kept, press } from './parts.ts';
import { textPdf } from './pdf-files.ts';

declare const browser: typeof import('webextension-polyfill');

/** CSS pixels. */
const narrow = { width: 320, height: 640 };
/** CSS pixels before it is enlarged to twice the size. */
const enlarged = { width: 680, height: 700 };
const usual = { width: 800, height: 700 };

type Theme = 'light' | 'dark';
/** Words as long as they get, and from the right to the left. */
const hardest: readonly Language[] = ['de', 'ar'];
/** What axe looks at depends on theme and direction, not on the language: that no text is missing is a rule of its own. */
const themeOf = (language: Language): Theme => (language === 'ar' ? 'dark' : 'light');

/** Puts an open page into a language and a theme, as the options do, and waits until it has followed. */
async function wear(page: Page, language: Language, theme: Theme): Promise<void> {
  await page.evaluate((items) => browser.storage.local.set(items), { 'set.language': language, 'set.theme': theme });
  await page.waitForFunction(
    (wanted) => {
      const { lang, dir, dataset } = document.documentElement;
      return wanted === [lang, dir, dataset.theme].join();
    },
    {},
    [language, direction(language), theme].join(),
  );
  // What shows itself only after a paint has its turn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** What sticks out at the side or is cut off: the reader never scrolls sideways. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const scrolls = element.closest('pre, .unseen, .file, table');
        // Names in the chart of a dispute are shortened on purpose: the table under it has them whole.
        const shortened = element.closest('.strip');
        if (scrolls || shortened || !element.checkVisibility() || right <= left) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const cut =
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
        return cut || right > width + 1 || left < -1;
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
  });
}

/** What is still found when a page that has put on another language or size has come to rest. */
async function lasting(look: () => Promise<string[]>): Promise<string[]> {
  for (const end = Date.now() + patience; ; ) {
    const found = await look();
    if (found.length === 0 || Date.now() > end) return found;
  }
}

/** Ends when the page knows of it. */
async function resize(page: Page, size: Viewport): Promise<void> {
  await page.setViewport(size);
  await page.waitForFunction((width) => innerWidth === width, { polling: 50 }, size.width);
}

/** The browser's own zoom, as its menu sets it. */
const zoom = (page: Page, factor: number) =>
  page.evaluate(async (wanted) => {
    const tab = await browser.tabs.getCurrent();
    await browser.tabs.setZoom(tab.id!, wanted);
  }, factor);

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let article: string;
  beforeAll(async () => {
    session = await sharedBrowser(name);
    site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
    article = `${site.origin}/sample.html`;
    const helper = await session.control();
    await helper.evaluate(() => browser.storage.local.set({ 'set.muted.fatwa': true, 'set.site.a.example': 'off' }));
  });
  afterAll(async () => {
    if (session) await forgetSettings(session);
    await session?.close();
    await site?.close();
  });

  const thorough = name === 'chromium';
  const looks: readonly Language[] = [thorough ? 'en' : 'de', 'ar'];

  /**
   * Nothing sticks out or is cut off: narrow in each language, enlarged, which is no narrower, in the hardest. A page that changes its
   * language reads and draws all of itself, so each is put on once for all that is looked at in it.
   */
  async function check(page: Page, first?: 'first'): Promise<void> {
    await inFront(page);
    const found: Record<string, string[]> = {};
    for (const language of thorough ? languages : hardest) {
      await wear(page, language, themeOf(language));
      await resize(page, narrow);
      found[`narrow, ${language}`] = await lasting(() => misfits(page));
      if (hardest.includes(language)) {
        await page.setViewport(enlarged);
        await zoom(page, 2);
        await page.waitForFunction((width) => innerWidth <= width / 2, { polling: 50 }, enlarged.width);
        found[`enlarged, ${language}`] = await lasting(() => misfits(page));
        await zoom(page, 1);
      }
      await resize(page, usual);
      if (looks.includes(language) && (thorough || first))
        found[`axe, ${language}`] = await lasting(() => axeFinds(page));
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((where) => [where, []])));
  }

  /** For what differs from a state that was checked in all sizes by a word or a line. */
  async function checkAccess(page: Page): Promise<void> {
    if (!thorough) return;
    await inFront(page);
    for (const language of looks) {
      await wear(page, language, themeOf(language));
      expect([language, await lasting(() => axeFinds(page))]).toEqual([language, []]);
    }
  }

  test('the popup: list, results, no results, an entry', async () => {
    const { own: popup, page } = await besides(session, 'popup', article);
    await popup.waitForSelector('.mentions .name');
    await check(popup, 'first');
    await press(popup, '.legend-fold summary');
    await checkAccess(popup);
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
    await press(popup, '.entity-view .mute');
    await popup.waitForSelector('.said .undo');
    if (thorough) expect(await lasting(() => axeFinds(popup))).toEqual([]);
    await press(popup, '.said .undo');
    await popup.close();
    await page.close();
  });

  test('the popup with nothing to say', async () => {
    const popup = await session.openExtensionPage('popup.html?tab=999999');
    await popup.waitForSelector('.why');
    await check(popup);
    await popup.close();
  });

  test('the panel: the list that follows, and an entry beside it', async () => {
    const { own: panel, page } = await besides(session, 'sidepanel', article);
    await panel.waitForSelector('.following .name');
    await check(panel, 'first');
    await press(panel, '.following .name');
    await panel.waitForSelector('article.entity');
    await check(panel);
    await panel.close();
    await page.close();
  });

  // The debugger protocol of Chromium can say that the system forces its colours; Firefox has to be started so.
  test.runIf(name === 'chromium')(
    'where the system forces its colours, what is pressed, found and in view can still be told apart',
    async () => {
      const { own: panel, page } = await besides(session, 'sidepanel', article);
      const client = await panel.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await panel.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
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

  test('the options, all unfolded, with something on the shelf', async () => {
    const control = await session.control();
    await control.evaluate(() => browser.storage.local.set({ 'set.shelf': true }));
    await workerHolds(control, { shelf: true });
    const page = await session.open(article);
    await openCard(page, 'Human Rights Watch');
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#packs li');
    await expect.poll(() => kept(options)).toHaveLength(1);
    await page.close();
    await options.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    await check(options, 'first');
    // The shelf outlives the settings.
    await press(options, '#shelf .ask');
    await press(options, '#shelf .clear');
    await options.waitForFunction(() => !document.querySelector('#shelf .rows li'), { polling: 50 });
    await options.close();
  });

  test('the welcome and reader page, and what it says of files', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.waitForSelector('article.text p');
    await check(reader, 'first');
    await give(reader, 'file.pdf', 'no PDF');
    await reader.waitForSelector('[role=alert]');
    await checkAccess(reader);
    await give(reader, 'report.pdf', textPdf([['Findings', '', 'Maryam Rajavi spoke.'], ['The end.']]));
    await reader.waitForSelector('article.text .page');
    await checkAccess(reader);
    await reader.close();
  });
});
