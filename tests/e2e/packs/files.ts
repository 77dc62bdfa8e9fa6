/** Files as people have them, made for the tests: nobody in them is anybody, and each has something that its kind of file often has. */
import { gzipSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { ImportFormat } from '../../../src/import/detect.ts';

export interface PackFile {
  /** As the command line calls it; `pack` for our own format. */
  format: ImportFormat;
  name: string;
  content: Uint8Array;
  entities: number;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const lines = (values: object[]) => utf8(`${values.map((value) => JSON.stringify(value)).join('\n')}\n`);
const value = (of: unknown) => ({ snaktype: 'value', datavalue: { value: of } });
const claim = (of: unknown, more: object = {}) => ({ mainsnak: value(of), rank: 'normal', ...more });
const time = (day: string, precision = 11) => ({ time: `+${day}T00:00:00Z`, precision });

const item = (number: number, name: string, claims: object) => ({
  type: 'item',
  id: `Q${number}`,
  labels: { en: { language: 'en', value: name }, de: { language: 'de', value: `${name} (de)` } },
  aliases: { en: [{ language: 'en', value: `${name} the Elder` }] },
  descriptions: { en: { language: 'en', value: 'person of the tests' } },
  claims: { P31: [claim({ id: 'Q5' })], ...claims },
  sitelinks: { enwiki: { site: 'enwiki', title: name } },
});
const items = [
  item(900000001, 'Tamsin Ardwell', {
    P569: [
      claim(time('1950-05-03'), {
        references: [
          { snaks: { P854: [value('https://records.example/ardwell')], P813: [value(time('2020-01-02'))] } },
        ],
      }),
    ],
  }),
  item(900000002, 'Bertrand Quillfeather', {
    P570: [claim(time('1999-00-00', 9)), { ...claim(time('1998-01-01')), rank: 'deprecated' }],
  }),
];

const sanction = {
  id: 'ex-listing-1',
  schema: 'Sanction',
  properties: {
    entity: ['NK-exAmple1'],
    authority: ['Office of Examples'],
    program: ['EX-1'],
    startDate: ['2019-03-04'],
    sourceUrl: ['https://office.example/list'],
  },
};
const listed = [
  {
    id: 'NK-exAmple1',
    caption: 'Orlin Vasterholt',
    schema: 'Person',
    datasets: ['ex_list'],
    properties: {
      name: ['Orlin Vasterholt', 'VASTERHOLT, Orlin'],
      alias: ['Orlyn Vasterholt'],
      weakAlias: ['Orly'],
      birthDate: ['1961-02-03'],
    },
  },
  {
    id: 'NK-exAmple2',
    caption: 'Quarrystone Shipping',
    schema: 'Company',
    datasets: ['ex_list'],
    properties: { name: ['Quarrystone Shipping'], abbreviation: ['QSL'] },
  },
  { id: 'ex-own-1', schema: 'Ownership', properties: { owner: ['NK-exAmple1'], asset: ['NK-exAmple2'] } },
];

const review = (claimed: string, rating: string) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://checks.example/${rating.toLowerCase()}`,
  datePublished: '2025-04-05',
  claimReviewed: claimed,
  author: { '@type': 'Organization', name: 'Example Checks' },
  itemReviewed: {
    '@type': 'Claim',
    datePublished: '2025-04-01',
    author: { '@type': 'Person', name: 'Orlin Vasterholt' },
    appearance: { url: 'https://post.example/1' },
  },
  reviewRating: { '@type': 'Rating', alternateName: rating },
});

