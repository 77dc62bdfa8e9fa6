import { expect, test } from 'vitest';
import { hashFolded } from '../../text/token-list.ts';
import { compileIndex, type NamedEntity, openIndex } from '../index.ts';
import {
  createSurnameFilter,
  ENDS_LONG_NAME,
  ENDS_NAME,
  ENDS_NAME_ALONE,
  filterFor,
  mayEnd,
} from './surname-filter.ts';

const indexOf = (...entities: NamedEntity[]) => openIndex(compileIndex(entities));
const edited = indexOf(
  { id: 'a', kind: 'person', name: 'Tobias Veldhoven', cues: ['violinist'] },
  { id: 'b', kind: 'person', name: 'Emilia Orsolek Radkowska' },
  { id: 'c', kind: 'organisation', name: 'Guild of Tarqun' },
);
const ends = (word: string, ...indexes: (typeof edited)[]) => mayEnd(createSurnameFilter(indexes), hashFolded(word));

test('a word ends the names of persons that end in it, and no others', () => {
  expect(ends('veldhoven', edited)).toBe(ENDS_NAME);
  expect(ends('radkowska', edited)).toBe(ENDS_NAME | ENDS_LONG_NAME);
  expect(['tobias', 'orsolek', 'tarqun', 'yesterday'].map((word) => ends(word, edited))).toEqual([0, 0, 0, 0]);
});

test('of open data only heads end in their surname alone', () => {
  const facts = (property: 'member-of' | 'head-of-state-of') => [{ property, value: 'x', from: '2024-01-01' }];
  const world = indexOf(
    { id: 'a', kind: 'person', name: 'Tobias Veldhoven', facts: facts('member-of') },
    { id: 'b', kind: 'person', name: 'Emilia Radkowska', facts: facts('head-of-state-of') },
  );
  expect([ends('veldhoven', world), ends('radkowska', world)]).toEqual([0, ENDS_NAME]);
});

test('a pack of very many names that says nothing else of anybody speaks for none by itself', () => {
  const letters = (number: number) => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
  const many = Array.from({ length: 10_001 }, (_, i) => ({
    id: `e${i}`,
    kind: 'person' as const,
    name: `Tobias Vel${letters(i)}`,
  }));
  const names = indexOf(...many, { id: 'x', kind: 'person', name: 'Oskar Veldhoven' });
  expect(ends('veldhoven', names)).toBe(ENDS_NAME_ALONE);
  expect(ends('veldhoven', names, edited)).toBe(ENDS_NAME_ALONE | ENDS_NAME);
});

test('what was found of a word in some indexes is not told of others', () => {
  const filter = filterFor(createSurnameFilter(), [edited]);
  expect(mayEnd(filter, hashFolded('veldhoven'))).toBe(ENDS_NAME);
  expect(filterFor(filter, [edited])).toBe(filter);
  expect(mayEnd(filterFor(filter, [indexOf()]), hashFolded('veldhoven'))).toBe(0);
});
