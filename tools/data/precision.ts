/**
 * What the matcher needs beside names, derived by rule from the facts of all sources together: cues for everybody, and conditions on the
 * names that several entities share or that are short. No rule here knows a single name.
 */
import { isCommonWord, wordRank } from '../../cli/pack/knowledge.ts';
import type { CountryWords } from '../../src/dataset/carried/countries.ts';
import type { Entity, Name } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
import { isCommonWord as isCommonInSixLanguages } from '../../src/text/common-words.ts';
import { foldText } from '../../src/text/fold.ts';

/** Cues beyond which more would only make the record longer, but for those that a source gives. */
const mostCues = 6;

/** Articles at the beginning of names of parties: with one, a word is still one word. */
export const articles = new Set('the die der das la le les el los las il lo gli i'.split(' '));

/** What texts about parties say beside their names, in the languages of the names. */
const politics = [
  ...['party', 'parties', 'parliament', 'election', 'elections', 'lawmaker', 'lawmakers', 'coalition', 'opposition'],
  ...['parti', 'partei', 'partido', 'partito', 'partij', 'wahl', 'wahlen', 'élections', 'elecciones', 'elezioni'],
];

/**
 * `entities` of all packs of open data, joined; `spoken`: further words of countries, from `data/country-words.json`; `unmistakable`: whether people reviewed
 * a name of an entity and found that nothing else has it; `demonyms`: what is of a country in other languages, by its id. Returns the words for each, by id: what `withWords` adds to the records.
 */
export function deriveWords(
  entities: readonly Entity[],
  spoken: readonly CountryWords[],
  unmistakable: (id: string, name: string) => boolean,
  demonyms: (id: string) => readonly string[],
) {
  // "us" is also a pronoun.
  const spokenBy = new Map(
    spoken.map(({ region, words }) => [
      `country-${region.toLowerCase()}`,
      words.filter((word) => !isCommonInSixLanguages(word.toLowerCase())),
    ]),
  );
  // A record that is stored has them among its cues already.
  const countryWords = wordsOfCountries(entities, demonyms);
  const isMaterial = materialOf(entities);
  const arabic = /\p{Script=Arabic}/u;
  // نيجرية is of Niger in Arabic, and Nigeria in Persian.
  const named = new Map(
    entities
      .filter(({ id }) => id.startsWith('country-'))
      .flatMap(({ id, names = [] }) => names.map(({ text }) => [foldText(text), id] as const)),
  );
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const owners = new Map<string, Set<Entity>>();
  for (const entity of entities)
    for (const text of [entity.name, ...(entity.names ?? []).map((each) => each.text)])
      owners.set(plainForm(text), (owners.get(plainForm(text)) ?? new Set()).add(entity));
  return (record: Entity): Entity => {
    const whole = byId.get(record.id) ?? record;
    // The record that says what it is: the others of a country have its names.
    if (whole.id.startsWith('country-') && record.facts?.some(({ property }) => property === 'type'))
      return withCues(
        record,
        [...(whole.cues ?? []), ...demonyms(whole.id)].filter(
          (cue) => !arabic.test(cue) || (named.get(foldText(cue)) ?? whole.id) === whole.id,
        ),
      );
    const codes = countriesOf(whole);
    if (codes.length === 0) return record;
    const words = codes.flatMap((code) => countryWords.get(code) ?? []);
    const asked = [...new Set([...words, ...codes.flatMap((code) => spokenBy.get(code) ?? [])])];
    const cues = [...new Set([...(record.cues ?? []), ...words.slice(0, 3), ...bodiesOf(whole, byId)])]
      .filter((cue) => cue !== record.name)
      .slice(0, Math.max(mostCues, record.cues?.length ?? 0));
    const needs = (name: Name) =>
      unmistakable(record.id, name.text) || isGivenWords(name, whole)
        ? []
        : isEveryday(name, whole, asked, isMaterial)
          ? asked.flatMap((word) => politics.map((other) => `${word} + ${other}`))
          : needsCountry(name, whole, owners.get(plainForm(name.text)) ?? new Set())
            ? asked
            : [];
    // "USA" is a country, and not its army.
    const isCountry = ({ kind, text }: Name) =>
      kind === 'acronym' && [...(owners.get(plainForm(text)) ?? [])].some(({ id }) => id.startsWith('country-'));
    const names = conditioned(record, needs, [...words, ...codes.flatMap((code) => initialsOf(spoken, code))]).filter(
      (name) => !isCountry(name),
    );
    return { ...record, ...(names.length > 0 ? { names } : {}), ...(cues.length > 0 ? { cues } : {}) };
  };
}

