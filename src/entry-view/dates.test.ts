import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatPeriod, later, partialDate, rolesOn } from './dates.ts';

test('a date is later only when every day that it may mean is later', () => {
  expect(later('2024-07-23', '2024-07-22')).toBe(true);
  expect(later('2024-08', '2024-07-22')).toBe(true);
  expect(later('2024', '2024-07-22')).toBe(false);
  expect(later('2024-07', '2024-07-22')).toBe(false);
  expect(later('2025', '2024')).toBe(true);
  expect(later('2024-07-22', '2024')).toBe(false);
});

test('no two dates are each later than the other', () => {
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = fc
    .record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      precision: fc.constantFrom(4, 7, 10),
    })
    .map(({ year, month, day, precision }) => `${year}-${pad(month)}-${pad(day)}`.slice(0, precision));
  fc.assert(fc.property(date, date, (one, other) => !(later(one, other) && later(other, one))));
});

test('a date in words is as precise as its source and in the Gregorian calendar', () => {
  expect(formatDate('2024', 'en-GB')).toBe('2024');
  expect(formatDate('2024-07', 'en')).toBe('July 2024');
  expect(formatDate('2024-07-22', 'en-GB')).toBe('22 July 2024');
  expect(formatDate('2024', 'fa')).toBe('۲۰۲۴');
  expect(formatDate('-0044', 'en')).toContain('B');
  expect(formatDate('soon', 'en')).toBe('soon');
});

test('a reader of Persian has the Solar Hijri date beside what is known to a day', () => {
  expect(formatPeriod('2024-07-22', undefined, 'fa')).toBe('۲۲ ژوئیهٔ ۲۰۲۴ / ۱ مرداد ۱۴۰۳');
  expect(formatPeriod('2018-01-01', '2021-08-03', 'fa')).toBe(
    '۱ ژانویهٔ ۲۰۱۸ – ۳ اوت ۲۰۲۱ / ۱۱ دی ۱۳۹۶ – ۱۲ مرداد ۱۴۰۰',
  );
  expect(formatPeriod('2018-01', '2021-08-03', 'fa')).toBe('ژانویهٔ ۲۰۱۸ – ۳ اوت ۲۰۲۱');
  expect(formatPeriod('1979', undefined, 'fa')).toBe('۱۹۷۹');
  expect(formatPeriod('-0550-03-01', undefined, 'fa')).not.toContain('/');
  for (const language of ['en', 'ar', 'de']) expect(formatPeriod('2024-07-22', undefined, language)).not.toContain('/');
});

test('years alone are said in both calendars where their days are known', () => {
  expect(formatPeriod('2019-03-07', '2021-07-01', 'fa', true)).toBe('۲۰۱۹ – ۲۰۲۱ / ۱۳۹۷ – ۱۴۰۰');
  expect(formatPeriod('2021-01-02', '2021-08-03', 'fa', true)).toBe('۲۰۲۱ / ۱۳۹۹ – ۱۴۰۰');
  expect(formatPeriod('2019-03', '2021-07-01', 'fa', true)).toBe('۲۰۱۹ – ۲۰۲۱');
  expect(formatPeriod('2019-03-07', '2021', 'en', true)).toBe('2019 – 2021');
});

test('a CSL date keeps the parts that it has', () => {
  expect(partialDate({ 'date-parts': [[2024, 7]] })).toBe('2024-07');
  expect(partialDate(undefined)).toBe(undefined);
});

test('the roles of a day are those whose time may hold it; an undated role says nothing about a day', () => {
  const roles = [
    { title: 'Deputy', from: '2018', to: '2021-08-03' },
    { title: 'Minister', from: '2021-08-03' },
    { title: 'Member' },
  ];
  const titles = (day: string) => rolesOn(roles, day).map(({ title }) => title);
  expect(titles('2020-01-01')).toEqual(['Deputy']);
  expect(titles('2026-11-22')).toEqual(['Minister']);
  expect(titles('2018-01-01')).toEqual(['Deputy']);
  expect(titles('2010-01-01')).toEqual([]);
});
