/**
 * A reader who never read the manual, in each language, with the mouse and with the keyboard alone, in the build that ships: choose
 * access, read the sample, search, silence a name, switch a site off, export and import.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/settings/types.ts';
import { browserNames, type Session, type Site, serve, startBrowser } from './harness.ts';
import { type Hand, keyboard, mouse } from './ui-hands.ts';
import { texts, waitForText } from './ui-parts.ts';

declare const browser: typeof import('webextension-polyfill');

const walks = languages.flatMap((language) => [
  ['mouse', language, mouse] as const,
  ['keyboard', language, keyboard] as const,
]);

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let downloads: string;
  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
    session = await startBrowser(name, {
      build: 'production',
      preferences: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    });
    if (name === 'chromium') {
      const client = await session.browser.target().createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  afterEach(async () => {
    const helper = await session.openExtensionPage('options.html');
    await helper.evaluate(async () => {
      localStorage.clear();
      await browser.storage.local.clear();
      await browser.permissions.remove({ origins: ['<all_urls>'] }).catch(() => false);
    });
    for (const page of await session.browser.pages()) if (page !== helper) await page.close();
    rmSync(join(downloads, 'sidelight-settings.json'), { force: true });
  });

  /** The popup for the page at `url`, whose content script runs by the access that was chosen. */
  async function openPopup(url: string): Promise<{ page: Page; popup: Page }> {
    const page = await session.open(url);
    await page.bringToFront();
    if (name === 'chromium') {
      // A real press of the toolbar button. The popup that it opens closes with the focus, so the walk takes one in a tab.
      const [extension] = (await session.browser.extensions()).values();
      await page.triggerExtensionAction(extension!);
      const opened = await session.browser.waitForTarget((each) => each.url() === session.extensionUrl('popup.html'));
      await (await opened.asPage()).waitForSelector('.mentions .name');
    }
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    const helper = await session.openExtensionPage('options.html');
    const tab = await helper.evaluate(async (wanted) => {
      const tabs = await browser.tabs.query({});
      return tabs.findLast((each) => each.url === wanted)?.id;
    }, url);
    await helper.close();
    return { page, popup: await session.openExtensionPage(`popup.html?tab=${tab}`) };
  }

  const cardIsThere = (page: Page) => page.waitForSelector('sidelight-card');

  // Eight acts on four pages: more than a test usually does.
  const patience = { timeout: 180_000 };
  test.each(walks)('with the %s all of it can be done in %s', patience, async (way, language, hand: Hand) => {
    const words = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>;
    const word = (key: string) => words[key]!;
    const url = `${site.origin}/sample.html?${way}-${language}`;

    // The welcome page, in the reader's language: where to read.
    const welcome = await session.openExtensionPage('reader.html');
    await welcome.evaluate((choice) => browser.storage.local.set({ 'set.language': choice }), language);
    await waitForText(welcome, word('reader.title'), 'h1');
    expect(await welcome.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      language === 'fa' || language === 'ar' ? 'rtl' : 'ltr',
    ]);
    await welcome.bringToFront();
    const radios = '.access input[type=radio]';
    await welcome.waitForSelector(radios);
    expect(await texts(welcome, '.access strong')).toEqual(
      ['access.everywhere', 'access.sites', 'access.press'].map(word),
    );
    // Chromium's question cannot be answered here: there the reader looks at the sites and goes back to the button.
    if (name === 'chromium') {
      await hand.choose(welcome, radios, 1);
      await welcome.waitForSelector('.sites input');
      await hand.choose(welcome, radios, 2);
      await welcome.waitForFunction(() => !document.querySelector('.sites input'), { polling: 50 });
    } else {
      await hand.choose(welcome, radios, 0);
      await welcome.waitForFunction(
        () => document.querySelector<HTMLInputElement>('.access input[type=radio]')?.checked,
        { polling: 50 },
      );
    }

    // The sample.
    await welcome.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    await hand.press(welcome, '.marks .open');
    await cardIsThere(welcome);
    await welcome.keyboard.press('Escape');
    await welcome.waitForFunction(() => !document.querySelector('sidelight-card'), { polling: 50 });
    await welcome.close();

    // Search, and a name that is silenced.
    const { page, popup } = await openPopup(url);
    await waitForText(popup, word('kinds.person'), 'h2');
    expect(await popup.$eval('input[type=search]', (field) => (field as HTMLInputElement).placeholder)).toBe(
      word('search.label'),
    );
    await hand.write(popup, 'input[type=search]', 'javaid rehman');
    await waitForText(popup, 'Javaid Rehman', '.hits');
    await hand.press(popup, '.hits li:first-child button');
    await waitForText(popup, 'Javaid Rehman', 'article.entity');
    expect(await texts(popup, '.entity-view .back')).toContain(word('common.back'));
    await hand.press(popup, '.entity-view .mute');
    await popup.waitForSelector('.entity-view .mute[aria-pressed=true]');
    await hand.press(popup, '.entity-view .back');
    await hand.write(popup, 'input[type=search]', ' ');
    await waitForText(popup, word('kinds.person'), 'h2');
    await popup.waitForFunction(() => !document.querySelector('main')?.textContent?.includes('Javaid Rehman'), {
      polling: 50,
    });

    // The site is switched off.
    await hand.press(popup, '.switch input');
    await waitForText(popup, word('silence.siteOff'), '.why');
    await page.bringToFront();
    await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });
    await popup.bringToFront();

    // Export, a fresh start, import.
    const options = await session.openExtensionPage('options.html');
    await options.bringToFront();
    await waitForText(options, word('options.title'), 'h1');
    await waitForText(options, 'Javaid Rehman', '#muted');
    await waitForText(options, word('options.site.off'), '#sites');
    await hand.press(options, '#data a[download]');
    const file = join(downloads, 'sidelight-settings.json');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 20_000 }).toContain('127.0.0.1');
    await hand.press(options, '#data .reset');
    await options.waitForFunction(() => !document.querySelector('#sites .rows li'), { polling: 50 });
    await hand.give(options, '#data input[type=file]', file);
    await options.waitForSelector('#sites .rows li');
    await waitForText(options, word('options.imported').split('{name}')[1]!, '#data [role=status]');
    expect(await options.evaluate(() => browser.storage.local.get('set.muted.javaid-rehman'))).toEqual({
      'set.muted.javaid-rehman': true,
    });
  });

  // Firefox gives every shortcut that is asked for; Chromium drops in silence those that it uses itself.
  test.runIf(name === 'chromium')('every shortcut that is suggested is free in the browser', async () => {
    const options = await session.openExtensionPage('options.html');
    const commands = await options.evaluate(() => browser.commands.getAll());
    const set = commands.filter(({ shortcut }) => shortcut).map((command) => command.name);
    expect(set.sort()).toEqual(['_execute_action', 'next-mark', 'open-card', 'previous-mark']);
    await options.close();
  });
});
