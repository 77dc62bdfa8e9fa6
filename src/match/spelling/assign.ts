/**
 * Where a name is all that a line holds, its words may stand in any order, joined or split, with fathers' names and middle names that only one
 * of the two has: the cheapest one-to-one assignment of words to the tokens of a name.
 */

import { foldedOf } from '../name-index/read.ts';
import { type Alignment, JOINED, TURNED } from './align.ts';
import { compare, costAt, isShortAt, joinedCostAt, splitCostAt, wordsFitting, wordsShort } from './compare-words.ts';
import { type Core, type Readings, tokenOfWord } from './index-memo.ts';
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
export const MOST_VOWELS = 5;

/**
 * Ways to read some tokens of the name in some words, in the order of the tokens: where they begin and how many they are, what it costs, and whether it is
 * an initial, which fits and says nothing.
 */
const MOST_PAIRS = 3 * 32 * 32;
const pairToken = new Uint8Array(MOST_PAIRS);
const pairTokens = new Uint8Array(MOST_PAIRS);
const pairWord = new Uint8Array(MOST_PAIRS);
const pairWords = new Uint8Array(MOST_PAIRS);
const pairCost = new Float64Array(MOST_PAIRS);
const pairInitial = new Uint8Array(MOST_PAIRS);
let pairs = 0;
/** Pairs that are taken together, and the cheapest of such sets so far. */
const chosen: number[] = [];
let best: Alignment | undefined;

/** Assigns `words` to the core of a name, whose first token is the given name; `comma` words stand before a comma. */
export function assignName(read: Readings, core: Core, words: readonly number[], comma: number): Alignment | undefined {
  compare(read, core, words, true);
  if (!mayStand(core, words)) return undefined;
  findPairs(read, core, words);
  if (!agreeTwice()) return undefined;
  best = undefined;
  chosen.length = 0;
  choose(read, core, words, comma, 0, 0, 0);
  return best;
}

/** Goes on from the pairs that are chosen with those from `from` on. `used`: one bit for each word that they take. */
function choose(
  read: Readings,
  core: Core,
  words: readonly number[],
  comma: number,
  from: number,
  used: number,
  cost: number,
): void {
  if (best !== undefined && cost >= best.cost) return;
  let open = false;
  const last = chosen[chosen.length - 1];
  const firstFree = last === undefined ? 0 : pairToken[last]! + pairTokens[last]!;
  for (let pair = from; pair < pairs; pair++) {
    if (pairToken[pair]! < firstFree) continue;
    const mask = ((1 << pairWords[pair]!) - 1) << pairWord[pair]!;
    if (used & mask) continue;
    open = true;
    chosen.push(pair);
    choose(read, core, words, comma, pair + 1, used | mask, cost + pairCost[pair]!);
    chosen.pop();
  }
  if (open && chosen.length < 2) return;
  const whole = cost + costOfRest(read, core, words, comma);
  if (best === undefined || whole < best.cost) best = alignment(core, whole);
}

function addPair(token: number, tokens: number, word: number, words: number, cost: number, initial: boolean): void {
  pairToken[pairs] = token;
  pairTokens[pairs] = tokens;
  pairWord[pairs] = word;
  pairWords[pairs] = words;
  pairCost[pairs] = cost;
  pairInitial[pairs++] = initial ? 1 : 0;
}

/** Whether the last word of the name, without which the rest is somebody else's, may stand there; and the first of two, in another place. */
function mayStand({ tokens }: Core, words: readonly number[]): boolean {
  const last = tokens.length - 1;
  const ends = wordsFitting(last);
  if (last > 1)
    return ends !== 0 || words.some((_, at) => splitCostAt(last - 1, at, MOST_VOWELS) < Number.POSITIVE_INFINITY);
  if (ends === 0) return false;
  const begins = wordsFitting(0) | wordsShort(0);
  const places = begins | ends;
  return begins !== 0 && (places & (places - 1)) !== 0;
}

