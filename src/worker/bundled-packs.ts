import { openArchive } from '../dataset/archive.ts';
import { citedSources } from '../dataset/citations.ts';
import { createLibrary, type Library, type LoadedPack } from '../dataset/library.ts';
import { referencesOf } from '../dataset/link.ts';
import { quotedByUs } from '../dataset/quotations.ts';
import type { Entity, PackInfo, Source } from '../dataset/schema.ts';
import type { ShippedEntity } from '../dataset/shipped.ts';
import { openTitles, type Title } from '../dataset/titles.ts';
import { type CardTexts, inLanguage, type Translation } from '../dataset/translations/card-texts.ts';
import type { PackTexts } from '../dataset/translations/pack-texts.ts';
import { type MatchIndex, nameAt, openIndex } from '../match/index.ts';
import { findEntity } from '../match/name-index/read.ts';
import type { SearchablePack } from '../search/index.ts';
import { once } from './once.ts';
import { recordOf } from './shipped-records.ts';
import { type Titled, titled } from './titled.ts';

/**
 * A pack as `packs/list.json` announces it. `shards`: the place, in the order of the ids, of the first record of each of its files; `languages`:
 * those into which its records are translated; `said`: by language, what is said of it.
 */
export type PackListing = PackInfo & {
  entities: number;
  sources: number;
  hash: string;
  openData: boolean;
  shards: number[];
  languages: string[];
  said: Record<string, PackTexts>;
};

/** Where packs come from: files of the extension, or of a test. */
export interface PackFiles {
  list(): Promise<PackListing[]>;
  /** What every pack is opened with, as one file (`archive.ts`): of each `<id>.index` and `<id>.titles`, and `words.index`. */
  archive(): Promise<ArrayBuffer>;
  /** Names and descriptions in a language, of a pack that is translated into it. */
  titles(id: string, language: string): Promise<ArrayBuffer>;
  sources(id: string): Promise<Record<string, Source>>;
  /** Records in the order of the ids: of an edited pack whole, else as they ship. */
  records(id: string, shard: number): Promise<(Entity | ShippedEntity)[]>;
  /** Translations of these records; `null` for one that has none. */
  texts(id: string, language: string, shard: number): Promise<(CardTexts | null)[]>;
}

/** The language in which a card is wanted; `original`: as it was written, for a reader who could have it in `language`. */
export interface CardLanguage {
  language: string;
  original?: boolean | undefined;
}

/**
 * The packs of a worker. Indexes and titles are read when they are first needed, once, and held; records and their sources are read
 * whenever a card asks for them. All of it can be read again. `off`: ids of the packs that are switched off. A pack that cannot be opened is left out.
 */
export interface Packs {
  listings(): Promise<PackListing[]>;
  /** Reads what packs are opened with before anybody asks: most of a start is waiting for it. */
  prepare(): void;
  /** In the order of the list; `edited`: how many at the beginning are edited. */
  indexes(off: readonly string[]): Promise<{ indexes: MatchIndex[]; edited: number }>;
  /** By id; entities that no pack has are left out. */
  titles(ids: Iterable<string>, off: readonly string[], language?: string): Promise<Map<string, Titled>>;
  /**
   * No more than the card on an entity asks for, or nothing when no pack has it. What further packs tell of it in facts is joined to its
   * record. With a language: its texts in it, where the pack is translated into it.
   */
  card(
    id: string,
    off: readonly string[],
    asked?: CardLanguage,
  ): Promise<(Library & Pick<Told, 'quotedByUs' | 'translation'>) | undefined>;
  /** Names, kinds and descriptions of all entities, for a search. */
  searchable(off: readonly string[], language?: string): Promise<SearchablePack[]>;
  /** All records of open data, one file after the other. */
  records(off: readonly string[]): AsyncGenerator<Entity>;
  /** The edited packs, whole. */
  edited(): Promise<LoadedPack[]>;
}

interface Told {
  listing: PackListing;
  entity: Entity;
  /** What it cites. */
  sources: Record<string, Source>;
  /** Its sentences that quote in a translation of ours. */
  quotedByUs: string[];
  translation?: Translation;
}

