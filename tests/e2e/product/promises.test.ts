/** The promises that the README makes, kept on the project's own sample article, in both browsers. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
import { host, openCard, placeInCard } from '../support/real-card.ts';

/** A mark of the sample that stands in one text node. */
const word = 'Monafeqin';

const dom = (page: Page) => page.evaluate(() => new XMLSerializer().serializeToString(document));

const cardShown = (page: Page) => page.waitForSelector(host);
const cardGone = (page: Page) => page.waitForSelector(host, { hidden: true });
const cardText = (page: Page) => inClosedShadow(page, (root) => root.querySelector('[role=dialog]')?.textContent ?? '');

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;
  let url: string;

  beforeAll(async () => {
    site = await serve({
      '/article.html': readFileSync('public/sample.html', 'utf8'),
      '/other.html': '<p>Nothing known.',
    });
    url = `${site.origin}/article.html`;
    session = await sharedBrowser(name);
    control = await session.control();
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test('the page is the same to the letter after it was read, while a card is open but for its host, and after', async () => {
    // The same page without its scripts' help from us: loaded before the content script of this tab has said anything.
    const bare = await sharedBrowser(name, 'none');
    const untouched = await dom(await bare.open(url));
    await bare.close();

    const page = await session.open(url);
    const { mentions } = await pageReport(control, url);
    expect(mentions.length).toBeGreaterThan(20);
    expect(await dom(page)).toBe(untouched);

    expect(mentions.map(({ text }) => text)).toContain(word);
    await openCard(page, word);
    const open = await page.evaluate((tag) => {
      const copy = document.documentElement.cloneNode(true) as Element;
      const added = copy.querySelectorAll(tag);
      for (const element of added) element.remove();
      return { added: added.length, html: copy.outerHTML, all: document.documentElement.outerHTML.length };
    }, host);
    expect(open.added).toBe(1);
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(await dom(page)).toBe(untouched);
    expect(open.html).toBe(await page.evaluate(() => document.documentElement.outerHTML));
  });

  test('resting the pointer on a mark opens its card, leaving it closes it', async () => {
    const page = await session.open(url);
    const { mentions } = await pageReport(control, url);
    await openCard(page, word);
    expect(await cardText(page)).toContain(mentions.find(({ text }) => text === word)?.name);
    await page.mouse.move(2, 2);
    await cardGone(page);
  });

  test('the keyboard goes to a mark, opens its card with the focus inside, and Escape gives the focus back', async () => {
    const page = await session.open(url);
    const { mentions } = await pageReport(control, url);
    await inFront(page);
    const keys = await page.evaluateHandle(() => {
      const heard: string[] = [];
      addEventListener('keydown', (event) => heard.push(event.key));
      return heard;
    });
    expect(await askPage(control, url, 'page/command', { command: 'next' })).toBe(true);
    expect(await askPage(control, url, 'page/command', { command: 'open' })).toBe(true);
    await cardShown(page);
    expect(await cardText(page)).toContain(mentions[0]?.name);
    await page.waitForFunction((tag) => document.activeElement?.matches(tag), {}, host);
    await page.keyboard.press('Escape');
    await cardGone(page);
    await page.waitForFunction(() => document.activeElement?.localName === 'body');
    expect(await keys.jsonValue()).not.toContain('Escape');
  });

  test('a number shows its source, whose link opens a new tab and gives nothing away', async () => {
    const page = await session.open(url);
    const { mentions } = await pageReport(control, url);
    await inFront(page);
    for (let index = 0; index < Math.min(mentions.length, 5); index += 1) {
      expect(await askPage(control, url, 'page/jump', { index })).toBe(true);
      expect(await askPage(control, url, 'page/command', { command: 'open' })).toBe(true);
      await cardShown(page);
      const { x, y } = await placeInCard(page, '.cites button');
      await page.mouse.click(x, y);
      await expect.poll(() => inClosedShadow(page, (root) => root.querySelectorAll('.passage').length)).toBe(1);
      const links = await inClosedShadow(page, (root) =>
        [...root.querySelectorAll('a[href]')].map((link) => ({
          href: link.getAttribute('href') ?? '',
          target: link.getAttribute('target'),
          rel: link.getAttribute('rel'),
        })),
      );
      const outside = links?.filter(({ href }) => !href.startsWith('#')) ?? [];
      expect(outside.length).toBeGreaterThan(0);
      for (const { href, target, rel } of outside) {
        expect(href).toMatch(/^https?:\/\//);
        expect(target).toBe('_blank');
        expect(rel).toBe('noopener noreferrer');
      }
      await page.keyboard.press('Escape');
      await cardGone(page);
    }
  });

  test('a page goes on to another document and comes back, and is marked again', async () => {
    const page = await session.browser.newPage();
    await page.goto(url);
    const { mentions } = await pageReport(control, url);
    await page.goto(`${site.origin}/other.html`);
    expect((await pageReport(control, `${site.origin}/other.html`)).mentions).toEqual([]);
    // Not `goBack`: a page that comes back from the cache is not loaded, which puppeteer waits for in Firefox.
    await page.evaluate(() => history.back());
    // Asked anew each time: what waits in a page that is swapped for a kept one may wait in vain.
    await expect.poll(() => page.evaluate(() => location.pathname)).toBe('/article.html');
    expect((await pageReport(control, url)).mentions).toEqual(mentions);
  });

  test('nothing was asked of any host but the one that served the page, and of that only the page', () => {
    expect(elsewhere(session)).toEqual([]);
    expect(new Set(site.requests)).toEqual(
      new Set(['/article.html', '/other.html', ...(site.requests.includes('/favicon.ico') ? ['/favicon.ico'] : [])]),
    );
  });
});
