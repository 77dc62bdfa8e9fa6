/**
 * A token as a sequence of sounds that romanisations write in different ways: `kh`, `sh`, `ou`, `ee` are one symbol each, double
 * consonants are single. `distance.ts` compares these, so that "q = gh" costs little and "b = g" a lot.
 */
import { isAbjad, romanise, withoutArticle } from './romanise.ts';

export interface Phones {
  /** One character a sound: consonants as below, vowels `aeiou`, diphthong `E`. */
  symbols: string;
  /** The same, to be compared with a script in which t and s may have a vowel between them. */
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
  ['qu', 'k'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ii', 'i'],
  ['iy', 'i'],
  ['ei', 'E'],
  ['ai', 'E'],
  ['ay', 'E'],
  ['ey', 'E'],
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
  let symbols = '';
  for (let i = 0; i < roman.length; ) {
    const [letters, symbol] = soundAt(roman, i, abjad);
    i += letters;
    const last = symbols[symbols.length - 1];
    if (symbol !== last || isVowel(symbol) || (symbol >= '0' && symbol <= '9')) symbols += symbol;
  }
  const phones: Phones = {
    symbols: symbols.replaceAll('ts', 'c'),
    apart: symbols,
    roman,
    letters: roman.length,
    abjad,
    classes: classesOf(symbols),
  };
  const bare = withoutArticle(folded);
  if (bare !== '') phones.bare = phonesOf(bare)!;
  return phones;
}

function soundAt(roman: string, i: number, abjad: boolean): [number, string] {
  // What a script without vowels writes side by side may have a vowel between.
  if (!abjad) {
    for (const [letters, symbol] of BY_FIRST.get(roman[i]!) ?? []) {
      if (roman.startsWith(letters, i) && !(letters[1] === 'y' && isVowel(roman[i + 2] ?? '')))
        return [letters.length, symbol];
    }
  } else {
    if (roman.startsWith('tsh', i)) return [3, 'C'];
    const pair = roman.slice(i, i + 2);
    const symbol = ABJAD_PAIRS[pair];
    if (symbol !== undefined) return [2, symbol];
  }
  const letter = roman[i]!;
  const next = roman[i + 1] ?? '';
  if (letter === 'c') return [1, /[eiy]/.test(next) ? 'P' : 'Q'];
  if (letter === 'y' && !abjad) return [1, isVowel(next) ? 'y' : 'i'];
  return [1, letter];
}

/** Romanised letters of one Arabic letter each. */
const ABJAD_PAIRS: Record<string, string> = { kh: 'X', gh: 'G', sh: 'S', ch: 'C', zh: 'Z' };

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
  return symbol !== '' && 'aeiouEO'.includes(symbol);
}
