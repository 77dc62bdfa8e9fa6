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
      async (url) => (await browser.tabs.query({ url: `${url}*` })).at(-1)?.id,
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
});
