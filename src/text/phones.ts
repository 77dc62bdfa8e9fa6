/**
 * A token as a sequence of sounds that romanisations write in different ways: `kh`, `sh`, `ou`, `ee` are one symbol each (`sound-codes.ts`), double
 * consonants are single. `distance.ts` compares these, so that "q = gh" costs little and "b = g" a lot.
 *
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
import { isAbjad, romanise, withoutArticle } from './romanise.ts';
import { CLASS_BIT, codeOf, HIATUS, LONG_A, SYMBOLS, VOWEL } from './sound-codes.ts';
import { dropOf } from './sound-costs.ts';

export interface Sounds {
  units: Uint16Array;
  /** Units in use. */
  length: number;
}

/** In place of an offset, for scripts that `romanise` does not know and for tokens that are no name. */
export const NO_SOUNDS = 0;

/** Written without short vowels. */
export const ABJAD = 1 << 8;
const ARTICLE = 1 << 9;
const HEAD = 3;
export const CODE = SYMBOLS - 1;
export const DROP_SHIFT = 7;

/** Letters of a token; more are not compared. */
const LONGEST = 24;
/** Sounds of a token; more are not compared. */
export const MOST_SOUNDS = 47;
/** Units that one token takes at most. */
const MOST_UNITS = HEAD + 2 * MOST_SOUNDS + LONGEST;

export function createSounds(): Sounds {
  return { units: new Uint16Array(1024), length: 1 };
}

