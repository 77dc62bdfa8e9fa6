import { expect, test } from 'vitest';
import { entity, pack } from './builders.ts';
import type { Entity } from './schema.ts';
import { unify } from './unify.ts';

const told = (id: string, name: string, source: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'constituency', value: 'Town', asOf: '2026', source }],
  related: [{ id: 'country-xa', kind: 'country' }],
  ...more,
});
const idsOf = (...args: Parameters<typeof unify>) => unify(...args).map(({ entities }) => entities.map(({ id }) => id));

test('an entity of open data gets the id of the edited entry with its item, its article, or its name and kind', () => {
  const edited = pack([
    entity('item', { name: 'By item', wikidata: 'Q1' }),
    entity('article', { name: 'By article', wikipedia: 'By article' }),
    entity('name', { kind: 'person', name: 'By Name' }),
  ]);
  const data = pack([
    told('a', 'Another name', 'x', { wikidata: 'Q1' }),
    told('b', 'Third name', 'x', { wikipedia: 'By article' }),
    told('c', 'By Name', 'x'),
    told('d', 'By Name', 'x', { kind: 'organisation' }),
  ]);
  expect(idsOf([edited], [data])[1]).toEqual(['item', 'article', 'name', 'd']);
});

test('capitals, accents and hyphens make no other name', () => {
  const edited = pack([entity('voice', { kind: 'organisation', name: 'Voice of Harl' })]);
  const data = pack([
    told('a', 'Voice Of Harl', 'x', { kind: 'organisation' }),
    told('b', 'Harl Movement-in-Opposition', 'x'),
    told('c', 'Hárl Movement in Opposition', 'y'),
  ]);
  expect(idsOf([edited], [data])[1]).toEqual(['voice', 'b']);
});

test('a name that two have, or whose items differ, joins nothing', () => {
  const edited = pack([
    entity('one', { kind: 'person', name: 'Sam Roe', wikidata: 'Q1' }),
    entity('two', { kind: 'person', name: 'Kim Roe' }),
  ]);
  const data = pack([
    told('a', 'Sam Roe', 'x', { wikidata: 'Q2' }),
    told('b', 'Kim Roe', 'x'),
    told('c', 'Kim Roe', 'x', { related: [{ id: 'country-xb', kind: 'country' }] }),
  ]);
  expect(idsOf([edited], [data])[1]).toEqual(['a', 'b', 'c']);
});

test('two sources of a pack tell of one person with one name and country, one source of two', () => {
  const data = pack([
    told('a', 'Sam Roe', 'x'),
    told('b', 'Sam Roe', 'y'),
    told('c', 'Kim Roe', 'x'),
    told('d', 'Kim Roe', 'x'),
  ]);
  const { entities } = unify([], [data])[0]!;
  expect(entities.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  expect(entities[0]!.facts?.map(({ source }) => source)).toEqual(['x', 'y']);
});

test('records of a pack with one item are one, by whatever names their sources have it', () => {
  const first = pack([
    told('a', 'Sam J. Roe', 'x', { wikidata: 'Q1' }),
    told('b', 'Sam Roe', 'y', { wikidata: 'Q1' }),
    told('c', 'Kim Roe', 'y', { wikidata: 'Q2' }),
  ]);
  const second = pack([told('d', 'Sam Roe', 'z', { wikidata: 'Q1' })]);
  expect(idsOf([], [first, second])).toEqual([['a', 'c'], ['a']]);
});

test('what is named by its old id in facts and relations is named by its new one, through two packs', () => {
  const edited = pack([entity('house', { kind: 'organisation', name: 'House' })]);
  const first = pack([
    told('b', 'Sam Roe', 'x'),
    told('a', 'Sam Roe', 'y'),
    told('h', 'House', 'x', { kind: 'organisation' }),
  ]);
  const second = pack([
    told('q', 'Kim Roe', 'z', {
      facts: [
        { property: 'member-of', value: 'h', asOf: '2026', source: 'z' },
        { property: 'seats', value: 3, within: 'h', asOf: '2026', source: 'z' },
      ],
      related: [{ id: 'a', kind: 'knows' }],
    }),
  ]);
  const { entities } = unify([edited], [first, second])[2]!;
  expect(entities[0]!.facts).toMatchObject([{ value: 'house' }, { value: 3, within: 'house' }]);
  expect(entities[0]!.related).toEqual([{ id: 'b', kind: 'knows' }]);
});

test('a capital that is a part of its country too is a capital first', () => {
  const place = (id: string, type: string, source: string) =>
    told(id, 'Harl', source, { kind: 'place', facts: [{ property: 'type', value: type, asOf: '2026', source }] });
  const [joined] = unify([], [pack([place('part', 'subdivision', 'x'), place('city', 'capital', 'y')])])[0]!.entities;
  expect(joined!.facts!.map(({ value }) => value)).toEqual(['capital', 'subdivision']);
});
