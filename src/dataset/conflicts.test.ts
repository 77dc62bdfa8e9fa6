import { expect, test } from 'vitest';
import { entity, pack } from './builders.ts';
import { conflicts } from './conflicts.ts';
import { createLibrary } from './library.ts';

const there = createLibrary([pack([entity('house', { name: 'Amnesty House', names: [{ text: 'AH' }] })], [], 'ours')]);
const rules = (...args: Parameters<typeof pack>) =>
  conflicts(pack(...args), there).map(({ rule, path }) => `${rule} ${path}`);

test('a pack with ids and names of its own takes nothing', () => {
  expect(rules([entity('other', { name: 'Amnesty Hut' })], [], 'theirs')).toEqual([]);
});

test('a pack that claims the id of a pack that is there is told', () => {
  expect(rules([], [], 'ours')).toEqual(['taken-pack id']);
});

test('an entity that claims an id that is there is told', () => {
  expect(rules([entity('house')], [], 'theirs')).toEqual(['taken-id entities/house']);
});

test.each(['Аmnesty House', 'Αmnesty Ηouse'.replace('Η', 'H'), 'Amnеsty Hоuse', 'АH'])(
  'a name that looks like one that is there is told: %s',
  (name) => {
    expect(rules([entity('other', { name })], [], 'theirs')).toEqual(['imitation entities/other']);
  },
);

test('the same name in the same letters is no imitation: two things may share a name', () => {
  expect(rules([entity('other', { name: 'AMNESTY house' })], [], 'theirs')).toEqual([]);
});

test('a name in another script that looks like nothing here is no imitation', () => {
  expect(rules([entity('other', { name: 'Дом Амнистии' })], [], 'theirs')).toEqual([]);
});
