/**
 * What a page can force us to do: `npm run bench -- hostile`. Each shape beside prose of the same size, in real Chromium
 * with the end-to-end build (`npx wxt build --mv3 --mode e2e`), or under Node where a page has no part in it. The ratio is what counts; the aim is at
 * most 5. A longest slice above 50 ms is a stall that a reader notices.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { loadPacks } from '../../cli/annotate/packs.ts';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { plain } from '../../src/import/record.ts';
import { annotate } from '../../src/match/index.ts';
import { printRows, type Row } from '../rows.ts';
import { launch, lowest, type Measured, measure } from './page/measure.ts';

/** Where a browser says that our scripts come from. */
const extensionOrigin = 'chrome-extension://';

const sentence = 'The committee met in the city and heard a long report about rivers, roads and schools. ';
const name = 'Maryam Rajavi, ';

function fill(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

function prose(length: number): string {
  return fill(`<p>${fill(sentence, 400)}</p>\n`, length);
}

const edits = `<script>setTimeout(() => {
  const all = document.querySelectorAll('p');
  for (let i = 0; i < all.length; i += ${Math.floor(70_000 / 1900)}) all[i].append(' again');
}, 1500)</script>`;
const paragraphs = '<p>Some words of a sentence.</p>'.repeat(70_000);
const roots = `<p>${name}</p>${'<div><template shadowrootmode=open><p>A word.</p></template></div>'.repeat(3000)}`;

/** Shapes of pages, each with the page that it is compared to. */
const pages: Record<string, [hostile: string, usual: string]> = {
  '3,000 shadow roots and 2,500 nodes': [`${roots}${'<i>x</i>'.repeat(2500)}`, prose(220_000)],
  '1 MB of lines broken by <br>': [fill('a line of a chat log<br>', 1_000_000), prose(1_000_000)],
  '98 KB of a<br>': [fill('a<br>', 98_000), prose(98_000)],
  '1,900 edits among 70,000 paragraphs': [paragraphs + edits, paragraphs],
};

/** Texts for the matcher, UTF-16 code units. */
const matched = 400_000;
const texts = {
  'one name repeated': name,
  'one misspelt name repeated': 'Maryam Radjavi, ',
  'given names in a row': 'Mohammad Ali Reza ',
};
/** As in the worker: a page is asked for in parcels, each with its budget. */
const parcel = { length: 100_000, block: 20_000, comparisons: 40_000 };

const usage = `npm run -s bench -- hostile [options]

  --runs N      measurements of each page, the lowest counts (default 3)
  --extension DIR   another build than .output/chrome-mv3-e2e
  --json        a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      extension: { type: 'string', default: '.output/chrome-mv3-e2e' },
      runs: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
    args,
  );
  const extension = resolve(values.extension);
  if (!existsSync(`${extension}/manifest.json`))
    wrongUse(usage, `Expected a build in ${values.extension}: run "npm run build" first.`);
  const rows = [...(await benchPages(extension, Number(values.runs))), ...(await benchMatcher()), ...benchImport()];
  printRows(rows, values.json);
}

async function benchPages(extension: string, runs: number): Promise<Row[]> {
  const bodies = new Map<string, string>([
    ['/busy', `<p>${fill(`${name}</p><p>`, 2_000_000)}`],
    ['/other', `<p>${name}</p>`],
  ]);
  for (const [title, both] of Object.entries(pages))
    for (const [at, body] of both.entries()) bodies.set(`/${encodeURIComponent(title)}/${at}`, body);
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A page</title><body>${bodies.get(request.url ?? '') ?? ''}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch(extension);
  try {
    const cost = async (path: string): Promise<Measured> => {
      const measured: Measured[] = [];
      for (let i = 0; i < runs; i++) measured.push(await measure(browser, extensionOrigin, origin + path));
      return lowest(measured);
    };
    await cost('/warm');
    const rows: Row[] = [];
    for (const title of Object.keys(pages)) {
      const [hostile, usual] = [
        await cost(`/${encodeURIComponent(title)}/0`),
        await cost(`/${encodeURIComponent(title)}/1`),
      ];
      rows.push(row(title, 'script', hostile.script, 'ms'), row(title, 'longest slice', hostile.slice, 'ms'));
      rows.push(row(title, 'script / the usual page', hostile.script / usual.script, '×'));
    }
    // Its questions to the worker are under way while the other page comes.
    const busy = await browser.newPage();
    await busy.goto(`${origin}/busy`);
    const { firstMark = Number.NaN } = await measure(browser, extensionOrigin, `${origin}/other`);
    rows.push(row('2 MB of one name in another tab', 'first mark of this one', firstMark, 'ms'));
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}

async function benchMatcher(): Promise<Row[]> {
  const { indexes } = await loadPacks([], true);
  const time = (text: string) =>
    timed(() => {
      for (let from = 0; from < text.length; from += parcel.length) {
        const blocks: string[] = [];
        for (let at = from; at < from + parcel.length; at += parcel.block)
          blocks.push(text.slice(at, at + parcel.block));
        annotate(indexes, { blocks }, { comparisons: parcel.comparisons });
      }
    });
  // Our own documents: a sentence that is repeated costs nothing the second time.
  const usual = time(
    fill(
      globSync(['docs/**/*.md', 'data/**/*.md', '*.md'])
        .sort()
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
      matched,
    ),
  );
  return Object.entries(texts).flatMap(([title, part]) => {
    const taken = time(fill(part, matched));
    return [row(title, 'matched', taken, 'ms'), row(title, 'matched / prose', taken / usual, '×')];
  });
}

function benchImport(): Row[] {
  const title = 'a cell of <a<a<a, 300 KB';
  const taken = timed(() => plain(fill('<a', 300_000), 1000));
  const usual = timed(() => plain(fill(`<b>${sentence}</b>`, 300_000), 1000));
  return [row(title, 'read', taken, 'ms'), row(title, 'read / prose with tags', taken / usual, '×')];
}

/** ms of processor, since other work on the machine takes some of the time: the least of three after one that warms up. */
function timed(work: () => void): number {
  const times = [0, 1, 2, 3].map(() => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times.slice(1));
}

function row(title: string, metric: string, value: number, unit: string): Row {
  return { suite: 'hostile', case: title, subject: 'sidelight', metric, value, unit };
}
