import type { Fact } from '../../../src/dataset/facts.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { personNames, withoutTitles } from '../names.ts';
import { partyFacts } from '../parties.ts';
import { cleanText, readTable, slug } from '../reading.ts';
import {
  type Adapter,
  factsOf,
  fileAt,
  type Input,
  ofCountry,
  type Place,
  SourceError,
  type SourceFile,
} from '../source.ts';

/** Words that stand in the place of a party: independents, and those who preside. */
const noParty = new Set(['IND', 'SPK', 'PRES', 'DPRES', 'CWM']);

/**
 * OpenAustralia: who sits in the two houses and in the ministry. The files are under the AGPL; taken are plain facts, none of the text.
 * One person has a row for each time and party; a row that is open says where the person is now.
 */
export const readOpenAustralia: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const known = knownPeople(fileAt(input.files, 'data/people.csv'));
  const people = new Map<string, Entity>();
  for (const [path, chamber] of [
    ['data/representatives.csv', 'chamber-au-lower'],
    ['data/senators.csv', 'chamber-au-upper'],
  ] as const) {
    const columns = ['member count', 'name', 'Division', 'State/Territory', 'reason', 'Most recent party'];
    for (const { row, place } of readTable(fileAt(input.files, path), columns, { comments: '#' })) {
      if (row.reason !== 'still_in_office') continue;
      const full = cleanText(row.name!, place);
      const person = known.get(plainForm(full));
      const written = withoutTitles(full);
      const id = `au-mp-${person?.number ?? slug(written)}`;
      if (people.has(id)) throw new SourceError(place, 'one open row for a person', written);
      const party = row['Most recent party']!;
      const name = firstAndLast(person?.name ?? written);
      people.set(id, {
        id,
        kind: 'person',
        name,
        names: personNames(name, [person?.name, written, firstAndLast(written)]),
        facts: [
          fact('member-of', chamber, { locator: row['member count'] }),
          ...(row.Division ? [fact('constituency', cleanText(row.Division, place))] : []),
          ...stateFacts(input, row['State/Territory']!, fact),
          ...(noParty.has(party) ? [] : partyFacts(input, fact, 'AU', party)),
        ],
        related: ofCountry('AU'),
      });
    }
  }
  const byName = new Map(
    people.values().flatMap((person) => person.names!.map(({ text }) => [plainForm(text), person] as const)),
  );
  const columns = ['Name', 'From', 'To', 'Ministers'];
  for (const { row, place } of readTable(fileAt(input.files, 'data/ministers.csv'), columns)) {
    if (row.To !== '' || !row.Ministers) continue;
    const office = cleanText(row.Ministers, place);
    const span = { from: day(row.From!, place), within: 'country-au' };
    // Ministers sit in one of the houses: whoever does not has left, and the row stayed open.
    const person = byName.get(plainForm(withoutTitles(cleanText(row.Name!, place))));
    person?.facts?.push(
      office === 'Prime Minister'
        ? fact('head-of-government-of', 'country-au', { from: span.from })
        : fact('office-held', office, span),
    );
  }
  return { asOf: input.day, entities: [...people.values()] };
};

/** People by each of their names; the list of members has their names in full, that of ministers the ones in use. */
function knownPeople(file: SourceFile): Map<string, { number: string; name: string }> {
  const rows = readTable(file, ['person count', 'name', 'alt name'], { comments: '#' });
  return new Map(
    rows.flatMap(({ row, place }) => {
      if (row.name === '') return [];
      // "Ms Anna Example": a title where the name alone would be two people's.
      const person = { number: row['person count']!, name: withoutTitles(cleanText(row.name!, place)) };
      return [row.name!, row['alt name']!]
        .filter((text) => text !== '')
        .map((text) => [plainForm(text), person] as const);
    }),
  );
}

/** "Tony John Abbott" is known as Tony Abbott. Particles belong to the surname. */
function firstAndLast(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word));
  return [words[0], ...(at > 0 ? words.slice(at) : words.slice(1).slice(-1))].join(' ');
}

/** A state by its name, or by its code in one of its spellings ("Tas."). */
function stateFacts({ earlier }: Input, state: string, fact: ReturnType<typeof factsOf>): Fact[] {
  const code = `territory-au-${state.toLowerCase().replace(/\W/gu, '')}`;
  const found = earlier
    .values()
    .find(({ id, name }) => id === code || (id.startsWith('territory-au-') && name === state));
  return found ? [fact('represents', found.id)] : [];
}

/** `13/05/2025`, day first; the older rows have `9.12.2025`. */
function day(text: string, place: Place): string {
  const [, d, m, y] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(text) ?? [];
  if (y === undefined || Number(m) > 12) throw new SourceError(place, 'a date, day/month/year', text);
  return `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
}
