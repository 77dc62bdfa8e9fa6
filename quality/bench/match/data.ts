/** Names and text of the benchmark: the development corpora, the names cut to plain words so that every subject can find all of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPeople } from '../../eval/corpora.ts';
import { random } from '../../random.ts';

const people = 'names-100k.tsv';
const news = 'news/en-reuters21578.txt';

export interface Data {
  names: string[];
  text: string;
}

/** @throws {Error} when the corpora are not there, saying which option gives their place. */
export function readData(corpora: string): Data {
  const missing = [people, news].find((file) => !existsSync(join(corpora, file)));
  if (missing !== undefined) {
    throw new Error(
      `bench match: expected ${missing} in ${corpora}, found nothing: give the folder of the corpora with --corpora DIR (quality/corpora/README.md)`,
    );
  }
  const plain = /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/;
  const names = [...new Set(readPeople(corpora).map(({ name }) => name))].filter((name) => plain.test(name));
  const text = readFileSync(join(corpora, news), 'utf8').replace(/\s+/g, ' ');
  return { names, text };
}

/** `count` names: those of the list, then its given names with others of its surnames. */
export function manyNames(names: readonly string[], count: number): string[] {
  const all = new Set(names.slice(0, count));
  const next = random(7);
  const pick = () => names[Math.floor(next() * names.length)]!.split(' ');
  while (all.size < count) all.add(`${pick()[0]} ${pick().at(-1)}`);
  return [...all];
}
