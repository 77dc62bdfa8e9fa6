/**
 * Words of running text that have, with another word near them, the skeletons of two tokens of one name. A filter answers that without comparing anything. In texts
 * without vowels, where a third of all words would pass it, the index tells which names these are, and only their tokens are compared.
 */
import { OTHER_SCRIPT, spellingCost } from '../../text/distance.ts';
import { hasSkeleton } from '../../text/skeleton.ts';
import { NO_SOUNDS } from '../../text/sound-list.ts';
import { mayHavePair, soundKey } from '../name-index/format.ts';
import { readNamesWithPair } from '../name-index/name-pairs.ts';
import { areLike, consonantsOf, isWithoutVowels, mayBeginToken } from '../name-index/outlines.ts';
import { firstToken, isPerson, tokenAt, tokenCount } from '../name-index/read.ts';
import { spareBits } from '../name-index/rooms.ts';
import { isExactOnly } from './compare-words.ts';
import { type IndexMemo, LEAST_LETTERS, soundOfToken, tokenOfWord } from './index-memo.ts';
import { hasRoom, isAlike } from './name-rooms.ts';
import type { Window } from './name-windows.ts';
import {
  ABJAD_WORD,
  headOfWord,
  isKind,
  keysOfWord,
  lettersOf,
  outlineOfWord,
  PARTICLE,
  soundOfWord,
  TITLE,
} from './page-vocabulary.ts';

/** A token in more names than this says too little to look all of them through. */
export const MOST_NAMES = 64;

/** A name that two words propose, by one of them: its place, and the token that it resembles. */
interface Found {
  place: number;
  name: number;
  token: number;
}

export interface Paired {
  found: Found[];
  names: number[];
}

export function createPaired(): Paired {
  return { found: [], names: [] };
}

/** Words from one word of a name in running text to the next, titles and particles among them. */
const NEAR = 3;

/** Sets `found`, where names can be told; else returns the places, one bit each, whose words are to be compared with all tokens that have their skeletons. */
export function pairPlaces(on: Paired, read: IndexMemo, { all: { words } }: Window): number {
  let paired = 0;
  on.found.length = 0;
  if (read.relations[0].length + read.relations[1].length === 0) return paired;
  for (let place = 1; place < words.length; place++) {
    const written = isKind(read.words, words[place]!, ABJAD_WORD);
    for (let before = place - 1; before >= Math.max(0, place - NEAR); before--) {
      // Without capitals a further word makes another name, so that only titles stand between.
      if (written && before < place - 1 && !isKind(read.words, words[before + 1]!, TITLE | PARTICLE)) break;
      const mixed = isKind(read.words, words[before]!, ABJAD_WORD) !== written;
      if (written || mixed) findNames(on, read, words, before, place);
      const both = (1 << place) | (1 << before);
      if ((!written || mixed) && (paired & both) !== both && arePaired(read, words[place]!, words[before]!))
        paired |= both;
    }
  }
  if (on.found.length > 1) sort(on.found, read);
  return paired;
}

/** In the order in which the words, their tokens and the names of these are read elsewhere. */
function sort(found: Found[], { index }: IndexMemo): void {
  const later = ({ name, token }: Found) => (firstToken(index, name) === token ? 0 : 1);
  found.sort((a, b) => a.place - b.place || a.token - b.token || later(a) - later(b) || a.name - b.name);
}

/** Whether two words are, as a text with vowels, the skeletons of two tokens of one name. */
function arePaired({ index, words, relations: [plain] }: IndexMemo, word: number, other: number): boolean {
  const { soundPairs, soundShift } = index;
  const keys = keysOfWord(words, word);
  const others = keysOfWord(words, other);
  for (let r = 0; r < plain.length; r++)
    for (let i = 0; i < keys.length; i++)
      for (let k = 0; k < others.length; k++)
        if (mayHavePair(soundPairs, soundShift, soundKey(keys[i]!, others[k]!, plain[r]!))) return true;
  return false;
}

function findNames(on: Paired, read: IndexMemo, run: readonly number[], before: number, place: number): void {
  const { index, words, relations } = read;
  const keys = keysOfWord(words, run[place]!);
  const others = keysOfWord(words, run[before]!);
  const written = relations[1];
  for (let r = 0; r < written.length; r++)
    for (let i = 0; i < keys.length; i++)
      for (let k = 0; k < others.length; k++) {
        const count = readNamesWithPair(index, soundKey(keys[i]!, others[k]!, written[r]!), on.names);
        for (let n = 0; n < count; n++) findName(on, read, run, before, others[k]!, place, keys[i]!, on.names[n]!);
      }
}

/** Adds a name of which two tokens with these skeletons are two words. */
function findName(
  on: Paired,
  read: IndexMemo,
  run: readonly number[],
  before: number,
  keyBefore: number,
  place: number,
  key: number,
  name: number,
): void {
  const { index } = read;
  if (!isPerson(index, name) || !hasRoom(read, name, 0, false, spareBits(index.openData, read.generous, false, true)))
    return;
  const count = tokenCount(index, name);
  for (let i = 0; i < count; i++) {
    const token = i === 0 ? firstToken(index, name) : tokenAt(index, name, i);
    if (!resembles(read, run[before]!, keyBefore, token, name)) continue;
    for (let k = 0; k < count; k++) {
      const other = k === 0 ? firstToken(index, name) : tokenAt(index, name, k);
      if (other === token || !resembles(read, run[place]!, key, other, name)) continue;
      add(on, read, run[before]!, before, name, token);
      add(on, read, run[place]!, place, name, other);
    }
  }
}

/** Whether a word is a token of a name of a person, or is short, or has its skeleton and costs no more than the name has room for. */
function resembles(read: IndexMemo, word: number, key: number, token: number, name: number): boolean {
  const { index, words } = read;
  if (tokenOfWord(read, word) === token) return true;
  const offset = soundOfWord(words, word);
  if (offset === NO_SOUNDS || isExactOnly(words, word, false)) return false;
  // An initial.
  if (lettersOf(words, word).length < LEAST_LETTERS) return true;
  const outline = index.outlines[token]!;
  if (!areLike(consonantsOf(outline), consonantsOf(outlineOfWord(words, word)))) return false;
  if (!mayBeginToken(headOfWord(words, word), outline)) return false;
  const across = isKind(words, word, ABJAD_WORD) !== isWithoutVowels(outline);
  const spare = spareBits(index.openData, read.generous, false, across && isKind(words, word, ABJAD_WORD));
  const least = across ? 2 * OTHER_SCRIPT : 0;
  if (!hasRoom(read, name, least, false, spare)) return false;
  const sound = soundOfToken(read, token);
  const cost = spellingCost(words.table, offset, read.sounds, sound);
  return (
    cost < Number.POSITIVE_INFINITY &&
    hasRoom(read, name, cost + least, isAlike(read, word, token), spare) &&
    hasSkeleton(read.sounds, sound, key)
  );
}

/** (What a word proposes letter by letter is proposed without another, and short words propose nothing else.) */
function add({ found }: Paired, read: IndexMemo, word: number, place: number, name: number, token: number): void {
  if (tokenOfWord(read, word) === token || lettersOf(read.words, word).length < LEAST_LETTERS) return;
  for (const each of found) if (each.place === place && each.name === name && each.token === token) return;
  found.push({ place, name, token });
}
