import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { isHead, knownIn } from '../known.ts';
import { holdsCapitals, personNames } from '../names.ts';
import { cleanText, isoDay, readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, type Input, ofCountry, type Place, SourceError } from '../source.ts';
import { type LeaderTable, nameOf } from './factbook-leaders.ts';

/** The lists of all countries. */
export const directory = z.array(
  z.object({
    country: z.string(),
    date_updated: z.string(),
    leaders: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
);

/** What the directory shortens. A shortened word that is not here is an error, for a card would show it. */
const words: Record<string, string> = {
  Admin: 'Administration',
  Chmn: 'Chair',
  Ctte: 'Committee',
  Del: 'Delegate',
  Dep: 'Deputy',
  Dept: 'Department',
  Dir: 'Director',
  Fed: 'Federal',
  Gen: 'General',
  Gov: 'Governor',
  Govt: 'Government',
  Intl: 'International',
  Min: 'Minister',
  Pres: 'President',
  Sec: 'Secretary',
};
/** Full stops that shorten nothing here: "U.S. Affairs", "Inc." */
const kept = new Set(['U.S', 'Inc', '']);

/** Offices of heads, of which earlier sources tell with the day on which they began. */
const first =
  /^(?:Transition )?(?:Chancellor|Emir|King|Premier|President|Prime Minister|Queen|Sultan|Supreme Leader)(?: \(acting\))?$/u;

/** Whom a country sends to Washington and New York: of all whom the directory lists news names them least, so that only somebody known already gets the office. */
const envoy =
  /^(?:Ambassador to the (?:US|U\.S\.|United States)|Charge d[’']Affaires, Embassy, Washington|Permanent Representative to the (?:UN|U\.N\.|United Nations))/u;

/** Years after which a list of ministers tells of another government. */
const oldest = 2;

/** Countries whose names have the surname first at home, and last in the English news. */
const turned = new Set(['JP']);

/** What a bracket after a name says: that somebody acts, and no part of the name. */
const acting = /\((?:acting|interim|caretaker)\)/iu;

/**
 * Chiefs of State and Cabinet Members of Foreign Governments: a list a country, each with the day on which it was last changed. Countries whose ministers
 * an earlier source tells with the dates of their appointments are left to it, and so are lists of more than two years before the snapshot. Somebody
 * whom an earlier source knows in the country gets the office there.
 */
export const readCabinets: Adapter = (input) => {
  const [file] = input.files;
  if (file === undefined) throw new SourceError({ file: 'ingest', line: 1 }, 'the file of the lists', 'none');
  const known = knownIn(input);
  const people = new Map<string, Entity>();
  const days = [];
  for (const [at, list] of readJson(file, directory).entries()) {
    const place = { file: file.path, line: `[${at}]` };
    const { country, leaders } = list;
    const code = codeOf(country, input, place);
    const day = dayOf(list, input, place);
    if (day === undefined || known.ministers.has(code)) continue;
    days.push(day);
    const fact = factsOf(input.source, day);
    for (const [i, { name: raw, title }] of leaders.entries()) {
      const where = { file: file.path, line: `[${at}].leaders[${i}]` };
      const office = officeOf(title, acting.test(raw), where);
      const named = raw.trim() === '' ? undefined : nameIn(raw, code, input, where);
      if (named === undefined) continue;
      const matches = known.find(code, [named.name, ...named.others]);
      const [same] = matches;
      if (matches.length > 1 || matches.some(isHead) || (same === undefined && envoy.test(office))) continue;
      if (first.test(office) && !known.isNewHead(code, named.name, day)) continue;
      const id = same?.id ?? `minister-${code.toLowerCase()}-${slug(named.name)}`;
      const person = people.get(id) ?? {
        id,
        kind: 'person' as const,
        name: same?.name ?? named.name,
        names: personNames(same?.name ?? named.name, [named.name, ...named.others]),
        facts: [],
        related: ofCountry(code),
      };
      if (!person.facts!.some(({ value }) => value === office))
        person.facts!.push(fact('office-held', office, { within: `country-${code.toLowerCase()}` }));
      people.set(id, person);
    }
  }
  return { asOf: days.sort().at(-1) ?? input.day, entities: [...people.values()] };
};

/** "Korea, North" */
export function codeOf(country: string, { countries }: Input, place: Place): string {
  const [head, tail] = country.split(', ');
  const code = countries.fromName(tail === undefined ? country : `${tail} ${head}`);
  if (code === undefined) throw new SourceError(place, 'the name of a country', country);
  return code;
}

/** The day of a list; none where it is too old. */
export function dayOf(
  { date_updated }: { date_updated: string },
  { day: now }: Input,
  place: Place,
): string | undefined {
  const day = isoDay(date_updated, place);
  return Number(now.slice(0, 4)) - oldest + now.slice(4) > day ? undefined : day;
}

/** "Min. of Foreign Affairs" */
export function officeOf(title: string, acts: boolean, place: Place): string {
  const whole = cleanText(title, place).replace(/([\p{L}.]*) ?\.(?=[\s,)/'’-]|$)/gu, (found, word: string) => {
    if (kept.has(word)) return found;
    const known = words[word];
    if (known === undefined) throw new SourceError(place, `a word for "${found}"`, title);
    return known;
  });
  const office = whole.replace(/\bMin\.-Delegate\b/gu, 'Minister-Delegate').replaceAll(' & ', ' and ');
  return acts ? `${office} (acting)` : office;
}

function nameIn(raw: string, code: string, input: Input, place: Place): { name: string; others: string[] } | undefined {
  const named = cleanText(raw.replace(/\([^)]*\)/gu, ' ').replace(/["“”].*?["“”]/gu, ' '), place).split(' ');
  if (named.length < 2) return undefined;
  if (!named.some((word) => holdsCapitals(word))) return { name: named.join(' '), others: [] };
  const { name, others } = nameOf(named, undefined, input.tables.leaders as LeaderTable);
  const surnameFirst = named.length === 2 && holdsCapitals(named[0]!);
  return {
    name,
    others: surnameFirst && turned.has(code) ? [...others, name.split(' ').reverse().join(' ')] : others,
  };
}
