import { browser } from '../../src/browser/polyfilled.ts';
import { createKept } from '../../src/updates/kept.ts';
import { noteDataset, type Update } from '../../src/updates/note.ts';
import { ground } from './ground.ts';

const kept = createKept();
let last: Promise<unknown> = Promise.resolve();

/** Notes what this version changed, if that was not done yet, and tells it. One after the other: an update is noted once. */
export function datasetUpdates(): Promise<Update[]> {
  const result = last.then(async () => {
    const { packs } = await ground.packs.library([]);
    const { version } = browser.runtime.getManifest();
    return noteDataset(kept, { version, packs: [...packs] }, new Date(ground.now()).toISOString().slice(0, 10));
  });
  last = result.catch(() => undefined);
  return result;
}
