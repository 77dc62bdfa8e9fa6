/** Which names of the index a window proposes: those with tokens that its words may stand for. */
import { OTHER_SCRIPT } from '../../text/distance.ts';
import { isAbjad } from '../../text/romanise.ts';
import { NO_SOUNDS } from '../../text/sound-list.ts';
import { mayHavePair, soundKey } from '../name-index/format.ts';
import { readNamesWith } from '../name-index/postings.ts';
import { foldedOf, isPerson, otherToken } from '../name-index/read.ts';
import { spareBits } from '../name-index/rooms.ts';
import { propose } from './candidate-names.ts';
import { isExactOnly } from './compare-words.ts';
import { type IndexMemo, type Similar, similarTokens, tokenOfWord } from './index-memo.ts';
import { hasRoom, isAlike } from './name-rooms.ts';
import {
  ABJAD_WORD,
  isKind,
  joinedWord,
  keysOfWord,
  lettersOf,
  PARTICLE,
  soundOfWord,
  TITLE,
} from './page-vocabulary.ts';
import type { SpellingScratch } from './scratch.ts';

/** A token in more names than this says too little to look all of them through; and the same for a line that is nothing but a name. */
const MOST_NAMES = 64;
const MOST_NAMES_OF_LINE = 512;
/** Letters of a word that proposes anything. */
const LEAST_LETTERS = 2;

/** Proposes the names with a token that resembles a word, or two words that are written as one. */
export function proposeForLine(scratch: SpellingScratch, read: IndexMemo, words: readonly number[]): void {
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    if (soundOfWord(read.words, word) === NO_SOUNDS || lettersOf(read.words, word).length < LEAST_LETTERS) continue;
    const exactOnly = isExactOnly(read.words, word, true);
    proposeSimilar(scratch, read, word, place, exactOnly);
    const next = words[place + 1];
    // Where Arabic letters put a space inside a name is a matter of taste.
    if (isKind(read.words, word, ABJAD_WORD) && next !== undefined)
      proposeSimilar(scratch, read, joinedWord(read.words, word, next), place, exactOnly);
  }
}

function proposeSimilar(
  scratch: SpellingScratch,
  read: IndexMemo,
  word: number,
  place: number,
  exactOnly: boolean,
): void {
  const own = tokenOfWord(read, word);
  const { tokens, costs } = similarTokens(read, word, true);
  for (let i = 0; i < tokens.length; i++) {
    if (exactOnly && tokens[i] !== own && !isAbjad(foldedOf(read.index, tokens[i]!))) continue;
    proposeNames(scratch, read, word, place, tokens[i]!, costs[i]!, true, exactOnly ? MOST_NAMES : MOST_NAMES_OF_LINE);
  }
}

/**
 * Proposes the names with a word of running text letter by letter, and those with tokens that resemble two words. A word has tokens that only
 * resemble it looked up where it has, with another word of its window, the skeletons of two tokens of one name: a filter answers that without comparing
 * anything.
 */
export function proposeForText(scratch: SpellingScratch, read: IndexMemo, words: readonly number[]): void {
  const { lists } = scratch;
  const paired = pairedPlaces(read, words);
  const window = ++read.windows;
  for (let place = 0; place < words.length; place++) {
    const similar = tokensAt(read, words[place]!, (paired & (1 << place)) !== 0);
    const { tokens } = similar;
    for (let i = 0; i < tokens.length; i++) read.windowOf[tokens[i]!] = window;
    lists[place] = similar;
  }
  for (let place = 0; place < words.length; place++) {
    const { tokens, costs } = lists[place]!;
    if (tokens.length === 0) continue;
    for (let i = 0; i < tokens.length; i++)
      proposeNames(scratch, read, words[place]!, place, tokens[i]!, costs[i]!, false, MOST_NAMES);
  }
}

const NO_TOKENS: Similar = { tokens: [], costs: [] };

/** Tokens of the index that a word of running text may stand for. */
function tokensAt(read: IndexMemo, word: number, isPaired: boolean): Similar {
  const own = tokenOfWord(read, word);
  if (own < 0 && !isPaired) return NO_TOKENS;
  if (soundOfWord(read.words, word) === NO_SOUNDS || lettersOf(read.words, word).length < LEAST_LETTERS)
    return NO_TOKENS;
  if (isPaired && !isExactOnly(read.words, word, false)) return similarTokens(read, word, false);
  return own < 0 ? NO_TOKENS : { tokens: [own], costs: [0] };
}

/** Words from one word of a name in running text to the next, titles and particles among them. */
const NEAR = 3;

/** Places, one bit each, of words that have with another word near them the skeletons of two tokens of one name. */
function pairedPlaces(read: IndexMemo, words: readonly number[]): number {
  let paired = 0;
  for (let place = 1; place < words.length; place++) {
    const keys = keysOfWord(read.words, words[place]!);
    const written = isKind(read.words, words[place]!, ABJAD_WORD);
    for (let before = place - 1; before >= Math.max(0, place - NEAR); before--) {
      // Without capitals a further word makes another name, so that only titles stand between.
      if (written && before < place - 1 && !isKind(read.words, words[before + 1]!, TITLE | PARTICLE)) break;
      const both = (1 << place) | (1 << before);
      if ((paired & both) === both) continue;
      const others = keysOfWord(read.words, words[before]!);
      const isPaired =
        arePaired(read, written, keys, others) ||
        (isKind(read.words, words[before]!, ABJAD_WORD) !== written && arePaired(read, !written, keys, others));
      if (isPaired) paired |= both;
    }
  }
  return paired;
}

function arePaired(
  { index, relations }: IndexMemo,
  written: boolean,
  keys: readonly number[],
  others: readonly number[],
): boolean {
  const { soundPairs, soundShift } = index;
  const known = relations[written ? 1 : 0];
  for (let r = 0; r < known.length; r++)
    for (let i = 0; i < keys.length; i++)
      for (let k = 0; k < others.length; k++)
        if (mayHavePair(soundPairs, soundShift, soundKey(keys[i]!, others[k]!, known[r]!))) return true;
  return false;
}

/**
 * Proposes the names with a token that a word is at a cost, if they have room for it. In running text those of two words that the word only resembles need
 * their other word in this window.
 */
function proposeNames(
  { proposals, names }: SpellingScratch,
  read: IndexMemo,
  word: number,
  place: number,
  token: number,
  cost: number,
  line: boolean,
  most: number,
): void {
  const { index, windowOf, windows } = read;
  const count = readNamesWith(index, token, most, names);
  if (count === 0) return;
  const own = token === tokenOfWord(read, word);
  const caseless = isKind(read.words, word, ABJAD_WORD) && soundOfWord(read.words, word) !== NO_SOUNDS;
  const across = caseless !== isAbjad(foldedOf(index, token));
  // Names of other things are made of words, which resemble words: without capitals, and in another script, they are left to the exact pass.
  const personsOnly = caseless || across;
  const alike = isAlike(read, word, token);
  const least = cost + (across ? 2 * OTHER_SCRIPT : 0);
  const spare = spareBits(index.openData, read.generous, line);
  for (let i = 0; i < count; i++) {
    const name = names[i]!;
    if (personsOnly && !isPerson(index, name)) continue;
    const other = line || own ? -1 : otherToken(index, name, token);
    if ((other >= 0 && windowOf[other] !== windows) || !hasRoom(read, name, least, alike, spare)) proposals.passed++;
    else propose(proposals, name, place, token, line || own);
  }
}
