/** The reader's packs as the worker uses them: indexes are held, records are read one at a time. All of it can be read again. */
import type { LoadedPack } from '../dataset/library.ts';
import { referencesOf } from '../dataset/link.ts';
import type { Entity, Source } from '../dataset/schema.ts';
import { annotate, type MatchIndex, openIndex } from '../match/index.ts';
import { findEntity } from '../match/name-index/read.ts';
import type { Database, OwnPack } from '../own-packs/database.ts';
import type { Records } from '../own-packs/records.ts';
import { listPacks, readIndex, readRecords } from '../own-packs/store.ts';

/** Which packs somebody may hear of: pages hear of those that the reader lets them (docs/adr: a page can read its own marks). */
export type Scope = 'all' | 'always';

export interface OwnPacks {
  /** Those that are not switched off. */
  list(off: readonly string[], scope: Scope): Promise<OwnPack[]>;
  indexes(off: readonly string[], scope: Scope): Promise<MatchIndex[]>;
  /** A pack with the entity, the entities that its card names, and its sources; nothing when no pack has it. */
  find(id: string, off: readonly string[], scope: Scope): Promise<LoadedPack | undefined>;
  /** What a search looks through: of the larger packs nothing, they answer by `named`. `key` changes with the content. */
  searchable(off: readonly string[]): Promise<{ key: string; packs: () => Promise<LoadedPack[]> }>;
  /** Entities of the larger packs whose name, or a spelling of it, the query is. */
  named(query: string, off: readonly string[]): Promise<{ entity: Entity; pack: string }[]>;
  /** The packs have changed. */
  forget(): void;
}

/** Entities up to which all names of a pack are held for search: some 50 MB, given back when the browser ends the worker. */
const mostSearchable = 100_000;

interface Held {
  pack: OwnPack;
  index: MatchIndex;
  records: Records;
}

export function createOwnPacks(open: () => Promise<Database>): OwnPacks {
  let database: Promise<Database> | undefined;
  let listed: Promise<OwnPack[]> | undefined;
  const held = new Map<string, Promise<Held | undefined>>();

  const connect = () => {
    database ??= open().catch((error: unknown) => {
      database = undefined;
      throw error;
    });
    return database;
  };

  async function list(off: readonly string[], scope: Scope): Promise<OwnPack[]> {
    listed ??= connect().then(listPacks);
    // A database that cannot be opened leaves the packs of the extension as they are; the options say what is wrong.
    const packs = await listed.catch(() => {
      listed = undefined;
      return [];
    });
    return packs.filter(({ id, mark }) => !off.includes(id) && (scope === 'all' || mark === 'always'));
  }

  function hold(pack: OwnPack): Promise<Held | undefined> {
    const known = held.get(pack.files);
    if (known) return known;
    const reading = connect()
      .then(async (source) => ({
        pack,
        index: openIndex(await readIndex(source, pack)),
        records: await readRecords(source, pack),
      }))
      // Lost or of an older version: the other packs go on, and the options tell of it.
      .catch(() => undefined);
    held.set(pack.files, reading);
    return reading;
  }

  const all = async (off: readonly string[], scope: Scope) =>
    (await Promise.all((await list(off, scope)).map(hold))).filter((each) => each !== undefined);

  const read = ({ index, records }: Held, id: string) => {
    const place = findEntity(index, id);
    return place < 0 ? undefined : records.entity(place);
  };

  async function find(id: string, off: readonly string[], scope: Scope): Promise<LoadedPack | undefined> {
    const packs = await all(off, scope);
    for (const each of packs) {
      const found = await read(each, id);
      if (!found) continue;
      const others = referencesOf(found.entity).map(async (other) => (await read(each, other))?.entity);
      const entities = [found.entity, ...(await Promise.all(others)).filter((entity) => entity !== undefined)];
      return { ...each.pack, entities, sources: byId(found.sources) };
    }
    return undefined;
  }

  return {
    list,
    find,
    indexes: async (off, scope) => (await all(off, scope)).map(({ index }) => index),
    async searchable(off) {
      const packs = (await all(off, 'all')).filter(({ pack }) => pack.entities <= mostSearchable);
      return {
        key: packs.map(({ pack }) => pack.files).join(),
        packs: () =>
          Promise.all(
            packs.map(async ({ pack, records }) => {
              const entities: Entity[] = [];
              for await (const { id, kind, name, names, description } of records.entities())
                entities.push({ id, kind, name, ...(names && { names }), ...(description && { description }) });
              return { ...pack, entities, sources: {} };
            }),
          ),
      };
    },
    async named(query, off) {
      const packs = (await all(off, 'all')).filter(({ pack }) => pack.entities > mostSearchable);
      const hits = packs.flatMap((each) =>
        annotate(each.index, { blocks: [query] }).map(async ({ entity }) => {
          const found = await read(each, entity);
          return found && { entity: found.entity, pack: each.pack.id };
        }),
      );
      return (await Promise.all(hits)).filter((hit) => hit !== undefined);
    },
    forget() {
      listed = undefined;
      held.clear();
    },
  };
}

function byId(sources: readonly Source[]): Record<string, Source> {
  return Object.fromEntries(sources.map((source) => [source.id, source]));
}
