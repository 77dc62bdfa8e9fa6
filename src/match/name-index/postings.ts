/** In which names a token stands. */

import { POSTING_BLOCK, WIDE_POSTING } from './format.ts';
import type { MatchIndex } from './read.ts';

type Postings = Pick<MatchIndex, 'postingBlocks' | 'postingBytes'>;

/** Names with the token in any place; none when there are about more than `most`, and it means little. */
export function namesWith(index: MatchIndex, token: number, most: number): number[] {
  const names: number[] = [];
  readNamesWith(index, token, most, names);
  return names;
}

/** The same, into the beginning of an array that is kept. Returns their number. */
export function readNamesWith(index: MatchIndex, token: number, most: number, into: number[]): number {
  const { postingBytes } = index;
  const from = index.first[token]!;
  const to = index.first[token + 1]!;
  const head = postingHead(index, token);
  const size = sizeOfPosting(postingBytes, head);
  if (to - from + size > most) return 0;
  const at = head + headSize(size);
  const end = at + size;
  let count = 0;
  for (let name = from; name < to; name++) into[count++] = name;
  let name = 0;
  for (let i = at; i < end; ) {
    let delta = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postingBytes[i++]!;
      delta |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    name += delta;
    into[count++] = name;
  }
  return count;
}

/** Where the number of bytes of a token's posting stands. */
function postingHead({ postingBlocks, postingBytes }: Postings, token: number): number {
  let at = postingBlocks[Math.floor(token / POSTING_BLOCK)]!;
  for (let left = token % POSTING_BLOCK; left > 0; left--) {
    const size = sizeOfPosting(postingBytes, at);
    at += headSize(size) + size;
  }
  return at;
}

function sizeOfPosting(bytes: Uint8Array, at: number): number {
  const size = bytes[at]!;
  if (size < WIDE_POSTING) return size;
  return (bytes[at + 1]! | (bytes[at + 2]! << 8) | (bytes[at + 3]! << 16) | (bytes[at + 4]! << 24)) >>> 0;
}

function headSize(size: number): number {
  return size < WIDE_POSTING ? 1 : 5;
}

/** Bytes of a token's posting: one or two for each name in which it is not the first token. */
export function postingSize(index: Postings, token: number): number {
  return sizeOfPosting(index.postingBytes, postingHead(index, token));
}
