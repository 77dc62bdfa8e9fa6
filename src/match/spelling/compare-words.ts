/** Words of a text against the core words of one name, each pair compared once and only when it is asked for. */
import { haveLikeClasses, MOST_JOINED, mayBeginAlike, mayBeOne, spellingCost } from '../../text/distance.ts';
import { isShortForm } from '../../text/given-names.ts';
import { ABJAD, addSounds, NO_SOUNDS } from '../../text/phones.ts';
import { foldedOf } from '../name-index/read.ts';
import { type Core, headOfToken, type Readings, soundOfToken, tokenOfWord } from './index-memo.ts';
import {
  ABJAD_WORD,
  COMMON,
  headOfWord,
  isKind,
  joinedWord,
  lettersOf,
  soundOfWord,
  wordSounds,
} from './page-vocabulary.ts';

/** Cost of a word in another script: vowels that are not written say nothing. */
const OTHER_SCRIPT = 0.1;

/** Words of a run and tokens of a name, at most. */
const SIDE = 32;
const UNKNOWN = -1;
/** A row for each token that was compared with the run, whatever the name: the names that a run proposes share their tokens. */
let whole = new Float64Array(SIDE * SIDE);
let joined = new Float64Array(SIDE * SIDE);
/** By row: words that may be the token, alone or with the next word, and those of which it may be a short form or they of it. One bit each. */
let fitting = new Int32Array(SIDE);
let short = new Int32Array(SIDE);
/** A row for each token of the name: what it costs together with the next. */
const split = new Float64Array(SIDE * SIDE);
/** Rows are numbered through; those of this run from `firstRow` on. */
let firstRow = 1;
let nextRow = 1;
/** Where the row of each token of the name begins. */
const rows = new Int32Array(SIDE);
let read: Readings;
let core: Core;
let words: readonly number[] = [];
let thorough = false;

/** Begins with another name. `line`: the words are all that stands in their line. */
export function compare(readings: Readings, name: Core, run: readonly number[], line: boolean): void {
  if (readings !== read || run !== words || line !== thorough) firstRow = nextRow;
  read = readings;
  core = name;
  words = run;
  thorough = line;
  const count = name.tokens.length;
  for (let token = 0; token < count; token++) {
    rows[token] = rowOf(name.tokens[token]!);
    if (count > 2) forget(split, token * SIDE);
  }
}

function rowOf(token: number): number {
  const { rowOf } = read;
  let row = rowOf[token]!;
  if (row < firstRow) {
    row = nextRow++;
    rowOf[token] = row;
    const at = (row - firstRow) * SIDE;
    if (at === whole.length) {
      whole = widened(whole, new Float64Array(at * 2));
      joined = widened(joined, new Float64Array(at * 2));
      fitting = widened(fitting, new Int32Array(fitting.length * 2));
      short = widened(short, new Int32Array(short.length * 2));
    }
    forget(whole, at);
    forget(joined, at);
    fitting[row - firstRow] = UNKNOWN;
    short[row - firstRow] = UNKNOWN;
  }
  return (row - firstRow) * SIDE;
}

/** (A loop: `fill` takes longer for so few.) */
function forget(costs: Float64Array, row: number): void {
  for (let at = row; at < row + words.length; at++) costs[at] = UNKNOWN;
}

function widened<T extends Float64Array | Int32Array>(array: T, wider: T): T {
  wider.set(array);
  return wider;
}

/** Whether any of some words may be a token, alone or with a word or a token after it, or may have it as a short form. */
export function mayStand({ index }: Readings, token: number, head: number, run: readonly number[]): boolean {
  for (let i = 0; i < run.length; i++) if (mayBeOne(headOfWord(run[i]!), head)) return true;
  return hasShortForm(foldedOf(index, token), run);
}

/** The same, with no token after it, and stricter. `most`: by how many letters a token may differ from two words that are joined in it. */
export function mayStandAlone(read: Readings, token: number, run: readonly number[], most: number): boolean {
  const letters = foldedOf(read.index, token);
  const head = headOfToken(read, token);
  for (let i = 0; i < run.length; i++) {
    const word = run[i]!;
    if (!mayBeOne(headOfWord(word), head)) continue;
    if (haveLikeClasses(wordSounds(), soundOfWord(word), read.sounds, soundOfToken(read, token))) return true;
    if (i + 1 === run.length) continue;
    if (Math.abs(lettersOf(word).length + lettersOf(run[i + 1]!).length - letters.length) <= most) return true;
  }
  return hasShortForm(letters, run);
}

function hasShortForm(letters: string, run: readonly number[]): boolean {
  for (let i = 0; i < run.length; i++) if (isShortForm(lettersOf(run[i]!), letters)) return true;
  return false;
}

