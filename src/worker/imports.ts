/** Reads what waits to be read: the same in a thread, and in slices in a worker that has pages to answer. */
import { createLibrary, type Library, type LoadedPack } from '../dataset/library.ts';
import type { Entity } from '../dataset/schema.ts';
import type { FileOptions } from '../import/input.ts';
import { announce } from '../own-packs/channel.ts';
import { openDatabase } from '../own-packs/database.ts';
import { readingLock } from '../own-packs/locks.ts';
import type { Pause } from '../own-packs/pause.ts';
import { rebuildIndexes } from '../own-packs/rebuild.ts';
import { runImports } from '../own-packs/run.ts';
import type { PackListing } from './bundled-packs.ts';

type Libraries = FileOptions['libraries'];

/** Resolves when nothing is left. Waits for whoever else is reading. */
export async function readImports(libraries: Libraries, pause?: Pause): Promise<void> {
  const database = await openDatabase();
  try {
    await navigator.locks.request(readingLock, async () => {
      await rebuildIndexes(database, pause);
      const jobs = await database.getAll('jobs');
      if (!jobs.some(({ state }) => state === 'reading')) return;
      const ranks = new Map((await read<string[]>('words.json')).map((word, i) => [word, i + 1]));
      ranks.delete('');
      let library: Promise<Library> | undefined;
      await runImports({
        database,
        // Read once for all imports that wait.
        bundled: () => (library ??= bundled(read)),
        libraries,
        wordRank: (word) => ranks.get(word),
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
async function read<T>(path: string): Promise<T> {
  return (await fetch(`/packs/${path}`)).json() as Promise<T>;
}

/** What no pack may take from those of the extension: ids, titles and names. One file after the other, so that others have their turn. */
export async function bundled(read: <T>(path: string) => Promise<T>): Promise<Library> {
  const packs: LoadedPack[] = [];
  for (const listing of await read<PackListing[]>('list.json')) {
    const entities: Entity[] = [];
    for (const shard of listing.shards.keys())
      for (const { id, kind, name, names } of await read<Entity[]>(`${listing.id}/${shard}.json`))
        entities.push({ id, kind, name, ...(names && { names }) });
    const otherTitles = Object.values(listing.said).map(({ title }) => title);
    packs.push({ ...listing, entities, sources: {}, otherTitles });
  }
  return createLibrary(packs);
}
