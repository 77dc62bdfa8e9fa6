/** Whether the words of a window are the words of a name in another spelling, one by one, and at what cost. */
import {
  type Comparison,
  compare,
  costAt,
  fitsSome,
  isShortAt,
  joinedCostAt,
  splitCostAt,
  wordsShort,
} from './compare-words.ts';
import type { Core, IndexMemo } from './index-memo.ts';
import { lettersOf } from './page-vocabulary.ts';

/** Words of the window, both inclusive, and the sum of their costs. */
export interface Alignment {
  first: number;
  last: number;
  cost: number;
  /** What of it letters cost: not short forms, middle names and another order. */
  letters: number;
  /** The tokens of the name that have a counterpart, and whether the first of them is its given name. */
  core: readonly number[];
  given: boolean;
  /** First of the words that the name has not, and that stand in its middle. */
  middle?: number;
}

/** Cost of a given name in a short form; as much as a vowel and a half. */
const SHORT_FORM = 0.6;
/** Cost of another order of the words, where the script has a usual one. */
export const TURNED = 0.3;
/** Cost of a joined or split word, so that a whole one wins. */
export const JOINED = 0.1;
/** Spellings of one name differ in length, but not by more than some vowels. */
export const MOST_VOWELS = 4;
/** Cost of a middle name, and of a middle initial, that the name in the index has not. */
const MIDDLE_NAME = 0.5;
const MIDDLE_INITIAL = 0.1;
export const MOST_MIDDLE_NAMES = 2;

const NONE = -1;
/** What a name is aligned with and on. (One object for all: thousands of readings are made for a page, and nearly all thrown away.) */
export interface Aligning {
  comparison: Comparison;
  /** Pairs of a token of a name and a word that it was laid beside, so far: what aligning costs. */
  pairs: number;
  /** The last reading that fitted. */
  fit: { last: number; cost: number; letters: number; middle: number };
  /** The last step of it: what it costs, and how many tokens of the name and words of the text it takes. */
  step: { cost: number; tokens: number; words: number; short: boolean };
}

export function createAligning(comparison: Comparison): Aligning {
  return {
    comparison,
    pairs: 0,
    fit: { last: 0, cost: 0, letters: 0, middle: NONE },
    step: { cost: 0, tokens: 1, words: 1, short: false },
  };
}

/**
 * Whether each token of the name may be read somewhere in `words`: nearly all names end here. To be asked before `alignName`, for which it compares them.
 * `line`: the words are all that stands in their line.
 */
export function mayAlign(on: Aligning, read: IndexMemo, core: Core, words: readonly number[], line: boolean): boolean {
  const { tokens } = core;
  if (tokens.length < 2 || tokens.length > words.length + 1) return false;
  on.pairs += tokens.length * words.length;
  compare(on.comparison, read, core, words, line);
  // Without capitals windows are long, and a name is found faster where it would stand.
  if (words.length > 2 * tokens.length + 1 && !line) return true;
  for (let i = 0; i < tokens.length; i++) if (!stands(on, tokens, i, words)) return false;
  return true;
}

/**
 * The cheapest way to read the name in `words`, of which `comma` stand before a comma, such that its token `token` is the word at `place`.
 * `middleNames`: words may stand before the last one that the name has not.
 */
export function alignName(
  on: Aligning,
  { tokens }: Core,
  words: readonly number[],
  comma: number,
  place: number,
  token: number,
  middleNames: boolean,
): Alignment | undefined {
  const count = tokens.length;
  if (place < 0 || !tokens.includes(token)) return undefined;
  let best: Alignment | undefined;
  // The name may begin with any of its words ("Rafsanjani Akbar Hashemi"); a word may have been split or joined before the anchor.
  for (let turn = 0; turn < count; turn++) {
    let at = 0;
    while (tokens[(turn + at) % count] !== token) at++;
    for (let shift = 0; shift < 3; shift++) {
      const first = place - at - (shift === 2 ? -1 : shift);
      if (first < 0 || (comma > 0 && first < comma && count - turn !== comma - first)) continue;
      if (!align(on, tokens, turn, words, first, middleNames)) continue;
      const cost = on.fit.cost + (turn > 0 && comma === 0 ? TURNED : 0);
      if (best !== undefined && cost >= best.cost) continue;
      const { last, letters, middle } = on.fit;
      best = { first, last, cost, letters, core: tokens, given: true, ...(middle !== NONE && { middle }) };
    }
  }
  return best;
}

