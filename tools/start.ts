/** `npm start`: builds the extension and shows it at work on a page, in a window or, without a display, in words. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { askPage, pageReport } from '../browser-driver/ask-page.ts';
import { inClosedShadow } from '../browser-driver/closed-shadow.ts';
import { findBrowser } from '../browser-driver/find-browser.mjs';
import { type BrowserName, launch, openExtensionPage } from '../browser-driver/launch.ts';
import type { PageReport } from '../src/messages/protocol.ts';

const sample = 'public/sample.html';
const screenshot = resolve('.output', 'start.png');

const usage = `Usage: npm start [-- options]

  --browser chromium|firefox   which browser (default: Chromium, Chrome or Edge; else Firefox)
  --url URL|FILE               the page to show (default: the sample article)
  --headless                   no window: print what was found, open one card, save a screenshot under .output/`;

interface Options {
  browser: BrowserName;
  page: string;
  headless: boolean;
}

/** @throws {Error} with what was expected and found */
function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      url: { type: 'string', default: sample },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { browser = findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox' } = values;
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser: expected chromium or firefox; found "${browser}".`);
  }
  if (!/^https?:/.test(values.url) && !existsSync(values.url)) {
    throw new Error(`--url: expected an address (http://…) or a file; found "${values.url}", which is neither.`);
  }
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return { browser, page: values.url, headless: values.headless || !display };
}

/** The page's address: a file is served on a free loopback port, since extensions do not run on `file:` by default. */
async function serveFile(file: string): Promise<{ url: string; stop(): void }> {
  if (statSync(file).isDirectory()) throw new Error(`--url: expected a file; found the folder "${file}".`);
  const types: Record<string, string> = {
    '.xml': 'application/xml',
    '.xhtml': 'application/xhtml+xml',
    '.txt': 'text/plain',
  };
  const type = types[extname(file).toLowerCase()] ?? 'text/html';
  const server = createServer((request, response) => {
    const known = request.url === '/';
    response.writeHead(known ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(known ? readFileSync(file) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

function build(browser: BrowserName): string {
  const target = browser === 'chromium' ? 'chrome' : 'firefox';
  // The `e2e` build has its access to pages from the start: nobody has to answer a prompt before the page is marked.
  const run = spawnSync('wxt', ['build', '--browser', target, '--mv3', '--mode', 'e2e'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}${run.error ?? ''}`);
  return resolve('.output', `${target}-mv3-e2e`);
}

/** Jumps to the first mark, opens its card by command and returns what the card says. */
async function openFirstCard(control: Page, page: Page, url: string): Promise<string | undefined> {
  await askPage(control, url, 'page/jump', { index: 0 });
  await askPage(control, url, 'page/command', { command: 'open' });
  const text = () => inClosedShadow(page, (root) => root.querySelector<HTMLElement>('[role=dialog]')?.innerText ?? '');
  const end = Date.now() + 5_000;
  for (;;) {
    const said = await text();
    if (said || Date.now() > end) return said?.replace(/\n{2,}/g, '\n');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Columns of a terminal that the first two fields may take: longer ones are cut, the reason never is. */
const widest = 44;

function printTable(mentions: PageReport['mentions']): void {
  const cut = (words: string) => {
    const line = words.replace(/\s+/g, ' ');
    return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
  };
  const rows = mentions.map(({ text, name, why }) => ({
    text: cut(text),
    name: cut(name),
    why: why.detail ? `${why.rule}: ${why.detail}` : why.rule,
  }));
  for (const { text, name, why } of [{ text: 'text', name: 'entity', why: 'why' }, ...rows]) {
    console.log(`${text.padEnd(widest)}  ${name.padEnd(widest)}  ${why}`);
  }
}

async function showInWords(options: Options, extension: string, url: string): Promise<void> {
  const launched = await launch(options.browser, { extension, viewport: { width: 1000, height: 800 } });
  try {
    // Before the page, which must be the tab in front: nothing is read in a hidden one.
    const control = await openExtensionPage(launched, 'popup.html');
    const page = await launched.browser.newPage();
    await page.goto(url);
    const { mentions, title } = await pageReport(control, url);
    console.log(`\n${title || url}: ${mentions.length} mentions\n`);
    printTable(mentions);
    const card = mentions[0] && (await openFirstCard(control, page, url));
    if (card) console.log(`\nThe card of "${mentions[0]?.name}":\n\n${card}`);
    await page.screenshot({ path: screenshot as `${string}.png` });
    console.log(`\nA screenshot is in ${screenshot}`);
  } finally {
    await launched.browser.close();
  }
}

async function showInWindow(options: Options, extension: string, url: string): Promise<void> {
  const { browser } = await launch(options.browser, { extension, headless: false });
  const [blank] = await browser.pages();
  const page = blank ?? (await browser.newPage());
  await page.goto(url);
  // The welcome page has taken the place in front.
  await page.bringToFront();
  console.log('Rest the pointer on an underlined name. Close the browser, or press Ctrl+C here, to end.');
  process.once('SIGINT', () => void browser.close());
  await new Promise<void>((done) => browser.once('disconnected', () => done()));
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === 'help') {
    console.log(usage);
    return;
  }
  console.log('Building the extension …');
  const extension = build(options.browser);
  const site = /^https?:/.test(options.page)
    ? { url: options.page, stop: () => undefined }
    : await serveFile(options.page);
  console.log(
    `Opening ${options.page} at ${site.url} in ${options.browser}${options.headless ? ' without a window' : ''} …`,
  );
  try {
    await (options.headless ? showInWords : showInWindow)(options, extension, site.url);
  } finally {
    site.stop();
  }
}

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 1;
});
