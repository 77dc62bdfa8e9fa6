/** The bit filters of an index: which places of a text, and which pairs of words, are worth a look. */
import { ALONE, pairBits, pairKey, unorderedKey } from './format.ts';
import type { Names } from './tokenised-names.ts';

/** Bits of the filter for each name, at least: one place of a text in thirty, at most, is looked at in vain. */
const BITS_A_NAME = 8;

/** The first two tokens of names, or the only one, and how many names have but one. */
export function pairFilter(
  { order, starts, tokens }: Names,
  hashes: Int32Array,
): { pairs: Uint32Array; singles: number } {
  const { filter: pairs, shift } = newFilter(order.length, BITS_A_NAME);
  let singles = 0;
  for (const row of order) {
    const from = starts[row]!;
    const alone = starts[row + 1]! - from === 1;
    if (alone) singles++;
    const key = pairKey(hashes[tokens[from]!]!, alone ? ALONE : hashes[tokens[from + 1]!]!);
    pairs[key >>> shift]! |= pairBits(key);
  }
  return { pairs, singles };
}

/** Bits of the filter for each name, at least. More than in `pairs`: it is asked for all pairs of words of a window. */
const SOUND_BITS_A_NAME = 12;

/** The skeletons of two tokens of one name. Also each token with itself: two words may resemble one token. */
export function soundPairFilter(
  { order, starts, tokens }: Names,
  skeletonsOf: readonly (readonly number[])[],
): Uint32Array {
  const { filter, shift } = newFilter(order.length, SOUND_BITS_A_NAME);
  for (const row of order) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      for (let k = starts[row]!; k <= i; k++) {
        for (const a of skeletonsOf[tokens[i]!]!) {
          for (const b of skeletonsOf[tokens[k]!]!) {
            const key = unorderedKey(a, b);
            filter[key >>> shift]! |= pairBits(key);
          }
        }
      }
    }
  }
  return filter;
}

function newFilter(names: number, bitsAName: number): { filter: Uint32Array; shift: number } {
  const filter = new Uint32Array(2 ** Math.max(5, Math.ceil(Math.log2((names * bitsAName + 1) / 32))));
  return { filter, shift: 32 - Math.log2(filter.length) };
}
