/**
 * Pictures of the card in the states that are easy to get wrong, from the bundled data, in a real browser: `.output/screenshots/`.
 * To be looked at by a person; what can be asserted is asserted in tests/e2e/card.
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { BrowserName } from '../browser-driver/launch.ts';
import { direction } from '../src/locale/texts.ts';
import type { Mention } from '../src/match/types.ts';
import { type Language, languages } from '../src/settings/types.ts';
import { press } from '../tests/e2e/card/open.ts';
import type { Setup } from '../tests/e2e/card/page.ts';
import { bundleForPage, type StartOptions, serve, startBrowser } from '../tests/e2e/support/harness.ts';
import { readCards } from './cards-in.ts';

interface Shot {
  name: string;
  browser?: BrowserName;
  options?: Omit<StartOptions, 'build'>;
  mention: Partial<Mention> & { entity: string };
  mark?: string;
  theme?: 'light' | 'dark';
  language?: Language;
  published?: string;
  forced?: boolean;
  touch?: boolean;
  /** Selectors in the card that are clicked first. */
  click?: string[];
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
/** Room for most of a long card. */
const tall = { viewport: { width: 640, height: 1500 } };
const raisi: Shot['mention'] = { entity: 'ebrahim-raisi', name: 'Ebrahim Raisi' };

/** One card of each kind that is easy to get wrong in another language: numbers, sides, offices, Latin names, quotations, dates. */
const inEachLanguage: Shot[] = [
  { name: 'figure', mention: figure, mark: '30,000', to: '.asked' },
  { name: 'office', mention: raisi, mark: 'Ebrahim Raisi', published: '2021-06-19' },
  { name: 'all', mention: { entity: 'bbc', name: 'BBC' }, mark: 'BBC', options: tall, click: ['.more'], to: '.kind' },
  {
    name: 'sides',
    mention: { entity: 'pmoi', name: 'PMOI' },
    mark: 'PMOI',
    options: tall,
    click: ['.dispute > summary', '.dispute[open] .cites button'],
    to: '.dispute[open]',
  },
  {
    name: 'life',
    mention: { entity: 'ruhollah-khomeini', name: 'Khomeini' },
    mark: 'Khomeini',
    published: '2024-07-22',
    options: tall,
    click: ['.life summary'],
    to: '.life',
  },
  {
    name: 'event',
    mention: { entity: 'executions-1988' },
    mark: '1988',
    options: tall,
    click: ['.more', '.statements .cites button'],
    to: '.kind',
  },
];

