import { expect, test } from 'vitest';
import { datesInJsonLd, firstDate, isoDate } from './publication-date.ts';

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

test('an article in JSON-LD comes before other things, also inside a graph', () => {
  const graph = [
    { '@type': 'ImageObject', datePublished: '2001-01-01' },
    { '@type': ['NewsArticle'], datePublished: '2024-08-24T10:00:00Z' },
  ];
  expect(datesInJsonLd(JSON.stringify({ '@graph': graph }))).toEqual(['2024-08-24T10:00:00Z', '2001-01-01']);
  expect(datesInJsonLd(JSON.stringify(graph[0]))).toEqual(['2001-01-01']);
});

test('broken or strange JSON-LD gives no date', () => {
  for (const json of ['', '{', 'null', '[]', '"2024-08-24"', '{"@type":"NewsArticle","datePublished":5}']) {
    expect(datesInJsonLd(json)).toEqual([]);
  }
});

test.each([
  ['an object with a toString of its own', { toString: 1 }],
  ['a list that holds one', ['NewsArticle', { toString: null, valueOf: [] }]],
  ['nothing', null],
])('a type that is %s costs the page neither its date nor its reading', (_, type) => {
  expect(datesInJsonLd(JSON.stringify({ '@type': type, datePublished: '2024-08-24' }))).toEqual(['2024-08-24']);
});

test('a list longer than the stack holds is looked at as far as anybody would', () => {
  const things = [{ '@type': 'NewsArticle', datePublished: '2024-08-24' }, ...Array(500_000).fill(0)];
  expect(datesInJsonLd(JSON.stringify(things))).toEqual(['2024-08-24']);
});
