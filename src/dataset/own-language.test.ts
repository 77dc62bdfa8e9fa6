import { expect, test } from 'vitest';
import { entity, fact } from './builders.ts';
import { ownLanguageOf } from './own-language.ts';

const named = (...languages: string[]) => languages.map((lang) => ({ text: lang, kind: 'full' as const, lang }));

test('an entity of open data names itself as its country does', () => {
  const names = named('en', 'fa', 'ar', 'ja');
  const of = (country: string) => ownLanguageOf(entity('one', { names, facts: [fact('country', country)] }), 'en');
  expect(['IR', 'EG', 'JP'].map(of)).toEqual(['fa', 'ar', 'ja']);
  // Catalan, in which it has no name here; the language of its pack; no country.
  expect(['AD', 'GB', 'ZZ'].map(of)).toEqual([undefined, undefined, undefined]);
});

test('without a country it names itself in the one other language of its dataset, if there is one', () => {
  expect(ownLanguageOf(entity('one', { names: named('en', 'ja') }), 'en')).toBe('ja');
  expect(ownLanguageOf(entity('one', { names: named('en', 'ja', 'fa') }), 'en')).toBe(undefined);
  expect(ownLanguageOf(entity('one', { names: named('en') }), 'en')).toBe(undefined);
  expect(ownLanguageOf(entity('one'), 'en')).toBe(undefined);
});
