/** The bit filters of an index: which places of a text, and which pairs of words, are worth a look. */
import { ALONE, isWritten, pairBits, pairKey, relationOf, soundKey } from './format.ts';
import { type NamePair, namePairSections } from './name-pairs.ts';
import { BITS_ACROSS, EASIER } from './rooms.ts';
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

/** Bits of the filter for each key, at least. It is asked for all pairs of words of a window: of those that are not in it one in a hundred passes. */
const SOUND_BITS_A_KEY = 14;

/**
 * The skeletons of two tokens of one name, for each relation in which it has room: a filter, and of texts without vowels the names that have them.
 * `bits`: see `Rooms`. `relations`: one bit for each that is there.
 */
export function soundPairSections(
  names: Names,
  skeletonsOf: readonly (readonly number[])[],
  bits: Float64Array,
  person: Uint8Array,
  abjad: Uint8Array,
): { soundPairs: Uint32Array; relations: number; pairBuckets: Uint32Array; pairNames: Uint32Array } {
  const keys = new Set<number>();
  const rows: NamePair[] = [];
  let relations = 0;
  eachSoundPair(names, bits, person, abjad, (token, other, relation, name) => {
    relations |= 1 << relation;
    for (const a of skeletonsOf[token]!)
      for (const b of skeletonsOf[other]!) {
        const key = soundKey(a, b, relation);
        if (isWritten(relation)) rows.push({ key, name });
        else keys.add(key);
      }
  });
  const { filter, shift } = newFilter(keys.size, SOUND_BITS_A_KEY);
  for (const key of keys) filter[key >>> shift]! |= pairBits(key);
  return { soundPairs: filter, relations, ...namePairSections(rows, names.order.length) };
}

function eachSoundPair(
  { order, starts, tokens, entity }: Names,
  bits: Float64Array,
  person: Uint8Array,
  abjad: Uint8Array,
  visit: (token: number, other: number, relation: number, name: number) => void,
): void {
  for (let name = 0; name < order.length; name++) {
    const row = order[name]!;
    for (const written of [false, true]) {
      for (let i = starts[row]! + 1; i < starts[row + 1]!; i++) {
        const token = tokens[i]!;
        const across = (abjad[token] === 1) !== written;
        // Without capitals, and in another script, only names of persons are looked for.
        if ((across || written) && person[entity[row]!] === 0) continue;
        const left = bits[name]! - (across ? BITS_ACROSS : 0);
        if (left < -EASIER) continue;
        const relation = relationOf(written, abjad[token] === 1, left < 0);
        for (let k = starts[row]!; k < i; k++) visit(token, tokens[k]!, relation, name);
      }
    }
  }
}

function newFilter(keys: number, bitsAKey: number): { filter: Uint32Array; shift: number } {
  const filter = new Uint32Array(2 ** Math.max(5, Math.ceil(Math.log2((keys * bitsAKey + 1) / 32))));
  return { filter, shift: 32 - Math.log2(filter.length) };
}
