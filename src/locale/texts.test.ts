import { expect, test } from 'vitest';
import { chooseLanguage, direction, translated, translator } from './texts.ts';

const texts = {
  'options.packEntities.one': '{count} entry',
  'options.packEntities.other': '{count} entries',
  'search.nothing': 'Nothing found for “{query}”.',
};

test('a count chooses the plural form and is written as the language writes numbers', () => {
  const t = translator(texts, 'en');
  expect(t('options.packEntities', { count: 1 })).toBe('1 entry');
  expect(t('options.packEntities', { count: 2500 })).toBe('2,500 entries');
  expect(
    translator({ ...texts, 'options.packEntities.few': '{count} مداخل' }, 'ar')('options.packEntities', { count: 3 }),
  ).toMatch(/مداخل$/);
});

test('a language whose form is missing falls back to the general one', () => {
  expect(translator(texts, 'ar')('options.packEntities', { count: 2 })).toContain('entries');
});

test('a value is put in as it is, braces and all', () => {
  expect(translator(texts, 'en')('search.nothing', { query: '{query} $& <b>' })).toBe(
    'Nothing found for “{query} $& <b>”.',
  );
});

test("the reader's choice goes before the browser's languages, and English comes last", () => {
  expect(chooseLanguage('fa', ['de'], ['en', 'de'])).toBe('fa');
  expect(chooseLanguage('auto', ['pt-BR', 'de-AT', 'en'], ['en', 'de'])).toBe('de');
  expect(chooseLanguage('auto', ['pt'], ['en', 'de'])).toBe('en');
  expect(chooseLanguage('auto', [], ['en'])).toBe('en');
});

test('Persian and Arabic are written from the right, the others from the left', () => {
  expect(translated.map((language) => [language, direction(language)])).toEqual([
    ['en', 'ltr'],
    ['fa', 'rtl'],
    ['ar', 'rtl'],
    ['fr', 'ltr'],
    ['de', 'ltr'],
    ['es', 'ltr'],
  ]);
});

test('a text that is missing shows as its key, and a value that is missing as its name', () => {
  const t = translator(texts, 'en');
  expect(t('card.close')).toBe('card.close');
  expect(t('search.nothing')).toBe('Nothing found for “{query}”.');
  // A text without forms serves every count.
  expect(translator({ 'options.packEntities': '{count} in all' }, 'en')('options.packEntities', { count: 2 })).toBe(
    '2 in all',
  );
});
