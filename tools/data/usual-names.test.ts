import { expect, test } from 'vitest';
import { withUsualNames } from './usual-names.ts';

const fact = (property: 'type' | 'seats', value: string | number) => ({
  property,
  value,
  asOf: '2026-01-01',
  source: 'x',
});
const extracts = [
  { source: 'x', entities: [{ id: 'house', kind: 'organisation' as const, name: 'House', facts: [fact('seats', 3)] }] },
  {
    source: 'y',
    entities: [{ id: 'house', kind: 'organisation' as const, name: 'House', facts: [fact('type', 'lower-chamber')] }],
  },
];
const namesIn = (table: unknown) =>
  withUsualNames(extracts, table).map(({ entities }) => entities.map(({ names }) => names ?? []));

test('a usual name goes to the record that says what its entity is, once', () => {
  const table = {
    house: [
      { text: 'House', kind: 'short' },
      { text: 'HOU', kind: 'acronym' },
    ],
  };
  expect(namesIn(table)).toEqual([[[]], [[{ text: 'HOU', kind: 'acronym', exactCase: true }]]]);
  expect(withUsualNames(withUsualNames(extracts, table), table)).toEqual(withUsualNames(extracts, table));
});

test('an id that no source has is told', () => {
  expect(() => namesIn({ hut: [] })).toThrow(/usual-names\.json: expected ids that a source has, found hut; correct/u);
});
