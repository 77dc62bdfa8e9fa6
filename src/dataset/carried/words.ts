/** Texts as words that can be compared across spellings, digits and scripts. */
import { plainForm } from '../text.ts';

/** Letters that Persian and Arabic keyboards write differently. */
const sameLetter: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه' };

/** The text with the digits of every script as those of ASCII. */
export function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    // Each script has its ten digits in a row: what stands before the first is no digit, or the nine of another script.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

/** Folded words in order; `U.N.` is `un`, `Iran’s` is `iran`, `۱۴۰۳` is `1403`. */
export function wordsOf(text: string): string[] {
  const plain = withPlainDigits(text)
    .replace(/(?<![\p{L}.])\p{L}(?:\.\p{L})+\.?(?!\p{L})/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/(?<=\p{L})['’]s(?!\p{L})|(?<=s)['’](?!\p{L})/giu, '');
  const folded = plainForm(plain).replace(/[يىكة]/gu, (letter) => sameLetter[letter]!);
  return folded === '' ? [] : folded.split(' ');
}

/** Where `phrase` begins in `words`, or -1. */
export function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  if (phrase.length === 0) return -1;
  return words.findIndex((_, at) => phrase.every((word, i) => words[at + i] === word));
}
