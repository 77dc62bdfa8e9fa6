/**
 * What packs of other people's data cost: `npm run bench -- packs`.
 * Names are made up by rule, two for an entity, in the form of a Wikidata dump; they are imported as a user would, compiled, opened, and looked for
 * in an article of 30,000 characters. Scan times stand beside those of the bundled packs in the same run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { readOptions } from '../../cli/command.ts';
import { readBundled } from '../../cli/pack/files.ts';
import { wordsBesideNames } from '../../cli/pack/words-beside.ts';
import { readPack } from '../../src/dataset/read.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import { defaultCorpora } from '../eval/corpora.ts';
import { printRows } from '../rows.ts';
import { inBrowser } from './packs/browser.ts';
import { bundledRows } from './packs/bundled.ts';

const articleLength = 30_000;
/** Runs of which the median counts: enough for a steady figure, few enough for a million names. */
const runs = 15;
/** Runs before those, in which code is compiled. */
const warmUp = 30;

interface Row {
  suite: 'packs';
  case: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

const usage = `npm run -s bench -- packs [options]

  --sizes 1000,100000,1000000   names of a pack
  --browser chromium|firefox    imports in a browser too
  --stream 100,1000   only the memory that so many megabytes of a dump take, line in, line out
  --bundled           only what the packs of open data add to the edited ones: articles, and in Chromium the worker's start and memory
    --corpora DIR, --extension DIR   for it: the corpora, and another build than .output/chrome-mv3-production
  --json              a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      sizes: { type: 'string', default: '1000,100000,1000000' },
      json: { type: 'boolean', default: false },
      browser: { type: 'string' },
      stream: { type: 'string' },
      bundled: { type: 'boolean', default: false },
      corpora: { type: 'string', default: defaultCorpora },
      extension: { type: 'string', default: '.output/chrome-mv3-production' },
    },
    args,
  );
  if (values.bundled) {
    printRows(await bundledRows(values.corpora, values.extension), values.json);
    return;
  }
  const rows: Row[] = [];
  const add = (size: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'packs', case: size, subject: 'sidelight', metric, value: Number(value.toPrecision(4)), unit });
  if (values.stream !== undefined) {
    for (const megabytes of values.stream.split(',').map(Number)) {
      const { seconds, peak } = await streamed(megabytes);
      add(`${megabytes} MB of lines`, 'import time', seconds, 's');
      add(`${megabytes} MB of lines`, 'import peak memory', peak, 'MB');
    }
    print(rows, values.json);
    return;
  }
  const { packs, openData } = await readBundled('data');
  const blocks = article(packs.flatMap(({ entities }) => entities));
  const own = packs.map(({ entities }) => openIndex(compileIndex(entities, wordsBesideNames)));
  const first = [packs.length - openData.size, packs.length];
  const sizes = values.sizes.split(',').map(Number);
  if (values.browser === 'chromium' || values.browser === 'firefox') {
    await inBrowser(values.browser, sizes, dump, blocks, add);
    print(rows, values.json);
    return;
  }
  for (const size of sizes) {
    const label = `${size} names`;
    const { seconds, peak, bytes, entities } = await imported(size);
    add(label, 'import time', seconds, 's');
    add(label, 'import peak memory', peak, 'MB');
    add(label, 'pack size', bytes / 1e6, 'MB');
    const started = performance.now();
    const buffer = compileIndex(entities, wordsBesideNames);
    add(label, 'compile time', (performance.now() - started) / 1000, 's');
    add(label, 'index size', buffer.byteLength / 1e6, 'MB');
    const [open] = medians(() => openIndex(buffer));
    add(label, 'open time', open, 'ms');
    const index = openIndex(buffer);
    const [scan, alone, both] = medians(
      () => annotate(index, { blocks }),
      () => annotate(own, { blocks }, { first }),
      () => annotate([...own, index], { blocks }, { first }),
    );
    add(label, 'article scan', scan, 'ms');
    add(label, 'article scan of bundled', alone, 'ms');
    add(label, 'article scan with bundled', both, 'ms');
    add(label, 'article scan with bundled against bundled', both / alone, 'x');
  }
  print(rows, values.json);
}

function print(rows: readonly Row[], json: boolean): void {
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else console.table(rows.map(({ suite: _, subject: __, ...row }) => row));
}

/** Sentences of the dataset, each a block, up to the length of a long article. */
function article(entities: readonly Entity[]): string[] {
  const blocks: string[] = [];
  let length = 0;
  for (const text of entities.flatMap(({ statements }) => statements ?? []).map((statement) => statement.text)) {
    if (length >= articleLength) break;
    blocks.push(text);
    length += text.length;
  }
  return blocks;
}

/** Run in turn: what has been run for longer is compiled better, and would look better. */
function medians<Works extends (() => unknown)[]>(...works: Works): { [Work in keyof Works]: number } {
  const times = works.map(() => [] as number[]);
  for (let run = -warmUp; run < runs; run++) {
    works.forEach((work, at) => {
      const start = performance.now();
      work();
      if (run >= 0) times[at]!.push(performance.now() - start);
    });
  }
  return times.map((each) => each.sort((a, b) => a - b)[runs >> 1]!) as { [Work in keyof Works]: number };
}

/** Imports so many made-up names in a process of its own, whose memory is measured. */
async function imported(size: number): Promise<{ seconds: number; peak: number; bytes: number; entities: Entity[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-packs-'));
  const [input, out] = [join(dir, 'dump.json'), join(dir, 'pack.json')];
  try {
    await writeFile(input, dump(size));
    const script =
      "import { importPack } from './cli/pack/import.ts'; const start = performance.now();" +
      "await importPack(['wikidata', process.argv[1], '--out', process.argv[2]]);" +
      'console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));';
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script, input, out], {
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(`the import ended with ${child.status}: ${child.stderr}`);
    const { pack } = readPack(JSON.parse(await readFile(out, 'utf8')));
    return { ...JSON.parse(child.stdout), bytes: (await stat(out)).size, entities: pack?.entities ?? [] };
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Pipes so many megabytes of items, as large as those of Wikidata are, through the command line. */
async function streamed(megabytes: number): Promise<{ seconds: number; peak: number }> {
  const script =
    "import { importPack } from './cli/pack/import.ts'; const start = performance.now();" +
    "await importPack(['wikidata', '-', '--out', '-']);" +
    'console.error(JSON.stringify({ seconds: (performance.now() - start) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));';
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  await pipeline(Readable.from(largeItems(megabytes)), child.stdin);
  return JSON.parse((await said).trim().split('\n').at(-1)!);
}

/** Items of some 5 kB each: labels in a hundred languages, as Wikidata has them. */
function* largeItems(megabytes: number): Generator<string> {
  const labels = Array.from({ length: 100 }, (_, i) => `x-${i.toString(36)}`);
  let given = 0;
  for (const line of dump(Number.POSITIVE_INFINITY)) {
    const item = JSON.parse(line);
    for (const language of labels) item.labels[language] = { language, value: `${item.labels.en.value} ${language}` };
    const large = `${JSON.stringify(item)}\n`;
    given += large.length;
    if (given > megabytes * 1e6) return;
    yield large;
  }
}

const syllables =
  'ba be bi bo da de di do fa fe ga go ha he ja jo ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve wa ya za zi'.split(
    ' ',
  );

function* dump(names: number): Generator<string> {
  // A linear congruential generator (Numerical Recipes): the same names in every run.
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => {
    const text = Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join('');
    return text[0]!.toUpperCase() + text.slice(1);
  };
  for (let i = 1; i * 2 <= names; i++) {
    const [given, middle, family] = [word(), word(), word()];
    const value = {
      type: 'item',
      id: `Q${i}`,
      labels: { en: { language: 'en', value: `${given} ${family}` } },
      aliases: { en: [{ language: 'en', value: `${given} ${middle} ${family}` }] },
      claims: { P31: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q5' } } }, rank: 'normal' }] },
    };
    yield `${JSON.stringify(value)}\n`;
  }
}
