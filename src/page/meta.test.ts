import { expect, test } from 'vitest';
import { datesInJsonLd } from './meta.ts';

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
