/** The card, from the bundled data, in a page of its own. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browser-driver/launch.ts';
import { direction } from '../../src/locale/texts.ts';
import type { Mention } from '../../src/match/types.ts';
import type { CardData } from '../../src/messages/protocol.ts';
import { type Language, languages } from '../../src/settings/types.ts';
import { press } from '../../tests/e2e/card/open.ts';
import type { Setup } from '../../tests/e2e/card/page.ts';
import {
  bundleForPage,
  type Session,
  type StartOptions,
  serve,
  startBrowser,
} from '../../tests/e2e/support/harness.ts';
import { readCards } from '../cards-in.ts';
import type { Wanted } from './main.ts';

interface Shot {
  name: string;
  browser?: BrowserName;
  options?: Omit<StartOptions, 'build'>;
  mention: Partial<Mention> & { entity: string };
  mark?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** The colours that the reader's system has; Chromium only. */
  system?: 'light' | 'dark';
  language?: Language;
  published?: string;
  forced?: boolean;
  touch?: boolean;
  /** Selectors in the card that are clicked first. */
  click?: string[];
  /** Another card, beside the first one, which was kept. */
  beside?: Partial<Mention> & { entity: string };
  /** Selector in the card that is scrolled into view. */
  to?: string;
}

const figure: Shot['mention'] = {
  entity: 'executions-1988',
  kind: 'figure',
  dispute: 'number-killed',
  name: '30,000',
  value: { low: 30_000, high: 30_000 },
  why: { rule: 'figure' },
};
const number = { mention: figure, mark: '30,000', to: '.kind' } as const;
const raisi = { mention: { entity: 'ebrahim-raisi', name: 'Ebrahim Raisi' }, mark: 'Ebrahim Raisi' };
const khomeini = { mention: { entity: 'ruhollah-khomeini', name: 'Khomeini' }, mark: 'Khomeini' };
const dispute = { click: ['.dispute > summary'], to: '.dispute[open]' };
const source = { click: ['.statements .cites button'], to: '.statements' };
const menu = { click: ['.actions > summary'], to: '.actions' };
const undone = { click: ['.actions > summary', '.actions button:nth-of-type(2)'] };
const phone = { viewport: { width: 390, height: 760, hasTouch: true } };
const narrow = { viewport: { width: 320, height: 640 } };
/** What a window of 640 × 900 px is at twice the size. */
const zoomed = { viewport: { width: 320, height: 450, deviceScaleFactor: 2 } };
/** Room for most of a long card. */
const tall = { viewport: { width: 640, height: 1500 } };
const wide = { viewport: { width: 1000, height: 700 } };
/** px; a reader's own size of text, which is 16 px where nothing is chosen. */
const text = (size: number) => ({
  preferences: { 'font.size.variable.x-western': size, 'font.size.variable.ar': size },
});

/** What is easy to get wrong in another language: numbers, offices, sides, Latin names, quotations, dates. */
const inEachLanguage: Shot[] = [
  { name: 'office', ...raisi, published: '2021-06-19' },
  { name: 'number', ...number },
  { name: 'sides', mention: { entity: 'pmoi', name: 'PMOI' }, mark: 'PMOI', ...dispute, options: tall },
  { name: 'all', mention: { entity: 'bbc', name: 'BBC' }, mark: 'BBC', click: ['.more'], to: '.kind', options: tall },
  { name: 'life', ...khomeini, published: '2024-07-22', click: ['.life > summary'], to: '.life', options: tall },
  {
    name: 'event',
    mention: { entity: 'executions-1988' },
    mark: '1988',
    click: ['.more', '.statements .cites button'],
    to: '.kind',
    options: tall,
  },
];

