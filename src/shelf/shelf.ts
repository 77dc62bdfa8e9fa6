/**
 * The reader's shelf: whose cards were opened, on which page, when. Only where the reader switched it on, only on this device. In IndexedDB,
 * apart from the settings, which are read often and whole.
 */
import { type DBSchema, openDB } from 'idb';
import type { EntityKind } from '../dataset/schema.ts';

/** An entity on a page. Seen there again it is the same one, with a later date. */
export interface Seen {
  entity: string;
  name: string;
  kind: EntityKind;
  /** Of the page, without the part after `#`. */
  url: string;
  title: string;
  /** ms since 1970, of the first and the last time. */
  first: number;
  last: number;
}

interface Schema extends DBSchema {
  seen: { key: [entity: string, url: string]; value: Seen; indexes: { last: number } };
}

/** More than a reader of many years has; the oldest go first. */
const most = 20_000;
/** UTF-16 code units. */
const longest = { title: 300, url: 2000 };

export interface Shelf {
  note(what: Omit<Seen, 'first' | 'last'>, now: number): Promise<void>;
  /** The latest first. */
  list(): Promise<Seen[]>;
  remove(seen: Pick<Seen, 'entity' | 'url'>): Promise<void>;
  clear(): Promise<void>;
}

export function createShelf(limit = most): Shelf {
  const open = () =>
    openDB<Schema>('sidelight.shelf', 1, {
      upgrade: (database) =>
        database.createObjectStore('seen', { keyPath: ['entity', 'url'] }).createIndex('last', 'last'),
      // A newer version of the extension opens elsewhere: it must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  async function within<T>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
    const database = await open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }
  return {
    note: ({ url: address, title, ...what }, now) =>
      within(async (database) => {
        const url = address.replace(/#.*$/s, '').slice(0, longest.url);
        const { store, done } = database.transaction('seen', 'readwrite');
        const known = await store.get([what.entity, url]);
        await store.put({ ...what, url, title: title.slice(0, longest.title), first: known?.first ?? now, last: now });
        let over = (await store.count()) - limit;
        for (let at = await store.index('last').openCursor(); at && over > 0; at = await at.continue(), over--)
          await at.delete();
        await done;
      }),
    list: () => within(async (database) => (await database.getAllFromIndex('seen', 'last')).reverse()),
    remove: ({ entity, url }) => within((database) => database.delete('seen', [entity, url])),
    clear: () => within((database) => database.clear('seen')),
  };
}
