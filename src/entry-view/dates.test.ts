import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, later, partialDate, rolesOn } from './dates.ts';

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
