import { expect, test, vi } from 'vitest';
import type { Items } from './schema.ts';

/** Storage of the browser, in memory; `account` can be made to refuse. */
const refusing = { account: false };
const changed = Promise.withResolvers<void>();
function area(items: Items, name: string) {
  const listeners = new Set<(changes: object) => void>();
  const tell = (keys: string[]) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])));
  };
  return {
    items,
    listeners,
    get: async (key: string | null) => (key === null ? structuredClone(items) : { [key]: items[key] }),
    set: async (more: Items) => {
      if (name === 'account' && refusing.account) throw new Error('QUOTA_BYTES');
      Object.assign(items, more);
      tell(Object.keys(more));
      if ('sync.problem' in more) changed.resolve();
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) delete items[key];
      tell([keys].flat());
    },
    onChanged: {
      addListener: (listener: (changes: object) => void) => listeners.add(listener),
      removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
    },
  };
}
const local = area({ 'set.dwell': 300 }, 'here');
const account = area({}, 'account');
Object.assign(globalThis, {
  chrome: { runtime: { id: 'sidelight' } },
  browser: { runtime: { id: 'sidelight' }, storage: { local, sync: account } },
});
// Another test may have read them with another browser.
vi.resetModules();
const { keepInStep, readStored, readSyncProblem, store } = await import('./index.ts');

test('the account is followed while the reader wants it, and what went wrong is kept to be shown', async () => {
  expect((await store.read()).settings.dwell).toBe(300);
  keepInStep(false);
  expect(account.listeners.size).toBe(0);
  refusing.account = true;
  keepInStep(true);
  // Asked again by every start of the worker.
  keepInStep(true);
  expect(account.listeners.size).toBe(1);
  await changed.promise;
  expect(await readSyncProblem()).toBe('QUOTA_BYTES');
  expect(await readStored()).toMatchObject({ 'set.dwell': 300, 'sync.problem': 'QUOTA_BYTES' });
  refusing.account = false;
  const gone = Promise.withResolvers<void>();
  local.onChanged.addListener((changes) => 'sync.problem' in changes && gone.resolve());
  await account.set({ 'set.theme': 'dark' });
  await gone.promise;
  expect(await readSyncProblem()).toBe(undefined);
  expect((await store.read()).settings).toMatchObject({ dwell: 300, theme: 'dark' });
  keepInStep(false);
  expect(account.listeners.size).toBe(0);
});
