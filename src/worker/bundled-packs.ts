import { createLibrary, type Library } from '../dataset/library.ts';
import type { Pack, PackInfo } from '../dataset/schema.ts';
import { type MatchIndex, openIndex } from '../match/index.ts';

/** A pack as `packs/list.json` announces it. */
export type PackListing = PackInfo & { entities: number; sources: number; hash: string };

/** Where packs come from: files of the extension, or of a test. */
export interface PackFiles {
  list(): Promise<PackListing[]>;
  pack(id: string): Promise<Pack>;
  index(id: string): Promise<ArrayBuffer>;
}

/** The packs of a worker: each file is read when it is first needed, and once. All of it can be read again. */
export interface Packs {
  listings(): Promise<PackListing[]>;
  /** Indexes and entries of the packs that are not switched off, in the order of the list. */
  indexes(off: readonly string[]): Promise<MatchIndex[]>;
  library(off: readonly string[]): Promise<Library>;
}

export function createPacks(files: PackFiles): Packs {
  const listings = once(files.list);
  const packs = new Map<string, () => Promise<Pack>>();
  const indexes = new Map<string, () => Promise<MatchIndex>>();
  let library: { key: string; value: Promise<Library> } | undefined;

  const active = async (off: readonly string[]) =>
    (await listings()).map(({ id }) => id).filter((id) => !off.includes(id));
  const pack = (id: string) => held(packs, id, () => files.pack(id));

  return {
    listings,
    async indexes(off) {
      const ids = await active(off);
      return Promise.all(ids.map((id) => held(indexes, id, async () => openIndex(await files.index(id)))));
    },
    async library(off) {
      const ids = await active(off);
      const key = ids.join();
      if (library?.key !== key) {
        const value = Promise.all(ids.map(pack)).then(createLibrary);
        library = { key, value };
        value.catch(() => {
          library = undefined;
        });
      }
      return library.value;
    },
  };
}

function held<T>(map: Map<string, () => Promise<T>>, id: string, read: () => Promise<T>): Promise<T> {
  const get = map.get(id) ?? once(read);
  map.set(id, get);
  return get();
}

/** Reads on the first call and remembers; a failure is not remembered, so that the next call tries again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= read().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}
