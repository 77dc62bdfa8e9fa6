import type { Entity } from '../dataset/schema.ts';
import { compileInSteps } from '../match/name-index/compile.ts';
import { openIndex } from '../match/name-index/open.ts';
import { change, type Database, type OwnPack } from './database.ts';
import { inSlices, type Pause } from './pause.ts';
import { listPacks, readIndex, readRecords } from './store.ts';

/** Compiles the index of every pack anew that this version of the extension cannot open; one whose entries are damaged stays as it is. */
export async function rebuildIndexes(database: Database, pause?: Pause): Promise<void> {
  for (const pack of await listPacks(database)) {
    try {
      openIndex(await readIndex(database, pack));
    } catch {
      const entities = await entitiesOf(database, pack);
      if (!entities) continue;
      const index = await inSlices(compileInSteps(entities), pause);
      await change(database, ['packs', 'indexes'], async (stores) => {
        // Removed or replaced meanwhile: its files are gone.
        const now = await stores.objectStore('packs').get(pack.id);
        if (now?.files === pack.files) await stores.objectStore('indexes').put(index, pack.files);
      });
    }
  }
}

/** Nothing where the browser has lost them, or they are no JSON any more. */
async function entitiesOf(database: Database, pack: OwnPack): Promise<Entity[] | undefined> {
  try {
    return await Array.fromAsync((await readRecords(database, pack)).entities());
  } catch {
    return undefined;
  }
}