export const packFile: object = {
  format: 'sidelight-pack',
  formatVersion: 1,
  id: 'harbour',
  title: 'The harbour',
  description: 'Made for a test.',
  language: 'en',
  license: 'CC0-1.0',
  released: '2026-11-22',
  entities: [
    {
      id: 'harbour-trust',
      kind: 'organisation',
      name: 'Millbrook Harbour Trust',
      names: [{ text: 'MHT', kind: 'acronym' }],
      description: 'Body that runs the harbour',
      statements: [
        {
          text: 'It was founded in 1990.',
          kind: 'identity',
          citations: [{ source: 'harbour-register', supports: 'direct' }],
        },
      ],
      related: [{ id: 'harbour-master', kind: 'employs' }],
    },
    { id: 'harbour-master', kind: 'person', name: 'Isolde Farrowgate', living: true },
  ],
  sources: {
    'harbour-register': {
      id: 'harbour-register',
      type: 'webpage',
      title: 'Entry 17',
      publisher: 'Register of Examples',
      URL: 'https://register.example/17',
      accessed: { 'date-parts': [[2026, 11, 20]] },
      publisherType: 'government',
      relation: 'keeps the register',
      checked: { on: '2026-11-20', how: 'stored copy', by: 'editor' },
    },
  },
};

const table = (separator: string, end: string) =>
  utf8(
    `\uFEFF${[
      ['Name', 'Type', 'Aliases', 'Name (fa)', 'Note', 'Source URL', 'Publisher'],
      [
        'Tamsin Ardwell',
        'person',
        '"T. Ardwell; Ardwell of Millbrook"',
        'تامسین آردول',
        'She led the trust.',
        'https://paper.example/1',
        'Example Paper',
      ],
      [`"Quarrystone${separator} Ltd"`, 'organisation', '', '', 'A note without a source.', '', ''],
      ['the', 'term', '', '', '', '', ''],
    ]
      .map((cells) => cells.join(separator))
      .join(end)}${end}`,
  );

const sheet = {
  name: 'People',
  rows: [
    ['Name', 'Kind', 'Born'],
    ['Peregrine Thistlewood', 'person', new Date(Date.UTC(1802, 0, 2))],
    ['Millbrook Rowers', 'club', null],
  ],
};

/** A spreadsheet of as many organisations. */
export function longSheet(rows: number): Promise<Uint8Array> {
  const names = Array.from({ length: rows }, (_, i) => [`Vasterholt ${i.toString(36)} Works`, 'organisation']);
  return writeXlsx({ sheets: [{ name: 'Long', rows: [['name', 'kind'], ...names] }] });
}

