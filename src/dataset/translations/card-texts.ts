/** The texts of one card in another language: made when packs are compiled, put over the record by the worker. */
import type { Entity, Source } from '../schema.ts';
import { solarHijriLanguage } from '../solar-hijri.ts';
import { withSolarHijri } from './calendar.ts';
import { phrasesOf, placesOf } from './places.ts';
import type { LanguageTexts } from './schema.ts';
import { isRead, translatedPlaces } from './state.ts';

export interface CardTexts {
  /** By place. */
  texts: Record<string, string>;
  /** Places of which there is a translation of an earlier English. */
  changed?: string[];
  /** What recurs, by its English. */
  phrases: Record<string, string>;
}

/** Why a text of a translated card is in the language of the pack: nobody translated it, its English changed since, or it is a phrase that has no translation. */
export type Kept = 'missing' | 'changed' | 'phrase';

/** What a card says of its language. */
export interface Translation {
  /** BCP 47 tag of the language that the reader would have it in. */
  language: string;
  /** It is in that language; or as it was written, which the reader asked for; or so because nobody translated it. */
  state: 'shown' | 'original' | 'missing';
  /** Of one that is shown, the texts that are in the language of the pack. */
  kept: Record<string, Kept>;
}

/** Only what holds; `null` where that is nothing, since a card of phrases alone would be half translated. */
export function cardTexts(
  entity: Entity,
  sources: (id: string) => Source | undefined,
  { entities, phrases }: Pick<LanguageTexts, 'entities'> & { phrases: ReadonlyMap<string, string> },
): CardTexts | null {
  const places = translatedPlaces(entity, entities.get(entity.id) ?? []);
  const held = places.flatMap(({ at, text, translation }) =>
    translation && isRead(text, translation) ? [[at, translation.text] as const] : [],
  );
  if (held.length === 0) return null;
  const changed = places.filter((place) => place.changed).map(({ at }) => at);
  const known = phrasesOf(entity, sources).flatMap((phrase) => {
    const text = phrases.get(phrase);
    return text === undefined ? [] : [[phrase, text] as const];
  });
  return {
    texts: Object.fromEntries(held),
    ...(changed.length > 0 && { changed }),
    phrases: Object.fromEntries(known),
  };
}

/** The phrases of a language that hold, by their English. */
export function heldPhrases({ phrases }: Pick<LanguageTexts, 'phrases'>): Map<string, string> {
  return new Map(phrases.filter((phrase) => isRead(phrase.en, phrase)).map(({ en, text }) => [en, text]));
}

/**
 * An entity and the sources it cites in another language. What has no translation stays as it is and is listed in `kept`. The name it was
 * written with becomes the first of its other names.
 *
 * @param language BCP 47 tags: of the pack, and of `card`
 */
export function inLanguage(
  { entity, sources }: { entity: Entity; sources: Readonly<Record<string, Source>> },
  card: CardTexts,
  language: { from: string; into: string },
): { entity: Entity; sources: Record<string, Source>; kept: Translation['kept'] } {
  const kept: Translation['kept'] = {};
  const texts = new Map(
    placesOf(entity).map(({ at, text }) => {
      const translation = card.texts[at];
      if (translation === undefined) kept[text] = card.changed?.includes(at) ? 'changed' : 'missing';
      return [at, translation ?? text];
    }),
  );
  const said = (at: string) => texts.get(at)!;
  const dated = (at: string) => (language.into === solarHijriLanguage ? withSolarHijri(said(at)) : said(at));
  const phrase = (words: string) => {
    const translation = card.phrases[words];
    if (translation === undefined) kept[words] ??= 'phrase';
    return translation ?? words;
  };
  const { description, names = [], statements, disputes, roles, related } = entity;
  const name = said('name');
  const other = names.map((each) => ({ ...each, ...(each.usedBy !== undefined && { usedBy: phrase(each.usedBy) }) }));
  const known = name === entity.name || other.some(({ text }) => text === entity.name);
  const written = known ? [] : [{ text: entity.name, kind: 'full' as const, lang: language.from }];
  return {
    entity: {
      ...entity,
      name,
      ...(written.length + other.length > 0 && { names: [...written, ...other] }),
      ...(description !== undefined && { description: dated('description') }),
      ...(statements && { statements: statements.map((one, i) => ({ ...one, text: dated(`statements[${i}]`) })) }),
      ...(disputes && {
        disputes: disputes.map((dispute, i) => ({
          ...dispute,
          question: dated(`disputes[${i}]`),
          ...(dispute.sides && { sides: [phrase(dispute.sides[0]), phrase(dispute.sides[1])] as [string, string] }),
          ...(dispute.unit !== undefined && { unit: phrase(dispute.unit) }),
          positions: dispute.positions.map((position, j) => ({
            ...position,
            holder: phrase(position.holder),
            relation: phrase(position.relation),
            ...(position.side !== undefined && { side: phrase(position.side) }),
            text: dated(`disputes[${i}].positions[${j}]`),
            ...(position.method !== undefined && { method: phrase(position.method) }),
          })),
        })),
      }),
      ...(roles && { roles: roles.map((role, i) => ({ ...role, title: said(`roles[${i}]`) })) }),
      ...(related && { related: related.map(({ id, kind }) => ({ id, kind: phrase(kind) })) }),
    },
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]) => [id, { ...source, relation: phrase(source.relation) }]),
    ),
    kept,
  };
}
