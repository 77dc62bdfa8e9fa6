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
export const BITS_PER_COST = 8;
/** Size of index for which the thresholds are stated: with ten times the names, ten times as many strangers resemble one of them. */
const REFERENCE = 10_000;

/** What is counted of an index. */
export type Counted = Pick<MatchIndex, 'names' | 'entities' | 'first' | 'postingBlocks' | 'postingBytes'>;

/**
 * Bits of a name whose core tokens are `core`, the given name first if `given`, spelled at `cost`, beyond those that its rivals in the index and the
 * strangers who resemble one of them take. Zero: as likely somebody else.
 */
export function surplusBits(index: MatchIndex, core: readonly number[], cost: number, given = true): number {
  let bits = 0;
  for (const [place, token] of core.entries())
    bits += Math.min(bitsOf(index, token), mostBits(foldedOf(index, token).length, place, core.length, given));
  return bits - cost * BITS_PER_COST - bitsOfOthers(index);
}

/** Bits of a token: how few entities have it. */
export function bitsOf(index: Counted, token: number): number {
  return Math.log2((index.entities + UNSEEN) / entitiesWith(index, token));
}

/** The most that a token counts at a place of a name of so many. */
export function mostBits(letters: number, place: number, count: number, given = true): number {
  // A single letter at the end is no initial but a number: "Louis X".
  if (letters === 1 && place < count - 1) return BITS_OF_INITIAL;
  return given && place === 0 && count > 1 ? BITS_OF_GIVEN : Number.POSITIVE_INFINITY;
}

/** What the rivals of a name in the index, and the strangers who resemble one of them, take. */
export function bitsOfOthers({ entities }: Counted): number {
  const population = entities + UNSEEN;
  return Math.log2(population) + Math.max(0, Math.log2(population / (REFERENCE + UNSEEN)));
}

/** Whether one token that nobody else has says enough. */
export function maySayAll(index: Counted): boolean {
  return Math.log2(index.entities + UNSEEN) >= bitsOfOthers(index);
}

/** About how many entities have the token in a name. */
export function entitiesWith(index: Counted, token: number): number {
  const leading = index.first[token + 1]! - index.first[token]!;
  // One to two bytes a name.
  const later = postingSize(index, token) / 1.5;
  return Math.max(1, ((leading + later) * index.entities) / index.names);
}
