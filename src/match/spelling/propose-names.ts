/** Which names of the index a window proposes: those with tokens that its words may stand for. */
import { isAbjad } from '../../text/romanise.ts';
import { NO_SOUNDS } from '../../text/sound-list.ts';
import { mayHavePair, unorderedKey } from '../name-index/format.ts';
import { readNamesWith } from '../name-index/postings.ts';
import { foldedOf, isPerson, otherToken } from '../name-index/read.ts';
import { propose } from './candidate-names.ts';
import { isExactOnly } from './compare-words.ts';
import { type IndexMemo, similarTokens, tokenOfWord } from './index-memo.ts';
import { ABJAD_WORD, isKind, joinedWord, keysOfWord, lettersOf, soundOfWord } from './page-vocabulary.ts';
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
  const caseless = isKind(read.words, word, ABJAD_WORD) && soundOfWord(read.words, word) !== NO_SOUNDS;
  for (const token of similarTokens(read, word, true)) {
    if (exactOnly && token !== own && !isAbjad(foldedOf(read.index, token))) continue;
    proposeNames(scratch, read, token, place, true, caseless, exactOnly ? MOST_NAMES : MOST_NAMES_OF_LINE, 0);
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
    const tokens = tokensAt(read, words[place]!, (paired & (1 << place)) !== 0);
    for (let i = 0; i < tokens.length; i++) read.windowOf[tokens[i]!] = window;
    lists[place] = tokens;
  }
  for (let place = 0; place < words.length; place++) {
    const tokens = lists[place]!;
    if (tokens.length === 0) continue;
    const word = words[place]!;
    const own = tokenOfWord(read, word);
    const caseless = isKind(read.words, word, ABJAD_WORD);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      proposeNames(scratch, read, token, place, token === own, caseless, MOST_NAMES, token === own ? 0 : window);
    }
  }
}

const NO_TOKENS: readonly number[] = [];

/** Tokens of the index that a word of running text may stand for. */
function tokensAt(read: IndexMemo, word: number, isPaired: boolean): readonly number[] {
  const own = tokenOfWord(read, word);
  if (own < 0 && !isPaired) return NO_TOKENS;
  if (soundOfWord(read.words, word) === NO_SOUNDS || lettersOf(read.words, word).length < LEAST_LETTERS)
    return NO_TOKENS;
  if (isPaired && !isExactOnly(read.words, word, false)) return similarTokens(read, word, false);
  return own < 0 ? NO_TOKENS : [own];
}

/** Words from one word of a name in running text to the next, titles and particles among them. */
const NEAR = 3;

/** Places, one bit each, of words that have with another word near them the skeletons of two tokens of one name. */
function pairedPlaces(read: IndexMemo, words: readonly number[]): number {
  const { soundPairs, soundShift } = read.index;
  let paired = 0;
  for (let place = 1; place < words.length; place++) {
    const keys = keysOfWord(read.words, words[place]!);
    for (let before = Math.max(0, place - NEAR); before < place; before++) {
      const both = (1 << place) | (1 << before);
      if ((paired & both) === both) continue;
      if (arePaired(soundPairs, soundShift, keys, keysOfWord(read.words, words[before]!))) paired |= both;
    }
  }
  return paired;
}

function arePaired(filter: Uint32Array, shift: number, keys: readonly number[], others: readonly number[]): boolean {
  for (let i = 0; i < keys.length; i++)
    for (let k = 0; k < others.length; k++)
      if (mayHavePair(filter, shift, unorderedKey(keys[i]!, others[k]!))) return true;
  return false;
}

/** `window`: of names of two words only those whose other word has a token in this window, or 0. */
function proposeNames(
  scratch: SpellingScratch,
  { index, windowOf }: IndexMemo,
  token: number,
  place: number,
  strong: boolean,
  caseless: boolean,
  most: number,
  window: number,
): void {
  const { proposals, names } = scratch;
  const count = readNamesWith(index, token, most, names);
  // Names of other things are made of words, which resemble words: without capitals, and in another script, they are left to the exact pass.
  const personsOnly = count > 0 && (caseless || isAbjad(foldedOf(index, token)));
  for (let i = 0; i < count; i++) {
    const name = names[i]!;
    if (window > 0) {
      const other = otherToken(index, name, token);
      if (other >= 0 && windowOf[other] !== window) {
        proposals.passed++;
        continue;
      }
    }
    if (!personsOnly || isPerson(index, name)) propose(proposals, name, place, token, strong);
  }
}
