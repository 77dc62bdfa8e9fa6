import { createLibrary, type Library, type LoadedPack } from '../dataset/library.ts';
import { referencesOf } from '../dataset/link.ts';
import type { Entity, PackInfo, Source } from '../dataset/schema.ts';
import { openTitles, type Title } from '../dataset/titles.ts';
import { type MatchIndex, openIndex } from '../match/index.ts';
import { findEntity } from '../match/name-index/read.ts';

/** A pack as `packs/list.json` announces it. `shards`: the place, in the order of the ids, of the first record of each of its files. */
export type PackListing = PackInfo & {
  entities: number;
  sources: number;
  hash: string;
  openData: boolean;
  shards: number[];
};

/** Where packs come from: files of the extension, or of a test. */
export interface PackFiles {
  list(): Promise<PackListing[]>;
  index(id: string): Promise<ArrayBuffer>;
  titles(id: string): Promise<ArrayBuffer>;
  sources(id: string): Promise<Record<string, Source>>;
  /** Records in the order of the ids. */
  records(id: string, shard: number): Promise<Entity[]>;
}

export interface Titled {
  title: Title;
  /** False where an edited pack has the entity. */
  openData: boolean;
}

/**
 * The packs of a worker. Indexes and titles are read when they are first needed, once, and held; records and their sources are read
 * whenever a card asks for them. All of it can be read again. `off`: ids of the packs that are switched off.
 */
export interface Packs {
  listings(): Promise<PackListing[]>;
  /** In the order of the list; `edited`: how many at the beginning are edited. */
  indexes(off: readonly string[]): Promise<{ indexes: MatchIndex[]; edited: number }>;
  /** By id; entities that no pack has are left out. */
  titles(ids: Iterable<string>, off: readonly string[]): Promise<Map<string, Titled>>;
  /** No more than the card on an entity asks for, or nothing when no pack has it. What further packs tell of it in facts is joined to its record. */
  card(id: string, off: readonly string[]): Promise<Library | undefined>;
  /** Names, kinds and descriptions of all entities, for a search. */
  searchable(off: readonly string[]): Promise<LoadedPack[]>;
  /** All records of open data, one file after the other. */
  records(off: readonly string[]): AsyncGenerator<Entity>;
  /** The edited packs, whole. */
  edited(): Promise<LoadedPack[]>;
}

interface Held {
  listing: PackListing;
  index: MatchIndex;
  titleAt(place: number): Title;
}

export function createPacks(files: PackFiles): Packs {
  const listings = once(files.list);
  const held = new Map<string, () => Promise<Held>>();

  function hold(listing: PackListing): Promise<Held> {
    const { id } = listing;
    const get =
      held.get(id) ??
      once(async () => {
        const [index, titles] = await Promise.all([files.index(id), files.titles(id)]);
        return { listing, index: openIndex(index), titleAt: openTitles(titles) };
      });
    held.set(id, get);
    return get();
  }

  const active = async (off: readonly string[]) => (await listings()).filter(({ id }) => !off.includes(id));
  const all = async (off: readonly string[]) => Promise.all((await active(off)).map(hold));

  async function record({ listing: { id, shards } }: Held, place: number): Promise<Entity> {
    const shard = shards.findLastIndex((first) => first <= place);
    return (await files.records(id, shard))[place - shards[shard]!]!;
  }

  async function titles(ids: Iterable<string>, off: readonly string[]): Promise<Map<string, Titled>> {
    const packs = await all(off);
    const found = new Map<string, Titled>();
    for (const id of ids)
      for (const { listing, index, titleAt } of packs) {
        const place = findEntity(index, id);
        if (place < 0) continue;
        found.set(id, { title: titleAt(place), openData: listing.openData });
        break;
      }
    return found;
  }

  return {
    listings,
    async indexes(off) {
      const packs = await all(off);
      return {
        indexes: packs.map(({ index }) => index),
        edited: packs.filter(({ listing }) => !listing.openData).length,
      };
    },
    titles,
    async card(id, off) {
      const packs = await all(off);
      const holders = packs.filter(({ index }) => findEntity(index, id) >= 0);
      const told = await Promise.all(
        holders.map(async (each) => ({
          listing: each.listing,
          entity: await record(each, findEntity(each.index, id)),
          sources: await files.sources(each.listing.id),
        })),
      );
      const [first, ...others] = told;
      if (!first) return undefined;
      const facts = told.flatMap(({ entity }) => entity.facts ?? []);
      const entity = { ...first.entity, ...(facts.length > 0 && { facts }) };
      return createLibrary([
        { ...first.listing, entities: [entity], sources: first.sources },
        ...others.map(({ listing, sources }) => ({ ...listing, entities: [], sources })),
        { ...first.listing, entities: titled(await titles(referencesOf(entity), off)), sources: {} },
      ]);
    },
    async searchable(off) {
      return Promise.all(
        (await active(off)).map(async (listing) => {
          const entities: Entity[] = [];
          // One file after the other: all records at once would take many times the memory of their names.
          for (const shard of listing.shards.keys())
            for (const { id, kind, name, names = [], description } of await files.records(listing.id, shard))
              entities.push({
                id,
                kind,
                name,
                names: names.map(({ text }) => ({ text })),
                ...(description !== undefined && { description }),
              });
          return { ...listing, entities, sources: {} };
        }),
      );
    },
    async *records(off) {
      for (const { id, openData, shards } of await active(off))
        for (const shard of openData ? shards.keys() : []) yield* await files.records(id, shard);
    },
    async edited() {
      const edited = (await listings()).filter(({ openData }) => !openData);
      return Promise.all(
        edited.map(async ({ openData: _, shards, hash: __, ...info }) => ({
          ...info,
          entities: (await Promise.all(shards.map((_, shard) => files.records(info.id, shard)))).flat(),
          sources: await files.sources(info.id),
        })),
      );
    },
  };
}

/** Entities as far as their titles tell of them: enough for the links of a card. */
export function titled(titles: ReadonlyMap<string, Titled>): Entity[] {
  return [...titles].map(([id, { title }]) => {
    const { kind, name, description, names = {} } = title;
    return {
      id,
      kind,
      name,
      ...(description !== undefined && { description }),
      names: Object.entries(names).map(([lang, text]) => ({ text, kind: 'full', lang })),
    };
  });
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
