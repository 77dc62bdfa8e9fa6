/**
 * A reader who never read the manual, in each language, with the mouse and with the keyboard alone, in the build that ships: choose
 * access, read the sample, search, silence a name, switch a site off, export and import.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { direction, type Texts } from '../../../src/locale/texts.ts';
import { type Language, languages } from '../../../src/settings/types.ts';
import {
  type BrowserName,
  browserNames,
  inFront,
  type Session,
  type Site,
  serve,
  startBrowser,
} from '../support/harness.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import { answered, fill, marked, speakingOf, texts, waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

/**
 * Either hand in either direction: a walk takes ten seconds, so the browsers share them. What the places of a walk say in the other languages
 * is read by the last test but one, without a hand.
 */
const walks: Record<BrowserName, { way: string; hand: Hand; language: Language }[]> = {
  chromium: [
    { way: 'mouse', hand: mouse, language: 'ar' },
    { way: 'keyboard', hand: keyboard, language: 'de' },
  ],
  firefox: [
    { way: 'mouse', hand: mouse, language: 'fr' },
    { way: 'keyboard', hand: keyboard, language: 'fa' },
  ],
};

const wordsOf = (language: Language): Texts => JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));

const spokenBy = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);

/** The title of the Iran pack, as the dataset has it in a language. */
function titleOfPack(language: string): string {
  const { title }: { title: string } = JSON.parse(readFileSync('data/iran/pack.json', 'utf8'));
  if (language === 'en') return title;
  const phrases: { en: string; text: string }[] = JSON.parse(readFileSync(`data/phrases/${language}.json`, 'utf8'));
  return phrases.find(({ en }) => en === title)!.text;
}

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let downloads: string;
  let helper: Page;
  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
    session = await startBrowser(name, {
      build: 'production',
      preferences: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        // The list of downloads would open and take the keys.
        'browser.download.alwaysOpenPanel': false,
      },
    });
    if (name === 'chromium') {
      const client = await session.browser.target().createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
    helper = await session.control();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page !== helper) await page.close();
    await helper.evaluate(async () => {
      localStorage.clear();
      await browser.storage.local.clear();
      await browser.permissions.remove({ origins: ['<all_urls>'] }).catch(() => false);
    });
    rmSync(join(downloads, 'sidelight-settings.json'), { force: true });
  });

  /** The popup for the page in front, whose content script runs by the access that was chosen. */
  async function openPopup(page: Page): Promise<Page> {
    if (name === 'firefox') {
      await marked(page);
      const popup = await speakingOf(session, 'popup', page.url());
      await inFront(popup);
      return popup;
    }
    // A real press of the toolbar button, which is what gives access to this page.
    const [extension] = (await session.browser.extensions()).values();
    await page.triggerExtensionAction(extension!);
    const opened = await session.browser.waitForTarget((each) => each.url() === session.extensionUrl('popup.html'));
    return opened.asPage();
  }

  test.each(walks[name])('with the $way all of it can be done in $language', async ({ hand, language }) => {
    const words = wordsOf(language);
    const word = (key: string) => words[key]!;

    // The welcome page, in the reader's language: where to read.
    await helper.evaluate((choice) => browser.storage.local.set({ 'set.language': choice }), language);
    const welcome = await session.openExtensionPage('reader.html');
    await inFront(welcome);
    await waitForText(welcome, word('reader.title'), 'h1');
    const radios = '.access:not(.paint) input[type=radio]';
    await welcome.waitForSelector(radios);
    expect(await texts(welcome, '.access:not(.paint) strong')).toEqual(
      ['access.everywhere', 'access.sites', 'access.press'].map(word),
    );
    // Chromium's question is answered in product/walk.test.ts: here the reader looks at the sites and goes back to the button.
    if (name === 'chromium') {
      await hand.choose(welcome, radios, 1);
      await welcome.waitForSelector('.sites input');
      await hand.choose(welcome, radios, 2);
      await welcome.waitForFunction(() => !document.querySelector('.sites input'), { polling: 50 });
    } else {
      await hand.choose(welcome, radios, 0);
      await welcome.waitForFunction(
        () => document.querySelector<HTMLInputElement>('.access:not(.paint) input[type=radio]')?.checked,
        { polling: 50 },
      );
    }

    // The sample.
    await marked(welcome);
    await hand.press(welcome, '.marks .open');
    await welcome.waitForSelector('div[popover=manual]');
    await welcome.keyboard.press('Escape');
    await welcome.waitForFunction(() => !document.querySelector('div[popover=manual]'), { polling: 50 });

    // Search, and a name that is silenced.
    const page = await session.open(`${site.origin}/sample.html`);
    await inFront(page);
    const popup = await openPopup(page);
    await waitForText(popup, word('kinds.person'), 'h2');
    expect(await popup.$eval('input[type=search]', (field) => (field as HTMLInputElement).placeholder)).toBe(
      word('search.label'),
    );
    await hand.write(popup, 'input[type=search]', 'javaid rehman');
    await answered(popup, 'javaid rehman');
    await waitForText(popup, 'Javaid Rehman', '.hits li:first-child');
    await hand.press(popup, '.hits li:first-child button');
    await waitForText(popup, 'Javaid Rehman', 'article.entity');
    // In the language of the reader where the card is translated.
    const [title] = await texts(popup, 'article.entity h2');
    expect(await texts(popup, '.entity-view .back')).toEqual([word('common.back')]);
    await hand.press(popup, '.entity-view .mute');
    await popup.waitForSelector('.entity-view .mute[aria-pressed=true]');
    await hand.press(popup, '.entity-view .back');
    await hand.write(popup, 'input[type=search]', ' ');
    await waitForText(popup, word('kinds.person'), 'h2');
    // What was found goes after the list has come: the switch below it would move away from under the pointer.
    await popup.waitForFunction(
      (name) => !document.querySelector('.hits li') && !document.querySelector('main')?.textContent?.includes(name!),
      { polling: 50 },
      title,
    );

    // The site is switched off.
    await hand.press(popup, '.switch input');
    await waitForText(popup, word('silence.siteOff'), '.why');
    await marked(page, false);

    // Export, a fresh start, import.
    const options = await session.openExtensionPage('options.html');
    await inFront(options);
    await waitForText(options, word('options.title'), 'h1');
    await waitForText(options, title!, '#muted');
    await waitForText(options, word('options.site.off'), '#sites');
    // Each of these comes on its own, above what is pressed.
    for (const part of ['.access', '#packs li', '#shortcuts']) await options.waitForSelector(part);
    await hand.press(options, '#data > summary');
    await hand.press(options, '#data a[download]');
    const file = join(downloads, 'sidelight-settings.json');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('127.0.0.1');
    await hand.press(options, '#data .reset');
    await options.waitForFunction(() => !document.querySelector('#sites .rows li'), { polling: 50 });
    await hand.give(options, '#data input[type=file]', file);
    await options.waitForSelector('#sites .rows li');
    await waitForText(options, word('options.imported').split('{name}')[1]!, '#data [role=status]');
    expect(
      await options.evaluate(() => browser.storage.local.get(['set.muted.javaid-rehman', 'set.language'])),
    ).toEqual({
      'set.muted.javaid-rehman': true,
      'set.language': language,
    });
  });

  test('the language that is chosen in the options is spoken at once by every page that is open, wherever a walk looks', async () => {
    const options = await session.openExtensionPage('options.html');
    const popup = await session.openExtensionPage('popup.html');
    const reader = await session.openExtensionPage('reader.html');
    await options.waitForSelector('#language');
    await options.waitForSelector('.tick');
    await reader.waitForSelector('.access:not(.paint) input[type=radio]');
    for (const language of languages) {
      await fill(options, '#language', language);
      const words = wordsOf(language);
      const spoken = async () => [await spokenBy(options), await spokenBy(popup)];
      // A page whose script has not run yet has a language of its own.
      await expect.poll(spoken).toEqual([
        [language, direction(language), words['options.title']],
        [language, direction(language), words['popup.title']],
      ]);
      await waitForText(options, words['options.title']!, 'h1');
      await waitForText(options, words['kinds.person']!, '.tick');
      await waitForText(options, titleOfPack(language), `strong[lang=${language}]`);
      const label = () => popup.$eval('input[type=search]', (field) => (field as HTMLInputElement).placeholder);
      await expect.poll(label).toBe(words['search.label']);
      await waitForText(reader, words['reader.title']!, 'h1');
      await expect
        .poll(() => texts(reader, '.access:not(.paint) strong'))
        .toEqual(['access.everywhere', 'access.sites', 'access.press'].map((key) => words[key]));
    }
  });

  // Firefox gives every shortcut that is asked for; Chromium drops in silence those that it uses itself.
  test.runIf(name === 'chromium')('every shortcut that is suggested is free in the browser', async () => {
    const commands = await helper.evaluate(() => browser.commands.getAll());
    const set = commands.filter(({ shortcut }) => shortcut).map((command) => command.name);
    expect(set.sort()).toEqual(['_execute_action', 'next-mark', 'open-card', 'previous-mark']);
  });
});
