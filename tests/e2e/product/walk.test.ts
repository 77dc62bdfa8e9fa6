/**
 * The first minutes of a new user, in the build that ships, which has no access at install: the welcome page, access, a page, its card, a
 * dispute, a source, a mute and its undo, a search, a PDF. Once with the mouse, once by keyboard alone, once with a finger.
 *
 * All of it is the browser's own: it opens the welcome page, asks its question, and its button is pressed; shortcuts go through it. But
 * for three things that no protocol reaches: the toolbar button of Chromium is pressed by the debugger's command for it, the popup
 * of Firefox is opened as a tab, and Firefox's window for files is not opened: the field is given the file (ui/hands.ts).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserNames,
  elsewhere,
  inClosedShadow,
  inFront,
  type Session,
  type Site,
  serve,
  startBrowser,
} from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { host, marked, openCard, placeInCard, placeOf, waitForHosts } from '../support/real-card.ts';
import { until } from '../support/until.ts';
import { finger, type Hand, keyboard, mouse } from '../ui/hands.ts';
import { answered, pageAt, speakingOf, texts, waitForText } from '../ui/parts.ts';
import { textPdf } from '../ui/pdf-files.ts';

declare const browser: typeof import('webextension-polyfill');

const raisi = 'Ebrahim Raisi';
const khomeini = 'Ruhollah Khomeini';
const news = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>News</title><p>${raisi} was elected in 2021.</p><p>${khomeini} died in 1989.</p>`;

interface Way {
  way: string;
  hand: Hand;
  /** Opens the card of the first mark. */
  open(page: Page, session: Session): Promise<void>;
  /** Presses what is found in the card; with `words`, what says them. */
  pressInCard(page: Page, selector: string, words?: string): Promise<void>;
}

const shownInCard = (page: Page, selector: string) =>
  expect
    .poll(() => inClosedShadow(page, (root, wanted) => root.querySelector(wanted)?.textContent, selector))
    .toBeTruthy();

