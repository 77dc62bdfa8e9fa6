/** The forms in which the surname of a full name stands alone. */

import { isFamilyNameFirst } from '../../text/family-name-first.ts';
import { foldSpan } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName, isPatronymic } from '../../text/frequent-names.ts';
import { isKnownShortForm } from '../../text/given-names.ts';
import { foldedToken } from '../../text/token-list.ts';
import { tokenise } from '../../text/tokens.ts';
import { isCaseless } from '../blocks.ts';
import { isParticle, isTitleWord } from '../context.ts';
import type { View } from '../evidence.ts';
import type { Scratch } from '../scratch.ts';
import { isWordOfClass } from './words-beside.ts';

/** Parts of a name after the surname. */
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior', 'senior']);
const MOST_CACHED = 10_000;

/** Tells rulers of one name apart. */
const NUMERAL = /^(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})$/;

/** Whether a name of these two words, folded, is a ruler's: "Benedict XVI". Without the numeral he goes by title and name. */
export function isRulers(first: string, second: string): boolean {
  return first.length > 2 && NUMERAL.test(second);
}

/** Whether a name as the pack writes it is a ruler's. */
export function isOneName(text: string): boolean {
  const [first, numeral, more] = text.split(' ');
  return numeral !== undefined && more === undefined && isRulers(first!, foldSpan(numeral, 0, numeral.length));
}

/** Letters of half a surname that stands for the whole. */
const LEAST_HALF = 4;

/**
 * The last token, with what hyphens or particles join to it, with the word before it where that is neither a given name nor an initial ("Maria Goeppert
 * Mayer"), and with the suffix after it: each is a form. Of names whose first word is the family's, that word.
 */
export function surnameTokens(
  { scratch: { surnames, phraseTokens: tokens }, indexes }: Pick<View, 'scratch' | 'indexes'>,
  text: string,
): number[][] {
  const known = surnames.get(text);
  if (known) return known;
  tokenise(text, tokens);
  let last = tokens.count - 1;
  while (last > 0 && SUFFIXES.has(foldedToken(tokens, last))) last--;
  const suffixed = last < tokens.count - 1;
  if (tokens.count === 2 && isRulers(foldedToken(tokens, 0), foldedToken(tokens, 1))) return [[tokens.hash[0]!]];
  if (last < 1) return [];
  const words = Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
  const isFamily = isWordOfClass.bind(undefined, indexes);
  if (isFamilyNameFirst(words, /\p{L}[-‐‑]\p{L}/u.test(text), isFamily) || isOfTwoSyllables(text, words))
    return [[tokens.hash[0]!]];
  if (words[last]!.length < 3) return [];
  let from = last;
  while (from > 1 && /^[-‐‑]$/.test(text.slice(tokens.end[from - 1], tokens.start[from]))) from--;
  const forms = [from];
  // "Ejei" of "Mohseni-Ejei", "Maliki" of "al-Maliki", but not "Lee" of "Berners-Lee".
  if (
    from < last &&
    (isParticle(words[last - 1]!) || (words[last]!.length >= LEAST_HALF && !isFrequentSurname(words[last]!)))
  )
    forms.push(last);
  while (from > 1 && isParticle(foldedToken(tokens, from - 1))) forms.push(--from);
  if (from > 1 && isSecondSurname(foldedToken(tokens, from - 1))) forms.push(from - 1);
  const hashes = forms.map((start) => Array.from(tokens.hash.subarray(start, last + 1)));
  if (suffixed) hashes.push(Array.from(tokens.hash.subarray(from, tokens.count)));
  if (surnames.size >= MOST_CACHED) surnames.clear();
  surnames.set(text, hashes);
  return hashes;
}

/** "Tsai Ing-wen": a given name whose second syllable is written small stands after the family's, in whatever romanisation. */
const TWO_SYLLABLES = /^\p{L}+ \p{Lu}\p{Ll}{1,5}[-‐‑]\p{Ll}{1,6}$/u;

function isOfTwoSyllables(text: string, [family, given]: readonly string[]): boolean {
  return TWO_SYLLABLES.test(text) && !isGivenName(family!) && !isParticle(given!);
}

/** Countries whose people are called by the first word of a name, their own or, in Samoa, a title; and by that of the family. */
const FIRST_WORD = /^country-(?:e[rt]|i[ds]|my|th|ws)$/;
const FAMILY_FIRST = /^country-(?:cn|hk|k[pr]|tw)$/;
/** Letters of a first word that tells who is meant. */
const LEAST_FIRST = 3;

/** The first word of a name, if by the custom of a country of its bearer it stands for all of it. */
export function firstWord(
  { phraseTokens: tokens }: Scratch,
  text: string,
  countries: readonly string[] = [],
): number | undefined {
  const own = countries.some((id) => FIRST_WORD.test(id));
  // In letters with case the spelling of the given name tells whether the family's comes first.
  const family = !own && isCaseless(text, 0) && countries.some((id) => FAMILY_FIRST.test(id));
  if (!own && !family) return undefined;
  tokenise(text, tokens);
  const word = foldedToken(tokens, 0);
  if (tokens.count < (family ? 3 : 2) || word.length < LEAST_FIRST) return undefined;
  return isParticle(word) || isTitleWord(word) ? undefined : tokens.hash[0];
}

/** Whether the middle word of a name may stand before the surname without the given name. */
export function isSecondSurname(folded: string): boolean {
  return folded.length > 2 && !isGivenName(folded) && !isParticle(folded) && !isPatronymic(folded);
}

/** Letters of the shortest short form of a given name, and how many more the long one has. */
const SHORT_FORM = { least: 3, longer: 2 };
/** Endings that make a woman's name of a man's. */
const OTHER_GIVEN = new Set('ine ina ette etta elle ella inne'.split(' '));

/** Short forms of several names, and of which, folded. */
const OF_SEVERAL = new Map(
  [
    'alex alejandro alessandro alexandre aleksandr',
    'tony anthony antonio antoine',
    'jackie jacqueline jacques',
    'hans johannes',
    'fritz friedrich',
    'pepe jose giuseppe',
    'nacho ignacio',
    'kolya nikolai',
    'dima dmitri',
    'gene eugene',
    'becky rebecca',
  ].map((line) => [line.slice(0, line.indexOf(' ')), line.split(' ')] as const),
);

/** "Ray" of "Raymond", "Bob" of "Robert", "Alex" of "Alejandro", but not "Ali" of "Alireza" or "Paul" of "Pauline". Both folded. */
export function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (a === b) return false;
  if (isKnownShortForm(a, b) || OF_SEVERAL.get(short)?.includes(long)) return true;
  if (short.length < SHORT_FORM.least || long.length - short.length < SHORT_FORM.longer) return false;
  const rest = long.slice(short.length);
  return long.startsWith(short) && !isGivenName(rest) && !OTHER_GIVEN.has(rest);
}
