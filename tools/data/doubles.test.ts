import { expect, test } from 'vitest';
import type { Entity } from '../../src/dataset/schema.ts';
import { doublesIn } from './doubles.ts';

const named = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: id.startsWith('party-') ? 'organisation' : 'person',
  name,
  related: [{ id: 'country-eg', kind: 'country' }],
  ...more,
});
const found = (a: Entity, b: Entity, apart: [string, string][] = []) => doublesIn([a, b], { same: {}, apart }).length;

test.each([
  ['a letter', 'Suren Papikan', 'Souren Papikyan', 1],
  ['a title', 'Colonel Alpha Sample', 'Alpha Sample', 1],
  ['the order', 'Sample Alpha Beta', 'Alpha Sample', 1],
  ['a name in the middle', 'Alpha Beta Sample', 'Alpha Sample', 1],
  ['the first name', 'Gamma Sample', 'Alpha Sample', 0],
  ['a short word', 'Wang Li', 'Wang Xi', 0],
])('two people of one country whose names differ by %s', (_, a, b, count) => {
  expect(found(named('minister-a', a), named('leader-b', b))).toBe(count);
});

test('parties that have all words in common, and not one that has a word more', () => {
  expect(found(named('party-eg-1', 'Movement for Sample'), named('party-eg-a', 'Sample Movement'))).toBe(1);
  expect(found(named('party-eg-1', 'Liberal Sample'), named('party-eg-a', 'Liberal Sample Union'))).toBe(0);
});

test('two of whom a list, Wikidata or a reviewer knows that they are two', () => {
  expect(found(named('mp-1', 'Alpha Sample'), named('mp-2', 'Alpha Sample'))).toBe(0);
  expect(found(named('a', 'Alpha Sample', { wikidata: 'Q1' }), named('b', 'Alpha Sample', { wikidata: 'Q2' }))).toBe(0);
  expect(found(named('a', 'Alpha Sample'), named('b', 'Alpha Sample'), [['b', 'a']])).toBe(0);
  expect(found(named('a', 'Alpha Sample'), named('b', 'Alpha Sample'))).toBe(1);
});