/** Longest first; `ts` and `ks` are two sounds. */
const SOUNDS: [string, string][] = [
  ['shch', 'S'],
  ['aei', 'E'],
  ['aee', 'E'],
  ['ayi', 'E'],
  ['eyi', 'E'],
  ['tsch', 'C'],
  ['tz', 'ts'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['dzh', 'j'],
  ['kh', 'X'],
  ['gh', 'G'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['th', 'T'],
  ['dh', 'D'],
  ['zh', 'Z'],
  ['cz', 'C'],
  ['tj', 'C'],
  ['dj', 'j'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ii', 'i'],
  ['iy', 'i'],
  ['ei', 'E'],
  ['ai', 'E'],
  ['ay', 'E'],
  ['ey', 'E'],
  ['aj', 'E'],
  ['ej', 'E'],
  ['ae', 'e'],
  ['oe', 'o'],
  ['ue', 'u'],
  ['au', 'O'],
  ['aw', 'O'],
  ['aa', 'a'],
  ['x', 'ks'],
];
interface Group {
  letters: number[];
  sounds: number[];
  /** A diphthong of two letters, which the second may not be if it begins the next syllable. */
  glides: boolean;
}
const codesOf = (text: string) => Array.from(text, codeOf);
/** By first letter. */
const GROUPS: readonly (readonly Group[] | undefined)[] = Array.from({ length: SYMBOLS }, (_, first) => {
  const own = SOUNDS.filter(([letters]) => codeOf(letters) === first);
  if (own.length === 0) return undefined;
  return own.map(([letters, sounds]) => ({
    letters: codesOf(letters),
    sounds: codesOf(sounds),
    glides: sounds === 'E' && letters.length === 2,
  }));
});

const [A, C, D, E, H, I, J, K, L, N, O, Q, R, S, T, U, W, Y] = codesOf('acdehijklnoqrstuwy') as [
  number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number,
]; // biome-ignore format: one each
const [HIATUS_CODE, LONG_A_CODE, FRONT, BACK, SOFT_C, HARD_C, CH] = codesOf(`${HIATUS}${LONG_A}EOPQC`) as [
  number, number, number, number, number, number, number,
]; // biome-ignore format: one each

const roman = new Uint8Array(LONGEST);
const codes = new Uint8Array(2 * MOST_SOUNDS);
let count = 0;
const apart = new Uint8Array(4 * MOST_SOUNDS);

/** Adds the sounds of a folded token, and returns their offset or `NO_SOUNDS`. */
export function addSounds(sounds: Sounds, folded: string): number {
  const latin = romanise(folded);
  const letters = latin.length;
  if (letters === 0 || letters > LONGEST || folded.length > MOST_SOUNDS) return NO_SOUNDS;
  for (let i = 0; i < letters; i++) {
    const unit = latin.charCodeAt(i);
    // A Latin letter that no table here turns into sounds.
    if (unit >= SYMBOLS) return NO_SOUNDS;
    roman[i] = unit;
  }
  const abjad = isAbjad(folded);
  let others = 0;
  if (abjad) readLetters(folded);
  else {
    readRoman(letters);
    others = speak(letters);
  }
  let classes = 0;
  for (let i = 0; i < count; i++) classes |= CLASS_BIT[codes[i]!]!;
  if (!abjad) joinSibilants();
  if (count > MOST_SOUNDS || others > MOST_SOUNDS) return NO_SOUNDS;
  reserve(sounds);
  const { units } = sounds;
  const offset = sounds.length;
  const bare = withoutArticle(folded);
  units[offset] = letters | (abjad ? ABJAD : 0);
  units[offset + 1] = classes;
  units[offset + 2] = count | ((abjad ? count : others) << 8);
  let to = offset + HEAD;
  for (let i = 0; i < count; i++) units[to++] = codes[i]! | (dropOf(codes, count, i, abjad, false) << DROP_SHIFT);
  if (abjad)
    for (let i = 0; i < count; i++) units[to++] = codes[i]! | (dropOf(codes, count, i, true, true) << DROP_SHIFT);
  else for (let i = 0; i < others; i++) units[to++] = apart[i]! | (dropOf(apart, others, i, false, true) << DROP_SHIFT);
  for (let i = 0; i < letters; i++) units[to++] = roman[i]!;
  sounds.length = to;
  if (bare !== '' && addSounds(sounds, bare) !== NO_SOUNDS) sounds.units[offset]! |= ARTICLE;
  return offset;
}

function reserve(sounds: Sounds): void {
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

function isRomanVowel(letter: number): boolean {
  return letter === A || letter === E || letter === I || letter === O || letter === U;
}

/** Fills `codes` from `roman`. */
function readRoman(letters: number): void {
  count = 0;
  for (let i = 0; i < letters; ) {
    const letter = roman[i]!;
    const group = groupAt(letters, i);
    if (group !== undefined) {
      i += group.letters.length;
      if (group.sounds.length === 1) push(group.sounds[0]!);
      else for (const sound of group.sounds) codes[count++] = sound;
      continue;
    }
    const next = i + 1 < letters ? roman[i + 1]! : 0;
    i++;
    if (letter === Q && next === U && i + 1 < letters && isRomanVowel(roman[i + 1]!)) {
      i++;
      push(K);
    } else if (letter === C) push(next === E || next === I || next === Y ? SOFT_C : HARD_C);
    else if (letter === Y) push(isRomanVowel(next) ? Y : I);
    else push(letter);
  }
}

/** Double consonants are single. */
function push(code: number): void {
  if (count > 0 && code === codes[count - 1] && VOWEL[code] === 0 && !(code >= 0x30 && code <= 0x39)) return;
  codes[count++] = code;
}

function groupAt(letters: number, at: number): Group | undefined {
  const groups = GROUPS[roman[at]!];
  if (groups === undefined) return undefined;
  for (const group of groups) {
    const { length } = group.letters;
    if (at + length > letters) continue;
    let same = 1;
    while (same < length && roman[at + same] === group.letters[same]) same++;
    if (same < length || (group.glides && beginsSyllable(letters, at + 1))) continue;
    return group;
  }
  return undefined;
}

/** Half-vowels begin the next syllable, and make no diphthong with the vowel before them, when a vowel follows. */
function beginsSyllable(letters: number, glide: number): boolean {
  return (roman[glide] === Y || roman[glide] === J) && glide + 1 < letters && isRomanVowel(roman[glide + 1]!);
}

/** `ts` is one sound, but where a vowel may stand between. */
function joinSibilants(): void {
  let to = 0;
  for (let i = 0; i < count; i++) {
    if (codes[i] === T && i + 1 < count && codes[i + 1] === S) {
      codes[to++] = C;
      i++;
    } else codes[to++] = codes[i]!;
  }
  count = to;
}

/**
 * Fills `apart` from `codes`, for comparison with a script without vowels: t and s apart, diphthongs as a vowel and a half-vowel, and what spelling says
 * of the rest. Returns the number of sounds.
 */
function speak(letters: number): number {
  let others = 0;
  for (let i = 0; i < count; i++) {
    const code = codes[i]!;
    if (code === FRONT) {
      // A last -ei or -ai is two vowels, and what parts them is written: Khamenei. (Not so -ey and -ay: Casey.)
      const before = roman[letters - 2]!;
      if (i === count - 1 && letters > 1 && roman[letters - 1] === I && (before === A || before === E)) {
        apart[others++] = before;
        apart[others++] = HIATUS_CODE;
        apart[others++] = I;
      } else {
        apart[others++] = E;
        apart[others++] = Y;
      }
    } else if (code === BACK) {
      apart[others++] = A;
      apart[others++] = W;
    } else apart[others++] = code;
  }
  if (endsInLongA(letters)) lengthen(others);
  return others;
}

/** -ame, -aker: an a between one consonant before it and one behind it, and an e that is the last letter or the last but one. */
function endsInLongA(letters: number): boolean {
  const last = roman[letters - 1]!;
  const at = last === E ? letters - 3 : isFaintEnd(last) ? letters - 4 : 0;
  if (at < 1) return false;
  const after = roman[at + 1]!;
  return (
    roman[at] === A &&
    roman[at + 2] === E &&
    !isRomanVowel(roman[at - 1]!) &&
    !isRomanVowel(after) &&
    after !== H &&
    after !== Y
  );
}

function isFaintEnd(letter: number): boolean {
  return letter === S || letter === R || letter === Y || letter === D || letter === N;
}

/** Makes the a of such an ending long in `apart`. */
function lengthen(others: number): void {
  for (const at of [others - 4, others - 3]) {
    if (at < 0 || apart[at] !== A || apart[at + 2] !== E) continue;
    const after = apart[at + 1]!;
    if (isRomanVowel(after) || after === W || after === Y) continue;
    const last = apart[others - 1]!;
    if (at === others - 4 && !(last >= 0x61 && last <= 0x7a)) continue;
    apart[at] = LONG_A_CODE;
    return;
  }
}

const AIN = 'ع';
/** Sounds of the Latin letters of one letter. */
const DIGRAPHS: Record<string, string> = { kh: 'X', gh: 'G', sh: 'S', ch: 'C', zh: 'Z', dh: 'D', th: 'T' };

/**
 * Fills `codes` letter by letter: what stands side by side may have a vowel between, so doubles stay, except of l (the article and its noun, and the
 * name of God).
 */
function readLetters(folded: string): void {
  count = 0;
  for (const letter of folded) {
    const latin = romanise(letter);
    const symbol = letter === AIN ? HIATUS : (DIGRAPHS[latin] ?? latin);
    const last = count > 0 ? codes[count - 1]! : 0;
    if (symbol === 'S' && last === T) codes[count - 1] = CH;
    else if (symbol !== 'l' || last !== L)
      for (let i = 0; i < symbol.length; i++) codes[count++] = symbol.charCodeAt(i);
  }
}
