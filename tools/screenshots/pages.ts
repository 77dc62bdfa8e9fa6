/**
 * The extension's own pages. From the build of the end-to-end tests, which has access to all pages; what is seen before access is given
 * is from the build that ships. Both are made when sources have changed.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browser-driver/launch.ts';
import type { CardData } from '../../src/messages/protocol.ts';
import { bring, forgetPacks } from '../../tests/e2e/packs/parts.ts';
import { inFront, type Session, serve, startBrowser } from '../../tests/e2e/support/harness.ts';
import { openCard } from '../../tests/e2e/support/real-card.ts';
import { besides, fill, give, press } from '../../tests/e2e/ui/parts.ts';
import { textPdf } from '../../tests/e2e/ui/pdf-files.ts';
import { type Build, buildExtension } from '../builds.ts';
import type { Wanted } from './main.ts';

declare const browser: typeof import('webextension-polyfill');

interface Look {
  browser?: BrowserName;
  language?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** The colours of the system. */
  system?: 'light' | 'dark';
  /** CSS pixels before zoom; else what the state is usually seen in. */
  width?: number;
  zoom?: number;
  forced?: boolean;
}

interface State {
  /** Opens a page of the extension and brings it there. */
  open(session: Session, article: string): Promise<Page>;
  build?: Build;
  /** CSS pixels. */
  width?: number;
  /** It is taken as `open` leaves it: another size would change it. */
  still?: boolean;
  /** Looks of a state that differs from another by a part. */
  looks?: readonly string[];
}

const looks: Record<string, Look> = {
  'en-light': {},
  'de-dark': { language: 'de', theme: 'dark' },
  'es-light': { language: 'es' },
  'fa-light': { language: 'fa' },
  'ar-dark-320': { language: 'ar', theme: 'dark', width: 320 },
  'fr-320': { language: 'fr', width: 320 },
  'auto-dark-system': { theme: 'auto', system: 'dark' },
  'auto-light-system': { theme: 'auto', system: 'light' },
  'de-zoom-200': { language: 'de', zoom: 2 },
  'fa-zoom-200': { language: 'fa', zoom: 2 },
  'en-forced': { forced: true },
  'firefox-en': { browser: 'firefox' },
  'firefox-fa-dark': { browser: 'firefox', language: 'fa', theme: 'dark' },
};
const few = ['en-light', 'ar-dark-320', 'firefox-en'];

/** CSS pixels before zoom, and how many pictures of that height show enough of a page. */
const tallest = 2400;
const mostParts = 3;

async function searchFor(session: Session, query: string): Promise<Page> {
  const popup = await session.openExtensionPage('popup.html');
  await fill(popup, 'input[type=search]', query);
  await popup.waitForSelector('.hits button');
  return popup;
}

async function openOptions(session: Session): Promise<Page> {
  const options = await session.openExtensionPage('options.html');
  await options.waitForSelector('#packs li');
  return options;
}

async function openReader(session: Session): Promise<Page> {
  const reader = await session.openExtensionPage('reader.html');
  await reader.bringToFront();
  await reader.waitForSelector('.example-card');
  // The sentence of the example is marked last: it comes when the worker has found it.
  await reader.waitForFunction(
    () =>
      [...CSS.highlights.values()].some((marks) =>
        ([...marks] as StaticRange[]).some(({ startContainer }) => startContainer.parentElement?.matches('.sentence')),
      ),
    { polling: 50 },
  );
  return reader;
}

async function openEntity(session: Session): Promise<Page> {
  const popup = await searchFor(session, '1988 executions');
  await press(popup, '.hits button');
  await popup.waitForSelector('article.entity');
  return popup;
}

