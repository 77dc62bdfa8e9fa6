/** Hits of a block by the tokens where they begin and end: a list of all would be gone through for each word that asks. */
import type { Hit } from '../blocks.ts';
import type { View } from '../evidence.ts';
import type { MatchIndex } from '../name-index/read.ts';
import type { Scratch } from '../scratch.ts';

export interface HitsByToken {
  /** `block`: its number. */
  beginningAt: (index: MatchIndex, block: number, token: number) => readonly Hit[];
  endingAt: (index: MatchIndex, block: number, token: number) => readonly Hit[];
}

const NONE: readonly Hit[] = [];

export function hitsByToken({ blocks, indexes }: Pick<View, 'blocks' | 'indexes'>): HitsByToken {
  const maps = new Map<number, { first: Map<number, Hit[]>; last: Map<number, Hit[]> }[]>();
  const mapsOf = (index: MatchIndex, number: number) => {
    const known = maps.get(number);
    const made =
      known ??
      blocks[number]!.hits.map((hits) => ({
        first: Map.groupBy(hits, ({ from }) => from),
        last: Map.groupBy(hits, ({ to }) => to),
      }));
    if (!known) maps.set(number, made);
    return made[indexes.indexOf(index)]!;
  };
  return {
    beginningAt: (index, block, token) => mapsOf(index, block).first.get(token) ?? NONE,
    endingAt: (index, block, token) => mapsOf(index, block).last.get(token) ?? NONE,
  };
}

/** Fewer are gone through sooner than put into a table. */
const FEW = 32;
/** Tokens of the longest names of bodies and countries that are asked for. */
const LONGEST = 12;

/** The hits of a block over a token: a block may have thousands. */
export function hitsOver({ firstTokens }: Scratch, hits: readonly Hit[], token: number): Hit[] {
  if (hits.length <= FEW) return hits.filter(({ from, to }) => from <= token && to >= token);
  const table = firstTokens.get(hits) ?? Map.groupBy(hits, ({ from }) => from);
  firstTokens.set(hits, table);
  const found: Hit[] = [];
  for (let first = token - LONGEST; first <= token; first++)
    for (const hit of table.get(first) ?? NONE) if (hit.to >= token) found.push(hit);
  return found;
}
