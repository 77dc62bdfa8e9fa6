/** All names of all entities as sequences of tokens, in flat arrays: what `compile.ts` cuts into the sections of the index. */
import type { NameKind } from '../../dataset/schema.ts';
import { createTokens, foldedToken, type Tokens } from '../../text/token-list.ts';
import { tokenise } from '../../text/tokens.ts';
import type { NamedEntity } from '../types.ts';
import { MAX_NAME_TOKENS } from './format.ts';
import { eachSpelling } from './spellings.ts';

export interface Names {
  /** Folded letters of each token, sorted: a token's id is its place. */
  folded: string[];
  /** The spelling that each token has most often. */
  surfaces: string[];
  /** Names in the order of the index, by their row. */
  order: Uint32Array;
  /** Tokens of a row: from `starts[row]` to `starts[row + 1]`. */
  starts: Uint32Array;
  tokens: Uint32Array;
  /** Of each row. */
  entity: Uint32Array;
  text: string[];
  kind: NameKind[];
  ruled: boolean[];
}

/** Rows as they are read, their tokens by number of their surface. */
interface Rows {
  surfaces: number[];
  starts: number[];
  entity: number[];
  text: string[];
  kind: NameKind[];
  ruled: boolean[];
}

interface Vocabulary {
  /** Number of each surface; surfaces that fold alike are one token. */
  surfaceIds: Map<string, number>;
  surfaces: string[];
  foldedIds: Map<string, number>;
  /** Token of each surface, numbered as they come. */
  foldedOf: number[];
}

/** Entities read between two yields: a millisecond. */
const step = 500;

/** `entities` in the order of their ordinals. Yields now and then, for a caller with other things to do. */
export function* namesOfAll(entities: readonly NamedEntity[]): Generator<void, Names> {
  const tokens = createTokens();
  const rows: Rows = { surfaces: [], starts: [0], entity: [], text: [], kind: [], ruled: [] };
  const vocabulary: Vocabulary = { surfaceIds: new Map(), surfaces: [], foldedIds: new Map(), foldedOf: [] };
  for (let entity = 0; entity < entities.length; entity++) {
    if (entity % step === 0) yield;
    eachSpelling(entities[entity]!, (written, text, kind, ruled) => {
      tokenise(kind === 'handle' && !written.startsWith('@') ? `@${written}` : written, tokens);
      if (tokens.count === 0 || tokens.count > MAX_NAME_TOKENS) return;
      for (let token = 0; token < tokens.count; token++) rows.surfaces.push(surfaceId(vocabulary, tokens, token));
      rows.starts.push(rows.surfaces.length);
      rows.entity.push(entity);
      rows.text.push(text);
      rows.kind.push(kind);
      rows.ruled.push(ruled);
    });
  }
  yield;
  const folded = [...vocabulary.foldedIds.keys()].sort();
  const places = new Uint32Array(folded.length);
  for (let place = 0; place < folded.length; place++) places[vocabulary.foldedIds.get(folded[place]!)!] = place;
  const placeOf = Uint32Array.from(vocabulary.foldedOf, (id) => places[id]!);
  const sequences = Uint32Array.from(rows.surfaces, (surface) => placeOf[surface]!);
  const starts = Uint32Array.from(rows.starts);
  const entity = Uint32Array.from(rows.entity);
  yield;
  const order = sortNames(sequences, starts, entity, rows, folded.length);
  yield;
  const surfaces = mostFrequent(rows, vocabulary.surfaces, placeOf, order, folded.length);
  return {
    folded,
    surfaces,
    order,
    starts,
    tokens: sequences,
    entity,
    text: rows.text,
    kind: rows.kind,
    ruled: rows.ruled,
  };
}

/** Folding depends on nothing but the surface: each is folded once. */
function surfaceId(vocabulary: Vocabulary, tokens: Tokens, token: number): number {
  const surface = tokens.text.slice(tokens.start[token]!, tokens.end[token]!);
  let id = vocabulary.surfaceIds.get(surface);
  if (id === undefined) {
    const folded = foldedToken(tokens, token);
    let foldedId = vocabulary.foldedIds.get(folded);
    if (foldedId === undefined) {
      foldedId = vocabulary.foldedIds.size;
      vocabulary.foldedIds.set(folded, foldedId);
    }
    id = vocabulary.surfaces.length;
    vocabulary.surfaceIds.set(surface, id);
    vocabulary.surfaces.push(surface);
    vocabulary.foldedOf.push(foldedId);
  }
  return id;
}

