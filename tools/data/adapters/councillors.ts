import { toRomaji } from 'wanakana';
import type { Entity } from '../../../src/dataset/schema.ts';
import { partyFacts } from '../parties.ts';
import { cleanText, isoDay, readTable } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, SourceError } from '../source.ts';

const path = 'data/giin.csv';
const columns = ['議員氏名', '議員個人の紹介ページ', '読み方', '会派', '選挙区', '任期満了', '役職等の時点'] as const;
/** "Independent". */
const noParty = '無所属';

/** The House of Councillors of Japan: the name under which a member sits, in Japanese and, from its reading, in Latin letters. */
export const readCouncillors: Adapter = (input) => {
  const rows = readTable(fileAt(input.files, path), columns);
  const days = rows.map(({ row }) => row.役職等の時点!).filter((text) => text !== '');
  const asOf = days.length > 0 ? isoDay(days.toSorted().at(-1)!, { file: path, line: 1 }) : input.day;
  const fact = factsOf(input.source, asOf);
  const entities = rows.map(({ row, place }): Entity => {
    const number = /\/(\d+)\.htm$/u.exec(row.議員個人の紹介ページ!)?.[1];
    if (number === undefined) throw new SourceError(place, 'the address of a profile', row.議員個人の紹介ページ);
    const written = cleanText(row.議員氏名!, place);
    const reading = cleanText(row.読み方!, place).split(' ').map(romanised);
    const name = reading.toReversed().join(' ');
    return {
      id: `jp-councillor-${number}`,
      kind: 'person',
      name,
      names: [
        { text: name, kind: 'full', lang: 'en' },
        { text: reading.join(' '), kind: 'variant', lang: 'en' },
        { text: written.replaceAll(' ', ''), kind: 'full', lang: 'ja', script: 'Jpan' },
        ...(written.includes(' ') ? [{ text: written, kind: 'variant' as const, lang: 'ja', script: 'Jpan' }] : []),
      ],
      facts: [
        fact('member-of', 'chamber-jp-upper', { to: isoDay(row.任期満了!, place), locator: number }),
        fact('constituency', cleanText(row.選挙区!, place)),
        ...(row.会派 === noParty ? [] : partyFacts(input, fact, 'JP', row.会派)),
      ],
      related: ofCountry('JP'),
    };
  });
  return { asOf, entities };
};

/** As newspapers write a name: long vowels are not marked, "おおの" is Ono and "ゆうき" Yuki. */
function romanised(kana: string): string {
  const latin = toRomaji(kana)
    .replace(/(?:ou|oo)/gu, 'o')
    .replace(/uu/gu, 'u');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
