import { compileInSteps } from '../match/name-index/compile.ts';
import { openIndex } from '../match/name-index/open.ts';
import { change, type Database } from './database.ts';
import { inSlices, type Pause } from './pause.ts';
import { listPacks, readIndex, readRecords } from './store.ts';

/** Compiles the index of every pack anew that this version of the extension cannot open. */
export async function rebuildIndexes(database: Database, pause?: Pause): Promise<void> {
  for (const pack of await listPacks(database)) {
    try {
      openIndex(await readIndex(database, pack));
    } catch {
      const records = await readRecords(database, pack).catch(() => undefined);
      if (!records) continue;
      const index = await inSlices(compileInSteps(await Array.fromAsync(records.entities())), pause);
      await change(database, ['packs', 'indexes'], async (stores) => {
        // Removed or replaced meanwhile: its files are gone.
        const now = await stores.objectStore('packs').get(pack.id);
        if (now?.files === pack.files) await stores.objectStore('indexes').put(index, pack.files);
      });
    }
  }
}
