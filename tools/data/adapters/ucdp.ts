import type { Fact } from '../../../src/dataset/facts.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { cleanText, isoDay, type Row, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Input, ofCountry, type Place, SourceError } from '../source.ts';

const path = 'conflicts/original_data/ucdp-dyadic-251.csv';
/** Conflicts that ended before are history, for which these names and dates say too little. */
const since = 2015;
/** Data of version 25.1 reach to the end of 2024. */
const lastDay = '2024-12-31';

/** Of `data/refresh/conflict-parties.json`, by the number of the actor: UCDP has acronyms where texts have names. */
type Parties = Record<string, { name: string; others?: string[] }>;

/**
 * UCDP Dyadic Dataset: armed conflicts and those who fight a government in them. A row is one pair in one year. What began when is told of the
 * pair, since a conflict may be older than the one who fights in it now; `side_a` is the government, and nobody's fault. No deaths are reported.
 */
export const readUcdp: Adapter = (input) => {
  const rows = readTable(fileAt(input.files, path), [
    ...['dyad_id', 'conflict_id', 'location', 'side_b', 'side_b_id', 'incompatibility', 'territory_name'],
    ...['year', 'type_of_conflict', 'start_date'],
  ]);
  const recent = new Map<string, { row: Row; place: Place }>();
  for (const each of rows) {
    const year = Number(each.row.year);
    if (!Number.isInteger(year) || year < 1946) throw new SourceError(each.place, 'a year from 1946', each.row.year);
    const known = recent.get(each.row.dyad_id!);
    if (year >= since && (known === undefined || year > Number(known.row.year))) recent.set(each.row.dyad_id!, each);
  }
  const dyads = [...recent.values()];
  const conflicts = Map.groupBy(dyads, ({ row }) => row.conflict_id!);
  return {
    asOf: lastDay,
    entities: [...[...conflicts.values()].map((pairs) => conflictEntity(pairs, input)), ...partyEntities(dyads, input)],
  };
};

function conflictEntity(pairs: { row: Row; place: Place }[], input: Input): Entity {
  const [{ row, place }] = pairs as [(typeof pairs)[0]];
  const fact = factsOf(input.source, lastDay);
  const codes = countriesOf(row, place, input);
  const places = codes.map((code) => input.countries.nameOf(code));
  const territory = row.territory_name ? cleanText(row.territory_name, place) : '';
  const { name, names } = conflictNames(row, places, territory);
  return {
    id: `conflict-${row.conflict_id}`,
    kind: 'event',
    name,
    ...(names.length > 0 ? { names } : {}),
    facts: [
      fact('type', 'armed-conflict', { locator: row.conflict_id }),
      ...codes.map((code) => fact('country', code)),
      fact('active-in', lastYear(pairs)),
    ],
    related: codes.flatMap(ofCountry),
  };
}

/** The year of the latest rows. */
function lastYear(pairs: readonly { row: Row }[]): string {
  return pairs
    .map(({ row }) => row.year!)
    .sort()
    .at(-1)!;
}

/** Between states, over a territory, or over a government: "Kashmir conflict" is a name that texts use, the last kind has none. */
function conflictNames(row: Row, places: readonly string[], territory: string): { name: string; names: Name[] } {
  if (row.type_of_conflict === '2' && places.length > 1) {
    const variant = `conflict between ${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
    return { name: `${places.join('–')} conflict`, names: [{ text: variant, kind: 'variant', lang: 'en' }] };
  }
  if (row.incompatibility !== '2' && territory !== '' && territory !== 'Islamic State') {
    // "Artsakh (Nagorno-Karabakh)": two names of one place.
    const [first = '', ...others] = territory.replace(')', '').split(' (');
    const variants = [`conflict over ${first}`, ...others.map((other) => `${other} conflict`)];
    return {
      name: `${first} conflict`,
      names: variants.map((text) => ({ text, kind: 'variant', lang: 'en' })),
    };
  }
  const what = territory === 'Islamic State' ? 'conflict with Islamic State' : 'conflict over government';
  return { name: `${places.join(', ')}: ${what}`, names: [] };
}

function partyEntities(dyads: readonly { row: Row; place: Place }[], input: Input): Entity[] {
  const fact = factsOf(input.source, lastDay);
  const known = input.tables['conflict-parties'] as Parties;
  return [...Map.groupBy(dyads, ({ row }) => row.side_b_id!)].flatMap(([number, pairs]): Entity[] => {
    const [{ row, place }] = pairs as [(typeof pairs)[0]];
    const written = cleanText(row.side_b!, place);
    const { name, others = [] } = known[number] ?? { name: written };
    // States are entities of their own; an acronym alone, or a description ("Patani insurgents"), is no name to look for.
    if (
      /^Government of /u.test(written) ||
      (!known[number] && (!isName(written) || /insurgents|forces of|faction/iu.test(written)))
    )
      return [];
    const codes = [...new Set(pairs.flatMap((pair) => countriesOf(pair.row, pair.place, input)))];
    const facts = pairs.flatMap((pair): Fact[] => [
      fact('party-to', `conflict-${pair.row.conflict_id}`, {
        from: isoDay(pair.row.start_date!, pair.place),
        locator: pair.row.dyad_id,
      }),
    ]);
    return [
      {
        id: `conflict-party-${number}`,
        kind: 'organisation',
        name,
        names: [
          { text: name, kind: 'full', lang: 'en' },
          ...[...new Set([...others, ...(written === name || written.length < 3 ? [] : [written])])].map(
            (text): Name =>
              isName(text)
                ? { text, kind: 'variant', lang: 'en' }
                : { text, kind: 'acronym', lang: 'en', exactCase: true },
          ),
        ],
        facts: [fact('type', 'conflict-party', { locator: number }), ...facts, fact('active-in', lastYear(pairs))],
        related: codes.flatMap(ofCountry),
      },
    ];
  });
}

const isName = (text: string) => /\p{Ll}{3}/u.test(text);

/** "Russia (Soviet Union), Ukraine": each with the name that UCDP gives it since its first year. */
function countriesOf({ location }: Row, place: Place, { countries }: Input): string[] {
  return location!.split(', ').map((name) => {
    const code = countries.fromName(name.replace(/\s*\(.*\)$/u, ''));
    if (code === undefined) throw new SourceError(place, 'the English name of a country', name);
    return code;
  });
}
