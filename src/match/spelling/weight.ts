/**
 * How much a name says, in bits: rare words much, frequent ones little, counted in the index itself. A spelling that differs takes bits
 * away. What is left over the number of names that compete decides whether a name stands alone, needs evidence on the page, or is left
 * alone: two frequent names that differ in a vowel are two people, a rare surname in another romanisation can be nobody else's. (Fellegi and Sunter's weights.)
 */
import { postingSize } from '../name-index/postings.ts';
import { foldedOf, type MatchIndex } from '../name-index/read.ts';

/** An index of few names knows little of how frequent names are: it is taken to be drawn from this many more. */
const UNSEEN = 1000;
/** A given name is shared by many, also where the index has one of them. */
const BITS_OF_GIVEN = 8;
const BITS_OF_INITIAL = 3;
/** A cost of one, a changed consonant, is worth this. */
const BITS_PER_COST = 8;
/** Size of index for which the thresholds are stated: with ten times the names, ten times as many strangers resemble one of them. */
const REFERENCE = 10_000;

/**
 * Bits of a name whose core tokens are `core`, the given name first if `given`, spelled at `cost`, beyond those that its rivals in the index and the
 * strangers who resemble one of them take. Zero: as likely somebody else.
 */
export function surplusBits(index: MatchIndex, core: readonly number[], cost: number, given = true): number {
  const population = index.entities + UNSEEN;
  let bits = 0;
  for (const [place, token] of core.entries()) {
    const most =
      // A single letter at the end is no initial but a number: "Louis X".
      foldedOf(index, token).length === 1 && place < core.length - 1
        ? BITS_OF_INITIAL
        : given && place === 0 && core.length > 1
          ? BITS_OF_GIVEN
          : Number.POSITIVE_INFINITY;
    bits += Math.min(most, Math.log2(population / entitiesWith(index, token)));
  }
  return (
    bits - cost * BITS_PER_COST - Math.log2(population) - Math.max(0, Math.log2(population / (REFERENCE + UNSEEN)))
  );
}

/** About how many entities have the token in a name. */
export function entitiesWith(index: MatchIndex, token: number): number {
  const leading = index.first[token + 1]! - index.first[token]!;
  // One to two bytes a name.
  const later = postingSize(index, token) / 1.5;
  return Math.max(1, ((leading + later) * index.entities) / index.names);
}
