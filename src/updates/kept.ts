/**
 * The dataset of the version that ran last, in IndexedDB: once the extension is updated the old files are gone, and with them every
 * sentence that was changed. Packed, it takes a fifth of the packs' own size. Apart from the settings, which are read often and whole.
 */
import { type DBSchema, openDB } from 'idb';
import type { LoadedPack } from '../dataset/library.ts';
import type { Dataset, Kept, Update } from './note.ts';

interface Schema extends DBSchema {
  kept: { key: 'last'; value: { version: string; packs: Blob } };
  updates: { key: 'all'; value: Update[] };
}

const databaseName = 'sidelight.dataset';

export function createKept(): Kept {
  const open = () =>
    openDB<Schema>(databaseName, 1, {
      upgrade(database) {
        database.createObjectStore('kept');
        database.createObjectStore('updates');
      },
      // A newer version of the extension opens elsewhere: it must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  return {
    async read() {
      const database = await open();
      const [last, updates = []] = await Promise.all([database.get('kept', 'last'), database.get('updates', 'all')]);
      database.close();
      return { last: last && (await unpack(last)), updates };
    },
    async write({ version, packs }, updates) {
      const packed = await gzip(JSON.stringify(packs));
      const database = await open();
      const transaction = database.transaction(['kept', 'updates'], 'readwrite');
      transaction.objectStore('kept').put({ version, packs: packed }, 'last');
      transaction.objectStore('updates').put(updates, 'all');
      await transaction.done;
      database.close();
    },
  };
}

/** A copy that cannot be read any more is as good as none: the next update has one again. */
async function unpack({ version, packs }: { version: string; packs: Blob }): Promise<Dataset | undefined> {
  try {
    const text = await new Response(packs.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    return { version, packs: JSON.parse(text) as LoadedPack[] };
  } catch {
    return undefined;
  }
}

async function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
