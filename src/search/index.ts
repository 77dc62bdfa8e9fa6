import Fuse, { type IFuseOptions } from 'fuse.js';
import type { LoadedPack } from '../dataset/library.ts';
import type { Entity } from '../dataset/schema.ts';
import type { SearchHit } from '../messages/protocol.ts';
import { bestCandidates, signature } from './candidates.ts';
import { fold, foldWithOffsets } from './fold.ts';

export interface Search {
  /** Best first: exact, then the beginning of a name, then of its words, then descriptions; if there is none of these, what is spelt alike. */
  find(query: string, limit: number): SearchHit[];
}

interface Row {
  entity: Entity;
  pack: string;
  /** The name as it is written; the entity's own name comes first among its rows. */
  text: string;
  folded: string;
}

/** Fuse.js compares only the rows that share most letter pairs with the query: all of 100,000 would take it seconds. */
const fuzzyCandidates = 300;
/** Shorter queries are spelt like too many names. */
const shortestFuzzy = 4;

/** Ranks from here on are guesses. */
const nearRank = 4;

const fuzzyOptions: IFuseOptions<Row> = {
  keys: ['folded'],
  includeScore: true,
  ignoreLocation: true,
  // Two wrong letters in eight still find the name; a third leads to names that have nothing to do with the query.
  threshold: 0.34,
};

export function createSearch(packs: readonly LoadedPack[]): Search {
  const rows: Row[] = [];
  for (const pack of packs) {
    for (const entity of pack.entities) {
      for (const text of new Set([entity.name, ...(entity.names ?? []).map((name) => name.text)])) {
        rows.push({ entity, pack: pack.id, text, folded: fold(text) });
      }
    }
  }
  const descriptions = new Map<Entity, string>();
  for (const { entity } of rows) {
    if (entity.description && !descriptions.has(entity)) descriptions.set(entity, ` ${fold(entity.description)}`);
  }
  const signatures = new Uint32Array(rows.length * 2);
  rows.forEach((row, index) => {
    signatures.set(signature(row.folded), index * 2);
  });

  return {
    find(query, limit) {
      const wanted = fold(query);
      if (wanted === '') return [];
      const best = new Map<Entity, { row: Row; rank: number; ranges: [number, number][] }>();
      const offer = (row: Row, rank: number, ranges: () => [number, number][]) => {
        const known = best.get(row.entity);
        if (!known || rank < known.rank) best.set(row.entity, { row, rank, ranges: ranges() });
      };

      const words = wanted.split(' ');
      for (const row of rows) {
        const rank = literalRank(row, wanted, words);
        // Among equals the shorter name is nearer to what was typed.
        if (rank !== undefined)
          offer(row, rank + Math.min(row.folded.length, 999) / 1000, () => literalRanges(row.text, words));
      }
      for (const row of rows) {
        if (best.has(row.entity)) continue;
        const all = ` ${row.folded}${descriptions.get(row.entity) ?? ''}`;
        if (words.every((word) => all.includes(` ${word}`))) offer(row, 3, () => literalRanges(row.text, words));
      }
      if (best.size === 0 && wanted.length >= shortestFuzzy) {
        const near = bestCandidates(signatures, signature(wanted), fuzzyCandidates).map((index) => rows[index]!);
        for (const { item, score = 1 } of new Fuse(near, fuzzyOptions).search(wanted))
          offer(item, nearRank + score, () => []);
      }
      return [...best.values()]
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ row, rank, ranges }) => toHit(row, ranges, rank >= nearRank));
    },
  };
}

/**
 * 0: the whole name, 1: its beginning, or that of a person's last name, 2: each word of the query begins a word of the
 * name; half a step more when it is not the entity's own name.
 */
function literalRank({ entity, text, folded }: Row, wanted: string, words: readonly string[]): number | undefined {
  if (folded === wanted) return 0;
  const spaced = ` ${folded}`;
  const other = text === entity.name ? 0 : 0.5;
  const lastName = entity.kind === 'person' && spaced.lastIndexOf(` ${wanted}`) === spaced.lastIndexOf(' ');
  if (folded.startsWith(wanted) || lastName) return 1 + other;
  return words.every((word) => spaced.includes(` ${word}`)) ? 2 + other : undefined;
}

/** Where the words of the query begin words of the name, as UTF-16 ranges in the name as it is written. */
function literalRanges(text: string, words: readonly string[]): [number, number][] {
  const { folded, offsets } = foldWithOffsets(text);
  const ranges: [number, number][] = [];
  for (const word of words) {
    const found = ` ${folded}`.indexOf(` ${word}`);
    if (found !== -1) ranges.push([offsets[found]!, offsets[found + word.length]!]);
  }
  ranges.sort(([a], [b]) => a - b);
  return ranges.reduce<[number, number][]>((joined, [start, end]) => {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
    return joined;
  }, []);
}

function toHit({ entity, pack, text }: Row, ranges: [number, number][], near: boolean): SearchHit {
  const hit: SearchHit = { entity: entity.id, pack, kind: entity.kind, name: entity.name, ranges };
  if (entity.description !== undefined) hit.description = entity.description;
  if (text !== entity.name) hit.matched = text;
  if (near) hit.near = true;
  return hit;
}