function withCues(record: Entity, cues: readonly string[]): Entity {
  return cues.length === 0 ? record : { ...record, cues: [...new Set(cues)] };
}

/** "US", "UAE": words of a country in capitals, which in a name are no other words. */
function initialsOf(spoken: readonly CountryWords[], code: string): string[] {
  const words = spoken.find(({ region }) => `country-${region.toLowerCase()}` === code)?.words ?? [];
  return words.filter((word) => word === word.toUpperCase());
}

/** "Iran", "Iranian": the English names and the adjectives of each country. "US" is also a pronoun. */
function wordsOfCountries(
  entities: readonly Entity[],
  demonyms: (id: string) => readonly string[],
): Map<string, string[]> {
  return new Map(
    entities
      .filter(({ id }) => id.startsWith('country-'))
      .map(({ id, name, names = [], cues = [] }) => [
        id,
        shortest([
          name,
          ...cues.filter((cue) => !demonyms(id).includes(cue)),
          // What must be in capitals is a word of its own in small letters, and words that speak for a name are read in either.
          ...names.filter(({ lang, exactCase }) => lang === 'en' && exactCase !== true).map(({ text }) => text),
        ]),
      ]),
  );
}

/** Each word once, and none that holds another: where "Islamic Republic of Iran" stands, "Iran" does. */
function shortest(words: readonly string[]): string[] {
  const plain = words.map((word) => ` ${plainForm(word)} `);
  return [...new Set(words.filter((_, i) => !plain.some((other) => other !== plain[i] && plain[i]!.includes(other))))];
}

/** Ids of the countries that a record speaks of; a country's own record has none. */
function countriesOf({ id, related = [] }: Entity): string[] {
  return id.startsWith('country-') ? [] : related.filter(({ kind }) => kind === 'country').map((each) => each.id);
}

/**
 * A name of a party that is a word with a capital, as any sentence or headline has: a translation ("Republic", "Dawn"), a code that is written like
 * a word ("Lab"), and what the people of the country are called ("The Iraqis").
 */
function isEveryday(
  { text, kind, lang }: Name,
  { facts = [] }: Entity,
  countryWords: readonly string[],
  isMaterial: (word: string) => boolean,
): boolean {
  if (!facts.some(({ property, value }) => property === 'type' && value === 'political-party')) return false;
  const [word = '', ...more] = plainForm(text)
    .split(' ')
    .filter((each) => !articles.has(each));
  if (more.length > 0 || text === text.toUpperCase()) return false;
  if (kind === 'acronym') return /^\p{Lu}\p{Ll}+$/u.test(text);
  if (lang !== 'en') return false;
  const isPeople = countryWords.some((each) => word === plainForm(each) || word === `${plainForm(each)}s`);
  return isPeople || wordRank(word) !== undefined || isCommonInSixLanguages(word) || isMaterial(word);
}

/** Bodies whose longer names have a word that is no name by itself: "Alliance", "Solidarity". */
const manyBodies = 3;

/** Tells words of which the names of bodies are made. */
function materialOf(entities: readonly Entity[]): (word: string) => boolean {
  const bodies = new Map<string, Set<string>>();
  for (const { id, kind, name, names = [] } of entities)
    if (kind === 'organisation')
      for (const text of [name, ...names.filter(({ lang }) => lang === 'en').map((each) => each.text)]) {
        const words = plainForm(text).split(' ');
        if (words.length > 1) for (const word of words) bodies.set(word, (bodies.get(word) ?? new Set()).add(id));
      }
  return (word) => (bodies.get(word)?.size ?? 0) >= manyBodies;
}

