import { expect, test } from 'vitest';
import { dispute, entity, position, statement } from './builders.ts';
import { quotedByUs } from './quotations.ts';
import type { Entity } from './schema.ts';

const sources = { en: { language: 'en' }, fa: { language: 'fa' }, unknown: {} };
const said = (text: string, source: keyof typeof sources, quote: string): Entity =>
  entity('house', {
    statements: [statement(text, { citations: [{ source, supports: 'direct', quotes: [quote] }] })],
  });
const english = said('He called it “a den”.', 'en', 'it is a den');
const quoted = (shown: Entity, written: Entity) => quotedByUs(shown, written, 'en', sources);

test('a sentence that is translated quotes in our words, unless the source has them', () => {
  const text = 'او آن را «لانه» خواند.';
  expect(quoted(said(text, 'en', 'it is a den'), english)).toEqual([text]);
  expect(quoted(said(text, 'fa', 'این لانه است'), said('He called it “a den”.', 'fa', 'این لانه است'))).toEqual([]);
  // Part of a longer word is not the word.
  expect(quoted(said(text, 'fa', 'لانه‌ای است'), said('He called it “a den”.', 'fa', 'لانه‌ای است'))).toEqual([text]);
});

test('a name of the entity is nobody’s translation', () => {
  const named = { ...english, names: [{ text: 'لانه', kind: 'epithet' as const, lang: 'fa' }] };
  expect(quoted({ ...named, statements: said('او آن را «لانه» خواند.', 'en', 'den').statements! }, named)).toEqual([]);
});

test('quotation marks that the translation alone has, as for a title, quote nobody', () => {
  expect(quoted(said('در «تایم» نوشت.', 'en', 'wrote'), said('He wrote in Time.', 'en', 'wrote'))).toEqual([]);
});

test('a sentence as it was written quotes in our words only where every source is in another language', () => {
  expect(quoted(english, english)).toEqual([]);
  const foreign = said('He called it “a den”.', 'fa', 'این لانه است');
  expect(quoted(foreign, foreign)).toEqual(['He called it “a den”.']);
  const unknown = said('He called it “a den”.', 'unknown', 'این لانه است');
  expect(quoted(unknown, unknown)).toEqual([]);
});

test('positions are looked at like statements', () => {
  const withPosition = (text: string) =>
    entity('house', { statements: [], disputes: [dispute({ positions: [position('The council', text)] })] });
  expect(quoted(withPosition('Es sei ein „Nest“.'), withPosition('It is “a den”.'))).toEqual(['Es sei ein „Nest“.']);
});
