/** What the packs of open data cost beside the edited ones, each figure without them and with them in one run. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { readArticles } from '../../eval/corpora.ts';
import { median, type Row, rowsOf } from '../../rows.ts';
import { articleRows, bundledPacks, pagesOf, timed } from '../match/article.ts';
import { launch, quietPage, workerOf, workerTimes } from '../page/measure.ts';
import { replacePacks } from './replace-packs.ts';

/** Starts of a worker in each browser before the other has its turn, and turns: what disturbs one disturbs both. */
const STARTS = 3;
const TURNS = 7;
const OPENED = 15;
/** Articles that a worker has read before its memory is taken: its tables of words have grown by then. */
const READ = 10;

const { row, spread } = rowsOf('packs');

/** @throws {Error} when there is no build in `extension`, or the corpora are not there */
export async function bundledRows(corpora: string, extension: string): Promise<Row[]> {
  if (!existsSync(`${extension}/manifest.json`))
    throw new Error(`bench packs: expected a build in ${extension}, found none: run "npm run build" first.`);
  const news = join(corpora, 'news/en-reuters21578.txt');
  if (!existsSync(news))
    throw new Error(`bench packs: expected ${news}, found nothing: give the folder of the corpora with --corpora DIR`);
  const subjects = await bundledPacks();
  const inBrowser = await browserRows(
    { 'edited packs': withoutOpenData(extension), 'all bundled packs': extension },
    pagesOf(readArticles(news))[0].slice(0, READ),
  );
  return [
    ...subjects.flatMap(({ subject, buffers, open }) => [
      row(
        'indexes of names',
        subject,
        'size',
        buffers.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6,
        'MB',
      ),
      row('indexes of names', subject, 'open', median(Array.from({ length: OPENED }, () => timed(open)[0])), 'ms'),
    ]),
    ...articleRows(subjects, corpora).map((each) => ({ ...each, suite: 'packs' })),
    ...inBrowser,
  ];
}

/** The same build without the packs of open data. */
function withoutOpenData(extension: string): string {
  const at = resolve('.output', 'bench', 'sidelight-edited');
  rmSync(at, { recursive: true, force: true });
  cpSync(extension, at, { recursive: true });
  replacePacks(at, ({ openData }) => !openData);
  return at;
}

async function browserRows(extensions: Record<string, string>, pages: readonly string[][]): Promise<Row[]> {
  const running: { subject: string; browser: Browser; page: Page; times: number[] }[] = [];
  try {
    for (const [subject, extension] of Object.entries(extensions)) {
      const browser = await launch(resolve(extension));
      running.push({ subject, browser, page: await quietPage(browser), times: [] });
    }
    // A first turn compiles what browsers keep of a worker's code.
    for (let turn = 0; turn <= TURNS; turn++)
      for (const { browser, page, times } of running) {
        const starts = await workerTimes(browser, page, STARTS);
        if (turn > 0) times.push(...starts);
      }
    const rows: Row[] = [];
    for (const { subject, browser, page, times } of running) {
      const { heap, buffers } = await workerMemory(browser, page, pages);
      rows.push(
        ...spread('worker in Chromium', subject, 'stopped to its first answer', times),
        row('worker in Chromium', subject, `heap after ${READ} articles`, heap / 1e6, 'MB'),
        row('worker in Chromium', subject, `buffers after ${READ} articles`, buffers / 1e6, 'MB'),
        row('worker in Chromium', subject, `memory after ${READ} articles`, (heap + buffers) / 1e6, 'MB'),
      );
    }
    return rows;
  } finally {
    await Promise.all(running.map(({ browser }) => browser.close()));
  }
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Bytes that the worker holds once it has read these pages and garbage was collected. */
async function workerMemory(
  browser: Browser,
  page: Page,
  pages: readonly string[][],
): Promise<{ heap: number; buffers: number }> {
  for (const blocks of pages)
    await page.evaluate(async (blocks) => {
      await chrome.runtime.sendMessage({ sidelight: 'annotate', request: { page: { blocks }, known: [] } });
    }, blocks);
  const worker = await workerOf(browser);
  if (!worker) throw new Error('bench packs: expected the worker after its answers, found none.');
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await worker.client.send('Runtime.getHeapUsage');
  return { heap: usedSize, buffers: backingStorageSize };
}
