import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../src/dataset/archive.ts';
import { citedSources } from '../../src/dataset/citations.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { fromShipped } from '../../src/dataset/shipped.ts';
import { openTitles } from '../../src/dataset/titles.ts';
import { idAt, nameAt, openIndex } from '../../src/match/index.ts';
import { findEntity } from '../../src/match/name-index/read.ts';
import type { PackListing } from '../../src/worker/bundled-packs.ts';
import { loadPacks, madeWith } from '../annotate/packs.ts';
import { compilePacks } from './compile.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'compile-'));
});

afterEach(() => rm(dir, { recursive: true }));

// That the same data gives the same bytes is seen where the packages are made twice (tools/release/main.ts --verify).
test('the bundled packs compile to what the extension can open, and a report names them by the same hash', async () => {
  await compilePacks('data', dir);
  const list = JSON.parse(await readFile(join(dir, 'list.json'), 'utf8')) as PackListing[];
  expect(list.map(({ id, openData }) => [id, openData])).toEqual([
    ['institutions', false],
    ['iran', false],
    ['world', true],
    ['world-sharealike', true],
  ]);
  const ready = await loadPacks([], true);
  const packs = new Map(
    ready.packs.map(({ id, entities }) => [id, entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  );
  const archived = openArchive(new Uint8Array(await readFile(join(dir, 'archive.bin'))).buffer);
  for (const { id, entities, openData, shards } of list) {
    const json = async (name: string) => JSON.parse(await readFile(join(dir, id, name), 'utf8'));
    const index = openIndex(archived(`${id}.index`));
    const shipped = (await Promise.all(shards.map((_, i) => json(`${i}.json`)))).flat();
    const records = shipped.map((record, place): Entity => {
      return openData ? fromShipped(record, idAt(index, place), (name) => nameAt(index, place, name)) : record;
    });
    expect(records.map((record) => record.id)).toEqual(packs.get(id)!.map((entity) => entity.id));
    expect(records.map(({ name }) => name)).toEqual(packs.get(id)!.map(({ name }) => name));
    expect(records).toHaveLength(entities);
    // Names of open data are in the index, and nowhere again.
    expect(shipped.some((record) => typeof record.name === 'number')).toBe(openData);
    // What only matching asks for is in the index.
    const matching = records.filter(({ cues, names = [] }) => cues || names.some(({ needs }) => needs));
    expect(matching.length === 0).toBe(openData);
    const titleAt = openTitles(archived(`${id}.titles`), (place, name) => nameAt(index, place, name));
    const sources = await json('sources.json');
    for (const [place, record] of records.entries()) {
      expect(findEntity(index, record.id)).toBe(place);
      expect(titleAt(place).name).toBe(record.name);
      for (const source of citedSources(record)) expect(sources[source]?.id).toBe(source);
    }
  }
  const made = await madeWith(ready);
  expect(made.packs.map(({ id, hash }) => [id, hash])).toEqual(list.map(({ id, hash }) => [id, hash]));
  expect(new Set(list.map(({ hash }) => hash)).size).toBe(list.length);
  for (const { hash } of list) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
