import { expect, test } from 'vitest';
import type { Entity } from '../../src/dataset/schema.ts';
import { knownIn } from './known.ts';
import { withoutTarget, withSame } from './same.ts';

const person = (id: string, name: string, value: string): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'party', value, asOf: '2026-01-01', source: 'x' }],
});
const table = { same: { 'holder-q1': 'minister-alpha', 'party-b': 'party-a' }, apart: [] };

test('what is one stands under one id, with what both records tell, and is named so by others', () => {
  const [only, ...more] = withSame(
    [person('holder-q1', 'Alfa Sample', 'party-b'), person('minister-alpha', 'Alpha Sample', 'party-a')],
    table,
  );
  expect(more).toEqual([]);
  expect(only).toMatchObject({ id: 'minister-alpha', name: 'Alpha Sample' });
  expect(only!.names).toContainEqual({ text: 'Alfa Sample', lang: 'en' });
  expect(only!.facts!.map(({ value }) => value)).toEqual(['party-a', 'party-a']);
});

test('a record that an earlier source has is called as there, and keeps its own name beside', () => {
  const earlier = new Map([['minister-alpha', person('minister-alpha', 'Alpha Sample', 'party-a')]]);
  const [only] = withSame([person('holder-q1', 'Alfa Sample', 'party-b')], table, earlier);
  expect(only).toMatchObject({ name: 'Alpha Sample', names: [{ text: 'Alfa Sample' }] });
});

test('a holder of offices is known by the item, whatever the name', () => {
  const earlier = new Map([['minister-alpha', person('minister-alpha', 'Alpha Sample', 'party-a')]]);
  expect(knownIn({ earlier, tables: { same: table } }).item('Q1')?.id).toBe('minister-alpha');
  expect(knownIn({ earlier, tables: { same: { same: {}, apart: [] } } }).item('Q1')).toBeUndefined();
});

test('a line that leads to nothing is remarked on', () => {
  expect(withoutTarget(table, [person('minister-alpha', 'Alpha Sample', 'party-a')])).toEqual([
    'data/refresh/same.json: no source has party-a, which party-b should be; take the line out',
  ]);
});
