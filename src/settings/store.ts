import type { Storage } from 'webextension-polyfill';
import { migrate, versionOf } from './migrate.ts';
import { fromItems, type Items, type Problem, settingsVersion, toItems } from './schema.ts';
import type { Settings } from './types.ts';

/** The part of `browser.storage.local` that is used, so that tests can bring their own. */
export interface Area {
  get(keys: null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
  onChanged: Pick<Storage.StorageArea['onChanged'], 'addListener' | 'removeListener'>;
}

/** All items of settings carry this prefix; anything else in the area is somebody else's (packs, notes). */
export const prefix = 'set.';

export interface Store {
  read(): Promise<{ settings: Settings; problems: Problem[] }>;
  /** Applies a change to the settings as they are now and writes only what differs. Rejects when storage refuses. */
  update(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Deletes items that `read` reported, by key. */
  discard(keys: readonly string[]): Promise<void>;
  /** Calls back with the settings after each change, from whichever page it came. */
  watch(listener: (settings: Settings) => void): () => void;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function createStore(area: Area): Store {
  const stored = async (): Promise<Items> => {
    const own: Items = {};
    for (const [key, value] of Object.entries(await area.get(null))) {
      if (key.startsWith(prefix)) own[key.slice(prefix.length)] = value;
    }
    return own;
  };
  const read = async () => fromItems(migrate(await stored()));

  const write = async (change: (settings: Settings) => Settings): Promise<Settings> => {
    const before = await stored();
    const items = migrate(before);
    const { settings } = fromItems(items);
    const next = change(structuredClone(settings));
    const [old, now] = [toItems(settings), toItems(next)];
    if (same(old, now)) return next;
    // What this version does not understand stays as it is, and so does the number of a later one.
    const after: Items = { ...items, ...now, version: Math.max(versionOf(items), settingsVersion) };
    for (const key of Object.keys(old)) if (!(key in now)) delete after[key];
    const changed = Object.entries(after).filter(([key, value]) => !same(before[key], value));
    const gone = Object.keys(before).filter((key) => !(key in after));
    await area.set(Object.fromEntries(changed.map(([key, value]) => [prefix + key, value])));
    if (gone.length > 0) await area.remove(gone.map((key) => prefix + key));
    return next;
  };

  // One after the other: two quick presses on the same page must not both start from the settings before the first.
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    update(change) {
      const result = last.then(
        () => write(change),
        () => write(change),
      );
      last = result;
      return result;
    },
    discard: (keys) => area.remove(keys.map((key) => prefix + key)),
    watch(listener) {
      const changed = (changes: Record<string, unknown>) => {
        if (Object.keys(changes).some((key) => key.startsWith(prefix))) {
          read().then(
            ({ settings }) => listener(settings),
            () => undefined,
          );
        }
      };
      area.onChanged.addListener(changed);
      return () => area.onChanged.removeListener(changed);
    },
  };
}
