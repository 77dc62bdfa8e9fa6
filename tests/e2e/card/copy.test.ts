/** What a reader takes along from a card, in the whole extension: a sentence with its sources, a dispute with its sides. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CardData } from '../../../src/messages/protocol.ts';
import {
  askPage,
  browserNames,
  elsewhere,
  inClosedShadow,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { placeInCard } from '../support/real-card.ts';
import { until } from '../support/until.ts';
import { workerHolds } from '../support/worker-holds.ts';

declare const browser: typeof import('webextension-polyfill');

const entity = 'executions-1988';
const words = '1988 mass executions';
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<p>The ${words} in Iran are remembered.</p><textarea></textarea>`;

describe.each(browserNames)('what is taken along from a card in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;
  let url: string;
  let page: Page;
  let texts: Record<string, string>;
  let pages = 0;
  beforeAll(async () => {
    site = await serve({ '/news.html': html });
    session = await sharedBrowser(name);
    control = await session.control();
  });
  afterEach(() => page?.close());
  afterAll(async () => {
    await control?.evaluate(() => browser.storage.local.remove('set.language'));
    await session?.close();
    await site?.close();
  });

  /** The card of the executions, opened by command, in a language. */
  async function openCard(language: string): Promise<void> {
    texts = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));
    await control.evaluate((wanted) => browser.storage.local.set({ 'set.language': wanted }), language);
    await workerHolds(control, { language });
    url = `${site.origin}/news.html?${++pages}.`;
    page = await session.open(url);
    await inFront(page);
    const { mentions } = await pageReport(control, url);
    const index = mentions.findIndex(({ entity: found }) => found === entity);
    await inFront(page);
    expect(await askPage(control, url, 'page/jump', { index })).toBe(true);
    expect(await askPage(control, url, 'page/command', { command: 'open' })).toBe(true);
    await page.waitForSelector('div[popover=manual]');
  }

  function dataOf(original?: boolean): Promise<CardData> {
    const wire = { sidelight: 'card', request: { entity, original } };
    return control.evaluate(
      async (asked) => ((await browser.runtime.sendMessage(asked)) as { reply: CardData }).reply,
      wire,
    );
  }

  /** A real click on the first that has the words, or on the first at all. */
  async function click(selector: string, label?: string): Promise<void> {
    const { x, y } = await placeInCard(page, selector, label);
    await page.mouse.click(x, y);
  }

  /** Goes on with Tab until the focus is on a control, and presses it. */
  async function pressByKey(selector: string, label: string): Promise<void> {
    await placeInCard(page, selector, label || undefined);
    for (let stops = 0; stops < 80; stops++) {
      const there = await inClosedShadow(
        page,
        (root, selector, label) =>
          root.activeElement?.matches(selector) && (label === '' || root.activeElement.textContent === label),
        selector,
        label,
      );
      if (there) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`Expected ${selector} "${label}" to be reached by Tab.`);
  }

  /** What the clipboard holds, by the browser's own pasting, when the card has said that it was copied. */
  async function pasted(): Promise<string> {
    await expect
      .poll(() => inClosedShadow(page, (root) => root.querySelector('[role=status]')?.textContent))
      .toBe(texts['card.copied']);
    await page.keyboard.press('Escape');
    await page.waitForSelector('div[popover=manual]', { hidden: true });
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('textarea')!.value !== '');
    return page.$eval('textarea', ({ value }) => value);
  }

  /** The first sentence that the card shows, with the sources it cites. */
  async function firstSentence(original?: boolean) {
    const { entity: found, sources } = await dataOf(original);
    const { text, citations = [] } = found.statements![0]!;
    return { text, cited: citations.map(({ source }) => sources[source]!) };
  }

  test('a sentence with publisher, date and address of its sources, by pointer', async () => {
    await openCard('en');
    await click('.statements .cites button');
    await click('.statements .passage summary', 'Copy this sentence');
    await click('.statements .passage button', 'Text');
    const copied = await pasted();
    const { text, cited } = await firstSentence();
    const { pack } = await dataOf();
    expect(copied).toContain(text);
    for (const { publisher, title, URL } of cited) {
      for (const part of [publisher, title, URL]) expect(copied).toContain(part);
    }
    expect(copied).toContain(`Sidelight · From the pack “${pack.title}”`);
    expect(copied).not.toContain('Translated');
    expect(elsewhere(session)).toEqual([]);
  });

  test('the same as Markdown with footnotes, by key', async () => {
    await openCard('en');
    await pressByKey('.statements .cites button', '');
    await pressByKey('.statements .passage summary', 'Copy this sentence');
    await pressByKey('.statements .passage .copy button', 'Markdown');
    const copied = await pasted();
    const { cited } = await firstSentence();
    for (const { id, URL } of cited) {
      expect(copied).toContain(`[^${id}]`);
      expect(copied).toMatch(new RegExp(`^\\[\\^${id}\\]: `, 'm'));
      if (URL) expect(copied).toContain(`(<${URL}>)`);
    }
  });

  test('a translation says that it is ours, its original does not', async () => {
    await openCard('fa');
    const translated = await firstSentence();
    await click('.statements .cites button');
    await click('.statements .passage .copy summary');
    await click('.statements .passage .copy button');
    const ours = await pasted();
    expect(ours).toContain(translated.text);
    expect(ours).toContain('ترجمهٔ سایدلایت از');
    await openCard('fa');
    const original = await firstSentence(true);
    expect(original.text).not.toBe(translated.text);
    await click('.turn');
    await expect
      .poll(() => inClosedShadow(page, (root) => root.querySelector('.statements')?.textContent))
      .toContain(original.text);
    await click('.statements .cites button');
    await click('.statements .passage .copy summary');
    await click('.statements .passage .copy button');
    const theirs = await pasted();
    expect(theirs).toContain(original.text);
    expect(theirs).not.toContain('ترجمهٔ سایدلایت از');
  });

  test.each(['en', 'fa'])('a picture of a dispute has every side with its sources: %s', async (language) => {
    await openCard(language);
    const { entity: found, sources } = await dataOf();
    const dispute = found.disputes!.find(({ sides }) => sides)!;
    await click('.dispute > summary', dispute.question);
    await click('.dispute .copy summary', texts['card.share']);
    const tabs = () => control.evaluate(async () => (await browser.tabs.query({})).map(({ id }) => id!));
    const before = await tabs();
    await click('.dispute .copy button', texts['card.copy.picture']);
    const opened = await until(async () => {
      const found = (await tabs()).filter((id) => !before.includes(id));
      expect(found).toHaveLength(1);
      return found;
    });
    await control.evaluate((ids) => browser.tabs.remove(ids), opened);
    // The same page in a tab that a test can look into, which in Firefox is none that an extension opens.
    const asked = new URLSearchParams({ entity, dispute: dispute.id, question: dispute.question });
    const picture = await session.openExtensionPage(`picture.html?${asked}`);
    await picture.waitForSelector('.picture h1');
    await inFront(picture);
    // What is drawn is seen where it is drawn.
    await picture.evaluate(() => {
      const drawn: string[] = [];
      const draw = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (words, x, y, ...rest) {
        const place = this.getTransform().transformPoint({ x, y });
        const end = place.x + this.measureText(words).width * this.getTransform().a;
        const isSeen = place.x >= 0 && place.y >= 0 && end <= this.canvas.width && place.y <= this.canvas.height;
        drawn.push(isSeen ? words : `${words} (outside)`);
        return draw.call(this, words, x, y, ...rest);
      };
      const make = URL.createObjectURL;
      const files: Blob[] = [];
      URL.createObjectURL = (file) => {
        files.push(file as Blob);
        return make.call(URL, file);
      };
      Object.assign(globalThis, { drawn, files });
    });
    await picture.click('button.save');
    await picture.waitForFunction(() => (globalThis as unknown as { files: Blob[] }).files.length > 0);
    const { drawn, type, colours } = await picture.evaluate(async () => {
      const { drawn, files } = globalThis as unknown as { drawn: string[]; files: Blob[] };
      const image = await createImageBitmap(files[0]!);
      const canvas = new OffscreenCanvas(image.width, image.height);
      const brush = canvas.getContext('2d')!;
      brush.drawImage(image, 0, 0);
      const colours = new Set(new Uint32Array(brush.getImageData(0, 0, image.width, image.height).data.buffer)).size;
      return { drawn, type: files[0]!.type, colours };
    });
    expect(type).toBe('image/png');
    expect(colours).toBeGreaterThan(2);
    expect(drawn.filter((line) => line.endsWith('(outside)'))).toEqual([]);
    const bare = (text: string) => text.replace(/[\s\u2068\u2069]/g, '');
    const all = bare(drawn.join(''));
    expect(all).toContain(bare(dispute.question));
    for (const { holder, relation, text, citations = [] } of dispute.positions) {
      for (const part of [`${holder} (${relation})`, text]) expect(all).toContain(bare(part));
      for (const { source } of citations) {
        const { publisher, URL = '' } = sources[source]!;
        expect(all).toContain(bare(publisher));
        expect(all).toContain(bare(URL));
      }
    }
    for (const side of dispute.sides!) expect(all).toContain(bare(side));
    await picture.click('button.copy-text');
    await picture.waitForFunction(
      (wanted) => document.querySelector('[role=status]')?.textContent === wanted,
      {},
      texts['card.copied'],
    );
    // On a small screen too nothing stands beside the window, the number at the end of a scale among it.
    await picture.setViewport({ width: 320, height: 700 });
    await picture.waitForFunction(() => innerWidth === 320, { polling: 50 });
    expect(await picture.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(elsewhere(session)).toEqual([]);
    await picture.close();
  });
});