/** The picture of a dispute, as a card asks for it: `sides`, of one on which two sides stand against each other; else of one of numbers. */
async function openPicture(session: Session, sides: boolean): Promise<Page> {
  const entity = sides ? 'pmoi' : 'executions-1988';
  const found = await (await session.control()).evaluate(async (wanted) => {
    const asked = { sidelight: 'card', request: { entity: wanted } };
    const { 'set.language': language } = await browser.storage.local.get('set.language');
    // The worker hears of another language a moment after it is stored.
    for (;;) {
      const { reply } = (await browser.runtime.sendMessage(asked)) as { reply: CardData };
      if (language === 'en' || reply.translation) return reply.entity.disputes ?? [];
    }
  }, entity);
  const dispute = found.find((one) => Boolean(one.sides) === sides);
  if (!dispute) throw new Error(`Expected a dispute ${sides ? 'with' : 'without'} sides in the card of ${entity}.`);
  const { id, question } = dispute;
  const picture = await session.openExtensionPage(
    `picture.html?${new URLSearchParams({ entity, dispute: id, question })}`,
  );
  await picture.waitForSelector('.picture h1');
  return picture;
}

const states: Record<string, State> = {
  // The picture of the README.
  'page-with-card': {
    still: true,
    looks: ['en-light', 'de-dark', 'fa-light', 'firefox-en'],
    async open(session, article) {
      const page = await session.open(article);
      await page.setViewport({ width: 900, height: 640 });
      await openCard(page, '30,000 political');
      return page;
    },
  },
  popup: {
    width: 400,
    async open(session, article) {
      const { own } = await besides(session, 'popup', article);
      await own.waitForSelector('.mentions .name');
      return own;
    },
  },
  'popup-legend': {
    width: 400,
    looks: few,
    async open(session, article) {
      const popup = await states.popup!.open(session, article);
      await press(popup, '.legend-fold summary');
      return popup;
    },
  },
  'popup-search': { width: 400, looks: [...few, 'fa-light'], open: (session) => searchFor(session, 'khom') },
  'popup-search-near': { width: 400, looks: few, open: (session) => searchFor(session, 'Ruholah Khomeyni') },
  'popup-entity': { width: 400, looks: [...few, 'de-dark', 'fa-light'], open: openEntity },
  'popup-undo': {
    width: 400,
    looks: few,
    async open(session) {
      const popup = await openEntity(session);
      await press(popup, '.entity-view .mute');
      await popup.waitForSelector('.said .undo');
      return popup;
    },
  },
  'popup-protected': {
    width: 400,
    looks: few,
    async open(session) {
      const popup = await session.openExtensionPage('popup.html?tab=999999');
      await popup.waitForSelector('.why');
      return popup;
    },
  },
  'popup-no-access': {
    width: 400,
    build: 'production',
    looks: [...few, 'de-dark', 'fa-light'],
    async open(session, article) {
      await inFront(await session.open(article));
      // Asked so, since without access the browser tells no addresses.
      const tab = await (await session.control()).evaluate(
        async () => (await browser.tabs.query({ active: true }))[0]?.id,
      );
      const popup = await session.openExtensionPage(`popup.html?tab=${tab}`);
      await popup.waitForSelector('.give');
      return popup;
    },
  },
  panel: {
    width: 400,
    async open(session, article) {
      const { own } = await besides(session, 'sidepanel', article);
      await own.waitForSelector('.following [aria-current]');
      return own;
    },
  },
  options: { open: openOptions },
  'options-unfolded': {
    async open(session, article) {
      await (await session.control()).evaluate(() => browser.storage.local.set({ 'set.shelf': true }));
      const page = await session.open(article);
      await openCard(page, 'Human Rights Watch');
      await page.close();
      const options = await openOptions(session);
      await options.waitForSelector('#shelf .rows li');
      await options.$$eval('details', (all) => {
        for (const each of all) each.open = true;
      });
      return options;
    },
  },
  // A file with names, before it is used: what is in it, and what it would take from the packs that are there.
  'options-import': {
    looks: [...few, 'fa-light', 'de-dark', 'fr-320'],
    async open(session) {
      await forgetPacks(session);
      const options = await openOptions(session);
      const rows = [
        'name,kind,description',
        'Sam Roe,person,A made-up name',
        'Ebrahim Raisi,person,A name that is taken',
      ];
      await options.$$eval('details', (all) => {
        for (const each of all) each.open = each.contains(document.querySelector('.import'));
      });
      await bring(options, 'names.csv', new TextEncoder().encode(rows.join('\n')));
      await options.waitForSelector('.job.ready');
      return options;
    },
  },
  'picture-sides': {
    looks: ['en-light', 'de-dark', 'fa-light', 'ar-dark-320', 'firefox-en', 'firefox-fa-dark'],
    open: (session) => openPicture(session, true),
  },
  'picture-number': { looks: [...few, 'fa-light'], open: (session) => openPicture(session, false) },
  welcome: {
    build: 'production',
    width: 1280,
    async open(session) {
      const reader = await openReader(session);
      await reader.waitForSelector('.begin');
      return reader;
    },
  },
  reader: { open: openReader },
  'reader-pdf': {
    looks: [...few, 'fa-light'],
    async open(session) {
      const reader = await openReader(session);
      const lines = [['Findings', '', 'Maryam Rajavi spoke of Javaid Rehman.'], ['The end.']];
      await give(reader, 'report.pdf', textPdf(lines));
      await reader.waitForSelector('article.text .page');
      return reader;
    },
  },
  'reader-refused': {
    looks: few,
    async open(session) {
      const reader = await openReader(session);
      await give(reader, 'report.pdf', 'no PDF');
      await reader.waitForSelector('form ~ [role=alert]');
      return reader;
    },
  },
};

