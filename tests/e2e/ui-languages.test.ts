/** A reader who never read the manual, in each language: read the sample, search, silence, switch off, export and import. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/settings/types.ts';
import { browserNames, type Session, type Site, serve, startBrowser } from './harness.ts';
import { besides, fill, forgetSettings, press, texts, waitForText } from './ui-parts.ts';

declare const browser: typeof import('webextension-polyfill');

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  beforeAll(async () => {
    session = await startBrowser(name);
    site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test.each([...languages])('all of it can be done in %s', async (language) => {
    const words = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>;
    const word = (key: string) => words[key]!;

    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#language');
    await fill(options, '#language', language);
    await waitForText(options, word('options.title'), 'h1');
    expect(await options.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      language === 'fa' || language === 'ar' ? 'rtl' : 'ltr',
    ]);

    const reader = await session.openExtensionPage('reader.html');
    await waitForText(reader, word('reader.title'), 'h1');
    await reader.bringToFront();
    await reader.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
    await reader.close();

    const { own: popup, page } = await besides(session, 'popup', `${site.origin}/sample.html`);
    await waitForText(popup, word('kinds.person'), 'h2');
    expect(await popup.$eval('input[type=search]', (field) => (field as HTMLInputElement).placeholder)).toBe(
      word('search.label'),
    );
    await popup.bringToFront();
    await popup.focus('input[type=search]');
    await popup.keyboard.type('rehman');
    await waitForText(popup, 'Javaid Rehman', '.hits');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'Javaid Rehman', 'article.entity');
    expect(await texts(popup, '.entity-view button:first-child')).toContain(word('common.back'));
    await press(popup, '.entity-view [aria-pressed]');
    await waitForText(options, 'Javaid Rehman', '#muted');
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('input[type=search]');
    await fill(popup, 'input[type=search]', '');
    await popup.waitForSelector('.switch input');
    await press(popup, '.switch input');
    await waitForText(popup, word('silence.siteOff'), '.why');
    await page.bringToFront();
    await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });

    await waitForText(options, word('options.site.off'), '#sites');
    const exported = await options.$eval('a[download]', (link) => decodeURIComponent(link.getAttribute('href') ?? ''));
    expect(exported).toContain('"muted.javaid-rehman": true');
    await options.$$eval('#data button', (buttons) => buttons[0]?.click());
    await options.waitForFunction(() => !document.querySelector('#sites .rows li'), { polling: 50 });
    await options.$eval(
      '#data input[type=file]',
      (input, content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'mine.json', { type: 'application/json' }));
        (input as HTMLInputElement).files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      exported.replace(/^data:[^,]*,/, ''),
    );
    await options.waitForSelector('#sites .rows li');
    await waitForText(options, word('options.imported').split('{name}')[1]!, '#data');
    expect(await options.evaluate(() => browser.storage.local.get('set.muted.javaid-rehman'))).toEqual({
      'set.muted.javaid-rehman': true,
    });

    for (const each of [options, popup, page]) await each.close();
    await forgetSettings(session);
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
