/**
 * Where a name is all that a line holds, its words may stand in any order, joined or split, with fathers' names and middle names that only one
 * of the two has: the cheapest one-to-one assignment of words to the tokens of a name.
 */

import { foldedOf } from '../name-index/read.ts';
import { type Alignment, JOINED, TURNED } from './align.ts';
import {
  type Comparison,
  compare,
  costAt,
  isShortAt,
  joinedCostAt,
  splitCostAt,
  wordsFitting,
  wordsShort,
} from './compare-words.ts';
import { type Core, type IndexMemo, tokenOfWord } from './index-memo.ts';
import { ABJAD_WORD, isKind, lettersOf } from './page-vocabulary.ts';

/** Cost of a given name in a short form. More than in running text: a line asks for less weight, and two people of one surname often have like names. */
const SHORT_FORM = 0.9;
/** A word that stands in other names as it is written is likelier another name than a misspelling of this one: its cost counts more, if it is more than
 * another romanisation. */
const OTHER_NAME = 1.5;
const SOUNDS_ALIKE = 0.25;
/** Cost of the first word or token that has no counterpart, and of each after it: lists of names differ in how many they give. */
const MISSING = 0.3;
const MORE_MISSING = 0.1;
/** Added where it is the first or the last of its side: what is left is then more often another name. */
const OUTER_MISSING = 0.15;
/** Cost of an initial that has no counterpart, or that stands for a middle name. */
const INITIAL = 0.1;
/** Cost of an order that is neither that of the name nor begins it elsewhere. */
const SCRAMBLED = 0.5;

/** Spellings of one name differ in length, but not by more than some vowels. */
const MOST_VOWELS = 5;

const MOST_PAIRS = 3 * 32 * 32;

/**
 * Ways to read some tokens of the name in some words, in the order of the tokens: where they begin and how many they are, what it costs, and whether it is
 * an initial, which fits and says nothing.
 */
export interface Assigning {
  comparison: Comparison;
  pairToken: Uint8Array;
  pairTokens: Uint8Array;
  pairWord: Uint8Array;
  pairWords: Uint8Array;
  pairCost: Float64Array;
  pairInitial: Uint8Array;
  pairs: number;
  /** Pairs that are taken together, and the cheapest of such sets so far. */
  chosen: number[];
  best: Alignment | undefined;
}

export function createAssigning(comparison: Comparison): Assigning {
  const row = () => new Uint8Array(MOST_PAIRS);
  return {
    comparison,
    pairToken: row(),
    pairTokens: row(),
    pairWord: row(),
    pairWords: row(),
    pairCost: new Float64Array(MOST_PAIRS),
    pairInitial: row(),
    pairs: 0,
    chosen: [],
    best: undefined,
  };
}

/** Assigns `words` to the core of a name, whose first token is the given name; `comma` words stand before a comma. */
export function assignName(
  on: Assigning,
  read: IndexMemo,
  core: Core,
  words: readonly number[],
  comma: number,
): Alignment | undefined {
  compare(on.comparison, read, core, words, true);
  if (!mayStand(on, core, words)) return undefined;
  findPairs(on, read, core, words);
  if (!agreeTwice(on)) return undefined;
  on.best = undefined;
  on.chosen.length = 0;
  choose(on, read, core, words, comma, 0, 0, 0);
  return on.best;
}

/** Goes on from the pairs that are chosen with those from `from` on. `used`: one bit for each word that they take. */
function choose(
  on: Assigning,
  read: IndexMemo,
  core: Core,
  words: readonly number[],
  comma: number,
  from: number,
  used: number,
  cost: number,
): void {
  if (on.best !== undefined && cost >= on.best.cost) return;
  let open = false;
  const last = on.chosen[on.chosen.length - 1];
  const firstFree = last === undefined ? 0 : on.pairToken[last]! + on.pairTokens[last]!;
  for (let pair = from; pair < on.pairs; pair++) {
    if (on.pairToken[pair]! < firstFree) continue;
    const mask = ((1 << on.pairWords[pair]!) - 1) << on.pairWord[pair]!;
    if (used & mask) continue;
    open = true;
    on.chosen.push(pair);
    choose(on, read, core, words, comma, pair + 1, used | mask, cost + on.pairCost[pair]!);
    on.chosen.pop();
  }
  if (open && on.chosen.length < 2) return;
  const whole = cost + costOfRest(on, read, core, words, comma);
  if (on.best === undefined || whole < on.best.cost) on.best = alignment(on, core, whole);
}

function addPair(
  on: Assigning,
  token: number,
  tokens: number,
  word: number,
  words: number,
  cost: number,
  initial: boolean,
): void {
  on.pairToken[on.pairs] = token;
  on.pairTokens[on.pairs] = tokens;
  on.pairWord[on.pairs] = word;
  on.pairWords[on.pairs] = words;
  on.pairCost[on.pairs] = cost;
  on.pairInitial[on.pairs++] = initial ? 1 : 0;
}

/** Whether the last word of the name, without which the rest is somebody else's, may stand there; and the first of two, in another place. */
function mayStand(on: Assigning, { tokens }: Core, words: readonly number[]): boolean {
  const last = tokens.length - 1;
  const ends = wordsFitting(on.comparison, last);
  if (last > 1)
    return (
      ends !== 0 ||
      words.some((_, at) => splitCostAt(on.comparison, last - 1, at, MOST_VOWELS) < Number.POSITIVE_INFINITY)
    );
  if (ends === 0) return false;
  const begins = wordsFitting(on.comparison, 0) | wordsShort(on.comparison, 0);
  const places = begins | ends;
  return begins !== 0 && (places & (places - 1)) !== 0;
}

