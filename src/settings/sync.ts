/**
 * Keeps the settings of this browser and those in the reader's browser account alike, item by item, by a three-way merge
 * against what both last agreed on: changes of different items on two devices are both kept, a removal stays a removal,
 * and where both changed one item this browser's value stands. It may be interrupted and repeated at any time.
 */
import { migrate, versionOf } from './migrate.ts';
import { type Items, settingsVersion } from './schema.ts';
import { type Area, prefix } from './store.ts';

/** Not for other devices: whether this one takes part, that it rests for an hour, and that it keeps what was looked up. */
const local = ['sync', 'pausedUntil', 'shelf'].map((key) => prefix + key);
const shared = (key: string) => key.startsWith(prefix) && !local.includes(key);
const own = (items: Items): Items => Object.fromEntries(Object.entries(items).filter(([key]) => shared(key)));

/** Items in the form of this version, whichever wrote them; they are compared only so. Nothing stays nothing. */
function current(items: Items): Items {
  const bare = Object.fromEntries(Object.entries(items).map(([key, value]) => [key.slice(prefix.length), value]));
  if (Object.keys(bare).length === 0) return bare;
  if (versionOf(bare) > settingsVersion) throw new Error('the settings are of a later version of Sidelight');
  return Object.fromEntries(Object.entries(migrate(bare)).map(([key, value]) => [prefix + key, value]));
}

/** Where the last agreement is kept, beside the settings of this browser. */
const baseKey = 'sync.base';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Makes both sides alike. Throws when one refuses (full, or in use by a later version); nothing is lost then. */
export async function reconcile(here: Area, account: Area): Promise<void> {
  const stored = await here.get(null);
  const found = { here: own(stored), account: own(await account.get(null)) };
  const base = current((stored[baseKey] ?? {}) as Items);
  const mine = current(found.here);
  const theirs = current(found.account);
  const merged: Items = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = same(mine[key], base[key]) ? theirs[key] : mine[key];
    if (value !== undefined) merged[key] = value;
  }
  await bring(account, found.account, merged);
  await bring(here, found.here, merged);
  if (!same(stored[baseKey] ?? {}, merged)) await here.set({ [baseKey]: merged });
}

async function bring(area: Area, from: Items, to: Items): Promise<void> {
  const changed = Object.entries(to).filter(([key, value]) => !same(from[key], value));
  if (changed.length > 0) await area.set(Object.fromEntries(changed));
  const gone = Object.keys(from).filter((key) => !(key in to));
  if (gone.length > 0) await area.remove(gone);
}

/** Reconciles now and after each change of either side, one after the other; `outcome` hears of each, with what failed. */
export function follow(here: Area, account: Area, outcome: (failure?: string) => void): () => void {
  let last: Promise<void> = Promise.resolve();
  const again = () => {
    last = last.then(() =>
      reconcile(here, account).then(
        () => outcome(),
        (error: unknown) => outcome(error instanceof Error ? error.message : String(error)),
      ),
    );
  };
  const changed = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(shared)) again();
  };
  here.onChanged.addListener(changed);
  account.onChanged.addListener(changed);
  again();
  return () => {
    here.onChanged.removeListener(changed);
    account.onChanged.removeListener(changed);
  };
}
