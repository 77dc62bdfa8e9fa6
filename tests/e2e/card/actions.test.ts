/** What the reader can do from a card, in the whole extension: each is one gesture, and holds as long as it says. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askPage,
  browserNames,
  inClosedShadow,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  startBrowser,
} from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { placeInCard } from '../support/real-card.ts';
import { workerHolds } from '../support/worker-holds.ts';

declare const browser: typeof import('webextension-polyfill');

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<p>Ebrahim Raisi was elected in 2021.</p><p>Ruhollah Khomeini died in 1989.</p><p>Maryam Rajavi spoke in Paris.</p>`;
const raisi = 'Ebrahim Raisi';
const khomeini = 'Ruhollah Khomeini';
const rajavi = 'Maryam Rajavi';

describe.each(browserNames)('from a card in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;
  /** A tab is spoken to by its address, so each has its own. */
  let url: string;
  let pages = 0;
  beforeAll(async () => {
    site = await serve({ '/news.html': html });
    // The reader's system is dark: in Firefox by a preference, in Chromium by what a test asks for.
    session = await startBrowser(name, { preferences: { 'layout.css.prefers-color-scheme.content-override': 0 } });
    control = await session.control();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function openNews(): Promise<Page> {
    url = `${site.origin}/news.html?${++pages}.`;
    const page = await session.open(url);
    await inFront(page);
    await pageReport(control, url);
    await inFront(page);
    return page;
  }

  async function openCard(page: Page, words: string): Promise<void> {
    const { mentions } = await pageReport(control, url);
    const index = mentions.findIndex(({ text }) => text === words);
    expect(await askPage(control, url, 'page/jump', { index })).toBe(true);
    expect(await askPage(control, url, 'page/command', { command: 'open' })).toBe(true);
    await expect.poll(() => inClosedShadow(page, (root) => root.querySelector('h2')?.textContent)).toBe(words);
  }

  /** A real click on what carries `label` in the card. */
  async function clickOn(page: Page, label: string): Promise<void> {
    const { x, y } = await placeInCard(page, 'button, summary', label);
    await page.mouse.click(x, y);
  }

  test('a name that is not meant on this page is marked on others', async () => {
    const page = await openNews();
    await expectMarks(page, [raisi, khomeini, rajavi]);
    await openCard(page, raisi);
    await clickOn(page, 'About this card');
    await clickOn(page, `${raisi} is not meant on this page`);
    await expectMarks(page, [khomeini, rajavi]);
    await clickOn(page, 'Undo');
    await page.waitForSelector('div[popover=manual]', { hidden: true });
    await expectMarks(page, [raisi, khomeini, rajavi]);
    await openCard(page, raisi);
    await clickOn(page, 'About this card');
    await clickOn(page, `${raisi} is not meant on this page`);
    await expectMarks(page, [khomeini, rajavi]);
    await page.close();
    const other = await openNews();
    await expectMarks(other, [raisi, khomeini, rajavi]);
    await other.close();
  });

  test('a name that is silenced is marked on no page any more, until that is taken back', async () => {
    const page = await openNews();
    await openCard(page, khomeini);
    await clickOn(page, 'About this card');
    await clickOn(page, `Stop marking ${khomeini} until this entry changes`);
    await expectMarks(page, [raisi, rajavi]);
    await page.close();
    const other = await openNews();
    await expectMarks(other, [raisi, rajavi]);
    await openCard(other, rajavi);
    await clickOn(other, 'About this card');
    await clickOn(other, `Never mark ${rajavi}`);
    await expectMarks(other, [raisi]);
    await clickOn(other, 'Undo');
    await other.waitForSelector('div[popover=manual]', { hidden: true });
    await expectMarks(other, [raisi, rajavi]);
    await openCard(other, rajavi);
    await clickOn(other, 'About this card');
    await clickOn(other, `Never mark ${rajavi}`);
    await expectMarks(other, [raisi]);
    await other.close();
  });

  test('a citation is put on the clipboard, and the card says so', async () => {
    const page = await openNews();
    await openCard(page, raisi);
    await clickOn(page, 'More');
    await clickOn(page, 'Copy citation');
    await clickOn(page, 'BibTeX');
    await expect
      .poll(() => inClosedShadow(page, (root) => root.querySelector('[role=status]')?.textContent))
      .toBe('Copied');
    await page.close();
  });

  test('the card is as dark as the reader wants, and without a wish as the system', async () => {
    const ground = async (page: Page) => {
      await openCard(page, raisi);
      const found = await inClosedShadow(page, (root) => {
        const card = root.querySelector('[role=dialog]')!;
        return [getComputedStyle(card).backgroundColor, getComputedStyle(root.querySelector('h2')!).color];
      });
      await page.keyboard.press('Escape');
      return found;
    };
    const white = ['rgb(255, 255, 255)', 'rgb(27, 29, 33)'];
    const black = ['rgb(31, 33, 37)', 'rgb(236, 236, 238)'];
    const page = await session.browser.newPage();
    url = `${site.origin}/news.html?${++pages}.`;
    await page.goto(url);
    for (const system of ['dark', 'light'] as const) {
      // Firefox has no such command; the shared one, whose system is light, opens light cards in the other tests.
      if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: system }]);
      else if (system === 'light') continue;
      for (const theme of ['auto', 'light', 'dark'] as const) {
        await control.evaluate((wanted) => browser.storage.local.set({ 'set.theme': wanted }), theme);
        await workerHolds(control, { settings: { theme } });
        await page.reload();
        await inFront(page);
        const dark = theme === 'dark' || (theme === 'auto' && system === 'dark');
        expect([system, theme, await ground(page)]).toEqual([system, theme, dark ? black : white]);
      }
    }
    await control.evaluate(() => browser.storage.local.remove('set.theme'));
    await page.close();
  });

  test('a site that is switched off from a card has no marks, until that is taken back', async () => {
    const page = await openNews();
    await openCard(page, raisi);
    await clickOn(page, 'About this card');
    await clickOn(page, 'No marks on this site');
    await expectMarks(page, []);
    await clickOn(page, 'Undo');
    await page.waitForSelector('div[popover=manual]', { hidden: true });
    await expectMarks(page, [raisi]);
    await openCard(page, raisi);
    await clickOn(page, 'About this card');
    await clickOn(page, 'No marks on this site');
    await expectMarks(page, []);
    await page.keyboard.press('Escape');
    await page.waitForSelector('div[popover=manual]', { hidden: true });
    await page.close();
  });
});
