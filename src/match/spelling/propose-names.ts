/** Which names of the index a window proposes: those with tokens that its words may stand for. */
import { OTHER_SCRIPT } from '../../text/distance.ts';
import { isAbjad } from '../../text/romanise.ts';
import { NO_SOUNDS } from '../../text/sound-list.ts';
import { readNamesWith } from '../name-index/postings.ts';
import { foldedOf, isPerson, otherToken, tokenCount } from '../name-index/read.ts';
import { spareBits } from '../name-index/rooms.ts';
import { propose } from './candidate-names.ts';
import { isExactOnly } from './compare-words.ts';
import { type IndexMemo, type Similar, similarTokens, tokenOfWord } from './index-memo.ts';
import { hasRoom, isAlike } from './name-rooms.ts';
import type { Window } from './name-windows.ts';
import { ABJAD_WORD, isKind, joinedWord, lettersOf, soundOfWord } from './page-vocabulary.ts';
import { MOST_NAMES, pairPlaces } from './paired-names.ts';
import type { SpellingScratch } from './scratch.ts';
import { mayHoldName, outlineWindow } from './window-outlines.ts';

/** As `MOST_NAMES`, for a line that is nothing but a name. */
const MOST_NAMES_OF_LINE = 512;
/** Letters of a word that proposes anything. */
const LEAST_LETTERS = 2;

/** Proposes the names with a token that resembles a word, or two words that are written as one. */
export function proposeForLine(scratch: SpellingScratch, read: IndexMemo, window: Window): void {
  const { words } = window.all;
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    if (soundOfWord(read.words, word) === NO_SOUNDS || lettersOf(read.words, word).length < LEAST_LETTERS) continue;
    const exactOnly = isExactOnly(read.words, word, true);
    proposeSimilar(scratch, read, window, word, place, exactOnly);
    const next = words[place + 1];
    // Where Arabic letters put a space inside a name is a matter of taste.
    if (isKind(read.words, word, ABJAD_WORD) && next !== undefined)
      proposeSimilar(scratch, read, window, joinedWord(read.words, word, next), place, exactOnly);
  }
}

function proposeSimilar(
  scratch: SpellingScratch,
  read: IndexMemo,
  window: Window,
  word: number,
  place: number,
  exactOnly: boolean,
): void {
  const own = tokenOfWord(read, word);
  const { tokens, costs } = similarTokens(read, word, true);
  for (let i = 0; i < tokens.length; i++) {
    if (exactOnly && tokens[i] !== own && !isAbjad(foldedOf(read.index, tokens[i]!))) continue;
    proposeNames(
      scratch,
      read,
      window,
      word,
      place,
      tokens[i]!,
      costs[i]!,
      true,
      exactOnly ? MOST_NAMES : MOST_NAMES_OF_LINE,
    );
  }
}

/**
 * Proposes the names with a word of running text letter by letter, and those with tokens that resemble two words. A word has tokens that only
 * resemble it looked up where it has, with another word of its window, the skeletons of two tokens of one name: a filter answers that without comparing
 * anything.
 */
export function proposeForText(scratch: SpellingScratch, read: IndexMemo, window: Window): void {
  const { words } = window.all;
  const paired = pairPlaces(scratch.paired, read, window);
  if (paired !== 0) noteTokens(scratch, read, words, paired);
  const { found } = scratch.paired;
  let next = 0;
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    if ((paired & (1 << place)) !== 0) {
      const { tokens, costs } = scratch.lists[place]!;
      for (let i = 0; i < tokens.length; i++)
        proposeNames(scratch, read, window, word, place, tokens[i]!, costs[i]!, false, MOST_NAMES);
    } else {
      const own = tokenOfWord(read, word);
      if (own >= 0 && isLooked(read, word)) proposeNames(scratch, read, window, word, place, own, 0, false, MOST_NAMES);
    }
    for (; next < found.length && found[next]!.place === place; next++)
      propose(scratch.proposals, found[next]!.name, place, found[next]!.token, false);
  }
}

/** Sets `lists` at the places that are paired, and says of all tokens that words may stand for that they are in this window. */
function noteTokens({ lists }: SpellingScratch, read: IndexMemo, words: readonly number[], paired: number): void {
  const number = ++read.windows;
  for (let place = 0; place < words.length; place++) {
    const similar = tokensAt(read, words[place]!, (paired & (1 << place)) !== 0);
    const { tokens } = similar;
    for (let i = 0; i < tokens.length; i++) read.windowOf[tokens[i]!] = number;
    lists[place] = similar;
  }
}

/** Whether names are looked for with a word. */
function isLooked({ words }: IndexMemo, word: number): boolean {
  return soundOfWord(words, word) !== NO_SOUNDS && lettersOf(words, word).length >= LEAST_LETTERS;
}

const NO_TOKENS: Similar = { tokens: [], costs: [] };

/** Tokens of the index that a word of running text may stand for. */
function tokensAt(read: IndexMemo, word: number, isPaired: boolean): Similar {
  const own = tokenOfWord(read, word);
  if (own < 0 && !isPaired) return NO_TOKENS;
  if (!isLooked(read, word)) return NO_TOKENS;
  if (isPaired && !isExactOnly(read.words, word, false)) return similarTokens(read, word, false);
  return own < 0 ? NO_TOKENS : { tokens: [own], costs: [0] };
}

/**
 * Proposes the names with a token that a word is at a cost, if they have room for it. In running text those of two words that the word only resembles need
 * their other word in this window.
 */
function proposeNames(
  { proposals, names, outlines }: SpellingScratch,
  read: IndexMemo,
  window: Window,
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
  const spare = spareBits(index.openData, read.generous, line, caseless && across);
  outlineWindow(outlines, read, window);
  for (let i = 0; i < count; i++) {
    const name = names[i]!;
    const person = isPerson(index, name);
    if (personsOnly && !person) continue;
    // On a line of its own a person may lack some of the words of a longer name.
    const whole = !line || !person || tokenCount(index, name) === 2;
    if (whole && !mayHoldName(outlines, name, own && !line ? place : -1)) {
      proposals.passed++;
      continue;
    }
    const other = line || own ? -1 : otherToken(index, name, token);
    if ((other >= 0 && windowOf[other] !== windows) || !hasRoom(read, name, least, alike, spare)) proposals.passed++;
    else propose(proposals, name, place, token, line || own);
  }
}