export const packFiles: PackFile[] = [
  { format: 'pack', name: 'harbour.sidelight.json', content: utf8(JSON.stringify(packFile, null, 2)), entities: 2 },
  { format: 'pack', name: 'harbour.sidelight.json.gz', content: gzipSync(JSON.stringify(packFile)), entities: 2 },
  { format: 'csv', name: 'people.csv', content: table(';', '\r\n'), entities: 2 },
  { format: 'csv', name: 'people.tsv', content: table('\t', '\n'), entities: 2 },
  {
    format: 'wikidata',
    name: 'dump.json.gz',
    content: gzipSync(`[\n${items.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`),
    entities: 2,
  },
  {
    format: 'wikidata',
    name: 'dump.json',
    content: utf8(`[\n${items.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`),
    entities: 2,
  },
  { format: 'csv', name: 'people.xlsx', content: await writeXlsx({ sheets: [sheet] }), entities: 2 },
  { format: 'csv', name: 'people.ods', content: await writeOds({ sheets: [sheet] }), entities: 2 },
  {
    format: 'csv',
    name: 'people.json',
    content: utf8(JSON.stringify([{ name: 'Peregrine Thistlewood', kind: 'person' }, { name: 'Ottoline Pemberwick' }])),
    entities: 2,
  },
  {
    format: 'csv',
    name: 'query.tsv',
    content: utf8('?item\t?itemLabel\n<http://www.wikidata.org/entity/Q900000003>\t"Peregrine Thistlewood"@en\n'),
    entities: 1,
  },
  { format: 'csv', name: 'names.txt', content: utf8('Peregrine Thistlewood\r\nOttoline Pemberwick\r\n'), entities: 2 },
  {
    format: 'csv',
    name: 'wide.csv',
    content: Buffer.from('\uFEFFname\tkind\r\nPeregrine Thistlewood\tperson\r\n', 'utf16le'),
    entities: 1,
  },
  {
    format: 'ftm',
    name: 'statements.csv',
    content: utf8('canonical_id,prop,schema,value\nNK-1,name,Person,Peregrine Thistlewood\n'),
    entities: 1,
  },
  {
    format: 'wikidata',
    name: 'rest.json',
    content: utf8(
      JSON.stringify({
        ...{ type: 'item', id: 'Q900000003', labels: { en: 'Peregrine Thistlewood' } },
        ...{ aliases: { en: ['P. Thistlewood'] }, statements: {} },
      }),
    ),
    entities: 1,
  },
  {
    format: 'claimreview',
    name: 'answers.json',
    content: utf8(
      JSON.stringify({
        claims: [
          {
            text: 'A bridge was closed.',
            claimant: 'Peregrine Thistlewood',
            claimReview: [
              { publisher: { name: 'Example Checks' }, url: 'https://checks.example/9', textualRating: 'False' },
            ],
          },
        ],
      }),
    ),
    entities: 1,
  },
  {
    format: 'popolo',
    name: 'parliament.json',
    content: utf8(
      JSON.stringify({
        persons: [{ id: '1', name: 'Peregrine Thistlewood', birth_date: '1802-01-02' }],
        organizations: [{ id: '2', name: 'Chamber of Millbrook' }],
        memberships: [{ person_id: '1', organization_id: '2', role: 'Member' }],
      }),
    ),
    entities: 2,
  },
  {
    format: 'sources',
    name: 'library.bib',
    content: utf8('@book{one, title={A History of Millbrook Harbour}, author={Pemberwick, Ottoline}, year=1990}\n'),
    entities: 1,
  },
  {
    format: 'sources',
    name: 'library.ris',
    content: utf8('TY  - BOOK\r\nTI  - A History of Millbrook Harbour\r\nPY  - 1990\r\nER  - \r\n'),
    entities: 1,
  },
  {
    format: 'tei',
    name: 'people.xml',
    content: utf8(
      '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson><person xml:id="p1"><persName><forename>Peregrine</forename> <surname>Thistlewood</surname></persName></person></listPerson></TEI>',
    ),
    entities: 1,
  },
  {
    format: 'claimreview',
    name: 'page.html',
    content: utf8(
      `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(review('A bridge was closed.', 'False'))}</script>`,
    ),
    entities: 1,
  },
  {
    format: 'wikidata',
    name: 'Special-EntityData.json',
    content: utf8(JSON.stringify({ entities: { [items[0]!.id]: items[0] } }, null, 2)),
    entities: 1,
  },
  {
    format: 'csv',
    name: 'query.json',
    content: utf8(
      JSON.stringify({
        head: { vars: ['item', 'itemLabel', 'itemAltLabel'] },
        results: {
          bindings: [
            {
              item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q900000003' },
              itemLabel: { type: 'literal', 'xml:lang': 'en', value: 'Peregrine Thistlewood' },
              itemAltLabel: { type: 'literal', 'xml:lang': 'en', value: 'P. Thistlewood, Thistlewood of Millbrook' },
            },
          ],
        },
      }),
    ),
    entities: 1,
  },
  { format: 'ftm', name: 'entities.ftm.json', content: lines([sanction, ...listed]), entities: 2 },
  {
    format: 'claimreview',
    name: 'reviews.jsonld',
    content: utf8(
      JSON.stringify([review('The harbour is dry.', 'False'), review('The harbour is old.', 'Accurate')], null, 1),
    ),
    entities: 1,
  },
];

/** A table of so many people with made-up names. */
export function longTable(rows: number): Uint8Array {
  const syllables = 'ba ke mi no ru sa te vo wi ya zo fe'.split(' ');
  const word = (number: number) => {
    let text = '';
    for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 12)) text += syllables[rest % 12];
    return text[0]!.toUpperCase() + text.slice(1);
  };
  return utf8(
    `name,kind\n${Array.from({ length: rows }, (_, i) => `${word(i)} ${word(i * 7 + 1)},person`).join('\n')}\n`,
  );
}
