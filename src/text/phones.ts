/**
 * A token as a sequence of sounds that romanisations write in different ways: `kh`, `sh`, `ou`, `ee` are one symbol each, double
 * consonants are single. `distance.ts` compares these, so that "q = gh" costs little and "b = g" a lot.
 */
import { isAbjad, romanise, romanLetter, withoutArticle } from './romanise.ts';

export interface Phones {
  /** One character a sound: consonants as below, vowels `aeiou`, diphthong `E`. */
  symbols: string;
  /** The same for comparison with a script without vowels: t and s apart, since a vowel may stand between them, and diphthongs as a
   * vowel and the half-vowel that is written. */
  apart: string;
  /** The token in Latin letters. */
  roman: string;
  /** Letters of the romanised token: what budgets are counted in. */
  letters: number;
  /** Written without short vowels. */
  abjad: boolean;
  /** One bit for each class of consonant that is there: names whose classes differ widely need not be compared. */
  classes: number;
  /** The token without its Arabic article. */
  bare?: Phones;
}

/** What parts two vowels, where a script writes it: ain, hamza, silent h. Only in `apart`. */
export const HIATUS = 'Y';

/** Longest first. `X` kh, `G` gh, `S` sh, `C` ch, `T` th, `D` dh, `Z` zh, `c` ts, `P` and `Q` a plain c before and not
 * before e, i, y (s or k, ts in Slavic, j in Turkish), `E` a diphthong in i, `O` one in u. */
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
const BY_FIRST = Map.groupBy(SOUNDS, ([letters]) => letters[0]!);

/** Tokens beyond this are not compared. */
const LONGEST = 24;

/** Undefined for scripts that `romanise` does not know, and for tokens too long to be one name. */
export function phonesOf(folded: string): Phones | undefined {
  const roman = romanise(folded);
  if (roman === '' || roman.length > LONGEST) return undefined;
  const abjad = isAbjad(folded);
  const symbols = abjad ? soundsOfLetters(folded) : soundsOf(roman);
  const phones: Phones = {
    symbols: abjad ? symbols : symbols.replaceAll('ts', 'c'),
    apart: abjad ? symbols : spoken(roman, symbols),
    roman,
    letters: roman.length,
    abjad,
    classes: classesOf(symbols),
  };
  const bare = withoutArticle(folded);
  if (bare !== '') phones.bare = phonesOf(bare)!;
  return phones;
}

function soundsOf(roman: string): string {
  let symbols = '';
  for (let i = 0; i < roman.length; ) {
    const [letters, symbol] = soundAt(roman, i);
    i += letters;
    if (symbol !== symbols[symbols.length - 1] || isVowel(symbol) || isDigit(symbol)) symbols += symbol;
  }
  return symbols;
}

/** An English a before one consonant and a silent or faint e, which other scripts write with a y: Flake, Baker. Only in `apart`. */
export const LONG_A = 'A';

/** Diphthongs as a vowel and a half-vowel, and what spelling says of the rest. */
function spoken(roman: string, symbols: string): string {
  const apart = withHiatus(roman, symbols).replaceAll('E', 'ey').replaceAll('O', 'aw');
  return /[^aeiou]a[^aeiouhy]e[srydn]?$/.test(roman) ? apart.replace(/a(?=[^aeiouwy]e[a-z]?$)/, LONG_A) : apart;
}

/** A last -ei or -ai is two vowels, and what parts them is written: Khamenei. (Not so -ey and -ay: Casey.) */
function withHiatus(roman: string, symbols: string): string {
  return symbols.endsWith('E') && /[ae]i$/.test(roman)
    ? `${symbols.slice(0, -1)}${roman[roman.length - 2]}${HIATUS}i`
    : symbols;
}

function isDigit(symbol: string): boolean {
  return symbol >= '0' && symbol <= '9';
}

function soundAt(roman: string, i: number): [number, string] {
  for (const [letters, symbol] of BY_FIRST.get(roman[i]!) ?? []) {
    if (roman.startsWith(letters, i) && !(symbol === 'E' && beginsSyllable(roman, i + 1, letters.length)))
      return [letters.length, symbol];
  }
  const letter = roman[i]!;
  const next = roman[i + 1] ?? '';
  if (letter === 'q' && next === 'u' && isVowel(roman[i + 2] ?? '')) return [2, 'k'];
  if (letter === 'c') return [1, /[eiy]/.test(next) ? 'P' : 'Q'];
  if (letter === 'y') return [1, isVowel(next) ? 'y' : 'i'];
  return [1, letter];
}

/** Half-vowels begin the next syllable, and make no diphthong with the vowel before them, when a vowel follows. */
function beginsSyllable(roman: string, glide: number, letters: number): boolean {
  return letters === 2 && (roman[glide] === 'y' || roman[glide] === 'j') && isVowel(roman[glide + 1] ?? '');
}

/** Sounds of the Latin letters of one letter. */
const DIGRAPHS: Record<string, string> = { kh: 'X', gh: 'G', sh: 'S', ch: 'C', zh: 'Z', dh: 'D', th: 'T' };

const AIN = 'ع';

/**
 * Letter by letter: what stands side by side may have a vowel between, so doubles stay, except of l (the article and its noun, and the name
 * of God).
 */
function soundsOfLetters(folded: string): string {
  let symbols = '';
  for (const letter of folded) {
    const roman = romanLetter(letter) ?? letter;
    const symbol = letter === AIN ? HIATUS : (DIGRAPHS[roman] ?? roman);
    const last = symbols[symbols.length - 1];
    if (symbol === 'S' && last === 't') symbols = `${symbols.slice(0, -1)}C`;
    else if (symbol !== last || symbol !== 'l') symbols += symbol;
  }
  return symbols;
}

/** Consonants that no romanisation exchanges with those of another class; h, v, w, y and j come and go. */
const CLASSES = ['bp', 'tTdD', 'kqgGXQ', 'sSCczZP', 'f', 'l', 'm', 'n', 'r'];

function classesOf(symbols: string): number {
  let classes = 0;
  for (const symbol of symbols) {
    const at = CLASSES.findIndex((each) => each.includes(symbol));
    if (at >= 0) classes |= 1 << at;
  }
  return classes;
}

export function isVowel(symbol: string): boolean {
  return symbol !== '' && 'aeiouEOA'.includes(symbol);
}

/** Consonants before which the l of an Arabic article is not heard. */
const SUN_LETTERS = 'tTdDrzsSnc';

/** Whether the sound may be the l of an article inside a name, which the next consonant swallows: Abdulrahman, Abdurrahman. */
export function isAssimilated(symbols: string, place: number): boolean {
  if (place < 3 || symbols[place] !== 'l' || !isVowel(symbols[place - 1]!)) return false;
  // Abdul Latif: the article of the next word.
  if (place + 1 === symbols.length) return symbols[place - 2] === 'd' && place === 4;
  return SUN_LETTERS.includes(symbols[place + 1]!);
}
