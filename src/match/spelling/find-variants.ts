/**
 * Pass 2: names in another spelling, over what pass 1 left. Each word of a window (`name-windows.ts`) proposes tokens of the index with its
 * consonant skeleton (`index-memo.ts`); the names in which those stand are verified word by word (`align.ts`). All core words of a name
 * must be there, and at least two.
 */
import { isAbjad } from '../../text/romanise.ts';
import { NO_SOUNDS } from '../../text/sound-list.ts';
import type { Tokens } from '../../text/token-list.ts';
import type { FuzzyHit } from '../blocks.ts';
import { mayHavePair, unorderedKey } from '../name-index/format.ts';
import { readNamesWith } from '../name-index/postings.ts';
import { foldedOf, isPerson, type MatchIndex, otherToken } from '../name-index/read.ts';
import { type Alignment, alignName } from './align.ts';
import { assignName, MOST_VOWELS } from './assign.ts';
import { erase, propose } from './candidate-names.ts';
import { isExactOnly, mayStandAlone } from './compare-words.ts';
import { type Core, coreOf, type IndexMemo, memoOf, similarTokens, tokenOfWord } from './index-memo.ts';
import type { Run, Window } from './name-windows.ts';
import { ABJAD_WORD, COMMON, isKind, joinedWord, keysOfWord, lettersOf, soundOfWord } from './page-vocabulary.ts';
import type { SpellingScratch } from './scratch.ts';
import { surplusBits } from './weight.ts';

/**
 * Pairs of token and word (`align.ts`) that count as one more name compared: a row of given names proposes the same names by each of its words, and
 * costs ten times what their number says. A name in news takes some ten.
 */
const PAIRS_OF_A_NAME = 16;

/** Words of a line that is nothing but a name. */
const LONGEST_NAME = 8;

/**
 * @param most names to compare; windows after that are passed over
 * @returns the names found, and how many were compared, one that was laid beside many words for several
 */
export function scanFuzzy(
  scratch: SpellingScratch,
  index: MatchIndex,
  windows: readonly Window[],
  tokens: Tokens,
  most: number,
): { hits: FuzzyHit[]; compared: number } {
  const hits: FuzzyHit[] = [];
  let compared = 0;
  if (index.names === 0) return { hits, compared };
  const read = memoOf(scratch, index);
  const { proposals } = scratch;
  const inLine = tokensBeforeBracket(tokens);
  for (const window of windows) {
    if (compared >= most) break;
    // A line that is a name is worth every comparison.
    const { length } = window.all.words;
    const line = length <= LONGEST_NAME && length >= inLine - 1;
    if (line) proposeForLine(scratch, read, window.all.words);
    else proposeForText(scratch, read, window.all.words);
    if (proposals.count === 0) continue;
    const before = scratch.aligning.pairs;
    verify(scratch, read, window, line, tokens, hits);
    compared += proposals.count + Math.floor((scratch.aligning.pairs - before) / PAIRS_OF_A_NAME);
    erase(proposals);
  }
  return { hits, compared };
}

function verify(
  scratch: SpellingScratch,
  read: IndexMemo,
  window: Window,
  line: boolean,
  tokens: Tokens,
  hits: FuzzyHit[],
): void {
  const { proposals } = scratch;
  for (let proposal = 0; proposal < proposals.count; proposal++) {
    if (proposals.strong[proposal] === 0) continue;
    const name = proposals.name[proposal]!;
    if (!mayBeThere(scratch, read, name, proposal, window.all.words)) continue;
    const core = coreOf(read, name);
    if (core.tokens.length < 2) continue;
    // A title or a particle that is a word of the name is one in the text too.
    const own = core.titled ? window.all : window.names;
    if (line && core.person) {
      const found = assignName(scratch.assigning, read, core, own.words, window.comma);
      if (found) hits.push(hitOf(read.index, name, found, own, tokens, isAllName(read, own.words, found)));
      continue;
    }
    if (!core.long) continue;
    const found = alignAtAnchor(scratch, read, core, window, own, proposal, line);
    if (found) hits.push(hitOf(read.index, name, found, own, tokens, false));
  }
}

/** Whether a name of two words, of which one stands there, has any word there that its other one may be. */
function mayBeThere(
  scratch: SpellingScratch,
  read: IndexMemo,
  name: number,
  proposal: number,
  words: readonly number[],
): boolean {
  const { proposals } = scratch;
  const anchor = proposals.firstAnchor[proposal]!;
  if (anchor !== proposals.lastAnchor[proposal]) return true;
  const token = proposals.token[anchor]!;
  const other = otherToken(read.index, name, token);
  return other < 0 || mayStandAlone(read, other, words, MOST_VOWELS);
}

