import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { demonymsOf } from '../demonyms.ts';
import { knownIn } from '../known.ts';
import { personNames } from '../names.ts';
import { readTable } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, SourceError } from '../source.ts';
import { addTerm, bodiesIn, dateIn, officeOf, withinOf } from './holder-terms.ts';

/**
 * The names of a person, in English and by language; those that stand for the person alone; those that count only beside a word of their own list; words
 * that speak for the person beside those of the country.
 */
export const figureNames = {
  name: z.string(),
  names: z.optional(z.record(z.string(), z.array(z.string()))),
  alone: z.optional(z.record(z.string(), z.string())),
  asking: z.optional(
    z.record(
      z.string(),
      z.array(z.strictObject({ text: z.string(), needs: z.array(z.string()).check(z.minLength(1)) })),
    ),
  ),
  cues: z.optional(z.array(z.string())),
};

/** Of `data/refresh/known-holders.json`. */
const schema = z.strictObject({
  /** The country whose offices a repository lists; none: offices of international bodies. */
  countries: z.record(z.string(), z.nullable(z.string())),
  /** A regular expression on the name of an office: those that the news names. */
  offices: z.string(),
  /** By their items of Wikidata: whom the news of the world goes on naming. */
  people: z.record(z.string(), z.strictObject(figureNames)),
});
type Figure = z.infer<typeof schema>['people'][string];

/** Days of a term below which somebody stood in for another, or had a turn in the chair of a council. */
const shortest = 60;

/**
 * Who held the first offices of a country at any time since 2000, and is still named: of the tables of `office-holders`, which leave out whose term ended
 * before 2015, the people of a reviewed list, with the names that the news of other languages writes.
 */
export const readKnownHolders: Adapter = (input) => {
  const table = schema.parse(input.tables['known-holders']);
  const offices = new RegExp(table.offices, 'u');
  const known = knownIn(input);
  const people = new Map<string, Entity>();
  const left = new Set(Object.keys(table.people));
  for (const file of input.files) {
    const [, repository = ''] = /^[^/]+\/([^/]+)\//u.exec(file.path) ?? [];
    const code = table.countries[repository];
    if (code === undefined)
      throw new SourceError({ file: file.path, line: 1 }, 'a repository of known-holders.json', repository);
    const fact = factsOf(input.source, file.day ?? input.day);
    for (const { row, place } of readTable(file, ['position', 'person', 'personID', 'start', 'end'])) {
      const { position = '', person: written = '', personID: item = '' } = row;
      const figure = table.people[item];
      if (figure === undefined || !offices.test(position)) continue;
      if (!sharesWord(figure, written)) throw new SourceError(place, `${figure.name} as ${item}`, written);
      const [from, to] = [dateIn(row.start!, place), dateIn(row.end!, place)];
      if (isShort(from, to)) continue;
      left.delete(item);
      const same = known.item(item) ?? known.find(code ?? '', [figure.name, written])[0];
      const id = same?.id ?? `holder-${item.toLowerCase()}`;
      const office = officeOf(position, place);
      if (same?.facts?.some(({ value, from: since }) => value === office && since === from)) continue;
      const record = people.get(id) ?? {
        id,
        kind: 'person' as const,
        name: same?.name ?? figure.name,
        names: namesOf(figure, [written], code === null ? [] : wordsOf(code, input)),
        facts: [],
        cues: cuesOf(figure, code === null ? [] : [code], input),
        related: [],
        wikidata: item,
      };
      people.set(id, record);
      for (const cue of [...bodiesOf(office, code), ...placeOf(office)])
        if (!record.cues!.includes(cue)) record.cues!.push(cue);
      for (const each of code === null ? [] : ofCountry(code))
        if (!record.related!.some((other) => other.id === each.id)) record.related!.push(each);
      addTerm(record.facts!, fact('office-held', office, { from, to, within: withinOf(code, input), locator: item }));
    }
  }
  const [lost] = left;
  if (lost !== undefined)
    throw new SourceError({ file: input.files[0]?.path ?? '', line: 1 }, `an office of ${lost}`, 'none');
  return { asOf: input.day, entities: [...people.values()] };
};

/** All names of a person. One that stands alone asks for one of the `words` of its script, as others have it too. */
export function namesOf(
  { name, names = {}, alone = {}, asking = {} }: Figure,
  others: readonly string[],
  words: readonly string[],
): Name[] {
  const all = [
    ...personNames(name, others),
    ...Object.entries(names).flatMap(([lang, texts]) => texts.map((text): Name => ({ text, kind: 'full', lang }))),
  ];
  for (const [lang, text] of Object.entries(alone))
    all.push({ text, kind: 'short', lang, needs: words.filter((word) => isArabic(word) === isArabic(text)) });
  for (const [lang, forms] of Object.entries(asking))
    for (const { text, needs } of forms) all.push({ text, kind: 'short', lang, needs });
  return all;
}

/**
 * What speaks for a person in texts of all languages: the names of the countries, and in Arabic letters what is of them, which in others nearly every text
 * writes beside a name.
 */
export function cuesOf(
  { cues = [] }: Figure,
  codes: readonly string[],
  input: Pick<Input, 'earlier' | 'tables'>,
): string[] {
  const words = codes.flatMap((code) => wordsOf(code, input));
  const spoken = words.filter((word) => (isArabic(word) ? !plural.test(word) : /^\p{Lu}/u.test(word)));
  return [...new Set([...spoken, ...cues])];
}

/** Of Arabic words: many of them speak for no one person. */
const plural = /[يو]ن$/u;

function bodiesOf(office: string, code: string | null): string[] {
  return code === null ? bodiesIn(office) : [];
}

/** "Governor of California" */
function placeOf(office: string): string[] {
  const [, place] = /^Governor of (.*)$/u.exec(office) ?? [];
  return place === undefined ? [] : [place];
}

/** The names of a country, and what is of it, in the languages of the interface. */
export function wordsOf(code: string, { earlier, tables }: Pick<Input, 'earlier' | 'tables'>): string[] {
  const id = `country-${code.toLowerCase()}`;
  const { name, names = [] } = earlier.get(id) ?? { name: '' };
  const own = names.filter(({ lang = '' }) => ['en', 'de', 'fr', 'es', 'ar', 'fa'].includes(lang));
  const words = [name, ...own.map(({ text }) => text), ...demonymsOf(tables.demonyms)(id)];
  return [...new Set(words)].filter((word) => word !== '');
}

function isArabic(text: string): boolean {
  return /\p{sc=Arabic}/u.test(text);
}

function sharesWord({ name, names = {} }: Figure, written: string): boolean {
  const words = [name, ...(names.en ?? [])].flatMap((text) => plainForm(text).split(/[ -]/u));
  return plainForm(written)
    .split(/[ -]/u)
    .some((word) => words.includes(word));
}

function isShort(from?: string, to?: string): boolean {
  if (from === undefined || to === undefined) return false;
  if (to < from) return true;
  return from.length === 10 && to.length === 10 && Date.parse(to) - Date.parse(from) < shortest * 86_400_000;
}
