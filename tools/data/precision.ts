/**
 * What the matcher needs beside names, derived by rule from the facts of all sources together: cues for everybody, and conditions on the
 * names that several entities share or that are short. No rule here knows a single name.
 */
import { isCommonWord } from '../../cli/pack/knowledge.ts';
import type { Entity, Name } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';

/** Words of a country beyond which more would only make the record longer. */
const mostCues = 6;

/** `entities` of all packs of open data, joined. Returns the words for each, by id: what `withWords` adds to the records. */
export function deriveWords(entities: readonly Entity[]) {
  const countryWords = wordsOfCountries(entities);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const owners = new Map<string, Set<Entity>>();
  for (const entity of entities)
    for (const text of [entity.name, ...(entity.names ?? []).map((each) => each.text)])
      owners.set(plainForm(text), (owners.get(plainForm(text)) ?? new Set()).add(entity));
  return (record: Entity): Entity => {
    const whole = byId.get(record.id) ?? record;
    const codes = countriesOf(whole);
    if (codes.length === 0) return record;
    const words = codes.flatMap((code) => countryWords.get(code) ?? []);
    const cues = [...new Set([...(record.cues ?? []), ...words.slice(0, 3), ...bodiesOf(whole, byId)])]
      .filter((cue) => cue !== record.name)
      .slice(0, mostCues);
    const needs = (name: Name) => needsCountry(name, whole, owners.get(plainForm(name.text)) ?? new Set());
    const names = conditioned(record, needs, words);
    return { ...record, ...(names.length > 0 ? { names } : {}), ...(cues.length > 0 ? { cues } : {}) };
  };
}

/** "Iran", "Iranian", "Islamic Republic of Iran": the English names and the adjectives of each country. "US" is also a pronoun. */
function wordsOfCountries(entities: readonly Entity[]): Map<string, string[]> {
  return new Map(
    entities
      .filter(({ id }) => id.startsWith('country-'))
      .map(({ id, name, names = [], cues = [] }) => [
        id,
        [
          ...new Set([
            name,
            ...cues,
            ...names.filter(({ lang, kind }) => lang === 'en' && kind !== 'acronym').map(({ text }) => text),
          ]),
        ],
      ]),
  );
}

/** Ids of the countries that a record speaks of; a country's own record has none. */
function countriesOf({ id, related = [] }: Entity): string[] {
  return id.startsWith('country-') ? [] : related.filter(({ kind }) => kind === 'country').map((each) => each.id);
}

/** The chamber and the party of a person, by their shortest English names. */
function bodiesOf({ kind, facts = [] }: Entity, byId: ReadonlyMap<string, Entity>): string[] {
  if (kind !== 'person') return [];
  return facts
    .filter(({ property }) => property === 'member-of' || property === 'party')
    .flatMap(({ value }) => {
      const body = byId.get(String(value));
      return body?.names?.find((each) => each.kind === 'short' || each.kind === 'acronym')?.text ?? body?.name ?? [];
    });
}

/**
 * A name of a body counts only beside a word of its country when several bodies have it, when it is one word or words of every day, or when it
 * is a short form: "Democratic Party" is the name of 44 parties. Names of persons are for the page to decide, but for those of one word, as kings have. Places share
 * names with places of other countries: Georgia, Kingston.
 */
function needsCountry(
  { text, kind }: Name,
  { kind: entityKind, facts = [] }: Entity,
  owners: ReadonlySet<Entity>,
): boolean {
  const words = plainForm(text).split(' ');
  if (entityKind === 'person') return words.length === 1;
  if (entityKind === 'place') return new Set([...owners].map(countryOf)).size > 1;
  if (entityKind !== 'organisation') return false;
  // Aliases on a sanctions list are of every quality.
  if (kind === 'variant' && facts.some(({ property }) => property === 'listed-by')) return true;
  return owners.size > 1 || kind === 'acronym' || kind === 'short' || words.length === 1 || words.every(isCommonWord);
}

function countryOf({ id, related = [] }: Entity): string {
  return id.startsWith('country-') ? id : (related.find(({ kind }) => kind === 'country')?.id ?? id);
}

function conditioned({ name, names = [], kind }: Entity, needs: (name: Name) => boolean, words: string[]): Name[] {
  const own = names.some(({ text }) => text === name) || kind === 'event' ? [] : [{ text: name, lang: 'en' }];
  return [...own, ...names].flatMap((each): Name[] => {
    // A word that holds the country already brings its own evidence.
    const speaks = words.some((word) => ` ${plainForm(each.text)} `.includes(` ${plainForm(word)} `));
    if (!needs(each) || words.length === 0 || speaks) return names.includes(each) ? [each] : [];
    return [{ ...each, needs: words.filter((word) => word !== each.text) }];
  });
}
