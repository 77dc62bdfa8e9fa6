/**
 * Packs of the reader, in IndexedDB. A pack is a small record that names its files; files are written under names of their own before
 * any pack points at them. So taking a pack in, replacing and removing it is one small transaction, whatever its size, and what was
 * there stays until that transaction is done.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { EntityKind, PackInfo } from '../dataset/schema.ts';
import type { ImportFormat } from '../import/detect.ts';
import type { Mapping } from '../import/headings.ts';
import type { Preview } from './preview.ts';

/** A pack that the reader brought. */
export interface OwnPack extends PackInfo {
  entities: number;
  sources: number;
  names: number;
  /** Of the content: see `Collection.hash`. */
  hash: string;
  /** Bytes of its files. */
  bytes: number;
  /** Key of its files. */
  files: string;
  /** ISO date on which it was taken in. */
  added: string;
  /** Whether its names are marked on every page, or only on those on which the reader asks for it. */
  mark: 'always' | 'on demand';
}

/** Entities and sources, one JSON text after another; `offsets` (Uint32, bytes) has one more than there are texts. */
export interface RecordFile {
  texts: Blob;
  offsets: ArrayBuffer;
}

/** What the reader decides about an import; what is absent is guessed. */
export interface ImportChoices {
  format?: ImportFormat;
  /** Id of the pack, before the ids that are made of names. */
  id?: string;
  title?: string;
  /** Field by column, of a table. */
  columns?: Mapping;
  /** Kind of rows that do not say theirs. */
  kind?: EntityKind;
  /** Of Wikidata, as the reader typed them: tags of the languages of names, Q-ids of classes, countries and items; all when empty. */
  languages?: string;
  classes?: string;
  countries?: string;
  items?: string;
}

/** Why an import cannot go on. Texts for each are in `locales/`. */
export type Refusal =
  | 'quota'
  | 'format'
  | 'foreign'
  | 'size'
  | 'damaged'
  | 'stopped'
  | 'empty'
  | 'taken'
  | 'problems'
  | 'changed'
  | 'failed';

/** A file that ended its process so often is given up. */
export const mostAttempts = 3;

export interface ImportJob {
  id: string;
  /** Name of the file. */
  name: string;
  /** Bytes. */
  size: number;
  /** ms since 1970. */
  created: number;
  /** `reading`: to be read, from the beginning if it was broken off. `ready`: waits for the reader's word. */
  state: 'reading' | 'ready' | 'refused';
  /** How often reading was begun, or broke off: see `mostAttempts`. */
  attempts: number;
  choices: ImportChoices;
  preview?: Preview;
  /** Key of the files that wait to become a pack. */
  files?: string;
  refusal?: {
    why: Refusal;
    detail: string;
    problems?: Preview['problems'];
    table?: Preview['table'];
    format?: ImportFormat;
  };
}

interface Schema extends DBSchema {
  packs: { key: string; value: OwnPack };
  records: { key: string; value: RecordFile };
  indexes: { key: string; value: ArrayBuffer };
  jobs: { key: string; value: ImportJob };
  /** The files to be imported, by job. */
  inputs: { key: string; value: Blob };
}

export type Database = IDBPDatabase<Schema>;

const databaseName = 'sidelight.packs';

export function openDatabase(): Promise<Database> {
  return openDB<Schema>(databaseName, 1, {
    upgrade(database) {
      database.createObjectStore('packs', { keyPath: 'id' });
      database.createObjectStore('records');
      database.createObjectStore('indexes');
      database.createObjectStore('jobs', { keyPath: 'id' });
      database.createObjectStore('inputs');
    },
    // A newer version of the extension opens in another tab: it must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** True for the error with which browsers say that the disk, or our share of it, is full. */
export function isFull(error: unknown): boolean {
  // Chromium gives the error of the transaction a message and Firefox a cause; the name is the same.
  const name = (error as { name?: string } | null)?.name;
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR';
}

type Store = 'packs' | 'records' | 'indexes' | 'jobs' | 'inputs';
type Change<Stores extends Store> = IDBPTransaction<Schema, Stores[], 'readwrite'>;

/**
 * One change of some stores, whole or not at all: when `work` fails, or the browser cannot write it, nothing of it is kept.
 * @throws what `work` threw, or the browser's reason: `isFull` tells whether the disk is full
 */
export async function change<Stores extends Store, T>(
  database: Database,
  stores: Stores[],
  work: (stores: Change<Stores>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite');
  // Heard below; without this it would be reported as an error that nobody heard.
  const ended = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  let result: T;
  try {
    result = await work(transaction);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already: that may be why `work` failed.
    }
    const cause = (await ended)?.error;
    throw isFull(cause) ? cause : error;
  }
  const failed = await ended;
  if (failed) throw failed.error;
  return result;
}
