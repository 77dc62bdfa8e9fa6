import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const body = (id: string, name: string, more: NamedEntity['names'] = []): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  names: more,
});
const index = openIndex(
  compileIndex([
    body('fund', 'Fonds olkien international'),
    body('union', 'Unkly Olk Association', [{ text: 'FOI', kind: 'acronym' }]),
    body('board', 'Independent Olk and Boundaries Board', [{ text: 'IOBB', kind: 'acronym' }]),
    body('forces', 'قوات مثاليا الوطنية'),
    { id: 'person', kind: 'person', name: 'Filo Oskar Imberg' },
  ]),
);
const found = (...blocks: string[]) =>
  annotate(index, { blocks, lang: 'fr' }).map(({ block, start, end, entity }) => [
    blocks[block]!.slice(start, end),
    entity,
  ]);

test('letters in brackets after a name are the name on all of the page', () => {
  expect(found('Le FOI a dit non.', 'Le Fonds olkien international (FOI) et le FOI.')).toEqual([
    ['FOI', 'fund'],
    ['Fonds olkien international', 'fund'],
    ['FOI', 'fund'],
    ['FOI', 'fund'],
  ]);
  expect(found('قوات مثاليا الوطنية (قمو) وقالت قمو إنها')).toEqual([
    ['قوات مثاليا الوطنية', 'forces'],
    ['قمو', 'forces'],
    ['قمو', 'forces'],
  ]);
});

test('initials of a name are the name, as far as no other on the page has them and a pack knows them as nothing else', () => {
  expect(found('La Fonds olkien international a dit non.', 'Le FOI aussi, pas le foi.')).toEqual([
    ['Fonds olkien international', 'fund'],
    ['FOI', 'fund'],
  ]);
  expect(found('Le FOI a dit non.')).toEqual([]);
  const two = openIndex(compileIndex([body('a', 'Oslo Norr Kant'), body('b', 'Orm Nils Korr')]));
  const both = (text: string) => annotate(two, { blocks: [text], lang: 'en' }).map(({ entity }) => entity);
  expect(both('The Oslo Norr Kant met. The ONK left.')).toEqual(['a', 'a']);
  expect(both('The Oslo Norr Kant met the Orm Nils Korr. The ONK left.')).toEqual(['a', 'b']);
});

test('what a pack has under the same letters is not what the page means', () => {
  const union = 'The Unkly Olk Association is here.';
  expect(found(union, 'FOI')).toEqual([
    ['Unkly Olk Association', 'union'],
    ['FOI', 'union'],
  ]);
  expect(found(union, 'Le Fonds olkien international (FOI).', 'FOI').at(-1)).toEqual(['FOI', 'fund']);
});

test('other letters, words, and what stands after a person define nothing', () => {
  for (const text of [
    'Le Fonds olkien international (XYZ) et XYZ.',
    'Le Fonds olkien international (Foi) et Foi.',
    'Filo Oskar Imberg (FOI) et FOI.',
  ])
    expect(found(text).length, text).toBe(1);
});

test('a name in brackets after letters is what they stand for', () => {
  expect(found('Le FOI (Fonds olkien international) parle.', 'Le FOI a dit non.')).toEqual([
    ['FOI', 'fund'],
    ['Fonds olkien international', 'fund'],
    ['FOI', 'fund'],
  ]);
});

test('known letters in brackets say what the words before them are, if a pack has most of these', () => {
  const page = 'The Independent Olk and Boundaries Board.';
  expect(found('The Independent Olk and Boundary Board (IOBB) met.', page)[0]).toEqual([
    'Independent Olk and Boundary Board',
    'board',
  ]);
  for (const text of [
    'The Indoor Otter and Badger Board (IOBB) met.',
    'The independent Olk and boundary Board (IOBB) met.',
    'The Independent Olk. And Boundary Board (IOBB) met.',
  ])
    expect(
      found(text, page).filter(([name]) => name !== 'IOBB' && name !== page.slice(4, -1)),
      text,
    ).toEqual([]);
});
