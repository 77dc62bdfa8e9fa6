/**
 * The names that have two skeletons, by the key of both, for texts without vowels: there the skeletons of two neighbours are by chance those of some name so
 * often that a filter, which knows no name, leaves a third of all words.
 */
import type { MatchIndex } from './read.ts';

export interface NamePair {
  /** `soundKey` of the skeletons of two of its tokens. */
  key: number;
  name: number;
}

/** Pairs of a bucket, about. */
const BUCKET = 3;
/** Bits of the key that are kept beside a name: of the names that only share a bucket one in 256 is left. */
const KEY_BITS = 8;

/** Buckets by the upper bits of the key; in each, of every pair the name and, above it, the lower bits of the key as far as there is room for them. */
export function namePairSections(
  pairs: readonly NamePair[],
  names: number,
): { pairBuckets: Uint32Array; pairNames: Uint32Array } {
  const bits = Math.max(1, Math.ceil(Math.log2(pairs.length / BUCKET + 1)));
  const nameBits = nameBitsOf(names);
  const buckets: Set<number>[] = Array.from({ length: 2 ** bits }, () => new Set());
  for (const { key, name } of pairs) buckets[key >>> (32 - bits)]!.add(((keptOf(key) << nameBits) | name) >>> 0);
  const pairBuckets = new Uint32Array(buckets.length + 1);
  for (const [i, { size }] of buckets.entries()) pairBuckets[i + 1] = pairBuckets[i]! + size;
  const pairNames = new Uint32Array(pairBuckets[buckets.length]!);
  for (const [i, bucket] of buckets.entries())
    pairNames.set(
      [...bucket].sort((a, b) => a - b),
      pairBuckets[i]!,
    );
  return { pairBuckets, pairNames };
}

function keptOf(key: number): number {
  return key & (2 ** KEY_BITS - 1);
}

function nameBitsOf(names: number): number {
  return 32 - Math.clz32(names);
}

/** Reads the names with a pair of skeletons, and a few others, into the beginning of an array that is kept. Returns their number. */
export function readNamesWithPair({ pairBuckets, pairNames, names }: MatchIndex, key: number, into: number[]): number {
  const bucket = key >>> (32 - Math.log2(pairBuckets.length - 1));
  const nameBits = nameBitsOf(names);
  const mask = 2 ** nameBits - 1;
  const kept = (keptOf(key) << nameBits) >>> nameBits;
  let count = 0;
  for (let i = pairBuckets[bucket]!; i < pairBuckets[bucket + 1]!; i++) {
    const pair = pairNames[i]!;
    if (pair >>> nameBits === kept) into[count++] = pair & mask;
  }
  return count;
}
