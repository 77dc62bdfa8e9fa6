/**
 * The sounds of many tokens stand in one array, and a token is an offset into it:
 *
 * ```
 * head      letters of the romanised token (8 bits), ABJAD, ARTICLE
 * classes   one bit for each class of consonant that is there
 * counts    sounds for comparison with a script that writes vowels (8 bits), with one that does not (8 bits)
 * sounds    code (7 bits) and number of the cost of leaving it out (`sound-costs.ts`), of the first kind, then of the second
 * letters   the token in Latin letters
 * ```
 * If ARTICLE is set, the sounds of the token without its Arabic article follow.
 */
import { SYMBOLS } from './sound-codes.ts';
import { createSoundScratch, LONGEST, MOST_SOUNDS, type SoundScratch } from './sound-scratch.ts';

export interface Sounds {
  units: Uint16Array;
  /** Units in use. */
  length: number;
  /** What reading and comparing them writes on. */
  scratch: SoundScratch;
}

/** In place of an offset, for scripts that `romanise` does not know and for tokens that are no name. */
export const NO_SOUNDS = 0;

/** Written without short vowels. */
export const ABJAD = 1 << 8;
export const ARTICLE = 1 << 9;
export const HEAD = 3;
export const CODE = SYMBOLS - 1;
export const DROP_SHIFT = 7;

/** Units that one token takes at most. */
const MOST_UNITS = HEAD + 2 * MOST_SOUNDS + LONGEST;

export function createSounds(): Sounds {
  return { units: new Uint16Array(1024), length: 1, scratch: createSoundScratch() };
}

/** Makes room for one more token. */
export function reserveSounds(sounds: Sounds): void {
  if (sounds.length + MOST_UNITS <= sounds.units.length) return;
  const wider = new Uint16Array((sounds.length + MOST_UNITS) * 2);
  wider.set(sounds.units);
  sounds.units = wider;
}

/** Where the sounds for comparison with a script that writes vowels begin, or those for one that does not. */
export function soundsAt(units: Uint16Array, offset: number, otherAbjad: boolean): number {
  return offset + HEAD + (otherAbjad ? units[offset + 2]! & 0xff : 0);
}

export function soundCount(units: Uint16Array, offset: number, otherAbjad: boolean): number {
  return otherAbjad ? units[offset + 2]! >> 8 : units[offset + 2]! & 0xff;
}

/** Where its Latin letters begin. */
export function lettersAt(units: Uint16Array, offset: number): number {
  return offset + HEAD + (units[offset + 2]! & 0xff) + (units[offset + 2]! >> 8);
}

/** Letters of the romanised token: what budgets are counted in. */
export function letterCount(units: Uint16Array, offset: number): number {
  return units[offset]! & 0xff;
}

/** Offset of the token without its Arabic article, or `NO_SOUNDS`. */
export function bareOf(units: Uint16Array, offset: number): number {
  return (units[offset]! & ARTICLE) === 0 ? NO_SOUNDS : lettersAt(units, offset) + letterCount(units, offset);
}

/** Classes of consonants of the token: those whose classes differ widely need not be compared. */
export function classesAt(units: Uint16Array, offset: number): number {
  return units[offset + 1]!;
}