const ways: Way[] = [
  {
    way: 'the mouse',
    hand: mouse,
    async open(page) {
      await openCard(page, raisi);
    },
    async pressInCard(page, ...what) {
      const { x, y } = await placeInCard(page, ...what);
      await page.mouse.click(x, y);
    },
  },
  {
    way: 'the keyboard alone',
    hand: keyboard,
    async open(page, { controls }) {
      await controls!.shortcut('J');
      await controls!.shortcut('O');
      await page.waitForFunction((tag) => document.activeElement?.matches(tag), { polling: 50 }, host);
    },
    async pressInCard(page, selector, words = '') {
      await placeInCard(page, selector, words || undefined);
      const there = () =>
        inClosedShadow(
          page,
          (root, wanted, said) =>
            root.activeElement?.matches(wanted) && (root.activeElement.textContent ?? '').includes(said),
          selector,
          words,
        );
      // More stops than a card has.
      for (let stops = 0; !(await there()); stops++) {
        if (stops > 60) throw new Error(`Expected Tab to reach ${selector} "${words}" in the card.`);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    },
  },
  {
    way: 'a finger',
    hand: finger,
    async open(page) {
      const { x, y } = await placeOf(page, raisi);
      // As in openCard: the marks are there a moment before the page listens.
      await until(async () => {
        await page.touchscreen.tap(x, y);
        await waitForHosts(page, 1, 5000);
      });
    },
    async pressInCard(page, ...what) {
      const { x, y } = await placeInCard(page, ...what);
      await page.touchscreen.tap(x, y);
    },
  },
];

describe.each(browserNames)('a new user of %s', (name) => {
  let session: Session;
  let site: Site;
  let folder: string;
  let report: string;
  /** Chromium asks once, and remembers that it was allowed. */
  let allowed = false;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-walk-'));
    report = join(folder, 'report.pdf');
    writeFileSync(report, textPdf([['Findings', '', 'Maryam Rajavi spoke of Javaid Rehman.']]));
    site = await serve({ '/news.html': news });
    session = await startBrowser(name, { build: 'production', controls: true });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page that the browser opened at install; later, one that the reader opens, with nothing given and nothing chosen. */
  async function welcomed(): Promise<Page> {
    if (!allowed) return pageAt(session, session.extensionUrl('reader.html'));
    const page = await session.openExtensionPage('reader.html');
    await page.evaluate(async () => {
      localStorage.clear();
      await browser.storage.local.clear();
      await browser.permissions.remove({ origins: ['<all_urls>'] });
    });
    return page;
  }

  async function openPopup(page: Page, way: Way): Promise<Page> {
    if (name === 'firefox') {
      const popup = await speakingOf(session, 'popup', page.url());
      await inFront(popup);
      return popup;
    }
    const opened = session.browser.waitForTarget((each) => each.url() === session.extensionUrl('popup.html'));
    if (way.hand === keyboard) await session.controls!.shortcut('S');
    else await page.triggerExtensionAction([...(await session.browser.extensions()).values()][0]!);
    return (await opened).asPage();
  }

  test.each(ways)('gets from the welcome page to a PDF with $way', async (way) => {
    const { hand, open, pressInCard } = way;
    const controls = session.controls!;

    const welcome = await welcomed();
    await inFront(welcome);
    await hand.press(welcome, '.begin');
    if (!allowed) {
      await controls.answer('Deny');
      await waitForText(welcome, 'did not give access', '.access [role=status]');
      await hand.press(welcome, '.begin');
    }
    if (!allowed || name === 'firefox') await controls.answer('Allow');
    allowed = true;
    await waitForText(welcome, 'Names are marked now.', '.started');

    const page = await session.open(`${site.origin}/news.html`);
    if (hand === finger) await page.setViewport({ width: 390, height: 760, hasTouch: true });
    await inFront(page);
    await expectMarks(page, [raisi, khomeini]);
    await marked(page);

    await open(page, session);
    await expect.poll(() => inClosedShadow(page, (root) => root.querySelector('h2')?.textContent)).toBe(raisi);

    await pressInCard(page, '.dispute > summary');
    await shownInCard(page, '.dispute[open] .holder');

    await pressInCard(page, '.dispute .cites button');
    await shownInCard(page, '.dispute .passage q');
    await shownInCard(page, '.dispute .passage a[href^=http]');

    await pressInCard(page, '.actions > summary');
    // They are made when the fold opens.
    await shownInCard(page, '.actions[open] button');
    await pressInCard(page, '.actions button', `Never mark ${raisi}`);
    await expectMarks(page, [khomeini]);
    await pressInCard(page, '.undo');
    await waitForHosts(page, 0);
    await expectMarks(page, [raisi, khomeini]);

    const popup = await openPopup(page, way);
    await waitForText(popup, raisi, '.mentions');
    await hand.write(popup, 'input[type=search]', 'rehman');
    await answered(popup, 'rehman');
    await hand.press(popup, '.hits li:first-child button');
    await popup.waitForSelector('article.entity');
    expect(await texts(popup, 'article.entity h2')).toEqual(['Javaid Rehman']);
    await hand.press(popup, '.entity-view .back');
    await hand.press(popup, 'footer button:nth-child(2)');

    const reader = await pageAt(session, session.extensionUrl('reader.html#own-text'));
    await inFront(reader);
    await hand.give(reader, 'form input[type=file]', report);
    await waitForText(reader, 'Maryam Rajavi spoke of Javaid Rehman.', 'article.text');
    await expect.poll(() => markedIn(reader, 'article.text')).toEqual(['Maryam Rajavi', 'Javaid Rehman']);

    // Not a word of it left the device.
    expect(elsewhere(session)).toEqual([]);
    for (const each of [welcome, page, popup, reader]) if (!each.isClosed()) await each.close();
  });
});

/** The texts of the marks in one part of a page, in the order of the text. */
const markedIn = (page: Page, selector: string) =>
  page.evaluate((part) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as StaticRange[]);
    const inside = ranges.filter(({ startContainer }) => document.querySelector(part)?.contains(startContainer));
    inside.sort((a, b) => a.startOffset - b.startOffset);
    return inside.map(({ startContainer, startOffset, endOffset }) =>
      (startContainer as Text).data.slice(startOffset, endOffset),
    );
  }, selector);
