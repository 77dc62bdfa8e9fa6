import { expect, test } from 'vitest';
import { cite, entity, person, source, statement } from '../builders.ts';
import type { Entity, Source } from '../schema.ts';
import { problemsOf } from './testing.ts';

const beta = source('beta');

test.each<[string, Entity[], string[]]>([
  [
    'a number with one source',
    [entity('a', { statements: [statement('It had 300 members.')] })],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'a statement of kind figure with one source',
    [entity('a', { statements: [statement('It had thousands of members.', { kind: 'figure' })] })],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'a finding about a living person with one source',
    [person('a', { living: true, statements: [statement('A court found him guilty.', { kind: 'finding' })] })],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'an allegation about a living person with one source',
    [person('a', { living: true, statements: [statement('She was charged.', { kind: 'allegation' })] })],
    ['independent-sources entities/a.statements[0]'],
  ],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});

test.each<[string, Entity[]]>([
  [
    'a finding about a dead person with one source',
    [person('a', { statements: [statement('A court found him guilty.', { kind: 'finding' })] })],
  ],
])('%s is allowed', (_, entities) => {
  expect(problemsOf(entities)).toEqual([]);
});

test.each<[string, Partial<Source>, number]>([
  ['the same publisher', { publisher: 'paper ALPHA' }, 1],
  ['the other source as its origin', { origin: 'alpha' }, 1],
  ["the other source's publisher as its origin", { origin: 'Paper Alpha' }, 1],
  ['the other publisher in brackets', { publisher: 'Evening News (Paper Alpha)' }, 1],
  ['a branch of the other publisher', { publisher: 'The Paper Alpha International' }, 1],
  ["the other's publisher and a day as its origin", { origin: 'Paper Alpha, 3 May 2020' }, 1],
  ['a publisher whose name begins with the same letters only', { publisher: 'Paper Alphabet' }, 0],
  ['Wikipedia', { URL: 'https://en.wikipedia.org/wiki/House' }, 1],
  ['another publisher and its own text', {}, 0],
])('a number is supported, or not, by a second source with %s', (_, change, count) => {
  const number = entity('a', { statements: [statement('It had 300 members.', { citations: cite('alpha', 'beta') })] });
  const found = problemsOf([number], [source('beta', change)]).filter((problem) => problem.startsWith('independent'));
  expect(found).toHaveLength(count);
});

test('a second source that gives background only does not count', () => {
  const citations = [...cite('alpha'), { source: 'beta', supports: 'background' as const }];
  expect(
    problemsOf([entity('a', { statements: [statement('It had 300 members.', { citations })] })], [beta]),
  ).toHaveLength(1);
});
