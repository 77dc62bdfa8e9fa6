import { expect, test } from 'vitest';
import { cite, context, entity, fact, pack, source, statement } from '../builders.ts';
import { checkDataset } from '../check.ts';
import type { Entity, Source } from '../schema.ts';
import { problemsOf } from './testing.ts';

function without<K extends keyof Source>(record: Source, key: K): Source {
  const { [key]: _, ...rest } = record;
  return rest as unknown as Source;
}

test.each<[string, Entity[], Source[], string[]]>([
  [
    'a page on a host of copies',
    [entity('a')],
    [source('alpha', { URL: 'https://news.copies.example./1' })],
    ['allowed-host sources/alpha.URL'],
  ],
  [
    'an archived copy on a host of copies',
    [entity('a')],
    [source('alpha', { archive_location: 'https://copies.example/1' })],
    ['allowed-host sources/alpha.archive_location'],
  ],
  [
    'a fact that was read on a host of copies',
    [
      entity('a', {
        facts: [fact('founded', '1965', { locator: 'https://own.example/1 https://www.copies.example/1' })],
      }),
    ],
    [source('alpha')],
    ['allowed-host entities/a.facts[0].locator'],
  ],
  [
    'two sources with one address',
    [entity('a', { statements: [statement('It was.', { citations: cite('alpha', 'beta') })] })],
    [source('beta', { URL: 'http://www.alpha.example/report/?utm_source=x#top' })],
    ['unique-address sources/beta.URL'],
  ],
  [
    'an address that is none',
    [entity('a')],
    [source('alpha', { URL: 'https://[' })],
    ['valid-address sources/alpha.URL'],
  ],
  [
    'a source that cannot be found',
    [entity('a')],
    [{ ...without(source('alpha'), 'URL') }],
    ['findable-source sources/alpha'],
  ],
  [
    'a publisher of which nobody said what it is',
    [entity('a')],
    [source('alpha', { publisherType: 'not stated' })],
    ['stated-publisher sources/alpha.publisherType'],
  ],
  [
    'an address without the day on which it was read',
    [entity('a')],
    [without(source('alpha'), 'accessed')],
    ['dated-source sources/alpha.accessed'],
  ],
])('%s is refused', (_, entities, sources, expected) => {
  expect(problemsOf(entities, sources)).toEqual(expected);
});

test('a table of pages is held to the list of hosts too', () => {
  const table = pack(
    [entity('a', { facts: [fact('founded', '1965', { locator: 'https://copies.example/1' })] })],
    [source('alpha', { license: 'MIT', version: '1', issued: { 'date-parts': [[2026, 1, 1]] } })],
  );
  expect(checkDataset(context(table), [table]).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'allowed-host entities/a.facts[0].locator',
  ]);
});
