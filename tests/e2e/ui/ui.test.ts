import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, inFront, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { placeOf } from '../support/real-card.ts';
import { besides, fill, forgetSettings, marked, press, sampleShown, texts, waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

const sample = readFileSync('public/sample.html', 'utf8');

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;

  beforeAll(async () => {
    session = await sharedBrowser(name);
    site = await serve({ '/sample.html': sample, '/empty.html': '<title>Empty</title><p>Nothing of interest.</p>' });
  });
  afterAll(async () => {
    if (session) await forgetSettings(session);
    await session?.close();
    await site?.close();
  });

  test('the popup lists each entity of the page once, disputed ones first, opens an entry, and comes back', async () => {
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/sample.html`);
    await popup.waitForSelector('.mentions .name');
    const names = await texts(popup, '.mentions .name');
    expect(names).toContain('Ruhollah Khomeini');
    expect(names).toContain('Javaid Rehman');
    expect(new Set(names).size).toBe(names.length);
    expect((await texts(popup, 'main h2'))[0]).toMatch(/^Where sources differ \d+$/);
    expect(await texts(popup, '.legend dt')).toEqual(['Sources differ here', 'A known name', 'A loaded word']);
    await popup.$$eval('.mentions .name', (buttons) =>
      (buttons.find((button) => button.textContent === 'Javaid Rehman') as HTMLElement).click(),
    );
    await popup.waitForSelector('article.entity');
    expect(await texts(popup, 'article.entity h2')).toEqual(['Javaid Rehman']);
    // The styles of an entity and those of the page come in different files, and are made short in both.
    const unknown = await popup.evaluate(() => {
      const styles = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
      const asked = new Set(styles.flatMap(({ cssText }) => cssText.match(/(?<=var\()--[\w-]+/g) ?? []));
      const root = getComputedStyle(document.documentElement);
      return { asked: asked.size, unknown: [...asked].filter((name) => root.getPropertyValue(name) === '') };
    });
    expect(unknown.asked).toBeGreaterThan(5);
    expect(unknown.unknown).toEqual([]);
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.mentions .name');
    await popup.close();
    await page.close();
  });

  test('search answers as one types, and Enter opens the best answer', async () => {
    const popup = await session.openExtensionPage('popup.html');
    await popup.waitForSelector('input[type=search]');
    await popup.type('input[type=search]', 'rehma');
    await waitForText(popup, 'Rehma', '.hits li:first-child mark');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article.entity');
    expect(await texts(popup, 'article.entity h2')).toEqual(['Javaid Rehman']);
    await popup.close();
  });

  test('search understands Persian, guesses at spellings and says when it guesses', async () => {
    const popup = await session.openExtensionPage('popup.html');
    const ask = async (query: string) => {
      await fill(popup, 'input[type=search]', query);
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
    // The name by which the entry is known comes first, what was typed after it.
    expect((await texts(popup, '.hits strong'))[0]).toBe('Ruhollah Khomeini');
    expect((await texts(popup, '.hits .matched mark'))[0]).toBe('خمینی');
    expect(await ask('Ruholah Khomeyni')).toContain('Did you mean');
    await popup.close();
  });

  test('a site that is switched off in the popup is left at once, and marked again when switched on', async () => {
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/sample.html`);
    await popup.waitForSelector('.mentions .name');
    await press(popup, '.switch input');
    await waitForText(popup, 'off on this site', '.why');
    expect(await texts(popup, '.mentions .name')).toEqual([]);
    await press(popup, '.switch input');
    await inFront(page);
    await popup.waitForSelector('.mentions .name');
    await popup.close();
    await page.close();
  });

  test('the popup says why nothing is marked', async () => {
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/empty.html`);
    await waitForText(popup, 'knows none of the names on this page', '.why');
    await popup.close();
    await page.close();
    const own = await (await session.control()).evaluate(async () => (await browser.tabs.getCurrent()).id);
    const other = await session.openExtensionPage(`popup.html?tab=${own}`);
    await other.waitForSelector('.why');
    await expect.poll(() => texts(other, '.why')).toEqual(['The browser does not let extensions read this page.']);
    await other.close();
  });

  test('the reader marks the sample article and opens a card on a click', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await inFront(reader);
    await marked(reader);
    // It stands above the article and comes on its own: the place would move.
    await reader.waitForSelector('.access');
    const at = await placeOf(reader, 'Monafeqin');
    await reader.mouse.click(at.x, at.y);
    await reader.waitForSelector('div[popover=manual]');
    await reader.close();
  });

  test('the reader takes pasted HTML without its scripts, styles and pictures', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await sampleShown(reader);
    // It stands above the button and comes on its own: the button would move away from under the pointer.
    await reader.waitForSelector('.access');
    await inFront(reader);
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
    await marked(reader);
    expect(session.traffic.filter((url) => url.includes('x.example'))).toEqual([]);
    await reader.close();
  });

  test('an option that is changed reaches a page that is open', async () => {
    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/sample.html`);
    await popup.waitForSelector('#group-person');
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('.tick input');
    await options.evaluate(() => {
      const label = [...document.querySelectorAll('.tick')].find((each) => each.textContent === 'People');
      label!.querySelector('input')!.click();
    });
    await inFront(page);
    await popup.waitForFunction(
      () => document.querySelector('#group-term') && !document.querySelector('#group-person'),
      { polling: 50 },
    );
    await forgetSettings(session);
    for (const each of [popup, options, page]) await each.close();
  });

  /** The popup in a tab that is used for nothing else, with a script that runs before its own. */
  async function popupAfter(script: () => void): Promise<Page> {
    const popup = await session.browser.newPage();
    await popup.evaluateOnNewDocument(script);
    // Not awaited, as in `openExtensionPage`.
    popup.goto(session.extensionUrl('popup.html')).catch(() => undefined);
    return popup;
  }

  // Puppeteer can put a script before those of a page, but in Firefox not of an extension's page.
  test.runIf(name === 'chromium')('what is typed before the popup has run its script is searched for', async () => {
    const popup = await popupAfter(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector<HTMLInputElement>('input[type=search]')!.value = 'rehman';
      });
    });
    await waitForText(popup, 'Javaid Rehman', '.hits');
    await popup.close();
  });

  test.runIf(name === 'chromium').each(['for the first time', 'and remembers them'])(
    'a page that cannot read the settings, %s, says so and can be used',
    async (when) => {
      const before = await session.openExtensionPage('popup.html');
      await before.waitForSelector('footer button');
      if (when === 'for the first time') await before.evaluate(() => localStorage.clear());
      await before.close();
      const popup = await popupAfter(() => {
        browser.storage.local.get = () => Promise.reject(new Error('the disk does not answer'));
      });
      await waitForText(popup, 'Your settings could not be read (the disk does not answer).', '[role=alert]');
      await fill(popup, 'input[type=search]', 'rehman');
      await waitForText(popup, 'Javaid Rehman', '.hits');
      await popup.close();
    },
  );
});
