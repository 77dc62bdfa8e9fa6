import { browser } from '../../src/browser/polyfilled.ts';
import { createKept } from '../../src/updates/kept.ts';
import { noteDataset, type Update } from '../../src/updates/note.ts';
import { ground } from './ground.ts';

const kept = createKept();
let last: Promise<unknown> = Promise.resolve();

/** Notes what this version changed, if that was not done yet, and tells it. One after the other: an update is noted once. */
export function datasetUpdates(): Promise<Update[]> {
  const result = last.then(async () => {
    // What open data changed stands in the change list of each refresh: thousands of lines, of which a reader would read none.
    const packs = await ground.packs.edited();
    const { version } = browser.runtime.getManifest();
    return noteDataset(kept, { version, packs }, new Date(ground.now()).toISOString().slice(0, 10));
  });
  last = result.catch(() => undefined);
  return result;
}
