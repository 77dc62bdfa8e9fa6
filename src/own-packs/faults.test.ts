/**
 * Pulling the plug. Every call of the database of an import is failed once: as a process that ends (its transaction is aborted and it
 * does nothing more) and as a disk that is full. After each, what the reader had is whole, and the import can be done again.
 */
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import { acceptImport, discardImport, listJobs, readAgain, stageImport } from './jobs.ts';
import { runImports } from './run.ts';
import { removePack } from './store.ts';
import { everything, freshDatabase, read, surroundings, table, today } from './testing.ts';

const methods = ['put', 'get', 'getAll', 'delete'] as const;
const prototype = IDBObjectStore.prototype as unknown as Record<string, (...values: unknown[]) => unknown>;
const original = Object.fromEntries(methods.map((name) => [name, prototype[name]!]));

/** Fails the call with this number, from 1 and, of a process that is killed, all that follow; answers how many calls there were. A full disk fails what writes. */
function failCall(number: number, kind: 'killed' | 'full'): () => number {
  let calls = 0;
  for (const name of methods) {
    prototype[name] = function (this: IDBObjectStore, ...values: unknown[]) {
      if (kind === 'killed' || name === 'put') calls++;
      if (kind === 'killed' ? calls >= number : calls === number && name === 'put') {
        // What only reads has nothing to undo.
        if (this.transaction.mode === 'readwrite') this.transaction.abort();
        throw kind === 'full' ? new DOMException('the disk is full', 'QuotaExceededError') : new Error('killed');
      }
      return original[name]!.apply(this, values);
    };
  }
  return () => calls;
}

function mend(): void {
  for (const name of methods) prototype[name] = original[name]!;
}
afterEach(mend);

async function begun(): Promise<{ database: Database; before: object[] }> {
  const database = await freshDatabase();
  await acceptImport(database, await read(database, table(20), 'kept.csv'), today);
  await acceptImport(database, await read(database, table(5, 'Home'), 'list.csv'), today);
  return { database, before: await everything(database) };
}

/** What a reader does: brings a file, looks at the preview, takes it in place of the one that is there. */
async function wholeImport(database: Database): Promise<void> {
  const id = await stageImport(database, new Blob([table(9, 'Home')]), 'list.csv');
  await runImports(surroundings(database));
  await acceptImport(database, id, today);
}

test.each(['killed', 'full'] as const)(
  'an import that is %s at any step loses nothing and can be done again',
  async (kind) => {
    const { database } = await begun();
    const count = failCall(Number.POSITIVE_INFINITY, kind);
    await wholeImport(database);
    const steps = count();
    mend();
    const after = await everything(database);
    expect(steps).toBeGreaterThan(5);
    for (let step = 1; step <= steps; step++) {
      const { database: broken, before } = await begun();
      failCall(step, kind);
      const outcome = await wholeImport(broken).then(
        () => 'done',
        () => 'failed',
      );
      mend();
      broken.close();
      // The next process: it finds the packs whole, and either all of the import or none.
      const again = await openDatabase();
      expect([before, after]).toContainEqual(await everything(again));
      const jobs = await listJobs(again);
      if (outcome === 'done') expect(await everything(again)).toEqual(after);
      for (const { id, state, refusal } of jobs) {
        if (state === 'refused') expect(refusal?.why).toBe(kind === 'full' ? 'quota' : 'failed');
        if (state === 'refused') await readAgain(again, id, {});
      }
      await runImports(surroundings(again));
      for (const { id } of await listJobs(again)) await acceptImport(again, id, today);
      const found = await everything(again);
      // An import that failed before it was staged is the reader's to begin again.
      expect(jobs.length > 0 || outcome === 'done' ? [after] : [before, after]).toContainEqual(found);
      for (const store of ['records', 'indexes'] as const) expect((await again.getAllKeys(store)).length).toBe(2);
      expect(await again.getAllKeys('inputs')).toEqual([]);
      again.close();
    }
  },
);

test('removing and discarding are whole or not at all', async () => {
  for (const act of [
    (database: Database) => removePack(database, 'list'),
    async (database: Database) => discardImport(database, (await listJobs(database))[0]!.id),
  ]) {
    for (let step = 1; step <= 6; step++) {
      const { database } = await begun();
      await read(database, table(4), 'waiting.csv');
      failCall(step, 'killed');
      await act(database).catch(() => undefined);
      mend();
      const jobs = await listJobs(database);
      const packs = await everything(database);
      const held = packs.length + jobs.length;
      for (const store of ['records', 'indexes'] as const) expect((await database.getAllKeys(store)).length).toBe(held);
      expect((await database.getAllKeys('inputs')).length).toBe(jobs.length);
    }
  }
});
