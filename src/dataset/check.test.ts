import { expect, test } from 'vitest';
import { cite, dispute, entity, person, position, source, statement } from './builders.ts';
import { problemsOf } from './rules/testing.ts';

test('a dataset that follows the policy has no problem', () => {
  const entities = [
    person('a', {
      names: [
        { text: '@person_a', kind: 'handle' },
        { text: 'the Hammer', kind: 'epithet', usedBy: 'opponents' },
      ],
      living: true,
      statements: [
        statement('On 22 July 2024 she told the 55th session that article 7 had been broken.', { date: '2024-07-22' }),
        statement('The court said that over 300 people had died.', {
          kind: 'figure',
          citations: cite('alpha', 'beta'),
        }),
        statement('She has led the house since 2021.', { kind: 'role', from: '2021', asOf: '2026-11' }),
      ],
      disputes: [
        dispute({
          sides: ['council', 'union'],
          unit: 'people',
          positions: [
            position('The council', 'About ten people lost their work.', { side: 'council', low: 10 }),
            position('The union', 'Between twenty and thirty lost it.', { side: 'union', low: 20, high: 30 }),
          ],
        }),
      ],
      related: [{ id: 'b', kind: 'member of' }],
    }),
    entity('b'),
  ];
  expect(problemsOf(entities, [source('beta')])).toEqual([]);
});
