import type { Fact } from '../../../src/dataset/facts.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { personNames, withoutTitles } from '../names.ts';
import { cleanText, isoDay, type Row, readTable, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, ofCountry, type Place, SourceError } from '../source.ts';

const folder = 'data/';
/** The cabinet, and those who attend it. Of the others, only who is in office. */
const cabinet = new Set(['Full cabinet', 'Attends cabinet']);
/** Offices of a person, with a staff: no departments that a text would name. */
const noDepartment = /^(?:Office of|Government Whips|Prime Minister)/u;

/** The ministers' database of the Institute for Government: who held which post of the United Kingdom from when to when. */
export const readIfg: Adapter = (input) => {
  const table = (name: string, columns: string[]) => readTable(fileAt(input.files, `${folder}${name}.csv`), columns);
  const fact = factsOf(input.source, input.day);
  const posts = new Map(table('post', ['id', 'name', 'organisation_id']).map((each) => [each.row.id, each]));
  const status = new Map(
    table('appointment_characteristics', ['appointment_id', 'cabinet_status']).map(({ row }) => [
      `${row.appointment_id}`,
      row.cabinet_status!,
    ]),
  );
  const rows = Map.groupBy(table('person', ['id', 'id_parliament', 'name', 'start_date']), ({ row }) => row.id!);
  const offices = new Map<string, Fact[]>();
  for (const { row, place } of table('appointment', ['id', 'person_id', 'post_id', 'start_date', 'end_date'])) {
    const post = posts.get(row.post_id!);
    if (post === undefined) throw new SourceError(place, 'the id of a post', row.post_id);
    if (row.end_date !== '' && !cabinet.has(status.get(row.id!) ?? '')) continue;
    const title = cleanText(post.row.name!, post.place);
    const span = {
      from: isoDay(row.start_date!, place),
      ...(row.end_date === '' ? {} : { to: isoDay(row.end_date!, place) }),
      locator: row.id!,
    };
    const office =
      title === 'Prime Minister'
        ? fact('head-of-government-of', 'country-gb', span)
        : fact('office-held', title, { ...span, within: 'country-gb' });
    offices.set(row.person_id!, [...(offices.get(row.person_id!) ?? []), office]);
  }
  const people = [...offices].map(([id, held]): Entity => person(id, rows.get(id) ?? [], held));
  const departments = table('organisation', ['id', 'name', 'short_name', 'start_date', 'end_date'])
    .filter(({ row }) => row.end_date === '' && !noDepartment.test(row.name!))
    .map(({ row, place }): Entity => {
      const name = cleanText(row.name!, place);
      const short = row.short_name ?? '';
      return {
        id: `gb-ministry-${slug(name)}`,
        kind: 'organisation',
        name,
        ...(/^\p{Lu}[\p{L}]{2,}$/u.test(short) && short !== name
          ? { names: [{ text: short, kind: 'acronym', lang: 'en', exactCase: true }] }
          : {}),
        facts: [
          fact('type', 'ministry', { locator: row.id! }),
          fact('country', 'GB'),
          ...(row.start_date ? [fact('founded', isoDay(row.start_date, place))] : []),
        ],
        related: ofCountry('GB'),
      };
    });
  return { asOf: input.day, entities: [...people, ...departments] };
};

/** A person has a row for each name and time: the newest name stands, as "Lord" after "Mr", and the others are known too. */
function person(id: string, rows: { row: Row; place: Place }[], facts: Fact[]): Entity {
  const sorted = rows.toSorted((a, b) => (a.row.start_date! < b.row.start_date! ? 1 : -1));
  const [newest] = sorted;
  if (newest === undefined) throw new SourceError({ file: 'data/person.csv', line: 1 }, `the person ${id}`, 'none');
  const names = sorted.map(({ row, place }) => withoutTitles(cleanText(row.name!, place)));
  const member = Number(newest.row.id_parliament || Number.NaN);
  return {
    id: Number.isInteger(member) ? `gb-mp-${member}` : `gb-minister-${slug(names[0]!)}`,
    kind: 'person',
    name: names[0]!,
    names: personNames(names[0]!, names.slice(1)),
    facts: facts.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
    related: ofCountry('GB'),
  };
}
