/**
 * Frequent names of the world, from three sets in the public domain: `popular-names-by-country-dataset` of sigpwned (CC0, after Wikipedia's lists of the most
 * frequent names of each country), the surnames of the US census of 1990, and, since the first has few names of Iran, its ministers and members of
 * parliament by Wikidata (CC0), as `every-politician-scrapers/iran-ministers` holds them: their given names, and the surnames of those whom
 * `data/iran` does not know: a sample of its families that is not of the famous. They are read from a folder, since no package brings them:
 * `common-forenames-by-country.csv`, `common-surnames-by-country.csv`, `dist.all.last`, `holders21.csv` and `legislators.csv`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { foldText } from '../../src/text/fold.ts';
import { FROM_GIVEN } from '../../src/text/frequent-names.ts';
import { coded, givenNames } from './list.ts';

/** Surnames of the census that count as frequent: each has 40,000 bearers or more. */
const MOST_OF_CENSUS = 500;

function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

/** Words of the romanised names of a table. */
function romanised(file: string): string[] {
  return rowsOf(file).flatMap((row) => wordsOf(row['Romanized Name'] ?? ''));
}

function wordsOf(name: string): string[] {
  return name.split(/[\s-]+/);
}

const HONORIFICS = /^(?:seyy?[ei]d|sayy?id)$/i;

function givenOf(file: string): string[] {
  return rowsOf(file).flatMap(({ person = '' }) =>
    wordsOf(person)
      .filter((word) => !HONORIFICS.test(word))
      .slice(0, 1),
  );
}

function surnamesOf(file: string, known: ReadonlySet<string>): string[] {
  return rowsOf(file).flatMap(({ person = '' }) => (known.has(lettersOf(person)) ? [] : wordsOf(person).slice(-1)));
}

function lettersOf(name: string): string {
  return foldText(name).replace(/[^a-z]/g, '');
}

/** Names of the persons of the pack on Iran. */
function knownPersons(): Set<string> {
  const root = new URL('../../data/iran/entities/', import.meta.url);
  const entities = readdirSync(root).map(
    (file) =>
      JSON.parse(readFileSync(new URL(file, root), 'utf8')) as {
        kind: string;
        name: string;
        names?: { text: string }[];
      },
  );
  const persons = entities.filter(({ kind }) => kind === 'person');
  return new Set(persons.flatMap(({ name, names = [] }) => [name, ...names.map(({ text }) => text)]).map(lettersOf));
}

function folded(words: readonly string[]): string[] {
  const all = words.map(foldText).filter((word) => /^[a-z]{2,}$/.test(word));
  return [...new Set(all)].sort();
}

/** Given names of the sets that `human-names` leaves out. */
export function worldGivenNames(folder: string): string[] {
  const known = new Set(givenNames());
  return folded([
    ...romanised(join(folder, 'common-forenames-by-country.csv')),
    ...givenOf(join(folder, 'holders21.csv')),
    ...givenOf(join(folder, 'legislators.csv')),
  ]).filter((name) => !known.has(name));
}

/** The module that ships: surnames that are no given names and are not made of one, which tells itself. */
export function frequentNamesModule(folder: string): string {
  const given = new Set([...givenNames(), ...worldGivenNames(folder)]);
  const famous = knownPersons();
  const surnames = folded([
    ...romanised(join(folder, 'common-surnames-by-country.csv')),
    ...surnamesOf(join(folder, 'holders21.csv'), famous),
    ...surnamesOf(join(folder, 'legislators.csv'), famous),
    ...readFileSync(join(folder, 'dist.all.last'), 'utf8')
      .split('\n')
      .slice(0, MOST_OF_CENSUS)
      .map((line) => line.split(' ')[0]!),
  ]).filter((name) => !given.has(name) && !given.has(name.replace(FROM_GIVEN, '')));
  return `/**
 * Written by \`npm run words -- --names DIR\` (tools/words/frequent-names.ts) from popular-names-by-country-dataset (sigpwned, CC0 1.0), the surnames of
 * the US census of 1990 (public domain) and Wikidata (CC0 1.0).
 */
export const FREQUENT_SURNAMES =
  '${coded(surnames)}';
`;
}
