/** `npm start`: builds the extension and shows it at work on a page, in a window or, without a display, in words. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askPage, pageReport } from '../browser-driver/ask-page.ts';
import { inClosedShadow } from '../browser-driver/closed-shadow.ts';
import { launch, openExtensionPage } from '../browser-driver/launch.ts';
import type { PageReport } from '../src/messages/protocol.ts';
import { buildExtension, buildFolder } from './builds.ts';
import { type Options, readOptions, servePage } from './page-to-show.ts';

const screenshot = resolve('.output', 'start.png');

const usage = `Usage: npm start [-- options]

  --browser chromium|firefox   which browser (default: Chromium, Chrome or Edge; else Firefox)
  --url URL|FILE               the page to show (default: the sample article)
  --headless                   no window: print what was found, open one card, save a screenshot under .output/`;

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
  buildExtension(options.browser);
  const extension = buildFolder(options.browser, 'e2e');
  const site = await servePage(options.page);
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
