import fc from 'fast-check';
import * as ar from 'n2words/ar-SA';
import * as de from 'n2words/de-DE';
import * as en from 'n2words/en-GB';
import * as fa from 'n2words/fa-IR';
import { expect, test } from 'vitest';
import { englishNumbers, hasMagnitude, hasNumber, type Spell } from './numbers.ts';

const spellers: Record<string, { toCardinal(value: number): string; toOrdinal(value: number): string }> = {
  ar,
  de,
  en,
  fa,
};
const spell: Spell = (value, language) => {
  const speller = spellers[language];
  return speller ? [speller.toCardinal(value), speller.toOrdinal(value)] : [];
};

test.each<[string, number[]]>([
  ['over 30,000 prisoners', [30_000]],
  ['two million votes and 10.7 million', [2e6, 10.7e6]],
  ['a hundred and five of them', [105]],
  ['more than half a million people', [500_000]],
  ['the 55th session, the twenty-first law', [55, 21]],
  ['four and a half years', [4]],
  ['a dozen men, one woman', [12]],
  ['12.5 per cent. 3 left', [12.5, 3]],
  ['flight PS752 and COVID-19', []],
  ['the Second World War', []],
  ['three, four or five', [3, 4, 5]],
  ['thirty-eight thousand two hundred', [38_200]],
  ['one of a few', []],
])('the numbers of "%s" are read', (text, values) => {
  expect(englishNumbers(text, spell).numbers.map(({ value }) => value)).toEqual(values);
});

test.each<[string, string, number, boolean]>([
  ['30,000 dead', 'en', 30_000, true],
  ['thirty thousand dead', 'en', 30_000, true],
  ['30 thousand dead', 'en', 30_000, true],
  ['inflicted 55, 000 casualties', 'en', 55_000, true],
  ['die mehr als 4.800 Opfer', 'de', 4800, true],
  ['dreißigtausend Tote', 'de', 30_000, true],
  ['30 Tausend Tote', 'de', 30_000, true],
  ['Both were refused', 'en', 2, true],
  ['zwei Männer', 'de', 2, true],
  ['۳۰٬۰۰۰ نفر', 'fa', 30_000, true],
  ['سی هزار نفر', 'fa', 30_000, true],
  ['أكثر من ٨٠٠ شخص', 'ar', 800, true],
  ['30,000 dead', 'en', 3000, false],
  ['30,000 dead', 'en', 30, false],
  ['300 dead', 'en', 30, false],
  ['zwölf Männer', 'de', 2, false],
  ['thousands dead', 'en', 1000, false],
])('"%s" in %s has the number %d: %s', (text, language, value, has) => {
  expect(hasNumber(text, language, value, spell)).toBe(has);
});

test.each<[string, string, string, boolean]>([
  ['thousands of people', 'en', 'thousands', true],
  ['a thousand people', 'en', 'thousands', false],
  ['Tausende Menschen', 'de', 'thousands', true],
  ['هزاران نفر', 'fa', 'thousands', true],
  ['hundreds of people', 'en', 'thousands', false],
])('"%s" in %s has "%s": %s', (text, language, magnitude, has) => {
  expect(hasMagnitude(text, language, magnitude, spell)).toBe(has);
});

test('every number is found in its digits, its English words and its words in other languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999 }), fc.constantFrom('en', 'de', 'fa'), (value, language) => {
      expect(hasNumber(`x ${en.toCardinal(value)} y`, 'en', value, spell)).toBe(true);
      expect(hasNumber(`x ${value.toLocaleString('en')} y`, 'en', value, spell)).toBe(true);
      expect(hasNumber(`x ${value.toLocaleString('fa')} y`, 'fa', value, spell)).toBe(true);
      expect(hasNumber(`x ${spell(value, language)[0]} y`, language, value, spell)).toBe(true);
    }),
  );
});
