/**
 * What lists, links and marks say of an entity, read without its record. The table of a pack is one buffer, read in place:
 *
 * ```
 * counts   of entities and of rows: 32 bits, little-endian, as all numbers
 * row      for each entity, in the order of the ids, its row: thousands that differ in their names alone share one
 * offsets  rows + 1 of 32 bits, into `texts`
 * texts    JSON of each row in UTF-8: [place of the kind in `entityKinds`, name, the rest if there is any]
 * ```
 * Names stand there by their place in the index (`shipped.ts`). A megabyte less in memory than with the names of all properties.
 */

import { type EntityKind, entityKinds } from './kinds.ts';
import { isLoaded } from './loaded.ts';
import type { Entity } from './schema.ts';
import type { Placed, PlaceOf } from './shipped.ts';

export interface Title {
  kind: EntityKind;
  name: string;
  description?: string;
  /** The name in the languages of the interface, by BCP 47 tag: of an entity of open data, whose card is native in each. */
  names?: Record<string, string>;
  /** Known but not painted where the reader did not ask for it. */
  quiet?: true;
  /** On how many points sources differ. */
  disputed?: number;
  /** Names that are somebody's word for it: epithets and the like. */
  loaded?: string[];
}

type Rest = Omit<Title, 'kind' | 'name' | 'names' | 'loaded'> & { names?: Record<string, Placed>; loaded?: Placed[] };
type Row = [kind: number, name: Placed, rest?: Rest];

/** @param places of each entity, in the same order */
export function encodeTitles(titles: readonly Title[], places: readonly PlaceOf[]): Uint8Array<ArrayBuffer> {
  const rows = new Map<string, number>();
  const rowOf = titles.map((title, entity) => {
    const text = JSON.stringify(rowFor(title, places[entity]!));
    const row = rows.get(text) ?? rows.size;
    rows.set(text, row);
    return row;
  });
  const texts = Array.from(rows.keys(), (text) => new TextEncoder().encode(text));
  const offsets = [0];
  for (const { length } of texts) offsets.push(offsets.at(-1)! + length);
  const numbers = [titles.length, rows.size, ...rowOf, ...offsets];
  const bytes = new Uint8Array(numbers.length * 4 + offsets.at(-1)!);
  const words = new DataView(bytes.buffer);
  for (const [i, number] of numbers.entries()) words.setUint32(i * 4, number, true);
  for (const [row, text] of texts.entries()) bytes.set(text, numbers.length * 4 + offsets[row]!);
  return bytes;
}

function rowFor({ kind, name, names, loaded, ...others }: Title, placeOf: PlaceOf): Row {
  const placed = (text: string) => placeOf(text) ?? text;
  const rest: Rest = {
    ...others,
    ...(names && { names: Object.fromEntries(Object.entries(names).map(([lang, text]) => [lang, placed(text)])) }),
    ...(loaded && { loaded: loaded.map(placed) }),
  };
  const row: Row = [entityKinds.indexOf(kind), placed(name)];
  if (Object.keys(rest).length > 0) row.push(rest);
  return row;
}

/**
 * The title at a place in the order of the ids.
 * @param nameAt the name of the entity at a place, by its own place
 * @throws {Error} that says what was expected and found, when the table was cut
 */
export function openTitles(
  bytes: Uint8Array<ArrayBuffer>,
  nameAt: (entity: number, place: number) => string,
): (entity: number) => Title {
  const { buffer, byteOffset, byteLength } = bytes;
  const words = new DataView(buffer, byteOffset, byteLength);
  const wordAt = (place: number) => words.getUint32(place * 4, true);
  const [entities, rows] = byteLength < 8 ? [0, 0] : [wordAt(0), wordAt(1)];
  const start = (2 + entities + rows + 1) * 4;
  const end = start > byteLength ? start : start + wordAt(start / 4 - 1);
  if (end > byteLength)
    throw new Error(`titles: expected at least ${end} bytes, found ${byteLength}: build the pack again`);
  const decoder = new TextDecoder();
  return (entity) => {
    const offset = 2 + entities + wordAt(2 + entity);
    const text = bytes.subarray(start + wordAt(offset), start + wordAt(offset + 1));
    const [kind, name, { names, loaded, ...others } = {}]: Row = JSON.parse(decoder.decode(text));
    const read = (placed: Placed) => (typeof placed === 'number' ? nameAt(entity, placed) : placed);
    return {
      kind: entityKinds[kind]!,
      name: read(name),
      ...others,
      ...(names && { names: Object.fromEntries(Object.entries(names).map(([lang, each]) => [lang, read(each)])) }),
      ...(loaded && { loaded: loaded.map(read) }),
    };
  };
}

/** What every page names, and needs no mark: places, governments and companies of open data. */
function isQuiet({ kind, facts = [] }: Entity): boolean {
  const type = facts.find(({ property }) => property === 'type')?.value;
  return facts.length > 0 && (kind === 'place' || type === 'company' || type === 'government');
}

export function titleOf(entity: Entity, languages: readonly string[]): Title {
  const { kind, name, description, names = [], facts = [], disputes = [] } = entity;
  const native =
    facts.length === 0
      ? []
      : languages.flatMap((lang) => names.find((each) => each.lang === lang && each.kind === 'full') ?? []);
  const other = native.filter(({ text }) => text !== name).map(({ lang, text }) => [lang, text] as const);
  const loaded = names.filter(isLoaded).map(({ text }) => text);
  return {
    kind,
    name,
    ...(description !== undefined && { description }),
    ...(other.length > 0 && { names: Object.fromEntries(other) }),
    ...(isQuiet(entity) && { quiet: true as const }),
    ...(disputes.length > 0 && { disputed: disputes.length }),
    ...(loaded.length > 0 && { loaded }),
  };
}