const shots: Shot[] = [
  { name: 'light', mention: raisi, mark: 'Ebrahim Raisi', published: '2021-06-19' },
  { name: 'dark', mention: raisi, mark: 'Ebrahim Raisi', theme: 'dark' },
  { name: 'plot', mention: figure, mark: '30,000', to: '.asked' },
  {
    name: 'number-low',
    mention: figure,
    mark: '30,000',
    options: { viewport: { width: 480, height: 360 } },
    to: '.kind',
  },
  {
    name: 'life',
    mention: { entity: 'ruhollah-khomeini', name: 'Khomeini' },
    mark: 'Khomeini',
    published: '2024-07-22',
  },
  { name: 'plot-dark', mention: figure, mark: '30,000', to: '.dispute[open]', theme: 'dark' },
  { name: 'table', mention: figure, mark: '30,000', click: ['.plot > details > summary'], to: '.plot table' },
  { name: 'sides', mention: raisi, mark: 'Ebrahim Raisi', click: ['.dispute > summary'], to: '.dispute[open]' },
  { name: 'epithet', mention: { entity: 'monafeqin', name: 'Monafeqin' }, mark: 'Monafeqin' },
  { name: 'sources', mention: raisi, mark: 'Ebrahim Raisi', click: ['.more', '.copy summary'], to: '.sources' },
  { name: 'passage', mention: raisi, mark: 'Ebrahim Raisi', click: ['.statements .cites button'], to: '.statements' },
  {
    name: 'passage-dark',
    mention: raisi,
    mark: 'Ebrahim Raisi',
    theme: 'dark',
    click: ['.statements .cites button'],
    to: '.statements',
  },
  {
    name: 'passage-plot',
    mention: figure,
    mark: '30,000',
    click: ['.plot li:nth-child(3) summary', '.plot .cites button'],
    to: '.asked',
  },
  {
    name: 'rtl-passage',
    mention: { entity: 'ruhollah-khomeini', name: 'روح‌الله خمینی' },
    mark: 'روح‌الله خمینی',
    language: 'fa',
    click: ['.statements .cites button'],
    to: '.statements',
  },
  { name: 'menu', mention: raisi, mark: 'Ebrahim Raisi', click: ['.actions summary'], to: '.actions' },
  {
    name: 'timeline',
    mention: { entity: 'executions-1988' },
    mark: '1988 executions',
    published: '2020-01-01',
    click: ['.life summary'],
    to: '.timeline',
  },
  {
    name: 'rtl',
    mention: { entity: 'ruhollah-khomeini', name: 'روح‌الله خمینی' },
    mark: 'روح‌الله خمینی',
    language: 'fa',
  },
  { name: 'rtl-plot', mention: figure, mark: '۳۰٬۰۰۰', language: 'fa', to: '.asked' },
  {
    name: 'narrow',
    mention: figure,
    mark: '30,000',
    options: { viewport: { width: 320, height: 640 } },
    to: '.asked',
  },
  {
    name: 'sheet',
    mention: raisi,
    mark: 'Ebrahim Raisi',
    touch: true,
    options: { viewport: { width: 390, height: 760, hasTouch: true } },
  },
  {
    name: 'large-font',
    browser: 'firefox',
    mention: raisi,
    mark: 'Ebrahim Raisi',
    options: { preferences: { 'font.size.variable.x-western': 28 } },
  },
  { name: 'forced-colours', mention: figure, mark: '30,000', forced: true, to: '.asked' },
  ...languages.flatMap((language) =>
    inEachLanguage.map((shot): Shot => ({ ...shot, name: `${language}-${shot.name}`, language })),
  ),
];

const folder = '.output/screenshots';
await mkdir(folder, { recursive: true });
const cards = await readCards('data');

async function take(shot: Shot, script: string): Promise<void> {
  const { language = 'en', theme = 'light', mark = '', published } = shot;
  const dir = direction(language);
  const texts = JSON.parse(await readFile(`locales/${language}.json`, 'utf8'));
  const setup: Setup = {
    entries: await cards.in(language),
    mentions: { it: { name: mark, ...shot.mention } },
    config: { texts, language, direction: dir, settings: { open: 'hover', dwell: 0, theme } },
    ...(published && { published }),
  };
  const ground = theme === 'dark' ? '#15171a; color: #ddd' : '#fff';
  const site = await serve({
    '/card.js': { body: script, type: 'text/javascript' },
    '/': `<!doctype html><html lang="${language}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <style>body { font: 18px/1.6 serif; margin: 24px; background: ${ground} }</style>
      <p>A page that names <u data-mark="it">${mark}</u> among other words.</p>`,
  });
  const session = await startBrowser(shot.browser ?? 'chromium', {
    viewport: { width: 640, height: 900 },
    ...shot.options,
    build: 'none',
  });
  try {
    const page = await session.open(site.origin);
    await page.addScriptTag({ url: '/card.js' });
    if (shot.forced) {
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    await page.evaluate((given) => globalThis.CardPage.start(given), setup);
    if (shot.touch) await page.touchscreen.tap(200, 40);
    else await page.evaluate(() => globalThis.CardPage.open('it'));
    await page.waitForFunction(() => globalThis.CardPage.isShown());
    for (const selector of shot.click ?? []) await press(page, selector);
    await page.evaluate((to) => globalThis.CardPage.query(to)?.scrollIntoView(), shot.to ?? 'h2');
    await page.screenshot({ path: `${folder}/card-${shot.name}.png` as const });
    console.log(`${folder}/card-${shot.name}.png`);
  } finally {
    await session.close();
    await site.close();
  }
}

const script = await bundleForPage('tests/e2e/card/page.ts', 'CardPage');
const wanted = process.argv.slice(2);
for (const shot of shots) if (wanted.length === 0 || wanted.includes(shot.name)) await take(shot, script);
