/** Words of a text against the core words of one name, each pair compared once and only when it is asked for. */
import { OTHER_SCRIPT, spellingCost } from '../../text/distance.ts';
import { MOST_JOINED, mayBeginAlike, mayBeOne } from '../../text/first-sounds.ts';
import { isShortForm } from '../../text/given-names.ts';
import { addSounds } from '../../text/phones.ts';
import { ABJAD, NO_SOUNDS } from '../../text/sound-list.ts';
import { areLike, bothConsonants, consonantsOf } from '../name-index/outlines.ts';
import { foldedOf } from '../name-index/read.ts';
import { type Core, type IndexMemo, tokenOfWord } from './index-memo.ts';
import {
  ABJAD_WORD,
  COMMON,
  headOfWord,
  isKind,
  joinedWord,
  lettersOf,
  outlineOfWord,
  soundOfWord,
  type Vocabulary,
} from './page-vocabulary.ts';

/** Words of a run and tokens of a name, at most. */
const SIDE = 32;
const UNKNOWN = -1;
/** Of words that fit: there are some. */
const SOME = -2;
/** The comparison of a run of words with one name after the other. */
export interface Comparison {
  memo: IndexMemo;
  core: Core;
  run: readonly number[];
  thorough: boolean;
  /** A row for each token that was compared with the run, whatever the name: the names that a run proposes share their tokens. */
  whole: Float64Array;
  joined: Float64Array;
  /** By row: words that may be the token, alone or with the next word, and those of which it may be a short form or they of it. One bit each. */
  fitting: Int32Array;
  short: Int32Array;
  /** A row for each token of the name: what it costs together with the next. */
  split: Float64Array;
  /** Rows are numbered through; those of this run from `firstRow` on. */
  firstRow: number;
  nextRow: number;
  /** Where the row of each token of the name begins. */
  rows: Int32Array;
}

/** Nothing is compared before `compare` has said what. */
export function createComparison(): Comparison {
  return {
    memo: undefined as unknown as IndexMemo,
    core: undefined as unknown as Core,
    run: [],
    thorough: false,
    whole: new Float64Array(SIDE * SIDE),
    joined: new Float64Array(SIDE * SIDE),
    fitting: new Int32Array(SIDE),
    short: new Int32Array(SIDE),
    split: new Float64Array(SIDE * SIDE),
    firstRow: 1,
    nextRow: 1,
    rows: new Int32Array(SIDE),
  };
}

/** Begins with another name. `line`: the words are all that stands in their line. */
export function compare(c: Comparison, memo: IndexMemo, name: Core, run: readonly number[], line: boolean): void {
  if (memo !== c.memo || run !== c.run || line !== c.thorough) c.firstRow = c.nextRow;
  c.memo = memo;
  c.core = name;
  c.run = run;
  c.thorough = line;
  const count = name.tokens.length;
  for (let token = 0; token < count; token++) {
    c.rows[token] = rowOf(c, name.tokens[token]!);
    if (count > 2) forget(c, c.split, token * SIDE);
  }
}

function rowOf(c: Comparison, token: number): number {
  const { rowOf } = c.memo;
  let row = rowOf[token]!;
  if (row < c.firstRow) {
    row = c.nextRow++;
    rowOf[token] = row;
    const at = (row - c.firstRow) * SIDE;
    if (at === c.whole.length) {
      c.whole = widened(c.whole, new Float64Array(at * 2));
      c.joined = widened(c.joined, new Float64Array(at * 2));
      c.fitting = widened(c.fitting, new Int32Array(c.fitting.length * 2));
      c.short = widened(c.short, new Int32Array(c.short.length * 2));
    }
    forget(c, c.whole, at);
    forget(c, c.joined, at);
    c.fitting[row - c.firstRow] = UNKNOWN;
    c.short[row - c.firstRow] = UNKNOWN;
  }
  return (row - c.firstRow) * SIDE;
}

/** (A loop: `fill` takes longer for so few.) */
function forget(c: Comparison, costs: Float64Array, row: number): void {
  for (let at = row; at < row + c.run.length; at++) costs[at] = UNKNOWN;
}

function widened<T extends Float64Array | Int32Array>(array: T, wider: T): T {
  wider.set(array);
  return wider;
}

/** Whether a frequent word must, as a part of a name, be spelled as the name is. */
export function isExactOnly(words: Vocabulary, word: number, line: boolean): boolean {
  return isKind(words, word, COMMON) && !(line && isKind(words, word, ABJAD_WORD));
}

/** Cost of a word as a token, or infinity. */
export function costAt(c: Comparison, token: number, word: number): number {
  const at = c.rows[token]! + word;
  let cost = c.whole[at]!;
  if (cost === UNKNOWN) {
    cost = costOfWord(c, token, c.run[word]!);
    c.whole[at] = cost;
  }
  return cost;
}

function costOfWord(c: Comparison, token: number, word: number): number {
  if (tokenOfWord(c.memo, word) === c.core.tokens[token]) return 0;
  const own = soundOfWord(c.memo.words, word);
  const other = c.core.sounds[token]!;
  if (own === NO_SOUNDS || other === NO_SOUNDS) return Number.POSITIVE_INFINITY;
  const table = c.memo.words.table;
  const abjad = table.units[own]! & ABJAD;
  const otherAbjad = c.memo.sounds.units[other]! & ABJAD;
  if ((abjad !== 0 || otherAbjad === 0) && isExactOnly(c.memo.words, word, c.thorough)) return Number.POSITIVE_INFINITY;
  return spellingCost(table, own, c.memo.sounds, other) + (abjad === otherAbjad ? 0 : OTHER_SCRIPT);
}

/** By how many letters a token may at most differ from two words, in any comparison. */
export const MOST_EVER = 5;

