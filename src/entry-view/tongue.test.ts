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

const own = (entity: Entity, ownLanguage: string): Entity => ({ ...entity, ownLanguage });

test('an entry stands under its name in the language of the reader, then under its own', () => {
  const minister = own(entity('Sam Roe', ['ar', 'سام روي'], ['fa', 'سام رو'], ['fr', 'Sam Rôe']), 'fa');
  expect(titles(minister, 'en')).toEqual(['Sam Roe', 'سام رو']);
  expect(titles(minister, 'fr')).toEqual(['Sam Rôe', 'سام رو']);
  expect(titles(minister, 'fa')).toEqual(['سام رو', 'Sam Roe']);
  expect(titles(minister, 'ar')).toEqual(['سام روي', 'سام رو']);
});

test('no name is its own where none is said to be, whichever come first', () => {
  const broadcaster = entity('BBC', ['ar', 'بي بي سي'], ['fa', 'بی‌بی‌سی']);
  expect(titles(broadcaster, 'en')).toEqual(['BBC']);
  expect(titles(broadcaster, 'fa')).toEqual(['بی‌بی‌سی', 'BBC']);
  expect(titles(own(entity('UN', ['fr', 'ONU'], ['ar', 'الأمم المتحدة']), 'fr'), 'en')).toEqual(['UN']);
});

test('no title is given twice', () => {
  expect(titles(own(entity('Fatwa', ['fa', 'فتوا'], ['de', 'Fatwa']), 'fa'), 'de')).toEqual(['Fatwa', 'فتوا']);
  expect(titles(entity('Fatwa', ['de', 'Fatwa']), 'de')).toEqual(['Fatwa']);
  expect(titles(own(entity('Guard', ['fa', 'Sepah'], ['fa', 'سپاه']), 'fa'), 'en')).toEqual(['Guard', 'سپاه']);
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
    const guard = (name: string) => own(entity(name, ['en', 'The Guard'], ['fa', 'سپاه']), 'fa');
    expect(titles(guard('سپاه'), 'fa', translation)).toEqual(['سپاه', 'The Guard']);
    expect(titles(guard('Les Gardiens'), 'fr', { ...translation, language: 'fr' })).toEqual(['Les Gardiens', 'سپاه']);
    expect(titles(entity('Fatwa'), 'de', { ...translation, language: 'de' })).toEqual(['Fatwa']);
    const written = guard('The Guard');
    expect(titles(written, 'fa', { ...translation, state: 'original' })).toEqual(['The Guard', 'سپاه']);
  });

  test('says of each text which language it is in', () => {
    expect(tongueOf({ pack, translation }, 'باشگاه بود.')).toBe('fa');
    expect(tongueOf({ pack, translation }, 'It was a club.')).toBe('en');
    expect(tongueOf({ pack, translation: { ...translation, state: 'original' } }, 'It had a hall.')).toBe('en');
    expect(tongueOf({ pack }, 'It had a hall.')).toBe('en');
  });
});
