import { expect, test } from 'vitest';
import { dateFromJsonLd, isoDate } from './meta.ts';

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

test('an article in JSON-LD comes before other things, also inside a graph', () => {
  const graph = [
    { '@type': 'ImageObject', datePublished: '2001-01-01' },
    { '@type': ['NewsArticle'], datePublished: '2024-08-24T10:00:00Z' },
  ];
  expect(dateFromJsonLd(JSON.stringify({ '@graph': graph }))).toBe('2024-08-24');
  expect(dateFromJsonLd(JSON.stringify(graph[0]))).toBe('2001-01-01');
});

test('broken or strange JSON-LD gives no date', () => {
  for (const json of ['', '{', 'null', '[]', '"2024-08-24"', '{"@type":"NewsArticle","datePublished":5}']) {
    expect(dateFromJsonLd(json)).toBeUndefined();
  }
});
