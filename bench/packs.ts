/**
 * What packs of other people's data cost: `npm run bench -- packs [--sizes 1000,100000,1000000] [--browser chromium|firefox] [--json]`. Names are made up by rule, two
 * for an entity, in the form of a Wikidata dump; they are imported as a user would, compiled, opened, and looked for in an article of
 * 30,000 characters. Scan times stand beside those of the bundled packs in the same run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPack } from '../src/dataset/read.ts';
import type { Entity } from '../src/dataset/schema.ts';
import { annotate, compileIndex, type MatchIndex, openIndex } from '../src/match/index.ts';
import { readDataset } from '../tools/pack/files.ts';
import { inBrowser } from './packs/browser.ts';

const articleLength = 30_000;
/** Runs of which the median counts: enough for a steady figure, few enough for a million names. */
const runs = 15;

interface Row {
  suite: 'packs';
  case: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,100000,1000000' },
      json: { type: 'boolean', default: false },
      browser: { type: 'string' },
    },
  });
  const bundled = (await readDataset('data')).flatMap(({ pack }) => pack.entities);
  const blocks = article(bundled);
  const own = openIndex(compileIndex(bundled));
  const scanOwn = median(() => annotate(own, { blocks }));
  const rows: Row[] = [];
  const add = (size: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'packs', case: size, subject: 'sidelight', metric, value: Number(value.toPrecision(4)), unit });
  add('bundled', 'article scan', scanOwn, 'ms');
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
    const buffer = compileIndex(entities);
    add(label, 'compile time', (performance.now() - started) / 1000, 's');
    add(label, 'index size', buffer.byteLength / 1e6, 'MB');
    add(
      label,
      'open time',
      median(() => openIndex(buffer)),
      'ms',
    );
    const index = openIndex(buffer);
    const scan = median(() => annotate(index, { blocks }));
    add(label, 'article scan', scan, 'ms');
    add(label, 'article scan against bundled', scan / scanOwn, 'x');
    add(
      label,
      'article scan with bundled',
      median(() => annotate([own, index] satisfies MatchIndex[], { blocks })),
      'ms',
    );
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

function median(work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

/** Imports so many made-up names in a process of its own, whose memory is measured. */
async function imported(size: number): Promise<{ seconds: number; peak: number; bytes: number; entities: Entity[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-packs-'));
  const [input, out] = [join(dir, 'dump.json'), join(dir, 'pack.json')];
  try {
    await writeFile(input, dump(size));
    const script =
      "import { importPack } from './tools/pack/import.ts'; const start = performance.now();" +
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
