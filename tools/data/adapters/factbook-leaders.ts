import type { FactProperty } from '../../../src/dataset/fact-properties.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { holdsCapitals, personNames, recase, splitOutside } from '../names.ts';
import { firstDate } from '../plain.ts';
import { cleanText, slug } from '../reading.ts';
import { factsOf, type Input, type Place } from '../source.ts';
import type { Profile } from './factbook.ts';

/** Of `data/refresh/leaders.json`. */
export interface LeaderTable {
  /** Words of titles before a name. */
  titles: string[];
  /** Titles of monarchs and popes, which people say with the name. */
  crowned: string[];
  /** Words that keep or take another form than the rule gives, by the form in capitals. */
  words: Record<string, string>;
  /** Whole names that the Factbook writes without their accents, or in another spelling than the news. */
  names: Record<string, { name: string; others?: string[] }>;
}

const offices = [
  ['chief of state', 'head-of-state-of'],
  ['head of government', 'head-of-government-of'],
] as const satisfies readonly (readonly [string, FactProperty])[];

/**
 * Heads of state and government: "President Frank-Walter STEINMEIER (since 19 March 2017)". A field may tell of several people
 * ("represented by …", "former President …"): only the first is the holder. Dependencies have governors, and their heads of state are others'.
 */
export function readLeaders(profiles: readonly Profile[], input: Input): Entity[] {
  const fact = factsOf(input.source, input.day);
  const people = new Map<string, Entity>();
  for (const profile of profiles)
    for (const { property, holder } of holdersOf(profile, input)) {
      const { name, others, since } = holder;
      const id = `leader-${slug(name)}`;
      const person = people.get(id) ?? {
        id,
        kind: 'person' as const,
        name,
        names: personNames(name, others),
        facts: [],
        related: [],
      };
      const country = `country-${profile.code.toLowerCase()}`;
      person.facts!.push(fact(property, country, { from: since }));
      if (!person.related!.some((each) => each.id === country)) person.related!.push({ id: country, kind: 'country' });
      people.set(id, person);
    }
  return [...people.values()];
}

export interface Held {
  property: (typeof offices)[number][1];
  holder: Holder;
}

/** Who holds the two offices of a country, as far as the profile names one person. */
export function holdersOf({ file, text }: Profile, { tables }: Pick<Input, 'tables'>): Held[] {
  if (text('Government', 'Dependency status') !== undefined) return [];
  return offices.flatMap(([field, property]) => {
    const place = { file, line: `Government > Executive branch > ${field}` };
    const said = text('Government', 'Executive branch', field) ?? '';
    const holder = holderIn(said, tables.leaders as LeaderTable, place);
    return holder === undefined ? [] : [{ property, holder }];
  });
}

export interface Holder {
  name: string;
  others: string[];
  /** What stands before the name: "President". */
  title: string;
  since?: string;
}

function holderIn(field: string, table: LeaderTable, place: Place): Holder | undefined {
  const first = (splitOutside(field.replaceAll('\n', ';'), ';')[0] ?? '').split(/,? represented by| is | and co-/u)[0]!;
  const since = /\((?:since )?(\d[^),]*|[A-Z][a-z]+ \d{4})/u.exec(first)?.[1];
  const words = cleanText(first.replace(/\([^)]*\)/gu, '').replace(/ of (?:the )?\p{Lu}\p{Ll}+$/u, '') || '-x', place)
    .split(' ')
    .filter((word) => word !== '-x');
  if (!words.some((word) => holdsCapitals(word))) return undefined;
  const isTitle = (word: string) => table.titles.includes(word.replace(/[.,]/gu, ''));
  // The name begins after the last word of a title that stands before the capitals of the surname.
  const surname = words.findIndex((word) => holdsCapitals(word) && !isTitle(word));
  const start = words.slice(0, surname).findLastIndex(isTitle) + 1;
  const named = words.slice(start);
  // "Captains Regent A and B": two people in one field have one office between them, and no record.
  if (surname < 0 || named.length === 0 || named.includes('and')) return undefined;
  return {
    ...nameOf(named, words[start - 1], table),
    title: words.slice(0, start).join(' '),
    ...(since ? { since: firstDate(since)! } : {}),
  };
}

/** The whole name, and the two words by which the news knows a person: the first name and the surname in capitals, in their order. */
export function nameOf(
  words: readonly string[],
  title: string | undefined,
  table: LeaderTable,
): { name: string; others: string[] } {
  const kept = new Map(Object.entries(table.words));
  const whole = recase(words.join(' '), kept).replace(/["“”]/gu, '');
  const at = words.findIndex((word) => holdsCapitals(word));
  let end = at;
  while (end + 1 < words.length && holdsCapitals(words[end + 1]!) && !/^[IVX]+$/u.test(words[end + 1]!)) end++;
  const surname = words.slice(at, end + 1);
  const rest = words.slice(end + 1);
  // A surname of several words that stands first is enough; of one word, it goes with the name after it, if that is one word: "Kim Jong" is nobody.
  const isName = rest.length === 1 && /^\p{Lu}/u.test(rest[0]!) && !/^(?:[IVX]+|Al|El)$/u.test(rest[0]!);
  const known = at > 0 ? [words[0]!, ...surname] : surname.length === 1 && isName ? [...surname, ...rest] : surname;
  // Without "Jr." it is the name of the father.
  const suffix = rest.filter((word) => /^[JS]r\.?$/u.test(word));
  const short = recase([...known, ...suffix].join(' '), kept).replace(/,$/u, '');
  const crowned = table.crowned.includes(title ?? '') ? [`${title} ${whole}`] : [];
  const reviewed = table.names[whole];
  const name = reviewed?.name ?? whole;
  return {
    name,
    // Who knows the name of the news knows its short forms: they are in the table.
    others: [whole, ...(reviewed ? (reviewed.others ?? []) : [short]), ...crowned].filter((other) => other !== name),
  };
}
