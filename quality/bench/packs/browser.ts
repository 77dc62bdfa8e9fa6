/**
 * The import of packs in a real browser, with the extension as it is built: how long until the preview, how long the worker lets a page
 * wait meanwhile, what is stored, how long the first answer with the pack takes, and each after it.
 */
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { type BrowserName, launch, openExtensionPage } from '../../../browser-driver/launch.ts';

/** The part of the WebExtension API that is used inside the extension's own pages. */
declare const browser: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** ms in which a million names must be read even on a busy machine. */
const patience = 1_800_000;

export async function inBrowser(
  name: BrowserName,
  sizes: readonly number[],
  lines: (names: number) => Iterable<string>,
  blocks: readonly string[],
  add: (size: string, metric: string, value: number, unit: string) => void,
): Promise<void> {
  const extension = resolve('.output', `${name === 'chromium' ? 'chrome' : 'firefox'}-mv3-production`);
  const dir = await mkdtemp(join(tmpdir(), 'bench-packs-'));
  try {
    for (const size of sizes) {
      const label = `${size} names`;
      const file = join(dir, `dump-${size}.json`);
      await writeFile(file, lines(size));
      const launched = await launch(name, { extension });
      try {
        const page = await openExtensionPage(launched, 'options.html');
        const alone = await answerTimes(page, blocks);
        const input = (await page.waitForSelector('.import input[type=file]')) as ElementHandle<HTMLInputElement>;
        const waits = watchWaits(page);
        const ended = watchMemory(launched.browser.process()?.pid);
        const started = performance.now();
        await input.uploadFile(file);
        await page.waitForSelector('.job.ready', { timeout: patience });
        add(label, `${name}: import time`, (performance.now() - started) / 1000, 's');
        add(label, `${name}: longest wait for the worker meanwhile`, await waits(), 'ms');
        const memory = ended();
        if (memory !== undefined) add(label, `${name}: memory of all its processes, rise at most`, memory / 1e6, 'MB');
        await page.$eval('.job .accept', (button) => (button as HTMLElement).click());
        await page.waitForSelector('#own-packs .rows li');
        add(
          label,
          `${name}: stored`,
          (await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)) / 1e6,
          'MB',
        );
        const together = await answerTimes(page, blocks);
        add(label, `${name}: first answer with the pack`, together.first, 'ms');
        add(label, `${name}: article scan`, together.later, 'ms');
        add(label, `${name}: article scan against bundled`, together.later / alone.later, 'x');
      } finally {
        await launched.browser.close();
      }
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Answers after which the worker's code has been compiled, and as many that are timed after them. */
const answers = 30;

/** ms until the worker has answered for an article: the first time, and the median once its code has been compiled. */
function answerTimes(page: Page, blocks: readonly string[]): Promise<{ first: number; later: number }> {
  return page.evaluate(
    async (texts, answers) => {
      const times: number[] = [];
      for (let run = 0; run < 2 * answers; run++) {
        const start = performance.now();
        await browser.runtime.sendMessage({ sidelight: 'annotate', request: { page: { blocks: texts }, known: [] } });
        times.push(performance.now() - start);
      }
      const later = times.slice(answers).sort((a, b) => a - b);
      return { first: times[0] ?? 0, later: later[answers >> 1] ?? 0 };
    },
    blocks as string[],
    answers,
  );
}

/** Asks the worker ten times a second until the returned function is called, which answers the longest wait in ms. */
function watchWaits(page: Page): () => Promise<number> {
  const watching = page.evaluate(async () => {
    const state = globalThis as { enough?: boolean };
    let longest = 0;
    while (!state.enough) {
      const start = performance.now();
      await browser.runtime.sendMessage({ sidelight: 'search', request: { query: 'united nations', limit: 5 } });
      longest = Math.max(longest, performance.now() - start);
      await new Promise((done) => setTimeout(done, 100));
    }
    return longest;
  });
  return async () => {
    await page.evaluate(() => {
      (globalThis as { enough?: boolean }).enough = true;
    });
    return watching;
  };
}

/** Until the returned function is called: the most by which the memory of a process and its children rose, in bytes. */
function watchMemory(root: number | undefined): () => number | undefined {
  if (root === undefined || process.platform !== 'linux') return () => undefined;
  const before = memoryOf(root);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(root));
  }, 250);
  return () => {
    clearInterval(timer);
    return most - before;
  };
}

function memoryOf(root: number): number {
  const processes = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      const [, id, rest] = /^(\d+) \(.*\) \S (.*)$/su.exec(readFileSync(file, 'utf8'))!;
      const fields = rest!.split(' ');
      // Fields 4 and 24 of proc(5): parent, and resident pages of 4 KiB.
      return [{ id: Number(id), parent: Number(fields[0]), bytes: Number(fields[20]) * 4096 }];
    } catch {
      return [];
    }
  });
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, parent } of processes) {
      if (!family.has(parent) || family.has(id)) continue;
      family.add(id);
      grown = true;
    }
  }
  return processes.filter(({ id }) => family.has(id)).reduce((sum, { bytes }) => sum + bytes, 0);
}
