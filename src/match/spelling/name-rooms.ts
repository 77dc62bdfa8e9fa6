/** What the spelling of a name may cost (`rooms.ts`), read once for each name that words propose. */
import { alphabetOf } from '../../text/romanise.ts';
import { entityOf, foldedOf, isAmong, isCode, isPerson, nameTokens } from '../name-index/read.ts';
import { bitsAskedFor, costOfRoom, isNear, MOST_ROOM, roomOf } from '../name-index/rooms.ts';
import type { IndexMemo } from './index-memo.ts';
import { lettersOf } from './page-vocabulary.ts';
import { NEAR_SPELLING } from './thresholds.ts';
import { bitsOf, bitsOfOthers, mostBits } from './weight.ts';

/** Whether a name has room for what a word costs. `alike`: see `isAlike`; `spare`: see `spareBits`. */
export function hasRoom(read: IndexMemo, name: number, cost: number, alike: boolean, spare: number): boolean {
  const room = roomOfName(read, name);
  if (alike && cost > NEAR_SPELLING && room >= NEAR_ROOM) return false;
  return cost <= costOfRoom(room & MOST_ROOM, spare);
}

/** Whether the spelling of a word as a token must be near where the name asks for it: in another alphabet all are far, and `generous` does not ask. */
export function isAlike({ index, words, generous }: IndexMemo, word: number, token: number): boolean {
  return (
    !generous && alphabetOf(lettersOf(words, word).charCodeAt(0)) === alphabetOf(foldedOf(index, token).charCodeAt(0))
  );
}

/** Added to the room of a name of which only near spellings count. */
const NEAR_ROOM = MOST_ROOM + 1;

function roomOfName(read: IndexMemo, name: number): number {
  let room = read.roomOf[name]! - 1;
  if (room < 0) {
    room = readRoom(read, name);
    read.roomOf[name] = room + 1;
  }
  return room;
}

function readRoom({ index, bitsOf: known }: IndexMemo, name: number): number {
  if (isCode(index, name)) return 0;
  const person = isPerson(index, name);
  const tokens = nameTokens(index, name);
  let bits = -bitsOfOthers(index) - bitsAskedFor(index.openData, person);
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]!;
    if (known[token] === 0) known[token] = bitsOf(index, token);
    bits += Math.min(known[token]!, mostBits(foldedOf(index, token).length, place, tokens.length));
  }
  const isHead = person && index.openData && isAmong(index.heads, entityOf(index, name));
  return roomOf(bits) + (isNear(index.openData, person, isHead) ? NEAR_ROOM : 0);
}
