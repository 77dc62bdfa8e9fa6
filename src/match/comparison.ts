/** Words of a text against the core words of one name, each pair compared once and only when it is asked for. */
import { MOST_JOINED, mayBeginAlike, spellingCost } from '../text/distance.ts';
import { isShortForm } from '../text/given-names.ts';
import { ABJAD, addSounds, NO_SOUNDS } from '../text/phones.ts';
import { foldedOf } from './open.ts';
import { type Core, type Readings, tokenOfWord } from './readings.ts';
import { ABJAD_WORD, COMMON, isKind, joinedWord, lettersOf, soundOfWord, wordSounds } from './words.ts';

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
