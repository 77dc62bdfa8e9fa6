import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type Session, type Site, serve, startBrowser } from './harness.ts';

/** The part of the WebExtension API that tests use inside the extension's own pages. */
declare const browser: typeof import('webextension-polyfill');

const sample = readFileSync('public/sample.html', 'utf8');

const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map((element) => (element.textContent ?? '').trim()));

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;

  beforeAll(async () => {
    session = await startBrowser(name);
    site = await serve({ '/sample.html': sample, '/empty.html': '<title>Empty</title><p>Nothing of interest.</p>' });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** The popup for a page of the site, as a page of its own. */
  async function popupFor(path: string): Promise<{ popup: Page; page: Page }> {
    const page = await session.open(`${site.origin}${path}`);
    const helper = await session.openExtensionPage('options.html');
    const tab = await helper.evaluate(
      async (url) => (await browser.tabs.query({})).findLast((each) => each.url === url)?.id,
      `${site.origin}${path}`,
    );
    await helper.close();
    const popup = await session.openExtensionPage(`popup.html?tab=${tab}`);
    // A page is read only while it is in front, as it is behind a real popup.
    await page.bringToFront();
    return { popup, page };
  }

  test('the popup lists what is on the page by kind, opens an entry, and comes back', async () => {
    const { popup, page } = await popupFor('/sample.html');
    await popup.waitForSelector('.mentions .name');
    const names = await texts(popup, '.mentions .name');
    expect(names).toContain('Ruhollah Khomeini');
    expect(names).toContain('Javaid Rehman');
    expect(new Set(names).size).toBe(names.length);
    await popup.$$eval('.mentions .name', (buttons) =>
      (buttons.find((button) => button.textContent === 'Javaid Rehman') as HTMLElement).click(),
    );
    await popup.waitForSelector('article.entity');
    expect(await texts(popup, 'article.entity h2')).toEqual(['Javaid Rehman']);
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.mentions .name');
    await popup.close();
    await page.close();
  });

  test('search answers as one types, and Enter opens the best answer', async () => {
    const popup = await session.openExtensionPage('popup.html');
    await popup.waitForSelector('input[type=search]');
    await popup.type('input[type=search]', 'rehma');
    await popup.waitForSelector('.hits mark');
    expect(await texts(popup, '.hits li:first-child mark')).toEqual(['Rehma']);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article.entity');
    expect(await texts(popup, 'article.entity h2')).toEqual(['Javaid Rehman']);
    await popup.close();
  });

  test('search understands Persian, guesses at spellings and says when it guesses', async () => {
    const popup = await session.openExtensionPage('popup.html');
    const ask = async (query: string) => {
      await popup.$eval(
        'input[type=search]',
        (field, typed) => {
          (field as HTMLInputElement).value = typed;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        query,
      );
      await popup.waitForFunction(
        (wanted) =>
          document.querySelector('.hits li')?.textContent?.includes(wanted) &&
          document.querySelector('search [role=status]'),
        { polling: 50 },
        'Ruhollah Khomeini',
      );
      return (await texts(popup, 'search [role=status]'))[0];
    };
    await popup.waitForSelector('input[type=search]');
    expect(await ask('خمینی')).toMatch(/^\d+ entr/);
    expect(await ask('Ruholah Khomeyni')).toContain('Did you mean');
    await popup.close();
  });

  test('a site that is switched off in the popup is left at once, and marked again when switched on', async () => {
    const { popup, page } = await popupFor('/sample.html');
    await popup.waitForSelector('.mentions .name');
    await popup.$eval('.switch input', (box) => (box as HTMLElement).click());
    await popup.waitForFunction(() => document.querySelector('.why')?.textContent?.includes('off on this site'), {
      polling: 50,
    });
    expect(await texts(popup, '.mentions .name')).toEqual([]);
    await popup.$eval('.switch input', (box) => (box as HTMLElement).click());
    await page.bringToFront();
    await popup.waitForSelector('.mentions .name');
    await popup.close();
    await page.close();
  });

  test('the popup says why nothing is marked', async () => {
    const { popup, page } = await popupFor('/empty.html');
    await popup.waitForFunction(() => document.querySelector('.why')?.textContent?.includes('know nothing'), {
      polling: 50,
    });
    await popup.close();
    await page.close();
    const helper = await session.openExtensionPage('options.html');
    const own = await helper.evaluate(async () => (await browser.tabs.getCurrent()).id);
    const other = await session.openExtensionPage(`popup.html?tab=${own}`);
    await other.waitForSelector('.why');
    expect(await texts(other, '.why')).toEqual(['The browser does not let extensions read this page.']);
    await other.close();
    await helper.close();
  });

  test('the reader marks the sample article and opens a card on a click', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.bringToFront();
    await reader.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    const name = await reader.evaluate(() => {
      const walk = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.nodeValue!.indexOf('Monafeqin');
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 9);
        node.parentElement!.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error('Expected the sample article to say Monafeqin.');
    });
    await reader.mouse.click(name.x, name.y);
    await reader.waitForSelector('sidelight-card');
    await reader.close();
  });

  test('the reader takes pasted HTML without its scripts, styles and pictures', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.waitForSelector('textarea');
    await reader.bringToFront();
    await reader.$eval('textarea', (field) => {
      field.value =
        '<h1 onclick="boom()">Mail</h1><script>globalThis.boom = 1</scr' +
        'ipt><p style="color:red">About <a href="https://x.example/">Javaid Rehman</a> <img src="https://x.example/i.png"></p>';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await reader.click('form button[type=submit]');
    await reader.waitForFunction(() => document.querySelector('article.text h1')?.textContent === 'Mail', {
      polling: 50,
    });
    expect(await reader.$eval('article.text', (article) => article.innerHTML)).toBe(
      '<h1>Mail</h1><p>About Javaid Rehman </p>',
    );
    await reader.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    expect(session.traffic.filter((url) => url.includes('x.example'))).toEqual([]);
    await reader.close();
  });

  test('an option that is changed reaches a page that is open', async () => {
    const { popup, page } = await popupFor('/sample.html');
    await popup.waitForSelector('#group-person');
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('.tick input');
    await options.evaluate(() => {
      const label = [...document.querySelectorAll('.tick')].find((each) => each.textContent === 'People');
      label!.querySelector('input')!.click();
    });
    await page.bringToFront();
    await popup.waitForFunction(
      () => document.querySelector('#group-term') && !document.querySelector('#group-person'),
      { polling: 50 },
    );
    await options.evaluate(() => browser.storage.local.clear());
    for (const each of [popup, options, page]) await each.close();
  });
});
