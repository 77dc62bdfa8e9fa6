import { expect, test } from 'vitest';
import { entity, pack } from './builders.ts';
import { conflicts } from './conflicts.ts';
import { createLibrary } from './library.ts';

const there = createLibrary([
  pack(
    [
      entity('house', { name: 'Amnesty House', names: [{ text: 'AH' }] }),
      entity('hall', { name: 'Amnesty Hall' }),
      entity('institute', { name: 'Amnesty Institute' }),
    ],
    [],
    'ours',
  ),
]);
const rules = (...args: Parameters<typeof pack>) =>
  conflicts({ ...pack(...args), title: 'Theirs' }, there).map(({ rule, path }) => `${rule} ${path}`);

test('a pack with ids and names of its own takes nothing', () => {
  expect(rules([entity('other', { name: 'Amnesty Hut' })], [], 'theirs')).toEqual([]);
});

test('a pack that claims the id of a pack that is there is reported', () => {
  expect(rules([], [], 'ours')).toEqual(['taken-pack id']);
});

test('an entity that claims an id that is there is reported', () => {
  expect(rules([entity('house')], [], 'theirs')).toEqual(['taken-id entities/house']);
});

test.each([
  ['Cyrillic', 'Аmnesty House'],
  ['Cyrillic capitals', 'АМNЕSТУ НОUSE'],
  ['Greek', 'Amnesty Ηouse'],
  ['capital I for l', 'Amnesty HaII'],
  ['small l for I', 'amnesty lnstitute'],
  ['rn for m', 'Arnnesty House'],
  ['0 for o', 'Amnesty H0use'],
  ['Lisu', 'ꓮꓟꓠꓰꓢꓔꓬ ꓧꓳꓴꓢꓰ'],
  ['Cherokee', 'Ꭺmnesty Ꮋouse'],
  ['Coptic', 'Ⲁmnesty Ⲏⲟuse'],
  ['small capitals', 'ᴀᴍɴᴇꜱᴛʏ ʜᴏᴜꜱᴇ'],
  ['capitals and small letters mixed', 'АmNЕSТу НоUSe'],
  ['an acronym', 'АH'],
])('a name that looks like one that is there is reported: %s', (_, name) => {
  expect(rules([entity('other', { name })], [], 'theirs')).toEqual(['imitation entities/other']);
});

test.each([
  ['in capitals', 'AMNESTY house'],
  ['in full-width letters', 'Ａｍｎｅｓｔｙ House'],
  ['with a mark', 'Amnésty House'],
  ['with a zero-width sign', 'Amne\u200bsty House'],
  ['with a joiner', 'Amne\u200dsty House'],
  ['with a variation selector', 'Amnesty\ufe0f House'],
  ['with the empty Braille cell', 'Amnesty\u2800House'],
  ['as another of its names', 'ah'],
])('a name that is one that is there is reported once, and no imitation: %s', (_, name) => {
  const names = [{ text: name }];
  expect(rules([entity('other', { name, names })], [], 'theirs')).toEqual(['same-name entities/other']);
});

test.each(['Amnesty Mouse', 'Bili', 'Ali', 'LRP', 'Amnesty'])('%s looks like none that is there', (name) => {
  const library = createLibrary([
    pack(
      ['Amnesty House', 'Bill', 'All', 'IRP'].map((text) =>
        entity(text.toLowerCase().replace(' ', '-'), { name: text }),
      ),
      [],
      'ours',
    ),
  ]);
  expect(conflicts({ ...pack([entity('other', { name })], [], 'theirs'), title: 'Theirs' }, library)).toEqual([]);
});

test.each([
  'Our Title',
  'OUR TITLE',
  ' our-title ',
  '0ur Title',
  'Оur Тitle',
  'Our \u200bTitle',
  'Our TitIe',
  'ꓳꓴꓣ Title',
  'Oᴜʀ Title',
])('a pack with a title that is or looks like one that is there is reported: %j', (title) => {
  const there = createLibrary([{ ...pack([], [], 'ours'), title: 'Our Title' }]);
  expect(conflicts({ ...pack([], [], 'theirs'), title }, there).map(({ rule }) => rule)).toEqual(['taken-title']);
  expect(conflicts({ ...pack([], [], 'theirs'), title: `${title} Two` }, there)).toEqual([]);
});

test('the title that a pack has in another language is taken too', () => {
  const there = createLibrary([{ ...pack([], [], 'ours'), title: 'Our Title', otherTitles: ['عنوان ما'] }]);
  expect(conflicts({ ...pack([], [], 'theirs'), title: 'عنوان  ما' }, there).map(({ rule }) => rule)).toEqual([
    'taken-title',
  ]);
  expect(conflicts({ ...pack([], [], 'theirs'), title: 'عنوان دیگر' }, there)).toEqual([]);
});

test('a name in another script that looks like nothing here is no imitation', () => {
  expect(rules([entity('other', { name: 'Дом Амнистии' })], [], 'theirs')).toEqual([]);
});