/** Whether some word may be a token, alone or with the next word. */
export function fitsSome(c: Comparison, token: number): boolean {
  const row = c.rows[token]! / SIDE;
  const known = c.fitting[row]!;
  if (known !== UNKNOWN) return known !== 0;
  const own = c.core.tokens[token]!;
  for (let word = 0; word < c.run.length; word++) {
    if (tokenOfWord(c.memo, c.run[word]!) !== own) continue;
    c.fitting[row] = SOME;
    return true;
  }
  for (let word = 0; word < c.run.length; word++) {
    if (!fits(c, token, word)) continue;
    c.fitting[row] = SOME;
    return true;
  }
  c.fitting[row] = 0;
  return false;
}

function fits(c: Comparison, token: number, word: number): boolean {
  return (
    mayBeOne(headOfWord(c.memo.words, c.run[word]!), c.core.heads[token]!) &&
    (costAt(c, token, word) < Number.POSITIVE_INFINITY ||
      joinedCostAt(c, token, word, MOST_EVER) < Number.POSITIVE_INFINITY)
  );
}

/** Words that may be a token, alone or with the next word: one bit each. */
export function wordsFitting(c: Comparison, token: number): number {
  const row = c.rows[token]! / SIDE;
  let bits = c.fitting[row]!;
  if (bits === UNKNOWN || bits === SOME) {
    bits = 0;
    for (let word = 0; word < c.run.length; word++) if (fits(c, token, word)) bits |= 1 << word;
    c.fitting[row] = bits;
  }
  return bits;
}

/** Words that may be a short form of a token, or the other way round: one bit each. */
export function wordsShort(c: Comparison, token: number): number {
  const row = c.rows[token]! / SIDE;
  let bits = c.short[row]!;
  if (bits === UNKNOWN) {
    bits = 0;
    for (let word = 0; word < c.run.length; word++) if (isShortAt(c, token, word)) bits |= 1 << word;
    c.short[row] = bits;
  }
  return bits;
}

/** Whether a word may be a short form of a token, or the other way round. */
export function isShortAt(c: Comparison, token: number, word: number): boolean {
  return isShortForm(lettersOf(c.memo.words, c.run[word]!), foldedOf(c.memo.index, c.core.tokens[token]!));
}

/** Cost of a word and the next as one token, or infinity. Their letters may differ in number by `most`. */
export function joinedCostAt(c: Comparison, token: number, word: number, most: number): number {
  if (word + 1 >= c.run.length) return Number.POSITIVE_INFINITY;
  const left = c.run[word]!;
  const right = c.run[word + 1]!;
  if (
    Math.abs(lettersOf(c.memo.words, left).length + lettersOf(c.memo.words, right).length - c.core.lengths[token]!) >
    most
  )
    return Number.POSITIVE_INFINITY;
  const at = c.rows[token]! + word;
  let cost = c.joined[at]!;
  if (cost === UNKNOWN) {
    cost = mayJoin(c, token, left, right)
      ? joinedCost(c, c.core.sounds[token]!, left, right)
      : Number.POSITIVE_INFINITY;
    c.joined[at] = cost;
  }
  return cost;
}

/** Whether two words have, by their outlines, the consonants of a token. */
function mayJoin({ memo: { words, index }, core }: Comparison, token: number, left: number, right: number): boolean {
  const outline = index.outlines[core.tokens[token]!]!;
  return areLike(bothConsonants(outlineOfWord(words, left), outlineOfWord(words, right)), consonantsOf(outline));
}

function joinedCost(c: Comparison, sound: number, left: number, right: number): number {
  if (!mayBeginAlike(c.memo.sounds, sound, c.memo.words.table, soundOfWord(c.memo.words, left)))
    return Number.POSITIVE_INFINITY;
  return within(
    spellingCost(
      c.memo.words.table,
      soundOfWord(c.memo.words, joinedWord(c.memo.words, left, right)),
      c.memo.sounds,
      sound,
    ),
  );
}

/** Cost of a word as a token and the next, of which the first follows the last, or infinity. */
export function splitCostAt(c: Comparison, token: number, word: number, most: number): number {
  const at = token * SIDE + word;
  let cost = c.split[at]!;
  if (cost === UNKNOWN) {
    cost = splitCost(c, token, c.run[word]!, most);
    c.split[at] = cost;
  }
  return cost;
}

function splitCost(c: Comparison, token: number, word: number, most: number): number {
  const { index, sounds } = c.memo;
  const { tokens } = c.core;
  const first = foldedOf(index, tokens[token]!);
  const second = foldedOf(index, tokens[token + 1 < tokens.length ? token + 1 : 0]!);
  if (Math.abs(first.length + second.length - lettersOf(c.memo.words, word).length) > most)
    return Number.POSITIVE_INFINITY;
  const sound = soundOfWord(c.memo.words, word);
  if (!mayBeginAlike(c.memo.words.table, sound, sounds, c.core.sounds[token]!)) return Number.POSITIVE_INFINITY;
  const { outlines } = index;
  const consonants = bothConsonants(
    outlines[tokens[token]!]!,
    outlines[tokens[token + 1 < tokens.length ? token + 1 : 0]!]!,
  );
  if (!areLike(consonants, consonantsOf(outlineOfWord(c.memo.words, word)))) return Number.POSITIVE_INFINITY;
  let both = c.core.joined[token]!;
  if (both === UNKNOWN) {
    both = addSounds(sounds, first + second);
    c.core.joined[token] = both;
  }
  return within(spellingCost(c.memo.words.table, sound, sounds, both));
}

function within(cost: number): number {
  return cost <= MOST_JOINED ? cost : Number.POSITIVE_INFINITY;
}
