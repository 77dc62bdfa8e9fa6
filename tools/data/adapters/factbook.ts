import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { plain } from '../plain.ts';
import { cleanText, readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, type Place, SourceError, type SourceFile } from '../source.ts';
import { readChambers } from './factbook-chambers.ts';
import { readCourts } from './factbook-courts.ts';
import { readLeaders } from './factbook-leaders.ts';

/** One country of the Factbook: its ISO code, and its fields as plain text. */
export interface Profile {
  code: string;
  file: string;
  /** The text of a field by its headings; nothing where the profile lacks it. */
  text: (...path: string[]) => string | undefined;
  /** First of the adjectives: "German". */
  adjective?: string;
}

/** The Central Intelligence Agency closed the Factbook after this day; commits of the JSON edition since then only move files. */
export const closed = '2026-01-22';

const profileSchema = z.record(z.string(), z.unknown());

/** Fields that most profiles have. When none has one, the Factbook changed its headings. */
const fields = [
  ['Government', 'Capital', 'name'],
  ['Government', 'Executive branch', 'chief of state'],
  ['Government', 'Executive branch', 'head of government'],
  ['Government', 'Legislative branch', 'legislature name'],
  ['Government', 'Legislative branch', 'number of seats'],
  ['Government', 'Legislative branch - lower chamber', 'chamber name'],
  ['Government', 'Legislative branch - lower chamber', 'parties elected and seats per party'],
  ['Government', 'Judicial branch', 'highest court(s)'],
  ['People and Society', 'Nationality', 'adjective'],
] as const;

/**
 * The World Factbook, frozen in January 2026: capitals, chambers with their seats and elections, high courts, heads of state and
 * government. Government types, backgrounds, disputes and lists of "terrorist groups" are prose or contested, and are left.
 */
export const readFactbook: Adapter = (given) => {
  const { input, profiles } = readProfiles(given, fields);
  return {
    asOf: input.day,
    entities: [
      ...profiles.flatMap((profile) => readPlaces(profile, input)),
      ...readChambers(profiles, input),
      ...readCourts(profiles, input),
      ...readLeaders(profiles, input),
    ],
  };
};

/** The profiles as of the day given, or the last there was. @throws {SourceError} when none has one of the `needed` fields */
export function readProfiles(given: Input, needed: readonly (readonly string[])[]) {
  const input = { ...given, day: given.day < closed ? given.day : closed };
  const profiles = input.files.flatMap((file) => readProfile(file, input) ?? []);
  for (const path of needed)
    if (!profiles.some(({ text }) => text(...path) !== undefined))
      throw new SourceError(
        { file: 'the profiles', line: path.join(' > ') },
        'this field in some of them',
        'it in none',
      );
  return { input, profiles };
}

/** The profile in a file; nothing for a place that has none here. */
export function readProfile(file: SourceFile, input: Input): Profile | undefined {
  const json = readJson(file, profileSchema);
  const code = codeOf(file.path, input);
  if (code === undefined) return undefined;
  const text = (...path: string[]) => {
    const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], json);
    const html = (value as { text?: unknown } | undefined)?.text;
    return typeof html === 'string' && html !== '' ? plain(html) : undefined;
  };
  const adjective = text('People and Society', 'Nationality', 'adjective');
  return { code, file: file.path, text, ...(adjective ? { adjective: adjectives(adjective)[0]! } : {}) };
}

/** `europe/gm.json` is Germany: the files have the codes of the United States government. */
function codeOf(path: string, { countries, tables }: Input): string | undefined {
  const gec = /\/([a-z]{2})\.json$/u.exec(path)?.[1]?.toUpperCase();
  if (gec === undefined) return undefined;
  // The table has the codes that CLDR lacks, and those of places that ISO knows under no code or under another's.
  const known = (tables.gec as Record<string, string | null>)[gec];
  return known === undefined ? countries.fromGec(gec) : (known ?? undefined);
}

/** "Congolese or Congo", "Motswana (singular), Batswana (plural)". */
function adjectives(text: string): string[] {
  return text
    .replace(/\([^)]*\)/gu, '')
    .split(/,|;| or |\//u)
    .map((word) => word.trim())
    .filter((word) => /^\p{Lu}[\p{L} -]+$/u.test(word));
}

/** The country with its capital and its adjectives, and the capital. */
function readPlaces({ code, file, text }: Profile, input: Input): Entity[] {
  const place = { file, line: 'Government > Capital > name' };
  const fact = factsOf(input.source, input.day);
  const country = `country-${code.toLowerCase()}`;
  const capitals = capitalsOf(code, text('Government', 'Capital', 'name') ?? '', input, place).map(
    ({ name, others }): Entity => ({
      id: `capital-${code.toLowerCase()}-${slug(name)}`,
      kind: 'place',
      name,
      ...(others.length > 0 ? { names: others.map((each) => ({ text: each, kind: 'variant', lang: 'en' })) } : {}),
      facts: [fact('type', 'capital'), fact('capital-of', country), fact('country', code)],
      related: ofCountry(code),
    }),
  );
  const words = adjectives(text('People and Society', 'Nationality', 'adjective') ?? '');
  const facts = capitals.map(({ id }) => fact('capital', id));
  if (facts.length === 0 && words.length === 0) return capitals;
  return [
    {
      id: country,
      kind: 'place',
      name: input.countries.nameOf(code),
      facts: facts.length > 0 ? facts : [fact('country', code)],
      ...(words.length > 0 ? { cues: words } : {}),
    },
    ...capitals,
  ];
}

/**
 * "Pretoria (administrative capital); Cape Town (legislative capital)" are two; what stands behind "note" is none. Fields that say
 * something else, or what is contested, stand in the table.
 */
function capitalsOf(code: string, text: string, { tables }: Input, place: Place): { name: string; others: string[] }[] {
  const reviewed = (tables.capitals as Record<string, { name: string; others: string[] }[]>)[code];
  if (reviewed) return reviewed;
  return text
    .replace(/\bnote\b.*$/su, '')
    .split(/;|\n|,(?![^(]*\))/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const name = cleanText(part.replace(/\([^)]*\)?/gu, '').replace(/ in \p{Lu}.*$/u, ''), place);
      if (name.split(' ').length > 4)
        throw new SourceError(place, 'the name of a capital, or a row in capitals.json', part);
      return { name, others: [] };
    });
}
