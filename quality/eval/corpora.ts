/** Reads the development corpora: other people's lists and texts, which stay where they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Where `corpora fetch` lays them, unless told otherwise. */
export const defaultCorpora = resolve(import.meta.dirname, '../corpora');

/** By the name of a corpus, the last day of the years of which its makers say it is: what stands in it was written by then. Of the others nothing is known. */
export const writtenBy: Readonly<Record<string, string>> = {
  'de-10kgnad-test': '2016-05-31',
  'en-reuters21578': '1987-12-31',
};

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
