/** What open data knows can be gone through, and the reader decides whether it is painted, and in which language cards come. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browserNames, inFront, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

const text =
  '<p>Narendra Modi spoke of India, and Maryam Rajavi of Iran, at some length and to nobody in particular.</p>';

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;

  beforeAll(async () => {
    site = await serve({ '/news.html': `<!doctype html><html lang="en"><title>News</title><body>${text}` });
    session = await sharedBrowser(name);
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test('the reader page lists the countries, and of each its offices, bodies and their members', async () => {
    const reader = await session.openExtensionPage('reader.html');
    const open = async (name: string) => {
      await waitForText(reader, name, '.browse .hits button strong');
      await reader.$$eval(
        '.browse .hits button',
        (buttons, wanted) =>
          (buttons as HTMLElement[]).find((button) => button.querySelector('strong')?.textContent === wanted)!.click(),
        name,
      );
    };
    await reader.$eval('details.own summary', (summary) => (summary as HTMLElement).click());
    await open('Australia');
    await waitForText(reader, 'Head of government of', '.browse h3');
    await waitForText(reader, 'Anthony Albanese', '.browse .hits');
    await open('House of Representatives of Australia');
    await waitForText(reader, 'Member of', '.browse h3');
    await waitForText(reader, 'From open data', '.browse article');
    await reader.close();
  });

  test('a reader of Persian gets a Persian card, its original and back, and English ones on request', async () => {
    const panel = await session.openExtensionPage('sidepanel.html?entity=abbas-araghchi');
    const choose = (items: Record<string, string>) =>
      panel.evaluate((chosen) => browser.storage.local.set(chosen), items);
    const shown = (lang: string, name: string) =>
      panel.waitForFunction(
        (lang, name) => document.querySelector<HTMLElement>(`article h2 [lang=${lang}]`)?.textContent === name,
        {},
        lang,
        name,
      );
    await choose({ 'set.language': 'fa' });
    await shown('fa', 'عباس عراقچی');
    await panel.waitForSelector('.description [lang=fa]');
    await choose({ 'set.cards': 'original' });
    await shown('en', 'Abbas Araghchi');
    await choose({ 'set.cards': 'interface' });
    await shown('fa', 'عباس عراقچی');
    await panel.waitForSelector('.turn');
    await inFront(panel);
    await panel.click('.turn');
    await shown('en', 'Abbas Araghchi');
    await inFront(panel);
    await panel.click('.turn');
    await shown('fa', 'عباس عراقچی');
    await panel.evaluate(() => browser.storage.local.clear());
    await panel.close();
  });

  test('people of politics are painted unless the reader wants contested subjects alone; places are not', async () => {
    const options = await session.openExtensionPage('options.html');
    const page = await session.open(`${site.origin}/news.html`);
    await expectMarks(page, ['Narendra Modi', 'Maryam Rajavi', 'Iran']);
    const choose = (at: number) =>
      options.$$eval('.paint input', (inputs, index) => (inputs[index] as HTMLElement).click(), at);
    await options.waitForSelector('.paint input');
    await choose(1);
    await expectMarks(page, ['Maryam Rajavi', 'Iran']);
    await choose(0);
    await expectMarks(page, ['Narendra Modi', 'Maryam Rajavi', 'Iran']);
    for (const each of [options, page]) await each.close();
  });
});
