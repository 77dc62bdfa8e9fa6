/** Which of the accepted names stay where several stand on the same letters. */

import { placeAt } from '../evidence.ts';
import type { Reason } from '../types.ts';
import type { Candidate } from './candidates.ts';

export interface Accepted extends Candidate {
  score: number;
  why: Reason;
  alternatives: { entity: string; score: number }[];
}

/** The same, a list for each block, in the order of the blocks. */
export function byBlock<T extends { block: number }>(all: readonly T[]): T[][] {
  const lists = [...Map.groupBy(all, ({ block }) => block)];
  return lists.sort(([a], [b]) => a - b).map(([, list]) => list);
}

/** The tokens on which names stand, by their places. */
export function takenPlaces(all: Iterable<Candidate>): Set<number> {
  const taken = new Set<number>();
  for (const { block, from, to } of all) for (let token = from; token <= to; token++) taken.add(placeAt(block, token));
  return taken;
}

/** Longer beats shorter, exact beats fuzzy, the better score beats the other; names inside an open name stay. */
export function* withoutOverlaps(accepted: Accepted[]): Generator<void, Accepted[]> {
  const kept: Accepted[] = [];
  for (const ofBlock of byBlock(accepted)) {
    ofBlock.sort(
      (a, b) =>
        Number(b.info.rule.open ?? false) - Number(a.info.rule.open ?? false) ||
        b.end - b.start - (a.end - a.start) ||
        Number(a.cost !== undefined) - Number(b.cost !== undefined) ||
        b.score - a.score ||
        a.start - b.start,
    );
    /**
     * By UTF-16 offset in the block: the place in `kept`, counted from 1, of the name that stands there, the inner one of two. One list of the names would
     * be gone through for each; in a map the entries of a block of names were a fifth of all work on it.
     */
    const holders = new Int32Array(ofBlock.reduce((last, { end }) => Math.max(last, end), 0));
    for (const each of ofBlock) {
      let free = true;
      for (let at = each.start; free && at < each.end; at++) {
        const other = holders[at];
        free = !other || isNested(each, kept[other - 1]!);
      }
      if (!free) continue;
      kept.push(each);
      holders.fill(kept.length, each.start, each.end);
    }
    yield;
  }
  return kept;
}

/** Whether the name may stand inside the other, open one. */
function isNested(inner: Accepted, outer: Accepted): boolean {
  const { open = false } = outer.info.rule;
  if (!open || inner.info.rule.open || inner.id === outer.id) return false;
  return inner.start >= outer.start && inner.end <= outer.end;
}
