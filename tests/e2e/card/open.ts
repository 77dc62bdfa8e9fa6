import type { Page } from 'puppeteer-core';
import {
  type BrowserName,
  bundleForPage,
  inFront,
  type StartOptions,
  serve,
  sharedBrowser,
  startBrowser,
} from '../support/harness.ts';
import { setup } from './data.ts';
import type { Setup } from './page.ts';

declare global {
  var CardPage: typeof import('./page.ts');
  /** What the page saw. */
  var seen: string[];
  /** Starts what `beforeTimers` holds back. */
  var startTimers: () => void;
}

export const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mountains</title>
<style>body { font: 18px/1.5 serif; margin: 60px } [data-mark] { text-decoration: underline } .far { margin-top: 2000px }</style>
<h1>News of mountains</h1>
<p id="one">Snow fell on <span data-mark="everest">Mount Everest</span> in <span data-mark="nepal">Nepal</span> today.</p>
<p>They call it the <span data-mark="epithet">Roof of the World</span>, <span data-mark="figure">8,844 metres</span> high,
since the <span data-mark="ascent">first ascent</span>. See <a href="#there" data-mark="everest-link">Everest</a>.</p>
<button id="button">A button</button>
<dialog id="dialog"><p>In a dialog: <span data-mark="dialog">Everest</span></p></dialog>
<p class="far" id="there">The end, and <span data-mark="gone">Nobody</span></p>`;

const mentions = {
  ...setup().mentions,
  'everest-link': { entity: 'mount-everest' },
  dialog: { entity: 'mount-everest' },
};

let bundle: Promise<string> | undefined;

/** A browser that shows pages with the card in them. */
export async function startCards(name: BrowserName, options: Omit<StartOptions, 'build'> = {}) {
  // The same for every file of tests.
  bundle ??= bundleForPage('tests/e2e/card/page.ts', 'CardPage');
  const site = await serve({ '/card.js': { body: await bundle, type: 'text/javascript' }, '/': article });
  const own = Object.keys(options).length > 0;
  const session = await (own ? startBrowser(name, { ...options, build: 'none' }) : sharedBrowser(name, 'none'));
  const free: Page[] = [];
  /** What gives each tab back to the session. */
  const giveBack = new Map<Page, () => Promise<void>>();
  let opened = 0;

  /** One that was closed goes straight from its page to the next, which is half of the work that a tab of the session does between two. */
  async function tab(): Promise<Page> {
    const old = free.pop();
    if (old) {
      // Not on a mark when the next page comes.
      await old.mouse.move(0, 0);
      return old;
    }
    const page = await session.tab();
    const viewport = JSON.stringify(page.viewport());
    const { close } = page;
    giveBack.set(page, close);
    page.close = async () => {
      if (JSON.stringify(page.viewport()) !== viewport) return close();
      page.off('pageerror').off('console');
      free.push(page);
    };
    return page;
  }

  return {
    site,
    session,
    async open(more: Partial<Setup> = {}, html?: string): Promise<Page> {
      if (html) site.pages.set('/other', html);
      const page = await tab();
      // An address of its own: none comes back scrolled as it was left.
      await page.goto(`${site.origin}${html ? '/other' : '/'}?${++opened}`);
      await page.addScriptTag({ url: '/card.js' });
      await page.evaluate((given) => globalThis.CardPage.start(given), setup({ mentions, ...more }));
      await inFront(page);
      return page;
    },
    async close() {
      for (const [page, close] of giveBack) {
        page.close = close;
        await page.close();
      }
      await session.close();
      await site.close();
    },
  };
}

export type Cards = Awaited<ReturnType<typeof startCards>>;

export const shown = (page: Page) => page.waitForFunction(() => globalThis.CardPage.isShown(), { polling: 50 });
export const gone = (page: Page) => page.waitForFunction(() => !globalThis.CardPage.host(), { polling: 50 });
export const cardText = (page: Page) => page.evaluate(() => globalThis.CardPage.text());
export const isShown = (page: Page) => page.evaluate(() => globalThis.CardPage.isShown());
export const logged = (page: Page) => page.evaluate(() => globalThis.CardPage.log);

/** Opens by command, which moves the focus into the card. */
export async function openByKey(page: Page, mark: string): Promise<void> {
  await page.evaluate((name) => globalThis.CardPage.open(name), mark);
  await shown(page);
}

export function middle(page: Page, mark: string): Promise<{ x: number; y: number }> {
  return page.evaluate((selector) => {
    const rect = document.querySelector(selector)!.getBoundingClientRect();
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  }, `[data-mark="${mark}"]`);
}

export async function moveTo(page: Page, mark: string): Promise<void> {
  const { x, y } = await middle(page, mark);
  await page.mouse.move(x, y);
}

export async function clickOn(page: Page, mark: string): Promise<void> {
  const { x, y } = await middle(page, mark);
  await page.mouse.click(x, y);
}

/** Ends when an element of the card is there and can be seen. */
export const inSight = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => (globalThis.CardPage.query(wanted)?.getClientRects().length ?? 0) > 0, {}, selector);

/** Clicks an element of the card, once it is there, with the mouse: it hears no other click. */
export async function press(page: Page, selector: string): Promise<void> {
  await inSight(page, selector);
  const { x, y } = await page.evaluate((wanted) => {
    const element = globalThis.CardPage.query(wanted)!;
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
  await page.mouse.click(x, y);
}

/** Opens all that a card can open: what is behind "more", and every disclosure. */
export async function openAll(page: Page): Promise<void> {
  const next = (selector: string) => page.evaluate((wanted) => globalThis.CardPage.query(wanted) !== null, selector);
  const closed = 'details:not([open]) > summary';
  if (await next('.more')) await press(page, '.more');
  while (await next(closed)) await press(page, closed);
}

/** Ends when three frames were begun: a third waits until the first is where the browser looks for what a wheel scrolls. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/**
 * Does `act` while the timers that the page sets stand still, and starts them when the card has heard of it: on a machine that
 * stalls, the grace of the card (300 ms) would run out between two steps of a pointer that is on its way.
 */
export async function beforeTimers(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const real = window.setTimeout;
    const held: [TimerHandler, number | undefined][] = [];
    window.setTimeout = ((work: TimerHandler, ms?: number) => held.push([work, ms])) as typeof setTimeout;
    globalThis.startTimers = () => {
      window.setTimeout = real;
      for (const [work, ms] of held) real(work, ms);
    };
  });
  await act();
  // A move is looked at in the frame after it.
  await drawn(page);
  await page.evaluate(() => globalThis.startTimers());
}

/**
 * Lets every wait of the card come to its end (dwell 50 ms, grace 300 ms, long press 450 ms): a timer of the page that is set
 * later and runs longer is called after them. For tests that say what does not happen.
 */
export function letTimersRun(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((done) => setTimeout(() => requestAnimationFrame(() => done()), 600)));
}
