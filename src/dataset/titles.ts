/**
 * What lists, links and marks say of an entity, read without its record. The table of a pack is one buffer, read in place:
 *
 * ```
 * count    32 bits, little-endian, as all numbers
 * offsets  count + 1 of 32 bits, into `texts`
 * texts    JSON of each title in UTF-8, in the order of the ids: [place of the kind in `entityKinds`, name, the rest if there is any]
 * ```
 * Half of a megabyte less in memory than with the names of all properties.
 */

import { type EntityKind, entityKinds } from './kinds.ts';
import { isLoaded } from './loaded.ts';
import type { Entity } from './schema.ts';

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

type Row = [kind: number, name: string, rest?: Omit<Title, 'kind' | 'name'>];

export function encodeTitles(titles: readonly Title[]): Uint8Array<ArrayBuffer> {
  const texts = titles.map(({ kind, name, ...rest }) => {
    const row: Row = [entityKinds.indexOf(kind), name];
    if (Object.keys(rest).length > 0) row.push(rest);
    return new TextEncoder().encode(JSON.stringify(row));
  });
  const start = (texts.length + 2) * 4;
  const bytes = new Uint8Array(start + texts.reduce((sum, { length }) => sum + length, 0));
  const words = new DataView(bytes.buffer);
  words.setUint32(0, texts.length, true);
  let at = 0;
  for (const [i, text] of texts.entries()) {
    words.setUint32((i + 1) * 4, at, true);
    bytes.set(text, start + at);
    at += text.length;
  }
  words.setUint32((texts.length + 1) * 4, at, true);
  return bytes;
}

/**
 * The title at a place in the order of the ids.
 * @throws {Error} that says what was expected and found, when the table was cut
 */
export function openTitles(bytes: Uint8Array<ArrayBuffer>): (place: number) => Title {
  const { buffer, byteOffset, byteLength } = bytes;
  const words = new DataView(buffer, byteOffset, byteLength);
  const start = byteLength < 8 ? 8 : (words.getUint32(0, true) + 2) * 4;
  const end = start > byteLength ? start : start + words.getUint32(start - 4, true);
  if (end > byteLength)
    throw new Error(`titles: expected at least ${end} bytes, found ${byteLength}: build the pack again`);
  const decoder = new TextDecoder();
  return (place) => {
    const from = start + words.getUint32((place + 1) * 4, true);
    const to = start + words.getUint32((place + 2) * 4, true);
    const [kind, name, rest]: Row = JSON.parse(decoder.decode(bytes.subarray(from, to)));
    return { kind: entityKinds[kind]!, name, ...rest };
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