/** Of a name that nothing else has: "AfD", "PSOE". */
const letters = /^\p{Lu}\P{Z}*\p{Lu}$/u;

/** The chamber and the party of a person, by their shortest English names. */
function bodiesOf({ kind, facts = [] }: Entity, byId: ReadonlyMap<string, Entity>): string[] {
  if (kind !== 'person') return [];
  return facts
    .filter(({ property }) => property === 'member-of' || property === 'party')
    .flatMap(({ value }) => {
      const body = byId.get(String(value));
      const short = body?.names?.find(({ kind, text }) => kind === 'short' || kind === 'acronym' || letters.test(text));
      return short?.text ?? body?.name ?? [];
    });
}

/** A name that stands alone for a person, to which its adapter gave words in all languages: it keeps them. */
function isGivenWords({ kind, needs }: Name, entity: Entity): boolean {
  return entity.kind === 'person' && kind === 'short' && needs !== undefined;
}

/** Bodies of one name from which every country may have one. */
const manyCountries = 12;

/**
 * A name of a body counts only beside a word of its country when several bodies have it, when it is one word or words of every day, or when it
 * is a short form: "Democratic Party" is the name of 44 parties. Every country has a Ministry of Justice. Names of persons are for the page to decide, but for those of one word, as kings have. Places share
 * names with places of other countries: Georgia, Kingston.
 */
function needsCountry(
  { text, kind }: Name,
  { kind: entityKind, facts = [] }: Entity,
  owners: ReadonlySet<Entity>,
): boolean {
  const words = plainForm(text).split(' ');
  // A name of every country's: the page says of which (`src/match/decision/page-countries.ts`).
  if (kind === 'short' && owners.size > manyCountries && facts.some(({ value }) => value === 'ministry')) return false;
  if (entityKind === 'person') return words.length === 1;
  if (entityKind === 'place') return new Set([...owners].map(countryOf)).size > 1;
  if (entityKind === 'law') return kind === 'short';
  if (entityKind !== 'organisation') return false;
  if (/^(?:ministry|department) of /.test(plainForm(text)) || facts.some(({ value }) => value === 'ministry'))
    return true;
  // Aliases on a sanctions list and in a registry are of every quality.
  if (kind === 'variant' && facts.some(({ property, value }) => property === 'listed-by' || value === 'public-body'))
    return true;
  // "Metropolitan Police", "Central Statistical Office": of bodies below a government every country has one.
  if (facts.some(({ value }) => value === 'public-body') && words.every((word) => wordRank(word) !== undefined))
    return true;
  return owners.size > 1 || kind === 'acronym' || kind === 'short' || words.length === 1 || words.every(isCommonWord);
}

function countryOf({ id, related = [] }: Entity): string {
  return id.startsWith('country-') ? id : (related.find(({ kind }) => kind === 'country')?.id ?? id);
}

function conditioned({ name, names = [], kind }: Entity, needsOf: (name: Name) => string[], words: string[]): Name[] {
  const own = names.some(({ text }) => text === name) || kind === 'event' ? [] : [{ text: name, lang: 'en' }];
  return [...own, ...names].flatMap((each): Name[] => {
    // A word that holds the country already brings its own evidence: "US Senate", "U.S. Senate".
    const speaks = words.some((word) =>
      word === word.toUpperCase()
        ? ` ${each.text.replaceAll('.', '')} `.includes(` ${word} `)
        : ` ${plainForm(each.text)} `.includes(` ${plainForm(word)} `),
    );
    const needs = speaks ? [] : needsOf(each).filter((word) => word !== each.text);
    if (needs.length === 0) return names.includes(each) ? [each] : [];
    return [{ ...each, needs }];
  });
}