const shots: Shot[] = [
  { name: 'light', ...raisi, published: '2021-06-19' },
  { name: 'dark', ...raisi, theme: 'dark' },
  { name: 'auto-light-system', ...raisi, theme: 'auto', system: 'light' },
  { name: 'auto-dark-system', ...raisi, theme: 'auto', system: 'dark' },
  { name: 'light-dark-system', ...raisi, system: 'dark' },
  ...languages.flatMap((language) =>
    inEachLanguage.map((shot): Shot => ({ ...shot, name: `${language}-${shot.name}`, language })),
  ),
  { name: 'number-dark', ...number, theme: 'dark' },
  { name: 'number-low', ...number, options: { viewport: { width: 480, height: 360 } } },
  { name: 'number-320', ...number, options: narrow },
  { name: 'number-320-de', ...number, options: narrow, language: 'de' },
  { name: 'number-phone', ...number, options: phone, touch: true },
  { name: 'number-table', ...number, click: ['.plot > details > summary'], to: '.plot table' },
  { name: 'number-source', ...number, click: ['.plot li:nth-child(3) summary', '.plot .cites button'], to: '.asked' },
  { name: 'dispute', ...raisi, ...dispute },
  { name: 'dispute-320', ...raisi, ...dispute, options: narrow },
  { name: 'dispute-phone', ...raisi, ...dispute, options: phone, touch: true },
  { name: 'life', ...khomeini, published: '2024-07-22' },
  {
    name: 'timeline',
    mention: { entity: 'executions-1988' },
    mark: '1988 executions',
    published: '2020-01-01',
    click: ['.life > summary'],
    to: '.timeline',
  },
  { name: 'timeline-fa', ...khomeini, language: 'fa', click: ['.life > summary'], to: '.life' },
  { name: 'loaded-word', mention: { entity: 'monafeqin', name: 'Monafeqin' }, mark: 'Monafeqin' },
  { name: 'sources', ...raisi, click: ['.more', '.copy summary'], to: '.sources' },
  { name: 'source', ...raisi, ...source },
  { name: 'source-dark', ...raisi, ...source, theme: 'dark' },
  { name: 'source-fa', ...khomeini, ...source, language: 'fa' },
  { name: 'menu', ...raisi, ...menu },
  { name: 'menu-ar-dark', ...raisi, ...menu, language: 'ar', theme: 'dark' },
  { name: 'menu-phone', ...raisi, ...menu, options: phone, touch: true },
  { name: 'undo', ...raisi, ...undone },
  { name: 'undo-fa', ...raisi, ...undone, language: 'fa' },
  { name: 'undo-phone', ...raisi, ...undone, options: phone, touch: true },
  { name: 'pair', ...raisi, click: ['.keep'], beside: figure, options: wide },
  { name: 'pair-ar-dark', ...raisi, click: ['.keep'], beside: figure, options: wide, language: 'ar', theme: 'dark' },
  { name: 'phone', ...raisi, options: phone, touch: true },
  { name: 'phone-fa', ...raisi, options: phone, touch: true, language: 'fa' },
  { name: '320', ...raisi, options: narrow },
  { name: '320-de', ...raisi, options: narrow, language: 'de' },
  { name: 'zoom-200', ...raisi, options: zoomed },
  { name: 'zoom-200-number', ...number, options: zoomed },
  { name: 'forced-colours', ...number, forced: true },
  { name: 'firefox', browser: 'firefox', ...raisi },
  { name: 'firefox-number', browser: 'firefox', ...number },
  { name: 'firefox-number-fa', browser: 'firefox', ...number, language: 'fa' },
  { name: 'firefox-dispute', browser: 'firefox', ...raisi, ...dispute },
  { name: 'firefox-menu-ar-dark', browser: 'firefox', ...raisi, ...menu, language: 'ar', theme: 'dark' },
  { name: 'firefox-pair', browser: 'firefox', ...raisi, click: ['.keep'], beside: figure, options: wide },
  { name: 'firefox-text-200', browser: 'firefox', ...raisi, options: text(32) },
  { name: 'firefox-text-200-fa', browser: 'firefox', ...raisi, options: text(32), language: 'fa' },
];

async function take(page: Page, shot: Shot, entries: Record<string, CardData>, file: `${string}.png`): Promise<void> {
  const { language = 'en', theme = 'light', mark = '', published, system = 'light' } = shot;
  if (shot.forced || shot.system) {
    const client = await page.createCDPSession();
    const features = [
      { name: 'forced-colors', value: shot.forced ? 'active' : 'none' },
      { name: 'prefers-color-scheme', value: system },
    ];
    await client.send('Emulation.setEmulatedMedia', { features });
  }
  const setup: Setup = {
    entries,
    mentions: { it: { name: mark, ...shot.mention }, ...(shot.beside && { beside: shot.beside }) },
    config: {
      texts: JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')),
      language,
      direction: direction(language),
      settings: { open: 'hover', dwell: 0, theme },
    },
    ...(published && { published }),
  };
  await page.addScriptTag({ url: '/card.js' });
  await page.evaluate((given) => globalThis.CardPage.start(given), setup);
  if (shot.touch) await page.touchscreen.tap(200, 40);
  else await page.evaluate(() => globalThis.CardPage.open('it'));
  await page.waitForFunction(() => globalThis.CardPage.isShown());
  for (const selector of shot.click ?? []) await press(page, selector);
  if (shot.beside) {
    await page.evaluate(() => globalThis.CardPage.open('beside'));
    await page.waitForFunction(() => document.querySelectorAll('div[popover=manual]').length === 2);
  }
  await page.evaluate(
    (to) => globalThis.CardPage.query(to)?.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
    shot.to ?? 'h2',
  );
  await page.screenshot({ path: file });
}

const pageFor = ({ language = 'en', theme, system, mark, beside }: Shot) => {
  const dark = theme === 'dark' || (theme === 'auto' && system === 'dark');
  return `<!doctype html><html lang="${language}" dir="${direction(language)}"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <style>body { font: 18px/1.6 serif; margin: 24px; background: ${dark ? '#15171a; color: #ddd' : '#fff'} }</style>
    <p dir="auto">A page that names <u data-mark="it">${mark}</u>${beside ? ' and <u data-mark="beside">30,000</u>' : ''} among other words.</p>`;
};

export async function takeCards(wanted: Wanted): Promise<void> {
  const cards = await readCards('data');
  const sessions = new Map<string, Session>();
  const entries = new Map<Language, Record<string, CardData>>();
  const site = await serve({});
  try {
    for (const shot of shots) {
      const file = wanted(`card-${shot.name}`);
      if (!file) continue;
      const { browser = 'chromium', options, language = 'en' } = shot;
      if (!entries.has(language)) entries.set(language, await cards.in(language));
      if (site.pages.size === 0)
        site.pages.set('/card.js', {
          body: await bundleForPage('tests/e2e/card/page.ts', 'CardPage'),
          type: 'text/javascript',
        });
      site.pages.set('/', pageFor(shot));
      // Those that differ in nothing share a browser.
      const kind = JSON.stringify([browser, options]);
      const start = { viewport: { width: 640, height: 900 }, ...options, build: 'none' } as const;
      if (!sessions.has(kind)) sessions.set(kind, await startBrowser(browser, start));
      const page = await sessions.get(kind)!.browser.newPage();
      await page.goto(site.origin);
      await page.bringToFront();
      await take(page, shot, entries.get(language)!, file);
      await page.close();
    }
  } finally {
    for (const session of sessions.values()) await session.close();
    await site.close();
  }
}
