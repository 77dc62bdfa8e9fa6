import { expect, test } from 'vitest';
import { demonymsOf } from './demonyms.ts';

test('adjectives get the endings of their language', () => {
  const forms = demonymsOf({
    XA: { de: 'olkisch', fr: 'olkien olkais', es: 'olkano olkés olkí olkense', ar: 'ألكي', fa: 'الکی' },
  })('country-xa');
  expect(forms).toEqual([
    ...['olkisch', 'olkische', 'olkischen', 'olkischer', 'olkisches', 'olkischem'],
    ...['olkien', 'olkiens', 'olkais'],
    ...['olkano', 'olkana', 'olkanos', 'olkanas', 'olkés', 'olkesa', 'olkeses', 'olkesas'],
    ...['olkí', 'olkíes', 'olkís', 'olkense', 'olkenses'],
    ...['ألكي', 'الألكي', 'ألكية', 'الألكية', 'ألكيين', 'الألكيين', 'ألكيون', 'الألكيون'],
    'الکی',
  ]);
});

test('a country without a line has no words, and a table of another shape is refused', () => {
  expect(demonymsOf({})('country-xb')).toEqual([]);
  expect(() => demonymsOf({ XA: { tlh: 'olk' } })).toThrow();
});
