/**
 * How long a reader waits for a card: `npm run bench -- cards`. Cards are opened on pages in tabs of their own, by a
 * pointer that rests on a mark, in the build that ships, with access from the start.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { type BrowserName, launch } from '../../browser-driver/launch.ts';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { buildExtension, buildFolder } from '../../tools/builds.ts';
import { printRows, type Row, rowsOf } from '../rows.ts';

/** ms: the wait before a card opens, as it is set at install. */
const dwell = 500;

/** Pages opened, each in a tab of its own, and cards on each. */
const pages = 9;
const cardsOnPage = 4;

const usage = `npm run -s bench -- cards [options]

  --browser chromium|firefox   one browser (default: both)
  --json        a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(usage, { browser: { type: 'string' }, json: { type: 'boolean', default: false } }, args);
  const { browser = '' } = values;
  if (browser && browser !== 'chromium' && browser !== 'firefox')
    wrongUse(usage, `--browser: expected chromium or firefox; found "${browser}".`);
  const rows: Row[] = [];
  for (const name of ['chromium', 'firefox'] as const)
    if (!browser || browser === name) rows.push(...(await cardRows(name)));
  printRows(rows, values.json);
}

export async function cardRows(name: BrowserName): Promise<Row[]> {
  buildExtension(name);
  const article = readFileSync('tests/pages/article.html');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(article);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { browser } = await launch(name, { extension: buildFolder(name, 'e2e') });
  const firsts: number[] = [];
  const others: number[] = [];
  try {
    for (let at = 0; at < pages; at++) {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`;
      const [first = Number.NaN, ...later] = await cardTimes(browser, url, cardsOnPage);
      firsts.push(first);
      others.push(...later);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const { spread } = rowsOf('cards');
  const card = `card in ${name}`;
  return [
    ...spread(card, 'sidelight', 'end of the wait to the first of a page', firsts),
    ...spread(card, 'sidelight', 'the same, the others', others),
  ];
}

/** In the page: notes when the pointer last moved, and when a card that came after it was painted. */
function noteCard(tag: string): void {
  const state = globalThis as { rested?: number; painted?: number };
  addEventListener('pointermove', () => requestAnimationFrame(() => (state.rested = performance.now())), true);
  new MutationObserver(() => {
    if (!document.querySelector(tag)) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (state.painted ??= performance.now());
      port2.postMessage(null);
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** ms from the end of the wait to the painted card, for `count` cards of the article in the gallery; the first loads what shows them. */
export async function cardTimes(browser: Browser, url: string, count: number): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0));
  await page.evaluate(noteCard, 'div[popover=manual]');
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const { x, y } = await page.evaluate(() => {
      Object.assign(globalThis, { painted: undefined });
      for (const layer of CSS.highlights.values() as Iterable<Highlight & Iterable<StaticRange>>) {
        for (const { startContainer, startOffset, endOffset } of layer) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(startContainer, endOffset);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
      }
      throw new Error('expected a mark');
    });
    await page.mouse.move(x, y);
    await page.waitForFunction(() => (globalThis as { painted?: number }).painted !== undefined);
    times.push(
      await page.evaluate((wait) => {
        const { rested = 0, painted = 0 } = globalThis as { rested?: number; painted?: number };
        return painted - rested - wait;
      }, dwell),
    );
    await page.mouse.move(1, 1);
    await page.waitForFunction(() => !document.querySelector('div[popover=manual]'));
  }
  await page.close();
  return times;
}