/** The name in the words of `own`, by the first of its anchors that it fits. */
function alignAtAnchor(
  scratch: SpellingScratch,
  read: IndexMemo,
  core: Core,
  window: Window,
  own: Run,
  proposal: number,
  line: boolean,
): Alignment | undefined {
  const { proposals } = scratch;
  const first = proposals.firstAnchor[proposal]!;
  // Where no capital shows what is a name, and in the names of other things, a further word makes another name: "Mohammad Reza".
  const middle = core.person && !isKind(read.words, window.all.words[proposals.place[first]!]!, ABJAD_WORD);
  for (let anchor = first; anchor >= 0; anchor = proposals.next[anchor]!) {
    const at = proposals.place[anchor]!;
    const place = core.titled ? at : window.placeInNames[at]!;
    const found = alignName(
      scratch.aligning,
      read,
      core,
      own.words,
      window.comma,
      place,
      proposals.token[anchor]!,
      middle,
      line,
    );
    if (found) return found;
  }
  return undefined;
}

/** Whether the words of the line that are not in the name may be further names of its bearer. */
function isAllName(read: IndexMemo, words: readonly number[], { first, last }: Alignment): boolean {
  return words.every((word, place) => (place >= first && place <= last) || !isKind(read.words, word, COMMON));
}

/** Tokens of the text without the bracket that ends it: "Veldhoven, Tobias (born 1939)" is a line that is a name. */
function tokensBeforeBracket({ text, count, start }: Tokens): number {
  const last = text.trimEnd();
  const open = last.endsWith(')') ? last.lastIndexOf('(') : -1;
  if (open < 1) return count;
  let before = count;
  while (before > 0 && start[before - 1]! > open) before--;
  return before;
}

function hitOf(
  index: MatchIndex,
  name: number,
  { first, last, cost, letters, core, given, middle }: Alignment,
  run: Run,
  tokens: Tokens,
  alone: boolean,
): FuzzyHit {
  const from = run.tokens[first]!;
  const to = run.tokens[last]!;
  const bits = surplusBits(index, core, cost, given);
  const hit = { name, start: tokens.start[from]!, end: tokens.end[to]!, from, to, cost, letters, bits, alone };
  return middle === undefined ? hit : { ...hit, middle: run.tokens[middle]! };
}

/** A token in more names than this says too little to look all of them through; and the same for a line that is nothing but a name. */
const MOST_NAMES = 64;
const MOST_NAMES_OF_LINE = 512;
/** Letters of a word that proposes anything. */
const LEAST_LETTERS = 2;

/** Proposes the names with a token that resembles a word, or two words that are written as one. */
function proposeForLine(scratch: SpellingScratch, read: IndexMemo, words: readonly number[]): void {
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
    proposeNames(scratch, read, token, place, true, caseless, exactOnly ? MOST_NAMES : MOST_NAMES_OF_LINE);
  }
}

/**
 * Proposes the names with a word of running text letter by letter, and those with tokens that resemble two words. A word has tokens that only
 * resemble it looked up where it has, with another word of its window, the skeletons of two tokens of one name: a filter answers that without comparing
 * anything.
 */
function proposeForText(scratch: SpellingScratch, read: IndexMemo, words: readonly number[]): void {
  const paired = pairedPlaces(read, words);
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    const isPaired = (paired & (1 << place)) !== 0;
    const own = tokenOfWord(read, word);
    if (own < 0 && !isPaired) continue;
    if (soundOfWord(read.words, word) === NO_SOUNDS || lettersOf(read.words, word).length < LEAST_LETTERS) continue;
    const caseless = isKind(read.words, word, ABJAD_WORD);
    if (!isPaired || isExactOnly(read.words, word, false)) {
      if (own >= 0) proposeNames(scratch, read, own, place, true, caseless, MOST_NAMES);
      continue;
    }
    for (const token of similarTokens(read, word, false))
      proposeNames(scratch, read, token, place, token === own, caseless, MOST_NAMES);
  }
}

/** Places, one bit each, of words that have with another word the skeletons of two tokens of one name. */
function pairedPlaces(read: IndexMemo, words: readonly number[]): number {
  const { soundPairs, soundShift } = read.index;
  let paired = 0;
  for (let place = 1; place < words.length; place++) {
    const keys = keysOfWord(read.words, words[place]!);
    for (let before = 0; before < place; before++) {
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

function proposeNames(
  scratch: SpellingScratch,
  { index }: IndexMemo,
  token: number,
  place: number,
  strong: boolean,
  caseless: boolean,
  most: number,
): void {
  const { proposals, names } = scratch;
  const count = readNamesWith(index, token, most, names);
  // Names of other things are made of words, which resemble words: without capitals, and in another script, they are left to the exact pass.
  const personsOnly = count > 0 && (caseless || isAbjad(foldedOf(index, token)));
  for (let i = 0; i < count; i++) {
    const name = names[i]!;
    if (!personsOnly || isPerson(index, name)) propose(proposals, name, place, token, strong);
  }
}
