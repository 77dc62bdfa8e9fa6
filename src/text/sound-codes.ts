/**
 * Sounds by number: the ASCII code of a letter that stands for each. Consonants: `X` kh, `G` gh, `S` sh, `C` ch, `T` th, `D` dh, `Z` zh, `c` ts,
 * `P` and `Q` a plain c before and not before e, i, y (s or k, ts in Slavic, j in Turkish), digits; vowels `aeiou`, diphthongs `E` in i and `O` in u.
 */
export const SYMBOLS = 128;

export function codeOf(symbol: string): number {
  return symbol.charCodeAt(0);
}

function flagged(symbols: string): Uint8Array {
  const flags = new Uint8Array(SYMBOLS);
  for (const symbol of symbols) flags[codeOf(symbol)] = 1;
  return flags;
}

/** What parts two vowels, where a script writes it: ain, hamza, silent h. Only for comparison with a script without vowels. */
export const HIATUS = 'Y';
/** An English a before one consonant and a silent or faint e, which other scripts write with a y: Flake, Baker. Likewise. */
export const LONG_A = 'A';

/** 1 for the codes of vowels. */
export const VOWEL = flagged('aeiouEOA');

/** Consonants that no romanisation exchanges with those of another class; h, v, w, y and j come and go. */
const CLASSES = ['bp', 'tTdD', 'kqgGXQ', 'sSCczZP', 'f', 'l', 'm', 'n', 'r'];

/** One bit for the class of each code, or 0. */
export const CLASS_BIT = new Uint16Array(SYMBOLS);
for (const [bit, symbols] of CLASSES.entries()) for (const symbol of symbols) CLASS_BIT[codeOf(symbol)] = 1 << bit;

/** Consonants before which the l of an Arabic article is not heard. */
const SUN_LETTER = flagged('tTdDrzsSnc');
const L = codeOf('l');
const D = codeOf('d');

/** Whether the sound may be the l of an article inside a name, which the next consonant swallows: Abdulrahman, Abdurrahman. */
export function isAssimilated(codes: Uint8Array, count: number, place: number): boolean {
  if (place < 3 || codes[place] !== L || VOWEL[codes[place - 1]!] === 0) return false;
  // Abdul Latif: the article of the next word.
  if (place + 1 === count) return codes[place - 2] === D && place === 4;
  return SUN_LETTER[codes[place + 1]!] === 1;
}
