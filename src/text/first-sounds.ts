/** The first sounds of two tokens: whether they leave it open that these are spellings of one name. Nearly all pairs of words end here. */

import { codeOf, HIATUS, SYMBOLS } from './sound-codes.ts';
import { ABJAD_SUBSTITUTION, OTHER, SUBSTITUTION } from './sound-costs.ts';
import {
  ABJAD,
  bareOf,
  CODE,
  letterCount,
  lettersAt,
  NO_SOUNDS,
  type Sounds,
  soundCount,
  soundsAt,
} from './sound-list.ts';

/** Sounds that may be left out at the beginning for less than another sound costs there. */
export const SOFT = new Uint8Array(SYMBOLS);
for (const symbol of `aeiouEOAhy${HIATUS}`) SOFT[codeOf(symbol)] = 1;

/**
 * Whether the first two sounds of two tokens leave a cost below that of another first sound: nearly all pairs of words end here. A soft sound that is left
 * out costs too much to leave out a consonant after it, but where neither writes vowels.
 */
export function mayBegin(
  table: Float32Array,
  first: number,
  second: number,
  other: number,
  otherSecond: number,
  bothAbjad: boolean,
): boolean {
  if (table[first * SYMBOLS + other]! < OTHER || (first === otherSecond && other === second)) return true;
  if (SOFT[first] === 1) return SOFT[other] === 1 || bothAbjad || maySoften(table, second, other);
  return SOFT[other] === 1 && (bothAbjad || maySoften(table, otherSecond, first));
}

/** Whether the sound after a soft one may be the first of the other token. */
function maySoften(table: Float32Array, second: number, other: number): boolean {
  return SOFT[second] === 1 || second === W || table[second * SYMBOLS + other]! < OTHER;
}

/** What a joined or split word may cost: two liberties with one word are one too many. */
export const MOST_JOINED = 0.5;

/**
 * Whether a token and another that begins with the word at `b`, of four letters or more, may be one within `MOST_JOINED`, by their first sounds: a
 * later letter changes no sound before the fourth.
 */
export function mayBeginAlike(own: Sounds, a: number, others: Sounds, b: number): boolean {
  if (a === NO_SOUNDS || b === NO_SOUNDS) return true;
  const x = own.units;
  const y = others.units;
  const aAbjad = (x[a]! & ABJAD) !== 0;
  const bAbjad = (y[b]! & ABJAD) !== 0;
  if (letterCount(y, b) < 4 || bareOf(x, a) !== NO_SOUNDS || bareOf(y, b) !== NO_SOUNDS) return true;
  if (soundCount(x, a, bAbjad) === 0 || soundCount(y, b, aAbjad) === 0) return true;
  const first = x[soundsAt(x, a, bAbjad)]! & CODE;
  const other = y[soundsAt(y, b, aAbjad)]! & CODE;
  if (aAbjad || bAbjad)
    return SOFT[first] === 1 || SOFT[other] === 1 || ABJAD_SUBSTITUTION[first * SYMBOLS + other]! <= MOST_JOINED;
  return first === Y || other === Y || SUBSTITUTION[first * SYMBOLS + other]! <= MOST_JOINED;
}

const Y = codeOf('y');

/** The first sounds of a token, for both kinds of comparison, in one number: for `mayBeOne`. Never 0. */
export function headOf({ units }: Sounds, offset: number): number {
  if (offset === NO_SOUNDS || isLoose(units, offset)) return LOOSE;
  const plain = soundsAt(units, offset, false);
  const apart = soundsAt(units, offset, true);
  return (
    (units[plain]! & CODE) |
    ((units[plain + 1]! & CODE) << 7) |
    ((units[apart]! & CODE) << 14) |
    ((units[apart + 1]! & CODE) << 21) |
    ((units[offset]! & ABJAD) === 0 ? 0 : ABJAD_HEAD) |
    (isLong(units, offset) ? LONG : 0)
  );
}

/** Whether first sounds say nothing of what their token may be taken for. */
export function isLooseHead(head: number): boolean {
  return (head & LOOSE) !== 0;
}

/** Whether first sounds are those of a token without vowels. */
export function isAbjadHead(head: number): boolean {
  return (head & ABJAD_HEAD) !== 0;
}

/** The first of two sounds, as compared with a script that writes vowels or with one that does not (`otherAbjad`), and the second. */
export function firstSound(head: number, otherAbjad: boolean): number {
  return (head >> (otherAbjad ? 14 : 0)) & CODE;
}

export function secondSound(head: number, otherAbjad: boolean): number {
  return (head >> (otherAbjad ? 21 : 7)) & CODE;
}

/** Whether the token has letters enough to differ from another such in its first sound. */
export function isLongHead(head: number): boolean {
  return (head & LONG) !== 0;
}

const LONG = 1 << 30;
const LOOSE = 1 << 29;
const ABJAD_HEAD = 1 << 28;
/** Up to so many letters of the shorter one two first consonants cost more than any budget: see `mostCost`. */
const MOST_OF_HEAD = 8;
const [T, D, P, S, Z, C, W] = [...'tdpszcw'].map(codeOf) as [number, number, number, number, number, number, number];

function isLong(units: Uint16Array, offset: number): boolean {
  const letters = letterCount(units, offset);
  // Where vowels are not written, budgets are counted in sounds: see `spellingCost`.
  const counted = (units[offset]! & ABJAD) === 0 ? letters : Math.max(letters, soundCount(units, offset, false));
  return counted > MOST_OF_HEAD;
}

function isLoose(units: Uint16Array, offset: number): boolean {
  const letters = letterCount(units, offset);
  if (bareOf(units, offset) !== NO_SOUNDS) return true;
  if (soundCount(units, offset, false) < 2 || soundCount(units, offset, true) < 2) return true;
  const at = lettersAt(units, offset);
  const letter = units[at]!;
  // Letters may have been exchanged within its first sound (ph), or those of the next word may change it (t, sch).
  for (const otherAbjad of [false, true]) {
    const first = units[soundsAt(units, offset, otherAbjad)]! & CODE;
    if (SOFT[first] === 0 && SUBSTITUTION[letter * SYMBOLS + first]! >= OTHER) return true;
  }
  if (letters > 3 || (letter !== T && letter !== D && letter !== P)) return false;
  const next = units[at + 1]!;
  return letters === 1 || next === S || next === Z || next === C;
}

/**
 * Whether two tokens may be spellings of one name, or one of them with a token after it a spelling of the other within `MOST_JOINED`, by their
 * first sounds alone. Never false where they are.
 */
export function mayBeOne(head: number, other: number): boolean {
  if (((head | other) & LOOSE) !== 0 || (head & other & LONG) !== 0) return true;
  const shift = (other & ABJAD_HEAD) === 0 ? 0 : 14;
  const otherShift = (head & ABJAD_HEAD) === 0 ? 0 : 14;
  return mayBegin(
    ((head | other) & ABJAD_HEAD) === 0 ? SUBSTITUTION : ABJAD_SUBSTITUTION,
    (head >> shift) & CODE,
    (head >> (shift + 7)) & CODE,
    (other >> otherShift) & CODE,
    (other >> (otherShift + 7)) & CODE,
    (head & other & ABJAD_HEAD) !== 0,
  );
}
