import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { bracketed } from '../names.ts';
import { cleanText, type Row, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Input, ofCountry, type Place, SourceError } from '../source.ts';

/** "DEU,Alternative für Deutschland,AfD": a short form of one word, neither a code of one or two letters nor words joined by slashes. */
const shortForm = /^\p{Lu}[\p{L}\d-]{2,9}$/u;

/**
 * Party Facts: parties without a year of dissolution. The tables know nothing of the years after 2022, so no fact says that a party
 * exists. Several rows of one Wikidata item are one party; the first number stands.
 */
export const readPartyFacts: Adapter = (input) => {
  const items = new Map<string, Row>();
  for (const { row } of readTable(fileAt(input.files, 'import/wikipedia/wikidata.csv'), [
    'partyfacts_id',
    'wikidata_id',
  ]))
    items.set(row.partyfacts_id!, row);
  const parties = readTable(fileAt(input.files, 'import/wikipedia/wikipedia.csv'), [
    ...['country', 'partyfacts_id', 'name', 'name_short', 'name_native', 'year_founded', 'year_dissolved'],
  ])
    .filter(({ row }) => row.year_dissolved === '' && row.name !== '')
    .sort((a, b) => Number(a.row.partyfacts_id) - Number(b.row.partyfacts_id));
  const seen = new Set<string>();
  const entities = parties.flatMap(({ row, place }): Entity[] => {
    const { partyfacts_id: number = '', name: written = '' } = row;
    // Codes that are no ISO 3166 codes are those of states that are gone, such as DDR.
    const country = input.countries.fromAlpha3(row.country!);
    const wikidata = items.get(number)?.wikidata_id;
    if (!/^\d+$/u.test(number)) throw new SourceError(place, 'a number as partyfacts_id', number);
    const name = nameIn(cleanText(written, place), input);
    if (country === undefined || seen.has(wikidata || number) || name.length < 3) return [];
    seen.add(wikidata || number);
    const fact = factsOf(input.source, input.day);
    return [
      {
        id: `party-${country.toLowerCase()}-${number}`,
        kind: 'organisation',
        name,
        names: namesOf(name, row, place, input.countries.nameOf(country)),
        facts: [
          fact('type', 'political-party', { locator: number }),
          fact('country', country),
          ...(row.year_founded ? [fact('founded', yearOf(row.year_founded, place))] : []),
        ],
        related: ofCountry(country),
        ...(wikidata ? { wikidata } : {}),
      },
    ];
  });
  return { asOf: input.day, entities };
};

/** What an encyclopedia adds to tell two articles apart. */
const added = /^(?:\d{4}(?:–\d{4})?|political party|historical)$/u;

/** "Janata Dal (United)" is another party than "Janata Dal (Secular)"; "Liberal Party (Bulgaria, 1879)" is a Liberal Party. */
function nameIn(text: string, { countries }: Input): string {
  const { name, inside = '' } = bracketed(text);
  return inside.split(', ').every((part) => added.test(part) || countries.fromName(part) !== undefined) ? name : text;
}

function namesOf(name: string, { name_native = '', name_short = '' }: Row, place: Place, country: string): Name[] {
  const native = name_native
    .split(' / ')
    .filter((text) => /\p{L}{2}/u.test(text))
    .map((text) => (name.endsWith(')') ? cleanText(text, place) : bracketed(cleanText(text, place)).name))
    .filter((text) => text !== name && text.length > 2);
  return [
    { text: name, kind: 'full', lang: 'en' },
    ...[...new Set(native)].map((text): Name => ({ text, kind: 'full' })),
    ...shorter(name, country)
      .filter((text) => !native.includes(text))
      .map((text): Name => ({ text, kind: 'short', lang: 'en' })),
    ...(shortForm.test(name_short) && !native.includes(name_short)
      ? [{ text: cleanText(name_short, place), kind: 'acronym' as const, exactCase: true }]
      : []),
  ];
}

/** What texts of the country leave out: "Awami League" for the one of Bangladesh, "Democratic Party" for the one of Korea. */
function shorter(name: string, country: string): string[] {
  const [, head = '', tail = ''] = /^(.+?) of (?:the )?(\p{Lu}[\p{L} ]+)$/u.exec(name) ?? [];
  const ofCountry = tail !== '' && ` ${country}`.endsWith(` ${tail}`) ? head : '';
  const afterCountry = name.startsWith(`${country} `) ? name.slice(country.length + 1) : '';
  return [ofCountry, afterCountry].filter((text) => text.includes(' '));
}

function yearOf(text: string, place: Place): string {
  if (!/^\d{4}$/u.test(text)) throw new SourceError(place, 'a year', text);
  return text;
}
