import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, dayStatement, livingBy } from './days.ts';

test.each([
  ['1950', '1950'],
  ['1950-01-02T00:00:00Z', '1950-01-02'],
  ['+1950-00-00', '1950'],
  ['02.01.1950', '1950-01-02'],
  ['13/1/1950', '1950-01-13'],
  ['1/13/1950', '1950-01-13'],
  ['2 January 1950', '1950-01-02'],
  ['Jan 2nd, 1950', '1950-01-02'],
  ['May 1950', '1950-05'],
  ['02/01/1950', undefined],
  ['31.02.1950', undefined],
  ['soon', undefined],
  ['50', undefined],
  ['', undefined],
])('the day in %j is %s', (text, expected) => {
  expect(dayIn(text)).toBe(expected);
});

test('a day that is written with words or marks is the one that was meant', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1400, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const inWords = new Date(`${iso}T00:00:00Z`).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });
        expect([dayIn(`${day}.${month}.${year}`), dayIn(inWords), dayIn(iso)]).toEqual([iso, iso, iso]);
      },
    ),
  );
});

test('days that agree are one fact; days that differ are none', () => {
  expect(dayStatement('Born', ['1964', '1964-11-06'])).toEqual({
    text: 'Born on 6 November 1964.',
    date: '1964-11-06',
  });
  expect(dayStatement('Born', ['1964-11-04', '1961'])).toEqual({
    text: 'Born in 1961, or on 4 November 1964: the sources differ.',
  });
  expect(dayStatement('Born', [])).toBeUndefined();
});

test('nobody is taken for living by a day alone, and nobody lives 123 years', () => {
  expect([livingBy(true, [], '2026-11-22'), livingBy(false, ['1903'], '2026-11-22')]).toEqual([false, false]);
  expect([livingBy(false, ['1904'], '2026-11-22'), livingBy(false, [], '2026-11-22')]).toEqual([undefined, undefined]);
});
