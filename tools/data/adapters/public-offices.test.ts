import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { readFixture, record, values } from '../fixture.ts';

const output = readFixture('public-offices');

test('ministers and officials are told with their office, and members of chambers are left', () => {
  expect(values(record(output, 'office-us-delta-sample'), 'office-held')).toEqual(['Attorney General']);
  expect(values(record(output, 'office-us-epsilon-sample'), 'office-held')).toEqual(['House Press Secretary']);
  expect(output.entities.map(({ id }) => id)).not.toContain('office-us-zeta-left');
  expect(output.asOf).toBe('2025');
});

test('who is known in the country is the same person; a head of state is left', () => {
  const person = (id: string, name: string, property: 'office-held' | 'head-of-state-of'): Entity => ({
    id,
    kind: 'person',
    name,
    facts: [{ property, value: 'x', asOf: '2026-01-01', source: 'other' }],
    related: [{ id: 'country-us', kind: 'country' }],
  });
  const merged = readFixture('public-offices', {
    earlier: [person('known', 'Delta B. Sample', 'office-held'), person('head', 'Epsilon Sample', 'head-of-state-of')],
  });
  expect(record(merged, 'known').name).toBe('Delta B. Sample');
  expect(merged.entities.map(({ id }) => id)).not.toContain('office-us-epsilon-sample');
});

test('a minister without an office stops the adapter', () => {
  expect(() => readFixture('public-offices', { replace: ['"role": "House Press Secretary"', '"role": ""'] })).toThrow(
    /officials\[0\]: expected an office/u,
  );
});
