/** The forms in which the surname of a full name stands alone. */
import { isFrequentSurname, isGivenName, isPatronymic } from '../../text/frequent-names.ts';
import { foldedToken } from '../../text/token-list.ts';
import { tokenise } from '../../text/tokens.ts';
import { isParticle } from '../context.ts';
import type { Scratch } from '../scratch.ts';

/** Parts of a name after the surname. */
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior', 'senior']);
const MOST_CACHED = 10_000;

/** Letters of half a surname that stands for the whole. */
const LEAST_HALF = 4;

/**
 * The last token, with what hyphens or particles join to it, with the word before it where that is neither a given name nor an initial ("Maria Goeppert
 * Mayer"), and with the suffix after it: each is a form.
 */
export function surnameTokens({ surnames, phraseTokens: tokens }: Scratch, text: string): number[][] {
  const known = surnames.get(text);
  if (known) return known;
  tokenise(text, tokens);
  let last = tokens.count - 1;
  while (last > 0 && SUFFIXES.has(foldedToken(tokens, last))) last--;
  const suffixed = last < tokens.count - 1;
  if (last < 1 || foldedToken(tokens, last).length < 3) return [];
  let from = last;
  while (from > 1 && /^[-‐‑]$/.test(text.slice(tokens.end[from - 1], tokens.start[from]))) from--;
  const forms = [from];
  // "Ejei" of "Mohseni-Ejei", but not "Lee" of "Berners-Lee".
  if (from < last && foldedToken(tokens, last).length >= LEAST_HALF && !isFrequentSurname(foldedToken(tokens, last)))
    forms.push(last);
  while (from > 1 && isParticle(foldedToken(tokens, from - 1))) forms.push(--from);
  if (from > 1 && isSecondSurname(foldedToken(tokens, from - 1))) forms.push(from - 1);
  const hashes = forms.map((start) => Array.from(tokens.hash.subarray(start, last + 1)));
  if (suffixed) hashes.push(Array.from(tokens.hash.subarray(from, tokens.count)));
  if (surnames.size >= MOST_CACHED) surnames.clear();
  surnames.set(text, hashes);
  return hashes;
}

/** Whether the middle word of a name may stand before the surname without the given name. */
export function isSecondSurname(folded: string): boolean {
  return folded.length > 2 && !isGivenName(folded) && !isParticle(folded) && !isPatronymic(folded);
}

/** Letters of the shortest short form of a given name, and how many more the long one has. */
const SHORT_FORM = { least: 3, longer: 2 };
/** Endings that make a woman's name of a man's. */
const OTHER_GIVEN = new Set('ine ina ette etta elle ella inne'.split(' '));

/** "Ray" of "Raymond", "Les" of "Leslie", but not "Ali" of "Alireza" or "Paul" of "Pauline". Both folded. */
export function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORT_FORM.least || long.length - short.length < SHORT_FORM.longer) return false;
  const rest = long.slice(short.length);
  return long.startsWith(short) && !isGivenName(rest) && !OTHER_GIVEN.has(rest);
}