/** Whether a frequent word must, as a part of a name, be spelled as the name is. */
export function isExactOnly(word: number, line: boolean): boolean {
  return isKind(word, COMMON) && !(line && isKind(word, ABJAD_WORD));
}

/** Cost of a word as a token, or infinity. */
export function costAt(token: number, word: number): number {
  const at = rows[token]! + word;
  let cost = whole[at]!;
  if (cost === UNKNOWN) {
    cost = costOfWord(token, words[word]!);
    whole[at] = cost;
  }
  return cost;
}

function costOfWord(token: number, word: number): number {
  if (tokenOfWord(read, word) === core.tokens[token]) return 0;
  const own = soundOfWord(word);
  const other = core.sounds[token]!;
  if (own === NO_SOUNDS || other === NO_SOUNDS) return Number.POSITIVE_INFINITY;
  const table = wordSounds();
  const abjad = table.units[own]! & ABJAD;
  const otherAbjad = read.sounds.units[other]! & ABJAD;
  if ((abjad !== 0 || otherAbjad === 0) && isExactOnly(word, thorough)) return Number.POSITIVE_INFINITY;
  return spellingCost(table, own, read.sounds, other) + (abjad === otherAbjad ? 0 : OTHER_SCRIPT);
}

/** By how many letters a token may at most differ from two words, in any comparison. */
const MOST_EVER = 5;

/** Words that may be a token, alone or with the next word: one bit each. */
export function wordsFitting(token: number): number {
  const row = rows[token]! / SIDE;
  let bits = fitting[row]!;
  if (bits === UNKNOWN) {
    bits = 0;
    const head = core.heads[token]!;
    for (let word = 0; word < words.length; word++) {
      if (!mayBeOne(headOfWord(words[word]!), head)) continue;
      const fits =
        costAt(token, word) < Number.POSITIVE_INFINITY ||
        joinedCostAt(token, word, MOST_EVER) < Number.POSITIVE_INFINITY;
      if (fits) bits |= 1 << word;
    }
    fitting[row] = bits;
  }
  return bits;
}

/** Words that may be a short form of a token, or the other way round: one bit each. */
export function wordsShort(token: number): number {
  const row = rows[token]! / SIDE;
  let bits = short[row]!;
  if (bits === UNKNOWN) {
    bits = 0;
    for (let word = 0; word < words.length; word++) if (isShortAt(token, word)) bits |= 1 << word;
    short[row] = bits;
  }
  return bits;
}

/** Whether a word may be a short form of a token, or the other way round. */
export function isShortAt(token: number, word: number): boolean {
  return isShortForm(lettersOf(words[word]!), foldedOf(read.index, core.tokens[token]!));
}

/** Cost of a word and the next as one token, or infinity. Their letters may differ in number by `most`. */
export function joinedCostAt(token: number, word: number, most: number): number {
  if (word + 1 >= words.length) return Number.POSITIVE_INFINITY;
  const left = words[word]!;
  const right = words[word + 1]!;
  if (Math.abs(lettersOf(left).length + lettersOf(right).length - core.lengths[token]!) > most)
    return Number.POSITIVE_INFINITY;
  const at = rows[token]! + word;
  let cost = joined[at]!;
  if (cost === UNKNOWN) {
    cost = joinedCost(core.sounds[token]!, left, right);
    joined[at] = cost;
  }
  return cost;
}

function joinedCost(sound: number, left: number, right: number): number {
  if (!mayBeginAlike(read.sounds, sound, wordSounds(), soundOfWord(left))) return Number.POSITIVE_INFINITY;
  return within(spellingCost(wordSounds(), soundOfWord(joinedWord(left, right)), read.sounds, sound));
}

/** Cost of a word as a token and the next, of which the first follows the last, or infinity. */
export function splitCostAt(token: number, word: number, most: number): number {
  const at = token * SIDE + word;
  let cost = split[at]!;
  if (cost === UNKNOWN) {
    cost = splitCost(token, words[word]!, most);
    split[at] = cost;
  }
  return cost;
}

function splitCost(token: number, word: number, most: number): number {
  const { index, sounds } = read;
  const { tokens } = core;
  const first = foldedOf(index, tokens[token]!);
  const second = foldedOf(index, tokens[token + 1 < tokens.length ? token + 1 : 0]!);
  if (Math.abs(first.length + second.length - lettersOf(word).length) > most) return Number.POSITIVE_INFINITY;
  const sound = soundOfWord(word);
  if (!mayBeginAlike(wordSounds(), sound, sounds, core.sounds[token]!)) return Number.POSITIVE_INFINITY;
  let both = core.joined[token]!;
  if (both === UNKNOWN) {
    both = addSounds(sounds, first + second);
    core.joined[token] = both;
  }
  return within(spellingCost(wordSounds(), sound, sounds, both));
}

function within(cost: number): number {
  return cost <= MOST_JOINED ? cost : Number.POSITIVE_INFINITY;
}
