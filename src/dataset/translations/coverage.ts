import type { Entity, PackInfo, Source } from '../schema.ts';
import { phrasesOf, phrasesOfPack } from './places.ts';
import type { LanguageTexts, TranslatedText } from './schema.ts';
import { isRead, staleTexts, translatedPlaces } from './state.ts';

/** How much of the packs one language has; `of` is how much there is. */
export interface TranslationCoverage {
  language: string;
  /** Texts by what they are: name, description, statements, disputes, positions, roles; and the phrases. */
  parts: Record<string, { held: number; of: number }>;
  /** Entities of which every text is there. */
  whole: { held: number; of: number };
  /** Translations of an English that has changed or is gone. */
  stale: { entity: string; place: number; text: TranslatedText }[];
  /** Phrases that no record and no pack uses any more. */
  unused: string[];
}

const partOf = (at: string) => at.match(/\w+(?=\[\d+\]$|$)/)![0];

/** @param packs every pack that ships: of those whose records are not translated, what is said of the pack itself is */
export function translationCoverage(
  entities: readonly Entity[],
  sources: (id: string) => Source | undefined,
  packs: readonly PackInfo[],
  { language, entities: texts, phrases }: LanguageTexts,
): TranslationCoverage {
  const parts: TranslationCoverage['parts'] = {};
  const whole = { held: 0, of: entities.length };
  const count = (part: string, held: boolean) => {
    const { held: before, of } = parts[part] ?? { held: 0, of: 0 };
    parts[part] = { held: before + Number(held), of: of + 1 };
  };
  for (const entity of entities) {
    const places = translatedPlaces(entity, texts.get(entity.id) ?? []).map(({ at, text, translation }) => {
      const held = translation !== undefined && isRead(text, translation);
      count(partOf(at), held);
      return held;
    });
    if (places.every(Boolean)) whole.held++;
  }
  const held = new Set(phrases.filter((phrase) => isRead(phrase.en, phrase)).map(({ en }) => en));
  const used = new Set([...entities.flatMap((entity) => phrasesOf(entity, sources)), ...packs.flatMap(phrasesOfPack)]);
  for (const phrase of used) count('phrases', held.has(phrase));
  return {
    language,
    parts,
    whole,
    stale: entities.flatMap((entity) => {
      const own = texts.get(entity.id) ?? [];
      return staleTexts(entity, own).map((text) => ({ entity: entity.id, place: own.indexOf(text), text }));
    }),
    unused: phrases.map(({ en }) => en).filter((en) => !used.has(en)),
  };
}
