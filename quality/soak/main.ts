/** `npm run soak`: a reader at random in a real browser. Says what was done, what went wrong, and whether memory grew. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browser-driver/launch.ts';
import { readOptions, wrongUse } from '../../cli/command.ts';
import type { PageReport } from '../../src/messages/protocol.ts';
import { askPage, serve, startBrowser } from '../../tests/e2e/support/harness.ts';
import { buildExtensions } from '../../tools/builds.ts';
import { traced } from '../bench/page/measure.ts';
import { costOf } from '../bench/page/trace.ts';
import { count, type Figures, figures, note } from './figures.ts';
import { ask, errorsOf, memoryOf } from './watch.ts';

const usage = `npm run -s soak -- [options]

  --minutes N     how long (default 1)
  --seed S        repeats the choices of a run
  --browser chromium|firefox   (default chromium)
  --pages FOLDER  these pages too, beside the gallery of odd pages and the sample
  --tabs N        so many stay open all the time, and are looked at in the end`;
const values = readOptions(usage, {
  minutes: { type: 'string', default: '1' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  browser: { type: 'string', default: 'chromium' },
  pages: { type: 'string' },
  tabs: { type: 'string', default: '0' },
});
const minutes = Number(values.minutes);
if (!(minutes > 0) || !(Number(values.tabs) >= 0))
  wrongUse(
    usage,
    `--minutes: expected a number above 0, and --tabs: 0 or more; found "${values.minutes}" and "${values.tabs}".`,
  );
if (values.browser !== 'chromium' && values.browser !== 'firefox')
  wrongUse(usage, `--browser: expected chromium or firefox; found "${values.browser}".`);
let state = Number(values.seed) >>> 0;

/** Mulberry32: the choices of a run can be repeated. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n: number) => Math.floor(random() * n);

const types: Record<string, string> = { txt: 'text/plain', xml: 'application/xml', xhtml: 'application/xhtml+xml' };
const served = Object.fromEntries(
  [
    ...globSync('tests/pages/*.*'),
    'public/sample.html',
    ...(values.pages ? globSync(`${values.pages}/**/*.html`) : []),
  ].map((file, place) => [
    `/${place}-${basename(file)}`,
    { body: readFileSync(file), type: `${types[file.split('.').at(-1) ?? ''] ?? 'text/html'}; charset=utf-8` },
  ]),
);
const paths = Object.keys(served);
buildExtensions();
const site = await serve(served);
const name = values.browser as BrowserName;
const session = await startBrowser(name);
const control = await session.openExtensionPage('popup.html');
const end = Date.now() + minutes * 60_000;

/** What a reader does on a page, by chance. Each is over when it returns; a page that has gone meanwhile is the next page's business. */
const acts: Record<string, (page: Page, done: Figures) => Promise<void>> = {
  async 'rests on a mark'(page) {
    const at = await ask(page, 'place', random());
    if (!at) return;
    await page.mouse.move(at.x - 4, at.y, { steps: 2 });
    await page.mouse.move(at.x, at.y);
    await pause(700);
  },
  async 'opens the next card by key'(page, done) {
    const url = page.url();
    await askPage(control, url, 'page/command', { command: random() < 0.5 ? 'next' : 'previous' });
    if (await askPage(control, url, 'page/command', { command: 'open' })) count(done, 'cards asked for by key');
  },
  async 'presses Escape'(page) {
    await page.keyboard.press('Escape');
  },
  async scrolls(page) {
    await page.mouse.wheel({ deltaY: below(3000) - 900 });
  },
  async 'clicks somewhere'(page) {
    const { width, height } = page.viewport()!;
    await page.mouse.click(below(width), below(height));
  },
  async 'changes the size'(page) {
    await page.setViewport({ width: 400 + below(900), height: 400 + below(600) });
  },
  async 'goes to another tab and back'(page) {
    await control.bringToFront();
    await page.bringToFront();
  },
};

const done = figures();
/** `/12-dark.html` without its number. */
const nameOf = (url: string) => new URL(url).pathname.replace(/^\/\d+-/, '');
let opened = 0;
/** ms. */
let longest = 0;

/** The report of a page once it has been read; `'not for reading'` when it opted out or is no HTML. */
async function settled(page: Page): Promise<PageReport | 'not for reading' | undefined> {
  for (const limit = Date.now() + 15_000; Date.now() < limit; await pause(200)) {
    // Its address may be another by now.
    const report = await askPage(control, page.url(), 'page/report', {});
    if (report?.state === 'done') return report;
    if (report?.state === 'opted-out') return 'not for reading';
    if (!report && !(await ask(page, 'html'))) return 'not for reading';
  }
  return undefined;
}

async function readAsOne(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
  for (let left = 2 + below(6); left > 0 && Date.now() < end; left--) {
    const [act, run] = Object.entries(acts)[below(Object.keys(acts).length)]!;
    await run(page, done);
    count(done, act);
    if ((await ask(page, 'hosts')) ?? 0) count(done, 'cards seen open');
  }
  const report = await settled(page);
  if (report === 'not for reading') return count(done, 'pages that are not for reading (opted out, or no HTML)');
  if (!report) return note(done, 'pages not read to their end in 15 s', nameOf(url));
  count(done, 'pages read to their end');
  count(done, 'mentions', report.mentions.length);
}

const kept: Page[] = [];
for (let left = Number(values.tabs); left > 0; left--)
  kept.push(await session.open(site.origin + paths[below(paths.length)]!));

while (Date.now() < end) {
  const path = paths[below(paths.length)]!;
  const url = site.origin + path;
  const page = await session.browser.newPage();
  const errors = errorsOf(page);
  try {
    const read = () => readAsOne(page, url);
    if (name === 'chromium') {
      const { script, slice } = costOf(
        await traced(await page.createCDPSession(), read),
        session.extensionUrl(''),
        url,
      );
      count(done, 'ms of script of ours in pages', Math.round(script));
      if (slice > 8) note(done, 'pages with a slice of ours over 8 ms', `${nameOf(url)} ${slice.toFixed(1)}`);
      longest = Math.max(longest, slice);
    } else await read();
  } catch (error) {
    // The page closed itself, or led elsewhere, while it was asked.
    note(done, 'pages that went away while they were used', `${path} ${String(error).split('\n')[0]}`);
  }
  count(done, 'pages opened');
  for (const error of errors) if (/sidelight|extension:\/\//i.test(error)) done.errors.push(`${path}: ${error}`);
  await page.close().catch(() => undefined);
  if (++opened % 20 === 0) done.memory.push(await memoryOf(session, control));
}
done.memory.push(await memoryOf(session, control));
for (const page of kept) {
  await page.bringToFront();
  if (await settled(page)) count(done, 'tabs kept open that answered in the end');
  else note(done, 'tabs kept open that did not answer', nameOf(page.url()));
}
await session.close();
await site.close();

console.log(`${name}, ${minutes} minutes, seed ${values.seed}, ${paths.length} pages`);
for (const [what, number] of done.counts) console.log(`${String(number).padStart(8)}  ${what}`);
for (const [what, which] of done.notes) console.log(`          ${what}: ${which.join(', ')}`);
console.log(`${String(done.errors.length).padStart(8)}  errors of ours in consoles of pages`);
for (const error of new Set(done.errors)) console.log(`          ${error}`);
if (name === 'chromium')
  console.log(
    `${longest.toFixed(1).padStart(8)}  ms, the longest slice of ours (by the clock, on a machine as busy as it was)`,
  );
console.log(
  `memory (MB), every 20 pages: ${done.memory.map((bytes) => (bytes === undefined ? '?' : (bytes / 2 ** 20).toFixed(1))).join(' ')}`,
);
const [, second, ...later] = done.memory;
const lastMemory = later.at(-1);
if (second !== undefined && lastMemory !== undefined)
  console.log(`memory grew by ${((lastMemory - second) / 2 ** 20).toFixed(1)} MB from the second to the last reading`);
process.exitCode = done.errors.length > 0 ? 1 : 0;
