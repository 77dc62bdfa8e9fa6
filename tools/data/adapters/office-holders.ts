import type { Entity } from '../../../src/dataset/schema.ts';
import { isHead, knownIn } from '../known.ts';
import { personNames } from '../names.ts';
import { cleanText, readTable } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';
import { addTerm, bodiesIn, dateIn, officeOf, withinOf } from './holder-terms.ts';

/** Of `data/refresh/office-holders.json`. */
interface OfficeTable {
  /** The country whose offices a repository lists; none: offices of international bodies. */
  countries: Record<string, string | null>;
  /** Countries of which every office is taken that is not one of the `never`. Of the others, the `core`. */
  whole: string[];
  /** Regular expressions on the name of an office. */
  core: string;
  never: string;
  /** Heads of states and governments, whose terms other sources tell. */
  heads: string;
}

/** The year before which a term must not have ended: whom news of today still names. */
const since = '2015';
/** A term that began before and has no end is one whose end nobody entered. Countries that are taken whole have been looked after better, and have judges for life. */
const begun = { whole: '1985', other: '2008' };

/**
 * Who held which office of a country from when to when, from Wikidata: tables in which volunteers compared it with official lists. A term without an end
 * was running on the day of the table; it says nothing of today.
 */
export const readOfficeHolders: Adapter = (input) => {
  const table = input.tables['office-holders'] as OfficeTable;
  const [never, core, heads] = [table.never, table.core, table.heads].map((text) => new RegExp(text, 'u'));
  const known = knownIn(input);
  const people = new Map<string, Entity>();
  for (const file of input.files) {
    const [, repository = ''] = /^[^/]+\/([^/]+)\//u.exec(file.path) ?? [];
    const code = table.countries[repository];
    if (code === undefined)
      throw new SourceError({ file: file.path, line: 1 }, 'a repository of office-holders.json', repository);
    const fact = factsOf(input.source, file.day ?? input.day);
    for (const { row, place } of readTable(file, ['position', 'person', 'personID', 'start', 'end'])) {
      const { position = '', person = '', personID: item = '' } = row;
      const [from, to] = [dateIn(row.start!, place), dateIn(row.end!, place)];
      const whole = code === null || table.whole.includes(code);
      if (to === undefined ? from === undefined || from < begun[whole ? 'whole' : 'other'] : to < since) continue;
      if (never!.test(position) || !(whole || core!.test(position))) continue;
      // A term that ends before it begins; somebody without a name in English.
      if (
        (from !== undefined && to !== undefined && to < from) ||
        /^Q\d+$/u.test(person) ||
        !/\p{sc=Latin} /u.test(person)
      )
        continue;
      const name = cleanText(person, place);
      const same = known.item(item) ?? found(known.find(code ?? '', [name]), item);
      if (same === null || (same && isHead(same) && heads!.test(position))) continue;
      const office = officeOf(position, place);
      const id = same?.id ?? `holder-${item.toLowerCase()}`;
      const record = people.get(id) ?? {
        id,
        kind: 'person' as const,
        name: same?.name ?? name,
        names: personNames(same?.name ?? name, [name]),
        facts: [],
        related: [],
        ...(code === null && { cues: bodiesIn(office) }),
        wikidata: item,
      };
      people.set(id, record);
      for (const each of code === null ? [] : ofCountry(code))
        if (!record.related!.some((other) => other.id === each.id)) record.related!.push(each);
      addTerm(record.facts!, fact('office-held', office, { from, to, within: withinOf(code, input), locator: item }));
    }
  }
  return { asOf: input.day, entities: [...people.values()] };
};

/** An id, where one person of the country has the name; null where several do, or another item says that it is somebody else. */
function found(matches: readonly Entity[], item: string): Entity | undefined | null {
  const [only, ...more] = matches;
  if (more.length > 0 || (only?.wikidata !== undefined && only.wikidata !== item)) return null;
  return only;
}
