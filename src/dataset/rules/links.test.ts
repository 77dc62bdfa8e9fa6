import { expect, test } from 'vitest';
import { cite, context, dispute, entity, pack, person, position, source, statement } from '../builders.ts';
import { checkDataset } from '../check.ts';
import type { Entity, Source } from '../schema.ts';
import { problemsOf } from './testing.ts';

const beta = source('beta');

test.each<[string, Entity[], Source[], string[]]>([
  [
    'a citation of a source that no pack has',
    [entity('a', { statements: [statement('It was.', { citations: cite('alpha', 'gamma') })] })],
    [],
    ['known-source entities/a.statements[0].citations[1].source'],
  ],
  [
    'a relation to an entity that no pack has',
    [entity('a', { related: [{ id: 'c', kind: 'part of' }] })],
    [],
    ['known-entity entities/a.related[0].id'],
  ],
  [
    'a relation to itself',
    [entity('a', { related: [{ id: 'a', kind: 'part of' }] })],
    [],
    ['known-entity entities/a.related[0].id'],
  ],
  [
    'an office that no pack has',
    [person('a', { roles: [{ title: 'Mayor', office: 'mayor', from: '1990', to: '1994' }] })],
    [],
    ['known-entity entities/a.roles[0].office'],
  ],
  [
    'a holder that no pack has',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Yes.', { holderEntity: 'x' }), position('B', 'No.')] })],
      }),
    ],
    [],
    ['known-entity entities/a.disputes[0].positions[0].holderEntity'],
  ],
  ['an id that stands twice', [entity('a'), entity('a')], [], ['unique-id entities/a']],
  ['a source that nothing cites', [entity('a')], [beta], ['referenced-source sources/beta']],
])('%s is refused', (_, entities, sources, expected) => {
  expect(problemsOf(entities, sources)).toEqual(expected);
});

test('an entity may cite and relate to records of another pack', () => {
  const first = pack(
    [
      entity('a', {
        statements: [statement('It was.', { citations: cite('beta') })],
        related: [{ id: 'b', kind: 'part of' }],
      }),
    ],
    [],
    'first',
  );
  const second = pack(
    [entity('b', { statements: [statement('It was.', { citations: cite('beta') })] })],
    [beta],
    'second',
  );
  const used = { ...first, sources: {} };
  const found = checkDataset(context([used, { ...second, sources: { beta } }]));
  expect(found.map(({ rule }) => rule).filter((rule) => rule.startsWith('known-'))).toEqual([]);
});