function findPairs(read: Readings, core: Core, words: readonly number[]): void {
  pairs = 0;
  const last = core.tokens.length - 1;
  for (let token = 0; token <= last; token++) {
    for (let word = 0; word < words.length; word++) {
      let cost = costAt(token, word);
      if (cost > SOUNDS_ALIKE && tokenOfWord(read, words[word]!) >= 0) cost *= OTHER_NAME;
      if (token === 0 && cost > SHORT_FORM && isShortAt(token, word)) cost = SHORT_FORM;
      if (token > 0 && token < last && isInitial(lettersOf(words[word]!), foldedOf(read.index, core.tokens[token]!))) {
        addPair(token, 1, word, 1, INITIAL, true);
        continue;
      }
      if (cost < Number.POSITIVE_INFINITY) {
        addPair(token, 1, word, 1, cost, false);
        continue;
      }
      const joined = joinedCostAt(token, word, MOST_VOWELS);
      if (joined < Number.POSITIVE_INFINITY) addPair(token, 1, word, 2, joined + JOINED, false);
      // Of a name of two tokens one word would be all.
      const split = last > 1 && token < last ? splitCostAt(token, word, MOST_VOWELS) : Number.POSITIVE_INFINITY;
      if (split < Number.POSITIVE_INFINITY) addPair(token, 2, word, 1, split + JOINED, false);
    }
  }
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a.charCodeAt(0) === b.charCodeAt(0);
}

/** Whether two pairs can stand together: another word for another token. */
function agreeTwice(): boolean {
  for (let a = 0; a < pairs; a++) {
    if (pairInitial[a] === 1) continue;
    const nextToken = pairToken[a]! + pairTokens[a]!;
    const nextWord = pairWord[a]! + pairWords[a]!;
    for (let b = a + 1; b < pairs; b++) {
      if (pairInitial[b] === 1 || pairToken[b]! < nextToken) continue;
      if (pairWord[b]! >= nextWord || pairWord[a]! >= pairWord[b]! + pairWords[b]!) return true;
    }
  }
  return false;
}

function costOfRest(read: Readings, core: Core, words: readonly number[], comma: number): number {
  let tokens = 0;
  let used = 0;
  let descents = 0;
  let turn = 0;
  let full = 0;
  for (let i = 0; i < chosen.length; i++) {
    const pair = chosen[i]!;
    tokens |= ((1 << pairTokens[pair]!) - 1) << pairToken[pair]!;
    used |= ((1 << pairWords[pair]!) - 1) << pairWord[pair]!;
    if (pairInitial[pair] === 0) full++;
    if (i > 0 && pairWord[pair]! < pairWord[chosen[i - 1]!]!) {
      descents++;
      turn = pairWord[chosen[0]!]!;
    }
  }
  if (full < 2) return Number.POSITIVE_INFINITY;
  const count = core.tokens.length;
  // Given names are left out, or another of them is used; who bears only these is somebody else.
  if ((tokens & (1 << (count - 1))) === 0) return Number.POSITIVE_INFINITY;
  let cost = costOfMissing(count, tokens, (i) => foldedOf(read.index, core.tokens[i]!));
  cost += costOfMissing(words.length, used, (i) => lettersOf(words[i]!));
  const turned = descents === 1 && pairWord[chosen[chosen.length - 1]!]! < pairWord[chosen[0]!]!;
  if (comma > 0) return cost + (turned && turn === comma ? 0 : TURNED);
  if (descents === 0) return cost;
  if (!turned) return cost + SCRAMBLED;
  // Lists of Arabic and Persian names have no usual order.
  return cost + (isKind(words[0]!, ABJAD_WORD) || core.abjad ? 0 : TURNED);
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

function alignment({ tokens }: Core, cost: number): Alignment | undefined {
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const read: number[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const pair of chosen) {
    const token = pairToken[pair]!;
    if (pairInitial[pair] === 0) read.push(...tokens.slice(token, token + pairTokens[pair]!));
    first = Math.min(first, pairWord[pair]!);
    last = Math.max(last, pairWord[pair]! + pairWords[pair]! - 1);
  }
  return { first, last, cost, letters: cost, core: read, given: pairToken[chosen[0]!] === 0 };
}
