import { expect, test } from 'vitest';
import { entity, source, statement } from '../dataset/builders.ts';
import type { Entity } from '../dataset/schema.ts';
import { merged } from './merge.ts';

const record = (parts: Partial<Entity>, title = 'One') => ({
  entity: { ...entity('p-tilda-marrow', { kind: 'person', name: 'Tilda Marrow' }), statements: [], ...parts } as Entity,
  sources: [{ ...source('alpha'), title }],
});
const said = (text: string) => statement(text, { citations: [{ source: 'alpha', supports: 'direct' }] });

test('what stands twice is one record with the names, sentences and sources of both', () => {
  const first = record({ names: [{ text: 'T. Marrow' }], statements: [said('She bakes.')] });
  const again = record(
    { names: [{ text: 'T. Marrow' }, { text: 'TM' }], statements: [said('She sings.'), said('She bakes.')] },
    'Two',
  );
  const both = merged(first, again);
  expect(both?.entity.names?.map(({ text }) => text)).toEqual(['T. Marrow', 'TM']);
  expect(both?.entity.statements?.map(({ text, citations }) => [text, citations[0]?.source])).toEqual([
    ['She bakes.', 'alpha'],
    ['She sings.', 'alpha-2'],
  ]);
  expect(both?.sources.map(({ id, title }) => [id, title])).toEqual([
    ['alpha', 'One'],
    ['alpha-2', 'Two'],
  ]);
});

test('a record merged with itself is unchanged', () => {
  const one = record({ names: [{ text: 'T. Marrow', kind: 'variant' }], statements: [said('She bakes.')] });
  expect(merged(one, one)).toMatchObject(one);
});

test.each([
  ['of another kind', { kind: 'place' as const }],
  ['another item of Wikidata', { wikidata: 'Q2' }],
  ['alive where the other is dead', { living: true }],
  ['described otherwise, where only the name is the same', { description: 'Singer' }],
])('a record that is %s is not joined', (_, parts) => {
  const first = record({ wikidata: 'Q1', living: false, description: 'Baker' });
  expect(merged(first, record(parts))).toBeUndefined();
  expect(merged({ ...first, entity: { ...first.entity, id: 'x' } }, record({ description: 'Singer' }))).toBeDefined();
});
