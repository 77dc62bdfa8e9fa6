import { dispute, entity, position, source, statement } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { shortHash } from '../short-hash.ts';
import { type CardTexts, cardTexts, heldPhrases } from './card-texts.ts';
import type { LanguageTexts, Phrase, TranslatedText } from './schema.ts';
import { pairHash } from './state.ts';

/** A card with a text in every place that is translated. */
export const house = entity('club', {
  name: 'House of clubs',
  description: 'A club in town',
  names: [{ text: 'The den', kind: 'pejorative', usedBy: 'the council' }],
  statements: [statement('It was a club.'), statement('It had 1,200 members in 1988.')],
  disputes: [
    dispute({
      sides: ['council', 'union'],
      unit: 'members',
      positions: [position('The council', 'For want of money.', { side: 'council', method: 'count of letters' })],
    }),
  ],
  roles: [{ title: 'Guest of the town' }],
  related: [{ id: 'town', kind: 'club in' }],
});
export const sources = { alpha: source('alpha') };
const reader = { on: '2026-11-29', as: 'second reader', verdict: 'same' } as const;

/** A translation of the text at a place, passed by a second reader. */
export function text(
  at: string,
  english: string,
  translation: string,
  change: Partial<TranslatedText> = {},
): TranslatedText {
  return {
    at,
    of: shortHash(english),
    text: translation,
    read: { ...reader, of: pairHash(english, translation) },
    ...change,
  };
}
export function phrase(en: string, translation: string): Phrase {
  return { en, text: translation, read: { ...reader, of: pairHash(en, translation) } };
}
/** German texts of the club. */
export function german(texts: TranslatedText[], rest: Partial<LanguageTexts> = {}): LanguageTexts {
  return { language: 'de', entities: new Map([['club', texts]]), phrases: [], glossary: [], loadedWords: [], ...rest };
}
/** What of an entity is said in a language. */
export function cardOf(of: Entity, language: LanguageTexts): CardTexts | null {
  return cardTexts(of, (id) => sources[id as 'alpha'], { ...language, phrases: heldPhrases(language) });
}
