/** Which translations hold: those of the English that stands there now, which a second reader has put back into it. */
import type { Entity } from '../schema.ts';
import { shortHash } from '../short-hash.ts';
import { type Place, placesOf } from './places.ts';
import type { Phrase, TranslatedText } from './schema.ts';

/** The hash of what a second reader compared. */
export function pairHash(english: string, translation: string): string {
  return shortHash(`${english}\n${translation}`);
}

export function isRead(english: string, { text, read }: Pick<TranslatedText | Phrase, 'text' | 'read'>): boolean {
  return read?.of === pairHash(english, text);
}

export interface Translated extends Place {
  /** Of the English that stands there now, wherever in the entity it stood when it was translated. */
  translation?: TranslatedText;
  /** The place has a translation, of an earlier English. */
  changed?: true;
}

const partOf = (at: string) => at.replace(/\[\d+\]/g, '');

/** Every place of an entity with its translation. A text that moved keeps its own. */
export function translatedPlaces(entity: Entity, texts: readonly TranslatedText[]): Translated[] {
  const byHash = Map.groupBy(texts, ({ of }) => of);
  const at = new Set(texts.map((each) => each.at));
  return placesOf(entity).map((place) => {
    const fitting = (byHash.get(shortHash(place.text)) ?? []).filter((each) => partOf(each.at) === partOf(place.at));
    const translation = fitting.find((each) => each.at === place.at) ?? fitting[0];
    if (translation) return { ...place, translation };
    return at.has(place.at) ? { ...place, changed: true } : place;
  });
}

/** Translations of a text that the entity no longer has: the English changed, or is gone. */
export function staleTexts(entity: Entity, texts: readonly TranslatedText[]): TranslatedText[] {
  const used = new Set(translatedPlaces(entity, texts).map(({ translation }) => translation));
  return texts.filter((each) => !used.has(each));
}