/**
 * Rows by their token sequences, then as they came: two counting sorts, and comparisons for the few that begin with the same two tokens.
 * Of rows of one entity with the same tokens the first with fewest capitals stays, one that tells another case (NATO beside Nato), and one with a rule of its own: what
 * "Téhéran" needs is French, and what "Teherán" needs is Spanish.
 */
function sortNames(
  tokens: Uint32Array,
  starts: Uint32Array,
  entity: Uint32Array,
  { text, kind, ruled }: Pick<Rows, 'text' | 'kind' | 'ruled'>,
  tokenCount: number,
): Uint32Array {
  /** Of names that are read alike, both say something: in which case they stand, or what they need. */
  const differ = (a: number, b: number) =>
    text[a] !== text[b] && (ruled[a] || ruled[b] || isOtherCase(text[a]!, text[b]!));
  const length = (row: number) => starts[row + 1]! - starts[row]!;
  const second = (row: number) => (length(row) > 1 ? tokens[starts[row]! + 1]! + 1 : 0);
  const asRead = Uint32Array.from({ length: entity.length }, (_, row) => row);
  const order = countingSort(countingSort(asRead, second, tokenCount + 1), (row) => tokens[starts[row]!]!, tokenCount);
  const compare = (a: number, b: number) => {
    const least = Math.min(length(a), length(b));
    for (let i = 2; i < least; i++) {
      const difference = tokens[starts[a]! + i]! - tokens[starts[b]! + i]!;
      if (difference !== 0) return difference;
    }
    return length(a) - length(b) || a - b;
  };
  let kept = 0;
  for (let from = 0; from < order.length; ) {
    const first = tokens[starts[order[from]!]!]!;
    const next = second(order[from]!);
    let to = from + 1;
    while (to < order.length && tokens[starts[order[to]!]!] === first && second(order[to]!) === next) to++;
    const run = order.subarray(from, to);
    if (to - from > 1 && next > 0) run.sort(compare);
    for (const row of run) {
      const before = kept > 0 ? order[kept - 1]! : -1;
      if (
        before >= 0 &&
        entity[before] === entity[row] &&
        isSame(tokens, starts, before, row) &&
        !differ(before, row)
      ) {
        // "Front patriotique rwandais" is "Front Patriotique Rwandais" too, and not the other way round.
        if (kind[before] === kind[row] && capitalsIn(text[row]!) < capitalsIn(text[before]!)) order[kept - 1] = row;
        continue;
      }
      order[kept++] = row;
    }
    from = to;
  }
  return order.slice(0, kept);
}

/** Stable. */
function countingSort(rows: Uint32Array, key: (row: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const row of rows) next[key(row) + 1]!++;
  for (let i = 0; i < keys; i++) next[i + 1]! += next[i]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[key(row)]!++] = row;
  return sorted;
}

function capitalsIn(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/** Whether only one of two texts is written in capitals. */
function isOtherCase(a: string, b: string): boolean {
  return (a === a.toUpperCase()) !== (b === b.toUpperCase());
}

function isSame(tokens: Uint32Array, starts: Uint32Array, a: number, b: number): boolean {
  const length = starts[a + 1]! - starts[a]!;
  if (starts[b + 1]! - starts[b]! !== length) return false;
  for (let i = 0; i < length; i++) if (tokens[starts[a]! + i] !== tokens[starts[b]! + i]) return false;
  return true;
}

/** For each token the surface that stands in most names; of two as frequent, the first in the order of UTF-16 units. */
function mostFrequent(
  rows: Rows,
  surfaces: readonly string[],
  placeOf: Uint32Array,
  order: Uint32Array,
  tokenCount: number,
): string[] {
  const counts = new Uint32Array(surfaces.length);
  for (const row of order) {
    for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) counts[rows.surfaces[i]!]!++;
  }
  const best = new Int32Array(tokenCount).fill(-1);
  for (let surface = 0; surface < surfaces.length; surface++) {
    const token = placeOf[surface]!;
    const other = best[token]!;
    const more = other < 0 ? 1 : counts[surface]! - counts[other]!;
    if (more > 0 || (more === 0 && surfaces[surface]! < surfaces[other]!)) best[token] = surface;
  }
  return Array.from(best, (surface) => surfaces[surface]!);
}
