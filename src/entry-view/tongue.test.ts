import { expect, test } from 'vitest';
import type { Entity } from '../dataset/schema.ts';
import { directionOf, titlesOf } from './tongue.ts';

const entity = (name: string, ...names: [string, string][]): Entity => ({
  id: 'one',
  kind: 'term',
  name,
  names: names.map(([lang, text]) => ({ lang, text, kind: 'full' as const })),
});
const titles = (one: Entity, language: string) => titlesOf(one, 'en', language).map(({ text }) => text);

test('an entry stands under its name in the language of the reader, then under its own', () => {
  const minister = entity('Sam Roe', ['fa', 'سام رو'], ['ar', 'سام روي'], ['fr', 'Sam Rôe']);
  expect(titles(minister, 'en')).toEqual(['Sam Roe', 'سام رو']);
  expect(titles(minister, 'fr')).toEqual(['Sam Rôe', 'سام رو']);
  expect(titles(minister, 'fa')).toEqual(['سام رو', 'Sam Roe']);
  expect(titles(minister, 'ar')).toEqual(['سام روي', 'سام رو']);
});

test('no title is given twice, and what each language has a name for has none of its own', () => {
  expect(titles(entity('Fatwa', ['fa', 'فتوا'], ['de', 'Fatwa']), 'de')).toEqual(['Fatwa', 'فتوا']);
  expect(titles(entity('Fatwa', ['de', 'Fatwa']), 'de')).toEqual(['Fatwa']);
  expect(titles(entity('UN', ['fr', 'ONU'], ['ar', 'الأمم المتحدة']), 'en')).toEqual(['UN']);
  expect(titles(entity('UN', ['fr', 'ONU'], ['ar', 'الأمم المتحدة']), 'ar')).toEqual(['الأمم المتحدة', 'UN']);
  expect(titles(entity('Guard', ['fa', 'Sepah'], ['fa', 'سپاه']), 'en')).toEqual(['Guard', 'سپاه']);
});

test('languages with a script or a region in their tag run the way of their first part', () => {
  expect(['fa', 'ar-EG', 'ckb', 'en', 'arn', 'faroese'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ]);
});
