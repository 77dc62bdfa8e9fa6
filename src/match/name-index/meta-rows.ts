/**
 * What is known of entities (`entity-facts.ts`), in bytes. A row is a varint with one bit for each field of the list below that the entity has, and then for
 * each of these a varint: the year itself, or the place of the value's JSON in a table. Rules are their number, and for each the places of name and rule.
 * Thousands of entities have the cues of one country: its value stands, and is decoded, once.
 */
import type { Meta, NameRule } from './entity-facts.ts';
import { type EncodedStrings, encodeStrings, pushVarint, readString, type StringTable } from './string-table.ts';

/** A field's bit is its place: every field that a pack gives, or it would be lost. `head` and `since` have no value in the table. */
const FIELDS = Object.keys({
  head: 0,
  widely: 0,
  oneWord: 0,
  since: 0,
  type: 0,
  cues: 0,
  related: 0,
  distinctFrom: 0,
  roles: 0,
  name: 0,
  disputes: 0,
  government: 0,
  bodies: 0,
  elections: 0,
  posts: 0,
  rules: 0,
} satisfies Record<Exclude<keyof Meta, 'cueWords'>, 0>) as Exclude<keyof Meta, 'cueWords'>[];

/** Without a value. */
const FLAGS = new Set(['head', 'oneWord', 'widely']);

export interface MetaRows {
  /** Where each row begins, and the end of the last. */
  offsets: Uint32Array;
  bytes: Uint8Array;
  values: EncodedStrings;
}

/**
 * The words that names need, of which any will do, with the words of most names first: lists that differ in their last words alone share the letters before
 * them in the table.
 */
export function needsInOneOrder(rows: readonly Meta[]): Meta[] {
  const times = new Map<string, number>();
  for (const { rules = {} } of rows)
    for (const { needs = [] } of Object.values(rules))
      for (const word of needs) times.set(word, (times.get(word) ?? 0) + 1);
  const sorted = (rule: NameRule): NameRule =>
    rule.needs === undefined
      ? rule
      : {
          ...rule,
          needs: [...new Set(rule.needs)].sort((a, b) => times.get(b)! - times.get(a)! || (a < b ? -1 : 1)),
        };
  return rows.map((meta) => {
    if (meta.rules === undefined) return meta;
    const rules = Object.create(null) as Record<string, NameRule>;
    for (const [text, rule] of Object.entries(meta.rules)) rules[text] = sorted(rule);
    return { ...meta, rules };
  });
}

export function encodeMeta(rows: readonly Meta[]): MetaRows {
  const values = new Set<string>();
  for (const meta of rows) eachValue(meta, (value) => values.add(JSON.stringify(value)));
  const sorted = [...values].sort();
  const places = new Map(sorted.map((value, place) => [value, place]));
  const bytes: number[] = [];
  const offsets = [0];
  for (const meta of rows) {
    pushVarint(
      bytes,
      FIELDS.reduce((bits, field, i) => (meta[field] === undefined ? bits : bits | (1 << i)), 0),
    );
    if (meta.since !== undefined) pushVarint(bytes, meta.since);
    eachValue(
      meta,
      (value) => pushVarint(bytes, places.get(JSON.stringify(value))!),
      (count) => pushVarint(bytes, count),
    );
    offsets.push(bytes.length);
  }
  return { offsets: Uint32Array.from(offsets), bytes: Uint8Array.from(bytes), values: encodeStrings(sorted) };
}

/** Visits the values of the table in the order of a row; `counted` hears the number of rules before the first. */
function eachValue(meta: Meta, visit: (value: unknown) => void, counted?: (rules: number) => void): void {
  for (const field of FIELDS) {
    const value = meta[field];
    if (value === undefined || FLAGS.has(field) || field === 'since') continue;
    if (field !== 'rules') {
      visit(value);
      continue;
    }
    const rules = Object.entries(value);
    counted?.(rules.length);
    for (const [text, rule] of rules) {
      visit(text);
      visit(rule);
    }
  }
}

/** Places in the table of the type and of what is related, of the row that begins at `at`; -1 for what it has not. Reading whole rows of all entities takes ten times as long. */
export function relationAt(bytes: Uint8Array, at: number): { type: number; related: number } {
  let next = at;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const fields = number();
  const found = { type: -1, related: -1 };
  for (let i = 0; i <= RELATED; i++) {
    if ((fields & (1 << i)) === 0 || FLAGS.has(FIELDS[i]!)) continue;
    const value = number();
    if (i === TYPE) found.type = value;
    else if (i === RELATED) found.related = value;
  }
  return found;
}

const TYPE = FIELDS.indexOf('type');
const RELATED = FIELDS.indexOf('related');

/** The row that begins at `at`. `decoded`: values of the table by their place, which rows share: they are not to be changed. */
export function decodeMeta(bytes: Uint8Array, at: number, table: StringTable, decoded: Map<number, unknown>): Meta {
  let next = at;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const valueHere = (): unknown => {
    const place = number();
    if (!decoded.has(place)) decoded.set(place, JSON.parse(readString(table, place)));
    return decoded.get(place);
  };
  const fields = number();
  const meta: Record<string, unknown> = {};
  for (const [i, field] of FIELDS.entries()) {
    if ((fields & (1 << i)) === 0) continue;
    if (FLAGS.has(field)) meta[field] = true;
    else if (field === 'since') meta[field] = number();
    else if (field !== 'rules') meta[field] = valueHere();
    else {
      // Without a prototype: a name may be "constructor".
      const rules: Record<string, NameRule> = Object.create(null);
      for (let left = number(); left > 0; left--) {
        const text = valueHere() as string;
        rules[text] = valueHere() as NameRule;
      }
      meta[field] = rules;
    }
  }
  return meta as Meta;
}
