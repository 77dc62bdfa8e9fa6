import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Pack } from '../src/dataset/schema.ts';
import { announce } from '../src/packs/channel.ts';
import { openDatabase } from '../src/packs/database.ts';
import { rebuildIndexes } from '../src/packs/rebuild.ts';
import { runImports } from '../src/packs/run.ts';
import type { PackListing } from '../src/worker/packs.ts';

/** The thread that reads imports. It tells whoever started it when nothing is left. */
export default defineUnlistedScript(async () => {
  const read = async <T>(path: string) => (await fetch(`/packs/${path}`)).json() as Promise<T>;
  const words = await read<string[]>('words.json');
  const ranks = new Map(words.map((word, i) => [word, i + 1]));
  ranks.delete('');
  const database = await openDatabase();
  const bundled = async () => {
    const list = await read<PackListing[]>('list.json');
    return Promise.all(list.map(({ id }) => read<Pack>(`${id}.json`)));
  };
  // One at a time, whoever else has started one.
  await navigator.locks.request('sidelight.import', async () => {
    await rebuildIndexes(database);
    await runImports({
      database,
      bundled,
      wordRank: (word) => ranks.get(word),
      today: new Date().toISOString().slice(0, 10),
      onJob: announce,
    });
  });
  database.close();
  postMessage('done');
});