/**
 * A long page becomes a few pictures: nobody can look at one of 45,000 pixels. They are pictures of what is in view, since one of the
 * whole page takes the size before zoom for that after it, and shows half.
 */
async function takeParts(page: Page, width: number, zoom: number, file: string): Promise<void> {
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
    const path = file.replace('.png', `${at === 0 ? '' : `-${at + 1}`}.png`) as `${string}.png`;
    await page.screenshot({ path });
  }
}

async function take(session: Session, article: string, state: State, look: Look, file: `${string}.png`): Promise<void> {
  const { language = 'en', theme = 'light', zoom = 1 } = look;
  // Twice the size asks for twice the room.
  const width = look.width ?? (zoom > 1 ? 800 : (state.width ?? 800));
  const helper = await session.control();
  await helper.evaluate(
    async (choices) => {
      // What the state before has changed.
      localStorage.clear();
      await browser.storage.local.clear();
      await browser.storage.local.set(choices);
    },
    { 'set.language': language, 'set.theme': theme, 'set.muted.fatwa': true, 'set.site.a.example': 'off' },
  );
  const page = await state.open(session, article);
  if (state.still) {
    await page.screenshot({ path: file });
    await page.close();
    return;
  }
  await page.setViewport({ width, height: 700 });
  if (look.forced || look.system) {
    const client = await page.createCDPSession();
    const features = [
      { name: 'forced-colors', value: look.forced ? 'active' : 'none' },
      { name: 'prefers-color-scheme', value: look.system ?? 'light' },
    ];
    await client.send('Emulation.setEmulatedMedia', { features });
  }
  const zoomTo = (factor: number) =>
    page.evaluate(async (wanted) => {
      const tab = await browser.tabs.getCurrent();
      if (tab?.id !== undefined) await browser.tabs.setZoom(tab.id, wanted);
    }, factor);
  await zoomTo(zoom);
  await page.bringToFront();
  await takeParts(page, width, zoom, file);
  await zoomTo(1);
  for (const opened of await session.browser.pages()) if (opened !== helper) await opened.close();
}

export async function takePages(wanted: Wanted): Promise<void> {
  const sessions = new Map<string, Session>();
  const site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
  try {
    for (const [name, state] of Object.entries(states)) {
      for (const of of state.looks ?? Object.keys(looks)) {
        const file = wanted(`${name}-${of}`);
        if (!file) continue;
        const { browser: kind = 'chromium' } = looks[of]!;
        const { build = 'e2e' } = state;
        const key = `${kind} ${build}`;
        if (!sessions.has(key)) {
          buildExtension(kind);
          sessions.set(key, await startBrowser(kind, { build }));
        }
        await take(sessions.get(key)!, `${site.origin}/sample.html`, state, looks[of]!, file);
      }
    }
  } finally {
    for (const session of sessions.values()) await session.close();
    await site.close();
  }
}
