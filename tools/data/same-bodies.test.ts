import { expect, test } from 'vitest';
import type { Entity } from '../../src/dataset/schema.ts';
import { withSharedItems } from './same-bodies.ts';

const body = (id: string, name: string, country?: string, wikidata?: string, type = 'political-party'): Entity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type, asOf: '2026-01-01', source: 'x' }],
  ...(country && { related: [{ id: `country-${country}`, kind: 'country' as const }] }),
  ...(wikidata && { wikidata }),
});
const itemsOf = (...entities: Entity[]) =>
  withSharedItems([
    { source: 'x', entities: entities.slice(0, 1) },
    { source: 'y', entities: entities.slice(1) },
  ])
    .flatMap((each) => each.entities)
    .map(({ wikidata }) => wikidata);

test('a party and an armed group of one name of their own are one, wherever the group fights', () => {
  expect(
    itemsOf(body('party', 'Orsolekah', 'lb', 'Q1'), body('group', 'Orsolekah', 'il', undefined, 'conflict-party')),
  ).toEqual(['Q1', 'Q1']);
});

test('a newspaper is no party of another country, though nothing else has their name', () => {
  const paper = body('paper', 'ORSK', 'es', undefined, 'news-outlet');
  expect(itemsOf(body('party', 'ORSK', 'cu', 'Q1'), paper)).toEqual(['Q1', undefined]);
});

test('an article does not make another outlet of a name', () => {
  expect(itemsOf(body('a', 'Harl Post', 'us'), body('b', 'The Harl Post', undefined, 'Q1'))).toEqual(['Q1', 'Q1']);
});

test('parties of two countries whose name is made of words of many names are two', () => {
  const others = ['Democratic League', 'Democratic Party', 'Union Party', 'Bakers Union'].flatMap((name, i) => [
    body(`a${i}`, name, 'xa'),
    body(`b${i}`, `${name} of Harl`, 'xb'),
  ]);
  const pair = [body('sy', 'Democratic Union Party', 'sy'), body('cu', 'Democratic Union Party', 'cu', 'Q1')];
  expect(itemsOf(...pair, ...others).slice(0, 2)).toEqual([undefined, 'Q1']);
  const here = [pair[0]!, body('sy2', 'Democratic Union Party', 'sy', 'Q1')];
  expect(itemsOf(...here, ...others).slice(0, 2)).toEqual(['Q1', 'Q1']);
});

test('what a third body is called too, or has an item of its own, stays apart', () => {
  const one = body('one', 'Orsolekah', 'lb', 'Q1');
  expect(itemsOf(one, body('two', 'Orsolekah', 'lb'), body('three', 'Orsolekah', 'lb'))).toEqual([
    'Q1',
    undefined,
    undefined,
  ]);
  expect(itemsOf(one, body('two', 'Orsolekah', 'lb', 'Q2'))).toEqual(['Q1', 'Q2']);
});