interface Held {
  listing: PackListing;
  index: MatchIndex;
  titleAt(place: number): Title;
}

/** @param onBroken hears why a pack cannot be opened, once */
export function createPacks(files: PackFiles, onBroken: (error: Error) => void): Packs {
  const listings = once(files.list);
  const archive = once(async () => openArchive(await files.archive()));
  const held = new Map<string, () => Promise<unknown>>();

  /** Read once, and held under its name. */
  function hold<T>(name: string, read: () => Promise<T>): Promise<T> {
    const get = (held.get(name) as (() => Promise<T>) | undefined) ?? once(read).get;
    held.set(name, get);
    return get();
  }

  /** Words that say what bears a name beside them: of all packs, once. Without them names are found, some that are not meant too. */
  const words = once(async () => {
    const file = await archive.get();
    try {
      const { words, wordClasses, wordNumbers, stateNouns } = openIndex(file('words.index').slice());
      return { words, wordClasses, wordNumbers, stateNouns };
    } catch (error) {
      onBroken(new Error(`The words beside names are left out: ${(error as Error).message}`));
      return {};
    }
  });

  /** What the archive has of a pack: in place, or apart where others are switched off and should take no memory. Nothing where it is broken. */
  const openPack = (listing: PackListing, apart: boolean) =>
    hold(listing.id, async (): Promise<Held | undefined> => {
      const file = await archive.get();
      const read = (name: string) => (apart ? file(name).slice() : file(name));
      try {
        const index = { ...openIndex(read(`${listing.id}.index`)), ...(await words.get()) };
        return { listing, index, titleAt: openTitles(read(`${listing.id}.titles`), namesIn(index)) };
      } catch (error) {
        onBroken(new Error(`The pack ${listing.id} is left out: ${(error as Error).message}`));
        return undefined;
      }
    });

  const active = async (off: readonly string[]) => (await listings.get()).filter(({ id }) => !off.includes(id));

  async function openAll(off: readonly string[]): Promise<Held[]> {
    const packs = await active(off);
    const apart = packs.length < (await listings.get()).length;
    const opened = await Promise.all(packs.map((listing) => openPack(listing, apart)));
    if (apart) archive.forget();
    return opened.filter((each) => each !== undefined);
  }

  /** Only the titles of the language that is asked for are ever used. */
  async function all(off: readonly string[], asked?: string): Promise<Held[]> {
    return Promise.all(
      (await openAll(off)).map(async (pack) => {
        const { id } = pack.listing;
        const language = translatedInto(pack.listing, asked);
        if (language === undefined) return pack;
        const read = async () => openTitles(new Uint8Array(await files.titles(id, language)), namesIn(pack.index));
        return { ...pack, titleAt: await hold(`${id}.${language}.titles`, read) };
      }),
    );
  }

  async function recordsOf(held: Held, shard: number): Promise<Entity[]> {
    const read = await files.records(held.listing.id, shard);
    const { listing, index } = held;
    return read.map((record, i) => recordOf(listing.openData, index, listing.shards[shard]! + i, record));
  }

  /** What one pack tells of an entity that it has: in the language that is asked for, if it is translated into it. */
  async function tell(held: Held, id: string, asked: CardLanguage | undefined): Promise<Told> {
    const { listing, index } = held;
    const place = findEntity(index, id);
    const shard = listing.shards.findLastIndex((first) => first <= place);
    const within = place - listing.shards[shard]!;
    const language = translatedInto(listing, asked?.language);
    const [records, all, texts] = await Promise.all([
      files.records(listing.id, shard),
      files.sources(listing.id),
      language === undefined ? undefined : files.texts(listing.id, language, shard),
    ]);
    const entity = recordOf(listing.openData, index, place, records[within]!);
    const sources = Object.fromEntries(citedSources(entity).flatMap((id) => (all[id] ? [[id, all[id]]] : [])));
    const quoted = (shown: Entity) => quotedByUs(shown, entity, listing.language, sources);
    const told = { listing, entity, sources, quotedByUs: quoted(entity) };
    if (language === undefined) return told;
    const card = texts?.[within];
    if (!card || asked?.original)
      return { ...told, translation: { language, state: card ? 'original' : 'missing', kept: {} } };
    const { kept, ...rest } = inLanguage(told, card, { from: listing.language, into: language });
    return { listing, ...rest, quotedByUs: quoted(rest.entity), translation: { language, state: 'shown', kept } };
  }

  async function titles(
    ids: Iterable<string>,
    off: readonly string[],
    language?: string,
  ): Promise<Map<string, Titled>> {
    const packs = await all(off, language);
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
    listings: listings.get,
    prepare() {
      // Where it fails it is read again by whoever needs it.
      listings.get().catch(() => undefined);
      archive.get().catch(() => undefined);
    },
    async indexes(off) {
      const packs = await openAll(off);
      return {
        indexes: packs.map(({ index }) => index),
        edited: packs.filter(({ listing }) => !listing.openData).length,
      };
    },
    titles,
    async card(id, off, asked) {
      const language = asked?.original ? undefined : asked?.language;
      const packs = await all(off, language);
      const holders = packs.filter(({ index }) => findEntity(index, id) >= 0);
      const [first, ...others] = await Promise.all(holders.map((each) => tell(each, id, asked)));
      if (!first) return undefined;
      const facts = [first, ...others].flatMap(({ entity }) => entity.facts ?? []);
      const entity = { ...first.entity, ...(facts.length > 0 && { facts }) };
      const library = createLibrary([
        { ...first.listing, ...saidIn(first.listing, asked?.language), entities: [entity], sources: first.sources },
        ...others.map(({ listing, sources }) => ({ ...listing, entities: [], sources })),
        { ...first.listing, entities: titled(await titles(referencesOf(entity), off, language)), sources: {} },
      ]);
      const { quotedByUs, translation } = first;
      return { ...library, quotedByUs, ...(translation && { translation }) };
    },
    async searchable(off, asked) {
      return Promise.all(
        (await all(off, asked)).map(async (held) => {
          const { listing, titleAt } = held;
          const language = translatedInto(listing, asked);
          const entities: Entity[] = [];
          const written = new Map<string, string>();
          // One file after the other: all records at once would take many times the memory of their names.
          for (const shard of listing.shards.keys())
            for (const { id, kind, name, names = [], description } of await recordsOf(held, shard)) {
              const title = language === undefined ? undefined : titleAt(entities.length);
              const shown = title?.names?.[language!] ?? name;
              const said = title?.description ?? description;
              if (description !== undefined && said !== description) written.set(id, description);
              entities.push({
                id,
                kind,
                name: shown,
                names: [...(shown === name ? [] : [name]), ...names.map(({ text }) => text)].map((text) => ({ text })),
                ...(said !== undefined && { description: said }),
              });
            }
          return { ...listing, entities, sources: {}, written };
        }),
      );
    },
    async *records(off) {
      for (const held of await openAll(off))
        for (const shard of held.listing.openData ? held.listing.shards.keys() : [])
          yield* await recordsOf(held, shard);
    },
    async edited() {
      const edited = (await listings.get()).filter(({ openData }) => !openData);
      return Promise.all(
        edited.map(async ({ openData: _, shards, hash: __, languages: ___, said: ____, ...info }) => ({
          ...info,
          entities: (await Promise.all(shards.map((_, shard) => files.records(info.id, shard)))).flat() as Entity[],
          sources: await files.sources(info.id),
        })),
      );
    },
  };
}

const namesIn = (index: MatchIndex) => (entity: number, place: number) => nameAt(index, entity, place);

/** What is said of a pack in a language, with the language that it is in. */
export function saidIn(
  { said, title, description, language }: PackListing,
  asked: string | undefined,
): PackTexts & { lang: string } {
  const found = asked !== undefined && Object.hasOwn(said, asked) ? said[asked] : undefined;
  return found ? { ...found, lang: asked! } : { title, description, lang: language };
}

/** The language, where the pack is translated into it and not written in it. */
function translatedInto({ language, languages }: PackListing, asked: string | undefined): string | undefined {
  return asked !== language && languages.some((each) => each === asked) ? asked : undefined;
}
