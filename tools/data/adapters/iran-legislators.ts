import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { knownIn } from '../known.ts';
import { bracketed, personNames } from '../names.ts';
import { cleanText, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, SourceError } from '../source.ts';
import { addTerm, dateIn, officeOf, withinOf } from './holder-terms.ts';

export const iranLegislatorFiles = ['html/legislators.csv', 'sources/assembly-11/wikidata.csv'] as const;

/**
 * Members of the Islamic Consultative Assembly of Iran and of its councils, from Wikidata: a table with the days of their terms, and the names of the 11th
 * Assembly in Persian. Who has no name in Latin letters is named as Persian writes it.
 */
export const readIranLegislators: Adapter = (input) => {
  const [terms, assembly] = iranLegislatorFiles;
  const persian = new Map(
    readTable(fileAt(input.files, assembly), ['item', 'itemLabel']).map(({ row, place }) => [
      row.item,
      bracketed(cleanText(row.itemLabel!, place)).name,
    ]),
  );
  const known = knownIn(input);
  const fact = factsOf(input.source, input.day);
  const people = new Map<string, Entity>();
  for (const { row, place } of readTable(fileAt(input.files, terms), [
    'position',
    'person',
    'personID',
    'start',
    'end',
    'enwiki',
  ])) {
    const { position = '', person = '', personID: item = '', enwiki = '' } = row;
    if (!/^Q\d+$/u.test(item)) throw new SourceError(place, 'an item of Wikidata', item);
    const { name: label } = bracketed(cleanText(person, place));
    // Somebody wrote it in haste: the name in Persian is right.
    const written = isLatin(label) && !/\p{Lu}/u.test(label) ? (persian.get(item) ?? '') : label;
    // Somebody without a name, or with one alone.
    if (!written.includes(' ')) continue;
    const [from, to] = [dateIn(row.start!, place), dateIn(row.end!, place)];
    if (from !== undefined && to !== undefined && to < from) continue;
    const same = known.item(item);
    const id = same?.id ?? `holder-${item.toLowerCase()}`;
    const record = people.get(id) ?? {
      id,
      kind: 'person' as const,
      name: same?.name ?? written,
      names: namesOf(same?.name ?? written, [persian.get(item), written], enwiki !== ''),
      facts: [],
      related: ofCountry('IR'),
      wikidata: item,
    };
    people.set(id, record);
    addTerm(
      record.facts!,
      fact('office-held', officeOf(position, place), { from, to, within: withinOf('IR', input), locator: item }),
    );
  }
  return { asOf: input.day, entities: [...people.values()] };
};

/**
 * Hundreds of others have the name of a member, and a page in Persian has a word of the country anyhow: the name of somebody who has no article in English
 * asks for a word of the chamber.
 */
const ofChamber = {
  fa: ['مجلس', 'نماینده', 'نمایندگان', 'کمیسیون', 'بهارستان', 'نایب‌رئیس'],
  en: ['parliament', 'parliamentary', 'lawmaker', 'lawmakers', 'legislator', 'MP', 'MPs', 'Majlis', 'Majles'],
};

function namesOf(name: string, others: readonly (string | undefined)[], isKnown: boolean): Name[] {
  const all = [name, ...others].filter((text) => text !== undefined);
  const [first, ...more] = all.filter(isLatin);
  // One of the two tables has lost the signs between joined words.
  const persian = new Map(
    all.filter((text) => !isLatin(text) && text.includes(' ')).map((text) => [text.replaceAll('\u200c', ''), text]),
  );
  const names = [
    ...(first === undefined ? [] : personNames(first, more)),
    ...[...persian.values()].map((text): Name => ({ text, kind: 'full', lang: 'fa' })),
  ];
  return isKnown ? names : names.map((each) => ({ ...each, needs: ofChamber[each.lang === 'fa' ? 'fa' : 'en'] }));
}

const isLatin = (text: string) => /\p{sc=Latin}/u.test(text);
