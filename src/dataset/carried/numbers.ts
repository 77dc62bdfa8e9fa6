/** Numbers of English sentences, and whether a text in any language has them, in digits of any script or in words. */
import { indexOfPhrase, withPlainDigits, wordsOf } from './words.ts';

/** A number in the words of a language, cardinal and ordinal; none in a language that nobody taught it. */
export type Spell = (value: number, language: string) => readonly string[];

export interface NumberInText {
  /** As it is written. */
  text: string;
  value: number;
}

const scales: Record<string, number> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, trillion: 1e12 };
/** A magnitude without a number is carried by itself only: "thousands" is not 1,000. */
const magnitudes = ['dozens', 'hundreds', 'thousands', 'millions', 'billions'];

/** What stands between groups of three: 30,000 and 30.000 and 30 000, and 55, 000 as careless pages have it. */
const separator = "(?:[.,] ?|[ \\u00a0\\u202f’'٬])";
const digits = new RegExp(`\\d{1,3}(?:${separator}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,٫]\\d+)?`, 'gu');
const groupsOnly = new RegExp(`^\\d{1,3}(?:${separator}\\d{3})+$`, 'u');
const groupSeparator = new RegExp(`${separator}(?=\\d{3}(?!\\d))`, 'gu');

/**
 * The values that a numeral may have. English groups by a comma and most others by a full stop, but not every page keeps to its
 * language: with the other's sign, `1.500` has two values.
 */
function valuesOf(numeral: string, language: string): number[] {
  const decimal = Number(numeral.replace(/[,٫]/u, '.'));
  const grouped = Number(numeral.replace(groupSeparator, '').replace(/[,٫]/u, '.'));
  if (!groupsOnly.test(numeral)) return [Number.isNaN(decimal) ? grouped : decimal];
  return numeral.includes(language === 'en' ? '.' : ',') ? [grouped, decimal] : [grouped];
}

const smallWords = new WeakMap<Spell, Map<string, number>>();

/** English words for 1 to 99. */
function smallNumbers(spell: Spell): Map<string, number> {
  const known = smallWords.get(spell);
  if (known) return known;
  const words = new Map<string, number>([
    ['dozen', 12],
    ['half', 0.5],
  ]);
  for (let value = 1; value < 100; value++)
    for (const text of spell(value, 'en')) words.set(wordsOf(text).join(' '), value);
  smallWords.set(spell, words);
  return words;
}

/**
 * The numbers of an English text in digits or words: `30,000`, `two million`, `a hundred and five`, `55th`, `twenty-first`, and
 * magnitudes (`thousands`) as their names. Alone, the words for 1 and a half are pronouns and adjectives as often, and left out; so are
 * number words with a capital letter within a sentence ("Second World War") and the digits of names (PS752).
 */
export function englishNumbers(text: string, spell: Spell): { numbers: NumberInText[]; magnitudes: string[] } {
  const plain = withPlainDigits(text);
  const tokens = [...plain.matchAll(new RegExp(`${digits.source}|\\p{L}[\\p{L}\\p{M}’']*`, 'gu'))].filter(
    ({ 0: token, index }) =>
      !(/^\d/u.test(token) && /[\p{L}\p{N}][-+]?$/u.test(plain.slice(0, index))) &&
      !(/^\p{Lu}/u.test(token) && /[\p{L}\p{N},] $/u.test(plain.slice(0, index))),
  );
  const numbers: NumberInText[] = [];
  const found: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read = readNumber(plain, tokens, i, smallNumbers(spell));
    const word = tokens[i]![0].toLowerCase();
    if (read === undefined && magnitudes.includes(word)) found.push(word);
    if (read !== undefined && !/^(?:one|first|half)$/iu.test(read.text))
      numbers.push({ text: read.text, value: read.value });
    i = read?.end ?? i + 1;
  }
  return { numbers, magnitudes: found };
}

