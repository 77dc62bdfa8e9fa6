/**
 * How much a name says, in bits: rare words much, frequent ones little, counted in the index itself. A spelling that differs takes bits
 * away. What is left decides whether a name stands alone, needs evidence on the page, or is left alone: "Robert Hall" for
 * "Robert Hill" is two frequent names, "Aleksandr Lukashenka" can be nobody else. (Fellegi and Sunter's weights, with one table.)
 */
import type { MatchIndex } from './open.ts';

/** An index of few names knows little of how frequent names are: it is taken to be drawn from this many more. */
const UNSEEN_NAMES = 1000;
/** A given name is shared by many, also where the index has one of them. */
const MOST_BITS_OF_GIVEN = 8;
/** A cost of one, a changed consonant, is worth this. */
export const BITS_PER_COST = 8;

/** Bits of the core tokens of a name, the given name first. */
export function nameBits(index: MatchIndex, core: readonly number[]): number {
  let bits = 0;
  for (const [place, token] of core.entries()) {
    const own = tokenBits(index, token);
    bits += place === 0 && core.length > 1 ? Math.min(own, MOST_BITS_OF_GIVEN) : own;
  }
  return bits;
}

function tokenBits(index: MatchIndex, token: number): number {
  const leading = index.first[token + 1]! - index.first[token]!;
  // One to two bytes a name.
  const later = (index.postingOffsets[token + 1]! - index.postingOffsets[token]!) / 1.5;
  return Math.log2((index.names + UNSEEN_NAMES) / Math.max(1, leading + later));
}
