import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const output = readFixture('osm-bodies');

test('a body has an item of Wikidata and one country, and is no town', () => {
  expect(output.entities.map(({ id }) => id)).toEqual(['body-q900108', 'body-q900101', 'body-q900102', 'body-q900105']);
  expect(values(record(output, 'body-q900102'), 'country')).toEqual(['FR']);
});

test('the English name comes first, a code of capitals is an acronym', () => {
  expect(namesOf(record(output, 'body-q900101'))).toEqual(['Beispielpolizei', 'BSP']);
  expect(namesOf(record(output, 'body-q900102'))).toEqual(['Exemplary Police', 'Police exemplaire', 'شرطة المثال']);
  expect(record(output, 'body-q900108').names).toEqual([{ text: 'EXG', kind: 'acronym', exactCase: true }]);
});

test('a department is a ministry, all else a public body', () => {
  expect(values(record(output, 'body-q900105'), 'type')).toEqual(['ministry']);
  expect(values(record(output, 'body-q900101'), 'type')).toEqual(['public-body']);
});

test('what an earlier source has under the name is the same body', () => {
  const known: Entity = {
    id: 'ror-police',
    kind: 'organisation',
    name: 'Exemplary police',
    facts: [{ property: 'country', value: 'FR', asOf: '2026-01-01', source: 'other' }],
    related: [{ id: 'country-fr', kind: 'country' }],
  };
  expect(record(readFixture('osm-bodies', { earlier: [known] }), 'ror-police').name).toBe('Exemplary police');
});

test('a cut list stops the adapter', () => {
  expect(() => readFixture('osm-bodies', { cut: true })).toThrow(/expected whole JSON/u);
});
