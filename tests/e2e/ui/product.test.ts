import { readFileSync } from 'node:fs';
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../src/settings/types.ts';
import { savedBy } from '../packs/parts.ts';
import { browserNames, inFront, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { openCard, waitForHosts } from '../support/real-card.ts';
import { until } from '../support/until.ts';
import { workerHolds } from '../support/worker-holds.ts';
import { answered, besides, fill, forgetSettings, kept, marked, press, texts, waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');
declare const chrome: Record<string, Record<string, { dispatch(...values: unknown[]): void }>>;

const sample = readFileSync('public/sample.html', 'utf8');

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  let article: string;

  beforeAll(async () => {
    session = await sharedBrowser(name);
    site = await serve({ '/sample.html': sample });
    article = `${site.origin}/sample.html`;
  });
  afterEach(() => forgetSettings(session));
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  const settingsOf = (page: Page) => page.evaluate(() => browser.storage.local.get(null));

  test('the panel lists mentions in reading order, follows the reading, and keeps an entry open beside it', async () => {
    const { own: panel, page } = await besides(session, 'sidepanel', article);
    await panel.waitForSelector('.following [aria-current]');
    expect((await texts(panel, '.following b')).slice(0, 2)).toEqual(['Iran', 'Ruhollah Khomeini']);
    const first = await texts(panel, '.following [aria-current] b');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await panel.waitForFunction(
      (before) => {
        const now = document.querySelector('.following [aria-current] b')?.textContent;
        return now && now !== before;
      },
      { polling: 50 },
      first[0],
    );
    await press(panel, '.following li:first-child .name');
    await panel.waitForSelector('article.entity');
    expect(await texts(panel, '.following b')).not.toEqual([]);
    await panel.close();
    await page.close();
  });

  test('a jump from the list brings the mention into view', async () => {
    const { own: panel, page } = await besides(session, 'sidepanel', article);
    await panel.waitForSelector('.following li:last-child .jump');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await press(panel, '.following li:last-child .jump');
    await page.waitForFunction(() => scrollY > 0, { polling: 50 });
    await panel.close();
    await page.close();
  });

  test('the name of a site begins where its row begins in a right-to-left language', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.evaluate(() => browser.storage.local.set({ 'set.language': 'fa', 'set.site.a.example': 'off' }));
    await options.waitForSelector('[dir="rtl"] #sites .rows li > span:first-child');
    const gap = await options.evaluate(() => {
      const row = document.querySelector('#sites .rows li')!;
      row.closest('details')!.open = true;
      const words = document.createRange();
      words.selectNodeContents(row.querySelector('span')!);
      return row.getBoundingClientRect().right - words.getBoundingClientRect().right;
    });
    expect(gap).toBeLessThan(30);
    await options.close();
  });

  test('a pause leaves every page, and ends at its time without a reload', async () => {
    const { own: popup, page } = await besides(session, 'popup', article);
    await popup.waitForSelector('.mentions .name');
    await press(popup, '.pause');
    await waitForText(popup, 'Sidelight is paused.', '.why');
    await inFront(page);
    await marked(page, false);
    // The hour, made short: what the popup wrote is an item like any other.
    await popup.evaluate(() => browser.storage.local.set({ 'set.pausedUntil': Date.now() + 300 }));
    await marked(page);
    await popup.close();
    await page.close();
  });

  test('a name that is silenced in its entry is marked nowhere until it is allowed again, and each can be taken back', async () => {
    const { own: popup, page } = await besides(session, 'popup', article);
    await waitForText(popup, 'Javaid Rehman', '.mentions');
    await popup.$$eval('.mentions .name', (buttons) =>
      (buttons.find((button) => button.textContent === 'Javaid Rehman') as HTMLElement).click(),
    );
    await popup.waitForSelector('article.entity');
    await press(popup, '.entity-view .mute');
    await waitForText(popup, 'Javaid Rehman is not marked any more', '.said');
    await press(popup, '.said .undo');
    await waitForText(popup, 'Javaid Rehman is marked again', '.said');
    await popup.waitForSelector('.entity-view .mute[aria-pressed=false]');
    await press(popup, '.entity-view .mute');
    await popup.waitForSelector('.entity-view .mute[aria-pressed=true]');
    await popup.$eval('main', (main) =>
      main.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    await popup.waitForFunction(
      () =>
        document.querySelector('.mentions') &&
        !document.querySelector('.mentions')?.textContent?.includes('Javaid Rehman'),
      { polling: 50 },
    );
    const options = await session.openExtensionPage('options.html');
    await waitForText(options, 'Javaid Rehman', '#muted');
    await press(options, '#muted .rows button');
    await waitForText(options, 'Javaid Rehman is marked again', '#muted .said');
    await press(options, '#muted .undo');
    await waitForText(options, 'Javaid Rehman', '#muted .rows');
    await press(options, '#muted .rows button');
    await inFront(page);
    await waitForText(popup, 'Javaid Rehman', 'main');
    for (const each of [options, popup, page]) await each.close();
  });

  test('the options are no higher than 1,200 pixels before anything is unfolded, in each language', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.setViewport({ width: 1280, height: 800 });
    for (const language of languages) {
      await options.evaluate((choice) => browser.storage.local.set({ 'set.language': choice }), language);
      await options.waitForFunction(
        (wanted) => document.documentElement.lang === wanted && document.querySelector('#packs li'),
        { polling: 50 },
        language,
      );
      const height = await options.evaluate(() => document.documentElement.scrollHeight);
      expect([language, height <= 1200 ? 'low enough' : height]).toEqual([language, 'low enough']);
    }
    expect(await texts(options, '#general, #look')).not.toContainEqual(expect.stringMatching(/millisecond/i));
    await options.close();
  });

  test('settings go to a file and come back from it, with a word on what was not taken', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#general select');
    await fill(options, '#dwell', '250');
    await options.waitForFunction(
      () =>
        decodeURIComponent(document.querySelector('a[download]')?.getAttribute('href') ?? '').includes('"dwell": 250'),
      { polling: 50 },
    );
    const exported = decodeURIComponent(
      (await options.$eval('a[download]', (link) => link.getAttribute('href')))!.replace(/^data:[^,]*,/, ''),
    );
    const file = JSON.parse(exported);
    expect(file).toMatchObject({ format: 'sidelight-settings', version: 2, settings: { dwell: 250 } });

    const give = (text: string) =>
      options.$eval(
        '#data input[type=file]',
        (input, content) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content], 'mine.json', { type: 'application/json' }));
          (input as HTMLInputElement).files = transfer.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        text,
      );
    await give(
      JSON.stringify({ ...file, settings: { ...file.settings, dwell: 700, theme: 'purple', 'site.a.example': 'off' } }),
    );
    await waitForText(options, 'are in use', '#data');
    await expect
      .poll(() => texts(options, '.problems li'))
      .toEqual(['“theme” was left out: expected one of auto, light, dark.']);
    await waitForText(options, 'a.example', '#sites');
    await expect.poll(() => settingsOf(options)).toMatchObject({ 'set.dwell': 700, 'set.site.a.example': 'off' });

    await give('no settings at all');
    await waitForText(options, 'could not be read', '#data');
    await options.close();
  });

  test('a reset can be taken back', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#general select');
    await fill(options, '#dwell', '250');
    await waitForText(options, '"set.dwell": 250', '#privacy pre');
    // What is taken back is what the page knows, which may be a step behind what is stored.
    await options.waitForFunction(
      () =>
        decodeURIComponent(document.querySelector('a[download]')?.getAttribute('href') ?? '').includes('"dwell": 250'),
      { polling: 50 },
    );
    await options.$$eval('#data button', (buttons) => buttons[0]?.click());
    await waitForText(options, 'back to their defaults', '#data');
    await options.waitForFunction(() => !document.querySelector('#privacy pre')?.textContent?.includes('dwell'), {
      polling: 50,
    });
    await options.$$eval('#data button', (buttons) => buttons[1]?.click());
    await waitForText(options, '"set.dwell": 250', '#privacy pre');
    await options.close();
  });

  test('the shelf keeps whose card was opened, once it is switched on, gives it out as a file and forgets it', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#shelf input');
    const page = await session.open(article);
    await openCard(page, 'Javid Rahman');
    expect(await texts(options, '#shelf .rows li')).toEqual([]);
    await page.keyboard.press('Escape');
    await waitForHosts(page, 0);
    await press(options, '#shelf input');
    await expect.poll(() => settingsOf(options)).toMatchObject({ 'set.shelf': true });
    // The page hears in its own time that cards are kept: one that opens before is not.
    await until(async () => {
      await openCard(page, 'Human Rights Watch');
      await page.keyboard.press('Escape');
      await waitForHosts(page, 0);
      await page.mouse.move(2, 2);
      await expect.poll(() => kept(options), { timeout: 5000 }).toEqual(['Human Rights Watch']);
    });
    expect(await savedBy(options, '#shelf .csv')).toContain(`human-rights-watch,${await page.title()},${article}`);
    await press(options, '#shelf .ask');
    await press(options, '#shelf .clear');
    await options.waitForFunction(() => !document.querySelector('#shelf .rows li'), { polling: 50 });
    await options.close();
    await page.close();
  });

  test('a list of sites becomes rules, and lines that are no site stay in the field', async () => {
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#sites textarea');
    await fill(options, '#sites textarea', 'https://www.a.example/path\n- b.example\nthis is no site');
    await options.$eval('#sites details form', (form) => (form as HTMLFormElement).requestSubmit());
    await waitForText(options, 'b.example', '#sites .rows');
    await expect
      .poll(async () => (await texts(options, '#sites .rows li')).map((row) => row.replace(/Remove.*/, '')))
      .toEqual(['a.example mark nothing', 'b.example mark names']);
    await expect.poll(() => options.$eval('#sites textarea', (field) => field.value)).toBe('this is no site');
    // One site, where one looks for it.
    await fill(options, '#sites .site input', 'this is none');
    await press(options, '#sites .site button');
    await waitForText(options, '“this is none” is not the address of a site.', '#sites .site');
    await fill(options, '#sites .site input', 'https://www.c.example/');
    await fill(options, '#sites .site select', 'on');
    await press(options, '#sites .site button');
    await waitForText(options, 'c.example mark names', '#sites .rows');
    await expect.poll(() => texts(options, '#sites .site [role=alert]')).toEqual([]);
    await options.close();
  });

  test('the reader saves a report of the mentions as web annotations of the text', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.waitForSelector('article.text p');
    const saved = await savedBy(reader, '.save-report [data-format=webannotation]');
    const { type, items } = JSON.parse(saved);
    expect(type).toBe('AnnotationPage');
    const quoted = items.map((item: { target: { selector: { exact: string }[] } }) => item.target.selector[0]?.exact);
    expect(quoted).toContain('Ruhollah Khomeini');
    expect(quoted).toContain('Javid Rahman');
    await reader.close();
  });

  test('a report for people is in the language of the reader: whom it names, and why', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.evaluate(() => browser.storage.local.set({ 'set.language': 'fa' }));
    await reader.waitForSelector('html[lang=fa] article.text p');
    await workerHolds(await session.control(), { language: 'fa' });
    const saved = await savedBy(reader, '.save-report [data-format=markdown]');
    expect(saved).toContain(
      '- **Ruhollah Khomeini**: روح‌الله خمینی (با نام «\u2068Ruhollah Khomeini\u2069» نشان‌گذاری شد)',
    );
    await reader.evaluate(() => browser.storage.local.clear());
    await reader.close();
  });

  test('a pack that is switched off marks nothing and is not found', async () => {
    const { own: popup, page } = await besides(session, 'popup', article);
    // No other pack has this one.
    await waitForText(popup, 'rimes against humanity', '.mentions');
    const options = await session.openExtensionPage('options.html');
    // Not any field there: the one for files is there before the list.
    await waitForText(options, 'nstitutions', '#packs li');
    await options.$$eval('#packs li', (rows) =>
      rows
        .find((row) => row.textContent?.includes('nstitutions'))
        ?.querySelector('input')
        ?.click(),
    );
    await inFront(page);
    await popup.waitForFunction(
      () =>
        document.querySelector('.mentions') &&
        !document.querySelector('main')?.textContent?.includes('rimes against humanity'),
      { polling: 50 },
    );
    await fill(popup, 'input[type=search]', 'impunity');
    await popup.waitForSelector('search [role=status]');
    expect(await texts(popup, '.hits strong')).not.toContain('impunity');
    for (const each of [options, popup, page]) await each.close();
  });

  test('everything in the popup can be reached and used by keyboard alone', async () => {
    const popup = await session.openExtensionPage('popup.html');
    await inFront(popup);
    const focusIn = (selector: string) =>
      popup.waitForFunction((wanted) => document.activeElement?.closest(wanted), { polling: 50 }, selector);
    await focusIn('input[type=search]');
    await popup.keyboard.type('khomeini');
    // A later answer would take the button with the focus away.
    await answered(popup, 'khomeini');
    await popup.waitForSelector('.hits button');
    await popup.keyboard.press('ArrowDown');
    await focusIn('.hits');
    await popup.keyboard.press('ArrowUp');
    await focusIn('input[type=search]');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('article.entity');
    await popup.waitForFunction(() => document.activeElement?.textContent === 'Back');
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.hits button');
    await popup.close();
  });

  test('the badge says on how many points sources differ, unless the reader does not want it', async () => {
    const helper = await session.control();
    const badge = () =>
      helper.evaluate(async (url) => {
        const tab = (await browser.tabs.query({})).findLast((each) => each.url === url);
        return browser.action.getBadgeText({ tabId: tab?.id ?? 0 });
      }, article);
    const { own: popup, page } = await besides(session, 'popup', article);
    await popup.waitForSelector('#group-disputed');
    const listed = await texts(popup, '[aria-labelledby=group-disputed] .what .quiet');
    const points = listed.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    expect(points).toBeGreaterThan(0);
    await expect.poll(badge).toBe(String(points));
    await helper.evaluate(() => browser.storage.local.set({ 'set.badge': false }));
    await expect.poll(badge).toBe('');
    await popup.close();
    await page.close();
  });

  // Firefox gives no way to press a menu or the address bar from outside, and its events cannot be sent by hand.
  describe.runIf(name === 'chromium')('looking up', () => {
    const backgroundWorker = async (): Promise<WebWorker> => {
      const target = await session.browser.waitForTarget((each) => each.type() === 'service_worker');
      return (await target.worker())!;
    };

    test('a selection by the menu is answered in the panel', async () => {
      const worker = await backgroundWorker();
      const panel = await session.openExtensionPage('sidepanel.html');
      await panel.waitForSelector('input[type=search]');
      // The panel listens a moment after it is drawn.
      const asked = async () => {
        await worker.evaluate(() =>
          chrome.contextMenus!.onClicked!.dispatch(
            { menuItemId: 'look-up', selectionText: 'Rehman' },
            { id: 1, windowId: 1 },
          ),
        );
        return texts(panel, '.hits strong');
      };
      await expect.poll(asked).toContain('Javaid Rehman');
      await panel.close();
    });

    test('a suggestion of the address bar opens its entry', async () => {
      const worker = await backgroundWorker();
      await worker.evaluate(() => chrome.omnibox!.onInputEntered!.dispatch('entry:javaid-rehman', 'newForegroundTab'));
      const target = await session.browser.waitForTarget((each) => each.url().includes('entity=javaid-rehman'));
      const page = (await target.page())!;
      await page.waitForSelector('article.entity');
      expect(await texts(page, 'article.entity h2')).toEqual(['Javaid Rehman']);
      await page.close();
    });

    test('the command for the next mark goes to it', async () => {
      const page = await session.open(article);
      await marked(page);
      const worker = await backgroundWorker();
      const tab = await worker.evaluate(async (url) => {
        const { tabs } = (globalThis as unknown as { browser: typeof browser }).browser;
        return (await tabs.query({ active: true })).find((each) => each.url === url);
      }, article);
      // The mark that was gone to stands in a layer above the others.
      const active = () =>
        [...CSS.highlights.values()].reduce((sum, { priority, size }) => sum + (priority > 0 ? size : 0), 0);
      expect(await page.evaluate(active)).toBe(0);
      await worker.evaluate((front) => chrome.commands!.onCommand!.dispatch('next-mark', front), tab);
      await expect.poll(() => page.evaluate(active)).toBeGreaterThan(0);
      await page.close();
    });
  });
});
