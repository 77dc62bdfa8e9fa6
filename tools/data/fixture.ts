/** For tests: small files that we wrote ourselves in the format of each source, and the same with one thing wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entity } from '../../src/dataset/schema.ts';
import { type CountryNames, readCountries } from './countries.ts';
import type { Output, SourceFile, Tables } from './source.ts';
import { descriptions } from './sources.ts';

export const fixtures = join(import.meta.dirname, 'fixtures');

const tables: Tables = Object.fromEntries(
  readdirSync('data/refresh').map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(join('data/refresh', name), 'utf8')),
  ]),
);
export const countries = readCountries(tables['country-names'] as CountryNames);

/** The reviewed table for the fixture of `known-holders`: the real one asks for people whom a fixture does not have. */
export const knownHolders = {
  countries: { 'egypt-ministers': 'EG', 'us-cabinet': 'US', world: null },
  offices:
    '^(?:President|Prime Minister|Minister of Foreign Affairs|Governor of .*|Secretary-General of the United Nations)$',
  people: {
    Q1: { name: 'Alpha Sample', names: { ar: ['ألفا عينة'] }, alone: { en: 'Alpha', ar: 'ألفا' } },
    Q3: { name: 'Gamma Model' },
    Q4: { name: 'Delta Pattern' },
    Q8: { name: 'Eta Sample', cues: ['ONU'] },
  },
};

export interface Change {
  /** Records that sources before this one would have given. */
  earlier?: readonly Entity[];
  /** Replaces this text, once, in all files: a fixture with something wrong. */
  replace?: readonly [string, string];
  /** Ends the last file before its end, as a broken transfer does. */
  cut?: boolean;
  tables?: Tables;
}

/** What the adapter of a source makes of its fixture. */
export function readFixture(source: string, { earlier = [], replace, cut, tables: own }: Change = {}): Output {
  const files = filesOf(join(fixtures, source)).map(({ path, text }) => ({
    path,
    text: replace ? text.replace(...replace) : text,
  }));
  const last = files.at(-1);
  if (cut && last) last.text = last.text.slice(0, -5);
  if (replace && filesOf(join(fixtures, source)).every(({ text }) => !text.includes(replace[0])))
    throw new Error(`expected ${JSON.stringify(replace[0])} in the fixture of ${source}, found it nowhere`);
  const description = descriptions.find(({ id }) => id === source)!;
  return description.read({
    source,
    files,
    day: '2026-07-01',
    countries,
    tables: { ...tables, ...own },
    earlier: new Map(earlier.map((entity) => [entity.id, entity])),
  });
}

function filesOf(dir: string): SourceFile[] {
  return (readdirSync(dir, { recursive: true }) as string[])
    .filter((path) => path !== 'snapshot.json' && statSync(join(dir, path)).isFile())
    .sort()
    .map((path) => ({ path, text: readFileSync(join(dir, path), 'utf8') }));
}

/** The one record with this id. */
export function record({ entities }: Output, id: string): Entity {
  const found = entities.filter((entity) => entity.id === id);
  if (found.length !== 1)
    throw new Error(
      `expected one record ${id}, found ${found.length} among ${entities.map((each) => each.id).join(', ')}`,
    );
  return found[0]!;
}

/** The values of a property of a record. */
export function values({ facts = [] }: Entity, property: string): (string | number)[] {
  return facts.filter((fact) => fact.property === property).map(({ value }) => value);
}

/** All names of a record, its own among them. */
export function namesOf({ name, names = [] }: Entity): string[] {
  return [...new Set([name, ...names.map(({ text }) => text)])];
}