/** Whether a token may be some word, or a part of one. */
function stands(on: Aligning, tokens: readonly number[], token: number, words: readonly number[]): boolean {
  if (fitsSome(on.comparison, token)) return true;
  if (tokens[token] === tokens[0] && wordsShort(on.comparison, token) !== 0) return true;
  const count = tokens.length;
  return count > 2 && (isPart(on, (token + count - 1) % count, words) || isPart(on, token, words));
}

/** Whether a token and the next may be one word. */
function isPart(on: Aligning, token: number, words: readonly number[]): boolean {
  for (let word = 0; word < words.length; word++)
    if (splitCostAt(on.comparison, token, word, MOST_VOWELS) < Number.POSITIVE_INFINITY) return true;
  return false;
}

/** Sets `fit` to the sum of costs of the name's tokens, from `turn` on and round, over the words from `first` on, each within its budget. */
function align(
  on: Aligning,
  tokens: readonly number[],
  turn: number,
  words: readonly number[],
  first: number,
  middleNames: boolean,
): boolean {
  const count = tokens.length;
  let cost = 0;
  let letters = 0;
  let word = first;
  let middle = NONE;
  for (let i = 0; i < count; i++, word++) {
    if (alignToken(on, tokens, turn, i, words, word)) {
      cost += on.step.cost;
      if (!on.step.short) letters += on.step.cost;
      i += on.step.tokens - 1;
      word += on.step.words - 1;
      continue;
    }
    // Middle names stand before the last token only.
    if (!middleNames || i === 0 || i < count - 1) return false;
    let skipped = 0;
    let found = false;
    while (!found && skipped < MOST_MIDDLE_NAMES && word + 1 < words.length) {
      const initial = lettersOf(on.comparison.memo.words, words[word]!).length === 1;
      cost += initial ? MIDDLE_INITIAL : MIDDLE_NAME;
      if (!initial && middle === NONE) middle = word;
      skipped++;
      word++;
      found = alignToken(on, tokens, turn, i, words, word);
    }
    if (!found) return false;
    cost += on.step.cost;
    letters += on.step.cost;
    word += on.step.words - 1;
  }
  // Two words must agree, also when one of them holds two tokens of the name.
  if (word - first < 2) return false;
  on.fit.last = word - 1;
  on.fit.cost = cost;
  on.fit.letters = letters;
  on.fit.middle = middle;
  return true;
}

/** Sets `step` to one token against one word, against two that are joined in the name, or two tokens against one word. */
function alignToken(
  on: Aligning,
  tokens: readonly number[],
  turn: number,
  i: number,
  words: readonly number[],
  word: number,
): boolean {
  if (word >= words.length) return false;
  const count = tokens.length;
  const token = (turn + i) % count;
  const cost = costAt(on.comparison, token, word);
  on.step.tokens = 1;
  on.step.words = 1;
  on.step.short = false;
  // Of a name of two tokens one word would be all.
  const split =
    count > 2 && i + 1 < count && cost > SHORT_FORM
      ? splitCostAt(on.comparison, token, word, MOST_VOWELS)
      : Number.POSITIVE_INFINITY;
  // "Amirali" is both, and no long form of "Amir".
  if (
    cost > SHORT_FORM &&
    split + JOINED > SHORT_FORM &&
    tokens[token] === tokens[0] &&
    isShortAt(on.comparison, token, word)
  ) {
    on.step.cost = SHORT_FORM;
    on.step.short = true;
    return true;
  }
  if (cost < Number.POSITIVE_INFINITY) {
    on.step.cost = cost;
    return true;
  }
  const joined = joinedCostAt(on.comparison, token, word, MOST_VOWELS);
  if (joined === Number.POSITIVE_INFINITY && split === Number.POSITIVE_INFINITY) return false;
  on.step.cost = Math.min(joined, split) + JOINED;
  if (joined <= split) on.step.words = 2;
  else on.step.tokens = 2;
  return true;
}
