/**
 * What a reader waits for: `npm run bench -- ui`. The popup is opened in real Chromium from the build that ships
 * (`.output/chrome-mv3-production`, made when it is missing); search is asked at every key press of names and misspelt names, over the
 * bundled packs and over those and 100,000 more names, beside Fuse.js over the same names. Cards are opened in both browsers (`bench -- cards`: these alone).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fuse from 'fuse.js';
import type { Page } from 'puppeteer-core';
import { launch, openExtensionPage } from '../../browser-driver/launch.ts';
import { readOptions } from '../../cli/command.ts';
import { readDataset } from '../../cli/pack/files.ts';
import type { LoadedPack } from '../../src/dataset/library.ts';
import { createSearch } from '../../src/search/index.ts';
import { median, printRows, type Row, rowsOf } from '../rows.ts';
import { cardRows } from './cards.ts';

const { row, spread } = rowsOf('ui');

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const manyNames = 100_000;
/** Queries typed out letter by letter, and how many of them Fuse.js is asked: it takes some tenths of a second each. */
const typed = 60;
const askedOfFuse = 20;
const limit = 20;
const popupRuns = 15;

const usage = `npm run -s bench -- ui [options]

  --names FILE  more names, a table id<TAB>name (default: made up by rule)
  --json        a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(usage, { names: { type: 'string' }, json: { type: 'boolean', default: false } }, args);
  const bundled = (await readDataset('data')).map(({ pack }) => pack);
  const more = values.names === undefined ? madeUpNames() : readNames(values.names);
  const rows = [
    ...benchSearch('search, bundled packs', bundled),
    ...benchSearch('search, and 100,000 names', [...bundled, packOf(more)]),
    ...(await benchPopup()),
    ...(await cardRows('chromium')),
    ...(await cardRows('firefox')),
  ];
  printRows(rows, values.json);
}

function benchSearch(name: string, packs: LoadedPack[]): Row[] {
  const began = performance.now();
  const search = createSearch(packs);
  const built = performance.now() - began;
  const names = packs.flatMap(({ entities }) => entities.map((entity) => entity.name));
  const presses = keyPresses(names);
  // What was left by reading the dataset is not a key press's to tidy up.
  collectGarbage();
  const own = presses.map((query) => timed(() => search.find(query, limit)));

  const fuse = new Fuse(names, { threshold: 0.34, ignoreLocation: true });
  const sparse = presses.filter((_, at) => at % Math.ceil(presses.length / askedOfFuse) === 0);
  const peer = sparse.map((query) => timed(() => fuse.search(query, { limit })));
  const same = sparse.map((query) => timed(() => search.find(query, limit)));
  return [
    row(name, 'sidelight', 'made ready', built, 'ms'),
    ...spread(name, 'sidelight', 'a key press', own),
    ...spread(name, 'fuse.js over the names', 'a key press', peer),
    row(name, 'fuse.js / sidelight', 'median of the same presses', median(peer) / median(same), '×'),
  ];
}

/** Every beginning of some names, and of the same with two letters swapped. */
function keyPresses(names: string[]): string[] {
  const step = Math.max(1, Math.floor(names.length / typed));
  const chosen = names.filter((_, at) => at % step === 0).slice(0, typed);
  const misspelt = chosen.map((name) => name.replace(/(.)(.)(?=.{2}$)/u, '$2$1'));
  return [...chosen, ...misspelt].flatMap((name) =>
    Array.from({ length: Math.min(name.length, 24) }, (_, at) => name.slice(0, at + 1)),
  );
}

/**
 * The popup beside an empty page of the same extension, opened in turn: what the browser itself needs for a page is most of it, and all
 * of its noise. Then the search in an open popup, from a key press to the list, with the way to the worker and back.
 */
async function benchPopup(): Promise<Row[]> {
  const built = resolve('.output', 'chrome-mv3-production');
  if (!existsSync(`${built}/popup.html`)) {
    const { status, stderr } = spawnSync('npx', ['wxt', 'build', '--mv3', '--mode', 'production'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`wxt build failed:\n${stderr}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  cpSync(built, folder, { recursive: true });
  writeFileSync(`${folder}/empty.html`, '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Empty');
  const launched = await launch('chromium', { extension: folder });
  try {
    const opener = await openExtensionPage(launched, 'empty.html');
    const [empty, popup, first]: [Paints[], Paints[], Paints[]] = [[], [], []];
    for (let at = 0; at < popupRuns; at++) {
      empty.push(await paints(opener, 'empty.html'));
      await opener.evaluate(() => localStorage.clear());
      first.push(await paints(opener, 'popup.html'));
      popup.push(await paints(opener, 'popup.html'));
    }
    const name = 'popup in Chromium';
    const both = (subject: string, times: Paints[]) => [
      ...spread(
        name,
        subject,
        'first contentful paint',
        times.map(({ first }) => first),
      ),
      // With its words, not only its field.
      ...spread(
        name,
        subject,
        'largest contentful paint',
        times.map(({ largest }) => largest),
      ),
    ];
    return [
      ...both('an empty page', empty),
      ...both('sidelight, the first time', first),
      ...both('sidelight', popup),
      ...spread(name, 'sidelight', 'a key press to its list', await keyPressesIn(opener)),
    ];
  } finally {
    await launched.browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** ms from the start of the navigation. */
interface Paints {
  first: number;
  largest: number;
}

/** ms without a larger paint after which the largest is taken to have been. */
const quiet = 250;

function paints(opener: Page, path: string): Promise<Paints> {
  return opener.evaluate(
    (address, quiet) =>
      new Promise<Paints>((done) => {
        const opened = window.open(address, '_blank', 'popup,width=400,height=600')!;
        const look = setInterval(() => {
          if (opened.location.href === 'about:blank') return;
          const paint = opened.performance.getEntriesByName('first-contentful-paint')[0];
          if (!paint) return;
          clearInterval(look);
          let end: ReturnType<typeof setTimeout>;
          let largest = paint.startTime;
          const wait = () => {
            clearTimeout(end);
            end = setTimeout(() => {
              opened.close();
              done({ first: paint.startTime, largest });
            }, quiet);
          };
          new (opened as unknown as typeof globalThis).PerformanceObserver((list) => {
            largest = list.getEntries().at(-1)?.startTime ?? largest;
            wait();
          }).observe({ type: 'largest-contentful-paint', buffered: true });
          wait();
        }, 20);
      }),
    path,
    quiet,
  );
}

/** ms for each letter of a few names, typed into an open popup. */
function keyPressesIn(opener: Page): Promise<number[]> {
  return opener.evaluate(async () => {
    const opened = window.open('popup.html', '_blank', 'popup,width=400,height=600')!;
    const until = async <T>(what: () => T | null | undefined) => {
      for (;;) {
        const found = what();
        if (found) return found;
        await new Promise((next) => setTimeout(next, 5));
      }
    };
    const field = await until(() => opened.document.querySelector<HTMLInputElement>('input[type=search]'));
    const times: number[] = [];
    for (const name of ['khomeini', 'amnesty', 'rehman', 'united nations', 'خمینی', 'Ruholah Khomeyni']) {
      for (let length = 1; length <= name.length; length++) {
        const before = opened.document.querySelector('search [role=status]')?.textContent;
        const began = performance.now();
        field.value = name.slice(0, length);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        // The line above the list goes while the answer is under way, and comes with it.
        await new Promise<void>((done) => {
          let gone = before === undefined;
          const watch = new (opened as unknown as typeof globalThis).MutationObserver(() => {
            const there = opened.document.querySelector('search [role=status]') !== null;
            if (there && gone) {
              watch.disconnect();
              done();
            }
            gone ||= !there;
          });
          watch.observe(opened.document.body, { childList: true, subtree: true });
        });
        times.push(performance.now() - began);
      }
    }
    opened.close();
    return times;
  });
}

function packOf(names: string[]): LoadedPack {
  return {
    id: 'many',
    title: 'Many names',
    description: 'Names for a measurement.',
    language: 'en',
    license: 'CC0-1.0',
    released: '2026-01-01',
    sources: {},
    entities: names.map((name, at) => ({ id: `many-${at}`, kind: 'person', name })),
  };
}

function readNames(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[1] ?? line)
    .slice(0, manyNames);
}

/** Two words of two or three syllables each, counted through: the same names on every run. */
function madeUpNames(): string[] {
  const syllables = 'ba be da di fa go ha ja ka ko la li ma mi na no pa ra ri sa se ta to va wen yo za'.split(' ');
  const word = (seed: number) => {
    let text = '';
    for (let left = seed, at = 0; at < 3; at++, left = Math.floor(left / syllables.length)) {
      text += syllables[(left * 7 + at * 11) % syllables.length];
    }
    return text[0]!.toUpperCase() + text.slice(1);
  };
  return Array.from({ length: manyNames }, (_, at) => `${word(at % 9973)} ${word(Math.floor(at / 17) + 31)}`);
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
