import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const output = readFixture('factbook-forces');

test('a body is taken where its name, or what stands in brackets behind it, is its own', () => {
  expect(output.entities.map(({ id }) => id).sort()).toEqual([
    'forces-de-federal-armed-forces',
    'forces-de-federal-exemplar-guard',
    'forces-de-german-navy',
  ]);
});

test('names are those in brackets that are no words of English, and codes', () => {
  expect(namesOf(record(output, 'forces-de-federal-armed-forces'))).toEqual([
    'Federal Armed Forces of Germany',
    'Exemplarwehr',
  ]);
  expect(record(output, 'forces-de-german-navy').names).toEqual([
    { text: 'Beispielmarine', kind: 'full' },
    { text: 'BSM', kind: 'acronym', exactCase: true },
  ]);
  expect(namesOf(record(output, 'forces-de-federal-exemplar-guard'))).toEqual([
    'Federal Exemplar Guard of Germany',
    'Exemplarschutz',
    'EXS',
  ]);
});

test('armed forces are told from police and guards', () => {
  expect(values(record(output, 'forces-de-german-navy'), 'type')).toEqual(['armed-forces']);
  expect(values(record(output, 'forces-de-federal-exemplar-guard'), 'type')).toEqual(['public-body']);
});

test('a body that an earlier source has is the same', () => {
  const known: Entity = {
    id: 'ror-wehr',
    kind: 'organisation',
    name: 'Exemplarwehr',
    facts: [{ property: 'country', value: 'DE', asOf: '2026-01-01', source: 'other' }],
    related: [{ id: 'country-de', kind: 'country' }],
  };
  const merged = readFixture('factbook-forces', { earlier: [known] });
  expect(record(merged, 'ror-wehr').name).toBe('Exemplarwehr');
  expect(merged.entities.map(({ id }) => id)).not.toContain('forces-de-federal-armed-forces');
});

test('the field that no profile has any more stops the adapter', () => {
  const fixture = () => readFixture('factbook-forces', { replace: ['Military and Security', 'Military'] });
  expect(fixture).toThrow(/Military and Security > Military and security forces: expected this field in some of them/u);
});
