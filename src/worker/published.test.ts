import { expect, test } from 'vitest';
import { firstDate, isoDate } from './published.ts';

test.each([
  ['2024-08-24', '2024-08-24'],
  ['2024-08-24T23:30:00+02:00', '2024-08-24'],
  [' 2024-08-24 10:00', '2024-08-24'],
  ['20240824', '2024-08-24'],
  ['Sat, 24 Aug 2024 23:00:00 GMT', '2024-08-24'],
  ['August 24, 2024', '2024-08-24'],
])('reads the date %j', (written, date) => {
  expect(isoDate(written)).toBe(date);
});

test.each(['', null, undefined, 'yesterday', '2024', '2024-02-31', '2024-13-01', '03/04/2024', '1724457600', 'May'])(
  'takes %j for no date',
  (written) => {
    expect(isoDate(written)).toBeUndefined();
  },
);

test('the first candidate that is a date counts', () => {
  expect(firstDate(['', 'yesterday', '2024-08-24T10:00:00Z', '2001-01-01'])).toBe('2024-08-24');
  expect(firstDate(['2024', 'soon'])).toBeUndefined();
});
