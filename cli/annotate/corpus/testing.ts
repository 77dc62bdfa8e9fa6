/** What the tests of this folder share: a small pack, a corpus that it speaks of, and a run within the test's own process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Options, readOptions } from '../options.ts';
import { rivers } from '../testing.ts';
import { annotateCorpus } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-corpus-'));
const packFile = join(folder, 'rivers.sidelight.json');
writeFileSync(packFile, JSON.stringify(rivers));
export const own = ['--no-bundled', '--pack', packFile];

let files = 0;
/** A path that nothing has yet. */
export const fresh = (name: string) => join(folder, `${++files}-${name}`);

/** A new file with this content. */
export function file(name: string, content: string | Uint8Array): string {
  const path = fresh(name);
  writeFileSync(path, content);
  return path;
}

const sentences = [
  'Gertrude Bell saw the Karun River.',
  'Nobody is named here, and that is that.',
  'The Survey & Levels Office wrote to Gertrude Bell. Bell went on.',
  '👉 Karun River, Karun River!',
];

/** So many documents, of two outlets and three months; those of a seventh are long. */
export function documents(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    id: i % 5 === 0 ? i : `d${i}`,
    text: `${i}. ${sentences[i % 4]}${i % 7 === 0 ? ` ${'And the water went down the valley. '.repeat(60)}` : ''}`,
    outlet: i % 3 === 0 ? 'The Gauge' : 'River News',
    published: `2024-0${1 + (i % 3)}-11`,
  }));
}

export const linesOfJson = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Runs `annotate --jsonl` with these arguments, in one thread if they say no other: a thread starts slower than this corpus is read. */
export async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const options = readOptions(['--jsonl', '--jobs', '1', ...own, ...args]) as Options;
  const code = await annotateCorpus(options, { write: (text) => (said += text) });
  return { code, said };
}
