/**
 * Pictures of popup, panel, options and welcome page, for people to look at: `npm run screenshots:pages [-- PART-OF-NAME …]`, under
 * `.output/screenshots/`. Taken in Chromium from the build of the end-to-end tests, which is made when sources have changed.
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { type Session, serve, startBrowser } from '../tests/e2e/support/harness.ts';
import { besides, fill, give, press } from '../tests/e2e/ui/parts.ts';
import { textPdf } from '../tests/e2e/ui/pdf-files.ts';
import { buildExtensions } from './builds.ts';

declare const browser: typeof import('webextension-polyfill');

interface Look {
  language?: string;
  theme?: 'light' | 'dark';
  /** CSS pixels before zoom. */
  width: number;
  zoom?: number;
  forced?: boolean;
}

/** CSS pixels before zoom, and how many pictures of that height show enough of a page. */
const tallest = 2400;
const mostParts = 3;

/** Each state, by name: opens a page and brings it there. */
const states: Record<string, (session: Session, article: string) => Promise<Page>> = {
  async popup(session, article) {
    const { own } = await besides(session, 'popup', article);
    await own.waitForSelector('.mentions .name');
    return own;
  },
  async 'popup-search'(session) {
    const popup = await session.openExtensionPage('popup.html');
    await fill(popup, 'input[type=search]', 'khom');
    await popup.waitForSelector('.hits button');
    return popup;
  },
  async 'popup-near'(session) {
    const popup = await session.openExtensionPage('popup.html');
    await fill(popup, 'input[type=search]', 'Ruholah Khomeyni');
    await popup.waitForSelector('.hits button');
    return popup;
  },
  async 'popup-legend'(session, article) {
    const popup = await states.popup!(session, article);
    await press(popup, '.legend-fold summary');
    return popup;
  },
  async 'popup-muted'(session) {
    const popup = await states['popup-entity']!(session, '');
    await press(popup, '.entity-view .mute');
    await popup.waitForSelector('.said .undo');
    return popup;
  },
  async 'popup-entity'(session) {
    const popup = await states['popup-search']!(session, '');
    await press(popup, '.hits button');
    await popup.waitForSelector('article.entity');
    return popup;
  },
  async 'popup-why'(session) {
    const popup = await session.openExtensionPage('popup.html?tab=999999');
    await popup.waitForSelector('.why');
    return popup;
  },
  async panel(session, article) {
    const { own } = await besides(session, 'sidepanel', article);
    await own.waitForSelector('.following [aria-current]');
    return own;
  },
  async options(session) {
    const options = await session.openExtensionPage('options.html');
    await options.waitForSelector('#packs li');
    return options;
  },
  async 'options-unfolded'(session) {
    const options = await states.options!(session, '');
    await options.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    return options;
  },
  async 'reader-pdf'(session) {
    const reader = await states.reader!(session, '');
    await give(
      reader,
      'report.pdf',
      textPdf([['Findings', '', 'Maryam Rajavi spoke of Javaid Rehman.'], ['The end.']]),
    );
    await reader.waitForSelector('article.text .page');
    await reader.$eval('#own-text', (heading) => heading.scrollIntoView());
    return reader;
  },
  async reader(session) {
    const reader = await session.openExtensionPage('reader.html');
    await reader.bringToFront();
    await reader.waitForFunction(() => CSS.highlights.size > 0 && document.querySelector('.example-card'), {
      polling: 50,
    });
    return reader;
  },
};

const looks: Record<string, Look> = {
  'en-light': { width: 800 },
  'en-1280': { width: 1280 },
  'de-dark': { language: 'de', theme: 'dark', width: 800 },
  'fa-light': { language: 'fa', width: 800 },
  'ar-dark-320': { language: 'ar', theme: 'dark', width: 320 },
  'fr-320': { language: 'fr', width: 320 },
  'es-wide': { language: 'es', width: 1800 },
  'de-zoom': { language: 'de', width: 800, zoom: 2 },
  'fa-zoom': { language: 'fa', width: 800, zoom: 2 },
  'en-forced': { width: 800, forced: true },
};

/**
 * A long page becomes a few pictures: nobody can look at one of 45,000 pixels. They are pictures of what is in view, since one of the
 * whole page takes the size before zoom for that after it, and shows half.
 */
async function takeParts(page: Page, { width, zoom = 1 }: Look, file: string): Promise<void> {
  const height = zoom * (await page.evaluate(() => document.documentElement.scrollHeight));
  const part = Math.min(Math.ceil(height), tallest);
  await page.setViewport({ width, height: part });
  for (let at = 0; at < mostParts && at * part < height; at++) {
    await page.evaluate(
      (top) =>
        new Promise((done) => {
          scrollTo({ top, behavior: 'instant' });
          requestAnimationFrame(() => setTimeout(done));
        }),
      (at * part) / zoom,
    );
    const path = `${file}${at === 0 ? '' : `-${at + 1}`}.png` as const;
    await page.screenshot({ path });
    console.log(path);
  }
}

async function take(session: Session, article: string, state: string, look: Look, file: string): Promise<void> {
  const helper = await session.control();
  await helper.evaluate(
    async ([language, theme]) => {
      // What the state before has changed.
      await browser.storage.local.clear();
      await browser.storage.local.set({
        'set.language': language,
        'set.theme': theme,
        'set.muted.fatwa': true,
        'set.site.a.example': 'off',
      });
    },
    [look.language ?? 'en', look.theme ?? 'light'],
  );
  const page = await states[state]!(session, article);
  await page.setViewport({ width: look.width, height: 700 });
  if (look.forced) {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }
  await page.evaluate(async (zoom) => {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.setZoom(tab.id, zoom);
  }, look.zoom ?? 1);
  await page.bringToFront();
  await takeParts(page, look, file);
  await page.evaluate(async () => {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.setZoom(tab.id, 1);
  });
  for (const opened of await session.browser.pages()) if (opened !== helper) await opened.close();
}

buildExtensions();
const folder = '.output/screenshots';
await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2);
const site = await serve({ '/sample.html': await readFile('public/sample.html', 'utf8') });
const session = await startBrowser('chromium');
try {
  for (const state of Object.keys(states)) {
    for (const [name, look] of Object.entries(looks)) {
      const file = `${folder}/${state}-${name}`;
      if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
      await take(session, `${site.origin}/sample.html`, state, look, file);
    }
  }
} finally {
  await session.close();
  await site.close();
}
