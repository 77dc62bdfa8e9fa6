import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedParts } from './dates.ts';
import { datesIn, isSaidBy, saidOf } from './said-dates.ts';

describe('the dates of a sentence', () => {
  test.each<[string, string[]]>([
    ['It met on 22 July 2024.', ['22/7/2024']],
    ['It met on July 22, 2024, and in May.', ['22/7/2024', '-/5/-']],
    ['It met from 3 to 5 June 1989.', ['3/6/1989', '5/6/1989']],
    ['It met in September 2007.', ['-/9/2007']],
    ['Executions of 1981–82 and 1988', ['-/-/1981', '-/-/1982', '-/-/1988']],
    ['in the 1980s', ['-/-/1980s']],
    ['It may march with 2024 people and 1,988 others, under PS1999 or 2231/2015.', []],
  ])('"%s"', (sentence, expected) => {
    const { dates, rest } = datesIn(sentence);
    expect(
      dates.map(({ day = '-', month = '-', year = '-', decade }) => `${day}/${month}/${year}${decade ? 's' : ''}`),
    ).toEqual(expected);
    expect(rest).toHaveLength(sentence.length);
  });
});

/** What of the date is carried, as its parts in order. */
function carried(date: string, text: string, language = 'en', issued?: string): string {
  const parts = carriedParts(saidOf(date), { text, language, issued });
  return (['day', 'month', 'year'] as const).filter((part) => parts.has(part)).join(' ');
}

test.each<[string, string, string, string]>([
  ['on July 22, 2024', 'en', '2024-07-22', 'day month year'],
  ['on 22nd July', 'en', '2024-07-22', 'day month'],
  ['in Sept. 2024', 'en', '2024-09-22', 'month year'],
  ['it may close in 2024', 'en', '2024-05', 'year'],
  ['22.07.2024', 'de', '2024-07-22', 'day month year'],
  ['2024-07-22', 'en', '2024-07-22', 'day month year'],
  ['from 1981 to 82', 'en', '1982', 'year'],
  ['1981–1982', 'en', '1982', 'year'],
  ['am 22. Juli 2024', 'de', '2024-07-22', 'day month year'],
  ['22 lipca 2024', 'pl', '2024-07-22', 'day month year'],
  ['le 1er août 2024', 'fr', '2024-08-01', 'day month year'],
  ['2024. júliusban', 'hu', '2024-07', 'month year'],
  ['٢٢ يوليو ٢٠٢٤', 'ar', '2024-07-22', 'day month year'],
  ['٢٢ تموز ٢٠٢٤', 'ar', '2024-07-22', 'day month year'],
  ['اول شهریور ۱۴۰۳', 'fa', '2024-08', 'month year'],
  ['۱ شهریور ۱۴۰۳', 'fa', '2024-08-22', 'day month year'],
  ['۱۴۰۳/۶/۱', 'fa', '2024-08-22', 'day month year'],
  ['29 Khordad 1400', 'en', '2021-06-19', 'day month year'],
  ['in 1367', 'en', '1988', ''],
  ['سال ۱۳۶۷', 'fa', '1988', 'year'],
  ['in July 2023', 'en', '2024-07', 'month'],
  ['1722 of them', 'en', '2024-07-22', ''],
])('"%s" in %s carries of %s: %s', (text, language, date, parts) => {
  expect(carried(date, text, language)).toBe(parts);
});

test.each<[string, string, string, string, string]>([
  ['said on Tuesday', 'en', '2024-07-25', '2024-07-23', 'day month year'],
  ['said on Tuesday', 'en', '2024-07-25', '2024-07-16', ''],
  ['sagte am Dienstag', 'de', '2024-07-25', '2024-07-23', 'day month year'],
  ['said on Tuesday', 'en', '2024-07', '2024-07-23', 'month year'],
  ['said on Tuesday', 'en', '2024', '2024-07-23', ''],
  ['ανακοίνωσε σήμερα', 'el', '2026-02-19', '2026-02-19', 'day month year'],
  ['said yesterday', 'en', '2024-07-25', '2024-07-24', 'day month year'],
  ['stepped down on Aug. 1', 'en', '2024-09', '2024-08-01', 'day month year'],
  ['stepped down on Aug. 1', 'en', '2024-09', '2023-08-01', 'day month'],
  ['will meet on January 5', 'en', '2024-12-20', '2025-01-05', 'day month year'],
  ['stepped down on Aug. 1 in 2020', 'en', '2024-09', '2024-08-01', 'day month'],
])('"%s" in %s, issued %s, carries of %s: %s', (text, language, issued, date, parts) => {
  expect(carried(date, text, language, issued)).toBe(parts);
});

test('any day is carried by itself as its language writes it, and by its Persian date', () => {
  const languages = fc.constantFrom(
    'en',
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'pl',
    'ru',
    'tr',
    'pt',
    'ro',
    'el',
    'bg',
    'ar',
    'fa',
    'bn',
    'sq',
    'mk',
  );
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(languages, days, (language, day) => {
      const write = (locale: string) =>
        new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
      const iso = day.toISOString().slice(0, 10);
      expect(carried(iso, write(`${language}-u-ca-gregory`), language)).toBe('day month year');
      expect(carried(iso, write('fa-u-ca-persian'), 'fa')).toBe('day month year');
    }),
  );
});

test('a day of issue says a date that is no more exact than itself', () => {
  expect(isSaidBy(saidOf('2024-07'), '2024-07-22')).toBe(true);
  expect(isSaidBy(saidOf('2024-07-22'), '2024-07-22')).toBe(true);
  expect(isSaidBy(saidOf('2024-07-22'), '2024-07')).toBe(false);
  expect(isSaidBy(saidOf('2024-07-22'), undefined)).toBe(false);
});
