/** Reads the development corpora: other people's lists and texts, which stay where they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Where `corpora fetch` lays them, unless told otherwise. */
export const defaultCorpora = resolve(import.meta.dirname, '../corpora');

export interface NamedPerson {
  id: string;
  name: string;
}

export function readTsv(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

export function readJsonl<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function readPeople(corpora: string): NamedPerson[] {
  return readTsv(join(corpora, 'names-100k.tsv')).map(([id, name]) => ({ id: id!, name: name! }));
}

/** Articles of a text file: paragraphs between blank lines. */
export function readArticles(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .filter((article) => article.trim() !== '');
}

export function readNews(corpora: string): { name: string; file: string }[] {
  const folder = join(corpora, 'news');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name: basename(name, '.txt'), file: join(folder, name) }));
}

/** A small generator with a fixed seed: the same draw on each run. (Mulberry32.) */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = random(seed);
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
