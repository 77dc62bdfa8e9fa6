/** What the tests of readers share: a file read as a reader brings it, and what it gave. */

import { expect } from 'vitest';
import { readPack } from '../dataset/read.ts';
import { type FileOptions, lookAt } from './input.ts';
import { readFile } from './read-file.ts';
import { type ImportOptions, type Outcome, type PlacedOutcome, placeText } from './record.ts';
import type { WikidataOptions } from './wikidata.ts';

export const options: FileOptions = {
  today: '2026-11-22',
  languages: ['en'],
  wordRank: (word) => ({ the: 1 })[word],
  choice: {},
  labels: new Map(),
  prefix: 'p',
  columns: {},
  onMapping: () => undefined,
  libraries: () => import('./libraries.ts'),
};

export async function read(content: string | Uint8Array | object): Promise<PlacedOutcome[]> {
  const bytes =
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  async function* open() {
    yield bytes;
  }
  return Array.fromAsync(readFile(await lookAt({ open, again: true }), undefined, options));
}

export const entities = (outcomes: PlacedOutcome[]) => outcomes.flatMap(({ record }) => record?.entity ?? []);
export const told = (outcomes: PlacedOutcome[]) =>
  outcomes
    .filter(({ remark }) => !remark)
    .flatMap((outcome) => [
      ...(outcome.skipped ? [`${placeText(outcome)}: ${outcome.skipped}`] : []),
      ...outcome.problems.map(({ expected, found }) => `${placeText(outcome)}: ${expected}, ${found}`),
    ]);

export const importOptions: ImportOptions = {
  today: '2026-11-22',
  languages: ['en', 'fa'],
  wordRank: (word) => ({ the: 3, apple: 2500 })[word],
};

export const wikidata: WikidataOptions = {
  ...importOptions,
  choice: {},
  labels: new Map([
    ['Q82955', 'politician'],
    ['Q11696', 'President of the United States'],
    ['Q5375', 'a register'],
  ]),
};

/** Everything that the importers make fits the exchange format and its rules. */
export function expectSound(outcomes: Outcome[]): void {
  const records = outcomes.flatMap(({ record }) => record ?? []);
  const sources = Object.fromEntries(records.flatMap((record) => record.sources.map((source) => [source.id, source])));
  const info = { id: 'p', title: 'p', description: 'p', language: 'en', license: 'x', released: '2026-11-22' };
  const unique = new Map(records.map(({ entity }) => [entity.id, entity]));
  expect(
    readPack({ format: 'sidelight-pack', formatVersion: 1, ...info, entities: [...unique.values()], sources }).problems,
  ).toEqual([]);
}
