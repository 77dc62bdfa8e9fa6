/** Reads the index of `format.ts` in place. What is decoded is kept. */
import { entityKinds, nameKinds } from '../../dataset/kinds.ts';
import type { EntityKind, NameKind } from '../../dataset/schema.ts';
import { foldText } from '../../text/fold.ts';
import type { Scratch } from '../scratch.ts';
import type { Meta, NameRule } from './entity-facts.ts';
import { HIGH_BIT, mix, SHAPE_KIND_SHIFT, SHAPE_NAME_SHIFT, SHAPE_ODD, SHAPE_RULED } from './format.ts';
import { decodeMeta } from './meta-rows.ts';
import type { PartiesOfCountry } from './parties.ts';
import type { People } from './people.ts';
import type { StateNouns } from './state-nouns.ts';
import { findString, readString, type StringTable } from './string-table.ts';
import type { WordTable } from './word-classes.ts';

export interface MatchIndex extends WordTable {
  readonly names: number;
  readonly tokens: number;
  readonly entities: number;
  /** Names of one token. */
  readonly singles: number;
  readonly pairs: Uint32Array;
  /** Shift that leaves of a key the word of `pairs`. */
  readonly pairShift: number;
  readonly cells: Uint32Array;
  /** Mask of the id in a cell; the tag stands above it. */
  readonly idMask: number;
  readonly first: Uint32Array;
  readonly tail: Uint32Array;
  readonly rest: Uint32Array;
  readonly record: Uint32Array;
  readonly odd: Uint32Array;
  readonly oddTexts: StringTable;
  readonly tokenTexts: StringTable;
  readonly ids: StringTable;
  readonly meta: Uint32Array;
  readonly officers: Uint32Array;
  readonly disputed: Uint32Array;
  readonly heads: Uint32Array;
  readonly nations: Uint32Array;
  readonly nationOwners: Uint32Array;
  /** See `state-nouns.ts`; empty in packs that a reader brings. */
  readonly stateNouns: Uint8Array;
  readonly parties: Uint32Array;
  readonly partyCountries: Uint32Array;
  /** All entities are of open data. */
  readonly openData: boolean;
  readonly metaOffsets: Uint32Array;
  readonly metaBytes: Uint8Array;
  readonly values: StringTable;
  readonly skeletonBuckets: Uint32Array;
  readonly skeletonTokens: Uint32Array;
  readonly outlines: Uint32Array;
  readonly soundPairs: Uint32Array;
  readonly soundShift: number;
  /** See `relationOf`, one bit each. */
  readonly relations: number;
  readonly pairBuckets: Uint32Array;
  readonly pairNames: Uint32Array;
  readonly postingBlocks: Uint32Array;
  readonly postingBytes: Uint8Array;
  /** Decoded so far. */
  readonly cache: {
    folded: (string | undefined)[];
    name: Map<number, NameInfo>;
    id: Map<number, string>;
    entity: Map<string, number>;
    meta: Map<number, Meta>;
    value: Map<number, unknown>;
    /** By name. */
    firstToken?: Uint32Array;
    namesOf?: { offsets: Uint32Array; names: Uint32Array };
    /** Bits of the hashes in `nations`, and phrases of countries by the hash of their first token. */
    nationBits?: Uint32Array;
    nations: Map<number, readonly NationPhrase[]>;
    /** Ids of countries by their names and words: see `named-for.ts`. */
    countries?: Map<string, string>;
    stateNouns?: StateNouns;
    /** Ordinals of persons, and their names: see `people.ts`. */
    people?: Map<string, number[]>;
    namesakes: Map<string, People>;
    /** By the ordinal of a country: see `country-parties.ts`. */
    parties: Map<number, PartiesOfCountry>;
    /** Holders of offices, by the id of the office: see `roles.ts`. */
    holders?: Map<string, Holder[]>;
    /** What matching writes on, if this is the first of the indexes that it reads. */
    scratch?: Scratch;
  };
}

/** A word of a country. */
export interface NationPhrase {
  entity: number;
  /** Hashes of its tokens. */
  phrase: Int32Array;
  /** Its first letter must be a capital. */
  capital: boolean;
}

/** Who held an office: ISO dates, as precise as the pack has them. */
export interface Holder {
  id: string;
  name: string;
  from: string;
  to: string;
}

export interface NameInfo {
  text: string;
  kind: NameKind;
  entityKind: EntityKind;
  entity: number;
  rule: NameRule;
  /** Which of its tokens the pack writes with a capital, when this was first asked. */
  capitals?: Capitals;
}

export interface Capitals {
  caps: boolean[];
  folded: string[];
  caseless: boolean;
  acronym: boolean;
}

/**
 * Token id of a hash, or -1. A token that is not in the index may, rarely, get the id of one that is: `folded` (called for the
 * few marked cells) and the check of every hit against the letters catch that.
 */
export function findToken(index: MatchIndex, hash: number, folded: () => string): number {
  const { cells, idMask } = index;
  const mixed = mix(hash);
  const tagMask = 0x7fffffff & ~idMask;
  const tag = mixed & tagMask;
  let slot = mixed & idMask;
  for (let cell = cells[slot]!; cell !== 0; cell = cells[slot]!) {
    if ((cell & tagMask) === tag) {
      const token = (cell & idMask) - 1;
      if (cell < HIGH_BIT || foldedOf(index, token) === folded()) return token;
    }
    slot = (slot + 1) & idMask;
  }
  return -1;
}