function findPairs(on: Assigning, read: IndexMemo, core: Core, words: readonly number[]): void {
  on.pairs = 0;
  const last = core.tokens.length - 1;
  for (let token = 0; token <= last; token++) {
    for (let word = 0; word < words.length; word++) {
      let cost = costAt(on.comparison, token, word);
      if (cost > SOUNDS_ALIKE && tokenOfWord(read, words[word]!) >= 0) cost *= OTHER_NAME;
      if (token === 0 && cost > SHORT_FORM && isShortAt(on.comparison, token, word)) cost = SHORT_FORM;
      if (
        token > 0 &&
        token < last &&
        isInitial(lettersOf(read.words, words[word]!), foldedOf(read.index, core.tokens[token]!))
      ) {
        addPair(on, token, 1, word, 1, INITIAL, true);
        continue;
      }
      if (cost < Number.POSITIVE_INFINITY) {
        addPair(on, token, 1, word, 1, cost, false);
        continue;
      }
      const joined = joinedCostAt(on.comparison, token, word, MOST_VOWELS);
      if (joined < Number.POSITIVE_INFINITY) addPair(on, token, 1, word, 2, joined + JOINED, false);
      // Of a name of two tokens one word would be all.
      const split =
        last > 1 && token < last ? splitCostAt(on.comparison, token, word, MOST_VOWELS) : Number.POSITIVE_INFINITY;
      if (split < Number.POSITIVE_INFINITY) addPair(on, token, 2, word, 1, split + JOINED, false);
    }
  }
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a.charCodeAt(0) === b.charCodeAt(0);
}

/** Whether two pairs can stand together: another word for another token. */
function agreeTwice(on: Assigning): boolean {
  for (let a = 0; a < on.pairs; a++) {
    if (on.pairInitial[a] === 1) continue;
    const nextToken = on.pairToken[a]! + on.pairTokens[a]!;
    const nextWord = on.pairWord[a]! + on.pairWords[a]!;
    for (let b = a + 1; b < on.pairs; b++) {
      if (on.pairInitial[b] === 1 || on.pairToken[b]! < nextToken) continue;
      if (on.pairWord[b]! >= nextWord || on.pairWord[a]! >= on.pairWord[b]! + on.pairWords[b]!) return true;
    }
  }
  return false;
}

function costOfRest(on: Assigning, read: IndexMemo, core: Core, words: readonly number[], comma: number): number {
  let tokens = 0;
  let used = 0;
  let descents = 0;
  let turn = 0;
  let full = 0;
  for (let i = 0; i < on.chosen.length; i++) {
    const pair = on.chosen[i]!;
    tokens |= ((1 << on.pairTokens[pair]!) - 1) << on.pairToken[pair]!;
    used |= ((1 << on.pairWords[pair]!) - 1) << on.pairWord[pair]!;
    if (on.pairInitial[pair] === 0) full++;
    if (i > 0 && on.pairWord[pair]! < on.pairWord[on.chosen[i - 1]!]!) {
      descents++;
      turn = on.pairWord[on.chosen[0]!]!;
    }
  }
  if (full < 2) return Number.POSITIVE_INFINITY;
  const count = core.tokens.length;
  // Given names are left out, or another of them is used; who bears only these is somebody else.
  if ((tokens & (1 << (count - 1))) === 0) return Number.POSITIVE_INFINITY;
  let cost = costOfMissing(count, tokens, (i) => foldedOf(read.index, core.tokens[i]!));
  cost += costOfMissing(words.length, used, (i) => lettersOf(read.words, words[i]!));
  const turned = descents === 1 && on.pairWord[on.chosen[on.chosen.length - 1]!]! < on.pairWord[on.chosen[0]!]!;
  if (comma > 0) return cost + (turned && turn === comma ? 0 : TURNED);
  if (descents === 0) return cost;
  if (!turned) return cost + SCRAMBLED;
  // Lists of Arabic and Persian names have no usual order.
  return cost + (isKind(read.words, words[0]!, ABJAD_WORD) || core.abjad ? 0 : TURNED);
}

function costOfMissing(length: number, used: number, folded: (i: number) => string): number {
  let cost = 0;
  for (let i = 0; i < length; i++) {
    if (used & (1 << i)) continue;
    if (folded(i).length === 1) cost += INITIAL;
    else cost += (cost < MISSING ? MISSING : MORE_MISSING) + (i === 0 || i === length - 1 ? OUTER_MISSING : 0);
  }
  return cost;
}

function alignment(on: Assigning, { tokens }: Core, cost: number): Alignment | undefined {
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const read: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const pair of on.chosen) {
    const token = on.pairToken[pair]!;
    if (on.pairInitial[pair] === 0) read.push(...tokens.slice(token, token + on.pairTokens[pair]!));
    first = Math.min(first, on.pairWord[pair]!);
    last = Math.max(last, on.pairWord[pair]! + on.pairWords[pair]! - 1);
  }
  return { first, last, cost, letters: cost, core: read, given: on.pairToken[on.chosen[0]!] === 0 };
}
