import { expect, test } from 'vitest';
import { type Change, readFixture, record } from '../fixture.ts';

const read = (change: Change = {}) => readFixture('known-bodies', change);

test('each fact has the pages where it was read, and the day of the table', () => {
  const output = read();
  expect(output.asOf).toBe('2026-05-01');
  const shared = { asOf: '2026-05-01', source: 'known-bodies' };
  const locator = 'https://alpha.example/about https://press.example/alpha';
  expect(record(output, 'known-alpha')).toEqual({
    id: 'known-alpha',
    kind: 'organisation',
    name: 'Alpha Council',
    names: [{ text: 'Alpha Council', kind: 'full' }],
    facts: [
      { property: 'type', value: 'international-body', locator, ...shared },
      { property: 'founded', value: '1975', locator, ...shared },
      { property: 'headquarters', value: 'Sampleton', locator, ...shared },
    ],
  });
});

test('a body can have no type, belong to another, and be told of on a day of its own', () => {
  const { facts = [], related } = record(read(), 'known-beta');
  expect(facts.map(({ property, value, asOf }) => [property, value, asOf])).toEqual([
    ['country', 'EG', '2020-01-02'],
    ['part-of', 'known-alpha', '2020-01-02'],
  ]);
  expect(related).toEqual([{ id: 'country-eg', kind: 'country' }]);
});

test('what a country runs somewhere is a place', () => {
  const replace = ['"name": "Beta Brigades"', '"name": "Beta Prison", "kind": "place"'] as const;
  expect(record(read({ replace }), 'known-beta').kind).toBe('place');
  expect(record(read(), 'known-beta').kind).toBe('organisation');
});

test('a body of an earlier source can be the whole', () => {
  const replace = ['"partOf": "known-alpha"', '"partOf": "conflict-party-1"'] as const;
  const earlier = [{ id: 'conflict-party-1', kind: 'organisation' as const, name: 'Gamma Forces' }];
  expect(record(read({ replace, earlier }), 'known-beta').facts).toContainEqual(
    expect.objectContaining({ property: 'part-of', value: 'conflict-party-1' }),
  );
  expect(() => read({ replace })).toThrow(/known-beta: expected a body of the table or of an earlier source/u);
});

test.each<[string, [string, string], RegExp]>([
  ['no address', ['"https://press.example/beta"', '"page 3"'], /read/u],
  ['no page', ['["https://press.example/beta"]', '[]'], /read/u],
  ['a type that is none', ['international-body', 'club'], /type/u],
  ['a day that is none', ['"1975"', '"long ago"'], /founded/u],
  ['an unknown field', ['"headquarters"', '"seat"'], /seat/u],
  ['no fact', ['"country": "EG",\n      "partOf": "known-alpha",\n', ''], /known-beta: expected a fact/u],
])('%s is an error', (_what, replace, error) => {
  expect(() => read({ replace })).toThrow(error);
});