/** Folded letters of a token of the index. */
export function foldedOf(index: MatchIndex, token: number): string {
  const { folded } = index.cache;
  let known = folded[token];
  if (known === undefined) {
    const surface = readString(index.tokenTexts, token);
    known = surface.startsWith('@') ? surface.toLowerCase() : foldText(surface);
    folded[token] = known;
  }
  return known;
}

/** Token at a place of a name (0 is the first), or -1 after its end; the first token is not stored with the name. */
export function tokenAt(index: MatchIndex, name: number, place: number): number {
  const tail = index.tail[name]!;
  if (tail < HIGH_BIT) return place === 1 ? tail - 1 : -1;
  const offset = tail - HIGH_BIT;
  return place <= index.rest[offset]! ? index.rest[offset + place]! : -1;
}

export function tokenCount(index: MatchIndex, name: number): number {
  const tail = index.tail[name]!;
  if (tail < HIGH_BIT) return tail === 0 ? 1 : 2;
  return index.rest[tail - HIGH_BIT]! + 1;
}

/** First token of a name: the token whose range it lies in. */
export function firstToken(index: MatchIndex, name: number): number {
  const { cache, first } = index;
  if (cache.firstToken === undefined) {
    cache.firstToken = new Uint32Array(index.names);
    for (let token = 0; token < index.tokens; token++) cache.firstToken.fill(token, first[token]!, first[token + 1]!);
  }
  return cache.firstToken[name]!;
}

/** The other token of a name of two tokens, of which `token` is one; -1 for names of more or fewer. */
export function otherToken(index: MatchIndex, name: number, token: number): number {
  const tail = index.tail[name]!;
  if (tail === 0 || tail >= HIGH_BIT) return -1;
  const second = tail - 1;
  return second === token ? firstToken(index, name) : second;
}

export function lastToken(index: MatchIndex, name: number): number {
  const tail = index.tail[name]!;
  if (tail < HIGH_BIT) return tail === 0 ? firstToken(index, name) : tail - 1;
  return index.rest[tail - HIGH_BIT + index.rest[tail - HIGH_BIT]!]!;
}

/** All tokens of a name. */
export function nameTokens(index: MatchIndex, name: number): number[] {
  return Array.from({ length: tokenCount(index, name) }, (_, place) =>
    place === 0 ? firstToken(index, name) : tokenAt(index, name, place),
  );
}

export function entityOf(index: MatchIndex, name: number): number {
  return index.record[name]! & 0xffffff;
}

const PERSON = entityKinds.indexOf('person');

/** Whether the name is that of a person, without decoding it. */
export function isPerson(index: MatchIndex, name: number): boolean {
  return index.record[name]! >>> (24 + SHAPE_KIND_SHIFT) === PERSON;
}

const CODES = ['handle', 'acronym'].map((kind) => nameKinds.indexOf(kind as NameKind));

/** Whether the name is a handle or an acronym, which have one spelling. */
export function isCode(index: MatchIndex, name: number): boolean {
  return CODES.includes((index.record[name]! >>> (24 + SHAPE_NAME_SHIFT)) & 7);
}

const NO_RULE: NameRule = {};

export function nameInfo(index: MatchIndex, name: number): NameInfo {
  let info = index.cache.name.get(name);
  if (info === undefined) {
    const record = index.record[name]!;
    const shape = record >>> 24;
    const entity = record & 0xffffff;
    const text = nameText(index, name);
    info = {
      text,
      kind: nameKinds[(shape >> SHAPE_NAME_SHIFT) & 7]!,
      entityKind: entityKinds[(shape >> SHAPE_KIND_SHIFT) & 7]!,
      entity,
      rule: (shape & SHAPE_RULED && metaOf(index, entity).rules?.[text]) || NO_RULE,
    };
    index.cache.name.set(name, info);
  }
  return info;
}

/** As the pack writes it. */
export function nameText(index: MatchIndex, name: number): string {
  if ((index.record[name]! >>> 24) & SHAPE_ODD) return readString(index.oddTexts, placeIn(index.odd, name));
  return nameTokens(index, name)
    .map((token) => readString(index.tokenTexts, token))
    .join(' ');
}

/** Whether a value stands in a list that rises. */
export function isAmong(list: Uint32Array, value: number): boolean {
  return list[placeIn(list, value)] === value;
}

/** Where a value stands, or would stand, in a list that rises. */
function placeIn(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function entityId(index: MatchIndex, entity: number): string {
  let id = index.cache.id.get(entity);
  if (id === undefined) {
    id = readString(index.ids, entity);
    index.cache.id.set(entity, id);
  }
  return id;
}

/** Ordinal of an entity id, or -1. */
export function findEntity(index: MatchIndex, id: string): number {
  let entity = index.cache.entity.get(id);
  if (entity === undefined) {
    entity = findString(index.ids, index.entities, id);
    if (index.cache.entity.size >= MOST_IDS) index.cache.entity.clear();
    index.cache.entity.set(id, entity);
  }
  return entity;
}

/** Ids are asked for by pages, which may ask for anything: what is remembered is bounded. */
const MOST_IDS = 10_000;
const NO_META: Meta = {};

export function metaOf(index: MatchIndex, entity: number): Meta {
  let meta = index.cache.meta.get(entity);
  if (meta === undefined) {
    const at = placeIn(index.meta, entity);
    meta =
      index.meta[at] === entity
        ? decodeMeta(index.metaBytes, index.metaOffsets[at]!, index.values, index.cache.value)
        : NO_META;
    index.cache.meta.set(entity, meta);
  }
  return meta;
}