/** The number that begins at a token: small numbers add up, hundreds multiply what stands before them, larger scales close a part. */
function readNumber(
  plain: string,
  tokens: readonly RegExpExecArray[],
  start: number,
  small: ReadonlyMap<string, number>,
): (NumberInText & { end: number }) | undefined {
  const word = (i: number) => tokens[i]?.[0].toLowerCase() ?? '';
  const endOf = (i: number) => tokens[i]!.index + tokens[i]![0].length;
  // Only white space and hyphens stand inside one number.
  const joined = (i: number) => i === start || /^[\s-]*$/u.test(plain.slice(endOf(i - 1), tokens[i]!.index));
  let total = 0;
  let part: number | undefined;
  let end = start;
  for (let i = start; i < tokens.length && joined(i); i++) {
    const scale = scales[word(i)];
    const article =
      part === 0.5 ? /^an?$/u.test(word(i)) : word(i) === 'and' && (part === undefined ? total > 0 : part % 100 === 0);
    const numeral = /^\d/u.test(word(i));
    const pair = numeral ? undefined : small.get(`${word(i)} ${word(i + 1)}`);
    const value = numeral ? valuesOf(word(i), 'en')[0] : (pair ?? small.get(word(i)));
    if (value !== undefined && (part === undefined || (part >= 100 && value < 100 && !numeral))) {
      part = (part ?? 0) + value;
      if (pair !== undefined) i++;
    } else if (scale === 100 && (part !== undefined || isOne(word(i - 1)))) part = (part ?? 1) * scale;
    else if (scale !== undefined && (part !== undefined || isOne(word(i - 1)))) {
      total += (part ?? 1) * scale;
      part = undefined;
    } else if (article) continue;
    else break;
    end = i + 1;
  }
  if (end === start) return undefined;
  return { value: total + (part ?? 0), text: plain.slice(tokens[start]!.index, endOf(end - 1)), end };
}

function isOne(word: string): boolean {
  return word === 'a' || word === 'an';
}

/** Whether a text in any language has the number, in digits or in the language's words. */
export function hasNumber(text: string, language: string, value: number, spell: Spell): boolean {
  const plain = withPlainDigits(text);
  if ((plain.match(digits) ?? []).some((numeral) => valuesOf(numeral, language).includes(value))) return true;
  const words = wordsOf(text);
  if (language === 'en')
    return (
      englishNumbers(text, spell).numbers.some((number) => number.value === value) ||
      (value === 2 && words.includes('both'))
    );
  if (spell(value, language).some((spelled) => hasInflected(words, wordsOf(spelled)))) return true;
  const scaled = [...plain.matchAll(new RegExp(`(${digits.source})\\s+(\\p{L}+)`, 'gu'))];
  return [1000, 1e6, 1e9].some((scale) => {
    return scaled.some(
      ([, numeral, name]) =>
        valuesOf(numeral!, language).some((factor) => factor * scale === value) &&
        isMagnitude(wordsOf(name!)[0] ?? '', scale, language, spell),
    );
  });
}

/** Whether a text in any language has the magnitude: `thousands`, `Tausende`, `هزاران`. */
export function hasMagnitude(text: string, language: string, magnitude: string, spell: Spell): boolean {
  const words = wordsOf(text);
  const singular = magnitude.slice(0, -1);
  if (language === 'en') return words.includes(magnitude);
  return words.some((word) => isMagnitude(word, scales[singular] ?? 10, language, spell));
}

/** Whether a word of another language means a magnitude, whatever its ending: `Tausende` and `eintausend` have four letters in a row. */
function isMagnitude(word: string, value: number, language: string, spell: Spell): boolean {
  const names = [value, 3 * value].flatMap((some) => spell(some, language)).map((spelled) => wordsOf(spelled).at(-1)!);
  return names.some((name) => word.startsWith(name) || (word.length >= 4 && name.includes(word.slice(0, 4))));
}

function hasInflected(words: readonly string[], phrase: readonly string[]): boolean {
  return (
    indexOfPhrase(words, phrase) >= 0 ||
    (phrase.length === 1 && phrase[0]!.length > 3 && words.some((word) => word.startsWith(phrase[0]!)))
  );
}
