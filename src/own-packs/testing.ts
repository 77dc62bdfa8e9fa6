/** What the tests of this folder share: a database of their own, and files as people have them. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type entity, pack, source } from '../dataset/builders.ts';
import { createLibrary, type LoadedPack } from '../dataset/library.ts';
import { annotate, openIndex } from '../match/index.ts';
import { type Database, openDatabase } from './database.ts';
import { stageImport } from './jobs.ts';
import { type RunnerSurroundings, runImports } from './run.ts';
import { listPacks, readIndex, readRecords } from './store.ts';

export const today = '2026-11-22';

export function freshDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  return openDatabase();
}

/** A pack in the exchange format, as text. */
export const exchange = (id: string, ...entities: ReturnType<typeof entity>[]) =>
  JSON.stringify({ format: 'sidelight-pack', formatVersion: 1, ...pack(entities, [source('beta')], id) });

const bundled: LoadedPack = {
  id: 'iran',
  title: 'Iran',
  description: 'Made for a test.',
  language: 'en',
  license: 'CC0',
  released: today,
  entities: [{ id: 'bundled-one', kind: 'person', name: 'Bundled Person' }],
  sources: {},
};

export const wordRank = (word: string) => ({ the: 1, court: 755 })[word];

export function surroundings(database: Database, change: Partial<RunnerSurroundings> = {}): RunnerSurroundings {
  return {
    database,
    bundled: async () => createLibrary([bundled]),
    wordRanks: async () => wordRank,
    today,
    libraries: () => import('../import/libraries.ts'),
    onJob: () => undefined,
    ...change,
  };
}

/** Stages a file and reads it to the end. */
export async function read(
  database: Database,
  content: BlobPart,
  name: string,
  choices: Parameters<typeof stageImport>[3] = {},
): Promise<string> {
  const id = await stageImport(database, new Blob([content]), name, choices);
  await runImports(surroundings(database));
  return id;
}

export function table(rows: number, word = 'House'): string {
  return `name,kind\n${Array.from({ length: rows }, (_, i) => `Example ${word} ${i.toString(36)},organisation`).join('\n')}\n`;
}

/** Everything that a reader has, as it can be used: fails when an index or a record is not whole. */
export async function everything(database: Database): Promise<object[]> {
  const packs = await listPacks(database);
  return Promise.all(
    packs.map(async (pack) => {
      const index = openIndex(await readIndex(database, pack));
      const records = await readRecords(database, pack);
      const entities = await Array.fromAsync(records.entities());
      const mentions = annotate(index, { blocks: entities.map(({ name }) => name) });
      const { files: _, ...facts } = pack;
      return { ...facts, entities, found: mentions.length };
    }),
  );
}
