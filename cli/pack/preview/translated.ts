import type { Library } from '../../../src/dataset/library.ts';
import type { LinkedEntity } from '../../../src/dataset/link.ts';
import { quotedByUs } from '../../../src/dataset/quotations.ts';
import { cardTexts, heldPhrases, inLanguage } from '../../../src/dataset/translations/card-texts.ts';
import type { LanguageTexts } from '../../../src/dataset/translations/schema.ts';
import type { CardData } from '../../../src/messages/protocol.ts';

/** Puts cards of the edited packs into a language, as the worker does. */
export function translator(
  { entities, sources }: Library,
  edited: readonly string[],
  texts: LanguageTexts | undefined,
): (card: LinkedEntity) => CardData {
  if (texts === undefined) return (card) => card;
  const { language } = texts;
  const held = { entities: texts.entities, phrases: heldPhrases(texts) };
  const textsOf = (id: string) => {
    const found = entities.get(id);
    if (!found || !edited.includes(found.pack.id)) return null;
    return cardTexts(found.entity, (source) => sources.get(source)?.source, held);
  };
  return (card) => {
    if (!edited.includes(card.pack.id)) return card;
    const found = textsOf(card.entity.id);
    if (found === null) return { ...card, translation: { language, state: 'missing', kept: {} } };
    const { kept, ...rest } = inLanguage(card, found, { from: card.pack.language, into: language });
    const linked = Object.entries(card.linked).map(([id, link]) => {
      const name = textsOf(id)?.texts.name;
      return [id, name === undefined ? link : { ...link, name, lang: language, written: link.name }] as const;
    });
    return {
      ...{ ...card, ...rest, linked: Object.fromEntries(linked) },
      quotedByUs: quotedByUs(rest.entity, card.entity, card.pack.language, card.sources),
      translation: { language, state: 'shown', kept },
    };
  };
}
