/** Reads what waits to be read: the same in a thread, and in slices in a worker that has pages to answer. */
import { openArchive } from '../dataset/archive.ts';
import { createLibrary, type Library, type LoadedPack } from '../dataset/library.ts';
import type { Entity } from '../dataset/schema.ts';
import type { FileOptions } from '../import/input.ts';
import { openIndex } from '../match/index.ts';
import { announce } from '../own-packs/channel.ts';
import { openDatabase } from '../own-packs/database.ts';
import { readingLock } from '../own-packs/locks.ts';
import type { Pause } from '../own-packs/pause.ts';
import { rebuildIndexes } from '../own-packs/rebuild.ts';
import { runImports } from '../own-packs/run.ts';
import type { PackFiles } from './bundled-packs.ts';
import { recordOf } from './shipped-records.ts';

type Libraries = FileOptions['libraries'];

/** Resolves when nothing is left. Waits for whoever else is reading. */
export async function readImports(libraries: Libraries, pause?: Pause): Promise<void> {
  const database = await openDatabase();
  try {
    await navigator.locks.request(readingLock, async () => {
      await rebuildIndexes(database, pause);
      const jobs = await database.getAll('jobs');
      if (!jobs.some(({ state }) => state === 'reading')) return;
      let ranks: Promise<Map<string, number>> | undefined;
      let library: Promise<Library> | undefined;
      await runImports({
        database,
        // Read once for all imports that wait.
        bundled: () => (library ??= bundled(files)),
        libraries,
        wordRanks: async () => {
          ranks ??= readRanks();
          const known = await ranks;
          return (word) => known.get(word);
        },
        today: new Date().toISOString().slice(0, 10),
        onJob: announce,
        pause,
      });
    });
  } finally {
    database.close();
  }
}

/** A thread has no `browser` to ask for the address of a file of ours. */
async function file(path: string): Promise<Response> {
  try {
    return await fetch(`/packs/${path}`);
  } catch (error) {
    throw new Error(
      `expected the extension to have /packs/${path}, found none (${(error as Error).message}); install it again`,
    );
  }
}

async function read<T>(path: string): Promise<T> {
  return (await file(path)).json() as Promise<T>;
}

async function readRanks(): Promise<Map<string, number>> {
  const ranks = new Map((await read<string[]>('words.json')).map((word, i) => [word, i + 1]));
  ranks.delete('');
  return ranks;
}

const files: Parameters<typeof bundled>[0] = {
  list: () => read('list.json'),
  archive: async () => (await file('archive.bin')).arrayBuffer(),
  records: (id, shard) => read(`${id}/${shard}.json`),
};

/** What no pack may take from those of the extension: ids, titles and names. One file after the other, so that others have their turn. */
export async function bundled(files: Pick<PackFiles, 'list' | 'archive' | 'records'>): Promise<Library> {
  const archived = openArchive(await files.archive());
  const packs: LoadedPack[] = [];
  for (const listing of await files.list()) {
    const index = openIndex(archived(`${listing.id}.index`));
    const entities: Entity[] = [];
    for (const [shard, first] of listing.shards.entries())
      for (const [i, record] of (await files.records(listing.id, shard)).entries()) {
        const { id, kind, name, names } = recordOf(listing.openData, index, first + i, record);
        entities.push({ id, kind, name, ...(names && { names }) });
      }
    const otherTitles = Object.values(listing.said).map(({ title }) => title);
    packs.push({ ...listing, entities, sources: {}, otherTitles });
  }
  return createLibrary(packs);
}
