import { describe, expect, test } from 'vitest';
import { pack as packOf } from '../dataset/builders.ts';
import type { Entity } from '../dataset/schema.ts';
import type { Translation } from '../dataset/translations/card-texts.ts';
import { directionOf, titlesOf, tongueOf } from './tongue.ts';

const { entities: _, sources: __, ...pack } = packOf([]);
const entity = (name: string, ...names: [string, string][]): Entity => ({
  id: 'one',
  kind: 'term',
  name,
  names: names.map(([lang, text]) => ({ lang, text, kind: 'full' as const })),
});
const titles = (entity: Entity, language: string, translation?: Translation) =>
  titlesOf({ entity, pack, ...(translation && { translation }) }, language).map(({ text }) => text);

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

describe('an entry that is translated', () => {
  const translation: Translation = { language: 'fa', state: 'shown', kept: { 'It was a club.': 'missing' } };

  test('stands under its translated name, then under its own or as it was written', () => {
    const own: [string, string][] = [
      ['en', 'The Guard'],
      ['fa', 'سپاه'],
    ];
    expect(titles(entity('سپاه', ...own), 'fa', translation)).toEqual(['سپاه', 'The Guard']);
    expect(titles(entity('Les Gardiens', ...own), 'fr', { ...translation, language: 'fr' })).toEqual([
      'Les Gardiens',
      'سپاه',
    ]);
    expect(titles(entity('Fatwa'), 'de', { ...translation, language: 'de' })).toEqual(['Fatwa']);
    const written = entity('The Guard', ['fa', 'سپاه']);
    expect(titles(written, 'fa', { ...translation, state: 'original' })).toEqual(['The Guard', 'سپاه']);
  });

  test('says of each text which language it is in', () => {
    expect(tongueOf({ pack, translation }, 'باشگاه بود.')).toBe('fa');
    expect(tongueOf({ pack, translation }, 'It was a club.')).toBe('en');
    expect(tongueOf({ pack, translation: { ...translation, state: 'original' } }, 'It had a hall.')).toBe('en');
    expect(tongueOf({ pack }, 'It had a hall.')).toBe('en');
  });
});
