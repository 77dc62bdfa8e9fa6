/** Words of a text against the core words of one name, each pair compared once and only when it is asked for. */
import { haveLikeClasses, MOST_JOINED, mayBeginAlike, mayBeOne, spellingCost } from '../text/distance.ts';
import { isShortForm } from '../text/given-names.ts';
import { ABJAD, addSounds, NO_SOUNDS } from '../text/phones.ts';
import { foldedOf } from './open.ts';
import { type Core, headOfToken, type Readings, soundOfToken, tokenOfWord } from './readings.ts';
import { ABJAD_WORD, COMMON, headOfWord, isKind, joinedWord, lettersOf, soundOfWord, wordSounds } from './words.ts';

/** Cost of a word in another script: vowels that are not written say nothing. */
const OTHER_SCRIPT = 0.1;

/** Words of a run and tokens of a name, at most. */
const SIDE = 32;
const UNKNOWN = -1;
const whole = new Float64Array(SIDE * SIDE);
const joined = new Float64Array(SIDE * SIDE);
const split = new Float64Array(SIDE * SIDE);
let read: Readings;
let core: Core;
let words: readonly number[];
let thorough: boolean;

/** Begins with another name. `line`: the words are all that stands in their line. */
export function compare(readings: Readings, name: Core, run: readonly number[], line: boolean): void {
  read = readings;
  core = name;
  words = run;
  thorough = line;
  const { length } = run;
  for (let token = 0; token < name.tokens.length; token++) {
    const row = token * SIDE;
    for (let at = row; at < row + length; at++) {
      whole[at] = UNKNOWN;
      joined[at] = UNKNOWN;
      split[at] = UNKNOWN;
    }
  }
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
  const at = token * SIDE + word;
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

/** Whether a word may be a short form of a token, or the other way round. */
export function isShortAt(token: number, word: number): boolean {
  return isShortForm(lettersOf(words[word]!), foldedOf(read.index, core.tokens[token]!));
}

/** Cost of a word and the next as one token, or infinity. Their letters may differ in number by `most`, the same for one name. */
export function joinedCostAt(token: number, word: number, most: number): number {
  const at = token * SIDE + word;
  let cost = joined[at]!;
  if (cost === UNKNOWN) {
    cost = word + 1 < words.length ? joinedCost(token, words[word]!, words[word + 1]!, most) : Number.POSITIVE_INFINITY;
    joined[at] = cost;
  }
  return cost;
}

function joinedCost(token: number, left: number, right: number, most: number): number {
  const letters = foldedOf(read.index, core.tokens[token]!).length;
  if (Math.abs(lettersOf(left).length + lettersOf(right).length - letters) > most) return Number.POSITIVE_INFINITY;
  const sound = core.sounds[token]!;
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
