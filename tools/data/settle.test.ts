import { expect, test } from 'vitest';
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { settle } from './settle.ts';

const person = (id: string, name: string, fact: Omit<Fact, 'source'>, source: string): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ ...fact, source }],
});

const minister = (fact: Partial<Fact> = {}) => ({
  source: 'ministers',
  entities: [
    person(
      'minister',
      'Carla Testwood',
      { property: 'office-held', value: 'Minister of Tests', within: 'country-xx', asOf: '2026-06-19', ...fact },
      'ministers',
    ),
  ],
});
const head = (from: string) => ({
  source: 'leaders',
  entities: [
    person(
      'head',
      'Ada Newhead',
      { property: 'head-of-government-of', value: 'country-xx', from, asOf: '2026-08-22' },
      'leaders',
    ),
  ],
});
const factOf = (extracts: ReturnType<typeof settle>['extracts']) => extracts[0]!.entities[0]!.facts![0]!;

test('a minister of a government whose head came later may have gone with it', () => {
  expect(factOf(settle([minister(), head('2026-07-20')]).extracts).changed).toBe('2026-07-20');
});

test.each([
  ['the head was there when the data were made', minister(), '2026-06-19'],
  ['the office is over', minister({ to: '2026-05-01' }), '2026-07-20'],
  ['the head leads another country', minister({ within: 'country-yy' }), '2026-07-20'],
])('nothing is said where %s', (_, extract, from) => {
  expect(factOf(settle([extract, head(from)]).extracts)).not.toHaveProperty('changed');
});
