/** Tokens by the hash of their skeleton, with what leaves most of them out before their letters are read. */
import { addSounds } from '../../text/phones.ts';
import { alphabetOf, WITHOUT_CASE } from '../../text/romanise.ts';
import { skeletonHashes } from '../../text/skeleton.ts';
import { createSounds } from '../../text/sound-list.ts';
import { mix } from './format.ts';
import { outlineOf } from './outlines.ts';
import type { MatchIndex } from './read.ts';
import { MOST_ROOM, type Rooms } from './rooms.ts';

/** Bits of a room; behind it stand NEAR and the alphabet, and then what is left of the hash. */
const ROOM_BITS = 5;
const NEAR = 1 << ROOM_BITS;
const ALPHABET_BITS = 2;
const FLAG_BITS = ROOM_BITS + 1 + ALPHABET_BITS;

/** Hashes of the skeletons of each token, and its outline (`outlines.ts`). */
export function readSounds(folded: readonly string[]): { skeletonsOf: number[][]; outlines: Uint32Array } {
  const sounds = createSounds();
  const outlines = new Uint32Array(folded.length);
  const skeletonsOf = folded.map((token, i) => {
    sounds.length = 1;
    const offset = addSounds(sounds, token);
    outlines[i] = outlineOf(token, sounds, offset);
    return skeletonHashes(sounds, offset);
  });
  return { skeletonsOf, outlines };
}

export function skeletonSections(
  skeletonsOf: readonly (readonly number[])[],
  folded: readonly string[],
  { room, near }: Rooms,
): { skeletonBuckets: Uint32Array; skeletonTokens: Uint32Array } {
  const bits = Math.max(4, Math.ceil(Math.log2(skeletonsOf.length + 1)) - 1);
  const buckets = new Uint32Array(2 ** bits + 1);
  for (const own of skeletonsOf) for (const hash of own) buckets[(mix(hash) >>> (32 - bits)) + 1]!++;
  for (let i = 1; i < buckets.length; i++) buckets[i]! += buckets[i - 1]!;
  const tokens = new Uint32Array(buckets[buckets.length - 1]!);
  const next = buckets.slice();
  const idBits = idBitsOf(skeletonsOf.length);
  for (const [token, own] of skeletonsOf.entries()) {
    const flags =
      room[token]! | (near[token] === 1 ? NEAR : 0) | (alphabetOf(folded[token]!.charCodeAt(0)) << (ROOM_BITS + 1));
    for (const hash of own) {
      const mixed = mix(hash);
      tokens[next[mixed >>> (32 - bits)]!++] = (mixed << (idBits + FLAG_BITS)) | (flags << idBits) | token;
    }
  }
  return { skeletonBuckets: buckets, skeletonTokens: tokens };
}

function idBitsOf(tokens: number): number {
  return 32 - Math.clz32(tokens);
}

/** Calls back for each token with a skeleton, and for a few with another one. */
export function eachWithSkeleton(
  { skeletonBuckets, skeletonTokens, tokens }: MatchIndex,
  skeleton: number,
  visit: (token: number, room: number, near: boolean, alphabet: number) => void,
): void {
  const mixed = mix(skeleton);
  const bucket = mixed >>> (32 - Math.log2(skeletonBuckets.length - 1));
  const idBits = idBitsOf(tokens);
  const low = idBits + FLAG_BITS;
  const rest = (mixed << low) >>> low;
  const idMask = 2 ** idBits - 1;
  for (let i = skeletonBuckets[bucket]!; i < skeletonBuckets[bucket + 1]!; i++) {
    const entry = skeletonTokens[i]!;
    if (entry >>> low !== rest) continue;
    const flags = entry >>> idBits;
    visit(entry & idMask, flags & MOST_ROOM, (flags & NEAR) !== 0, (flags >>> (ROOM_BITS + 1)) & WITHOUT_CASE);
  }
}
