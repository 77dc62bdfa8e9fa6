/** The files of the trade, each through the door by which a reader brings it. */
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { lookAt, type ReadingOptions, UnreadableFile } from './input.ts';
import { readFile } from './readings.ts';
import { type PlacedReading, placeText } from './record.ts';

const options: ReadingOptions = {
  today: '2026-11-22',
  languages: ['en'],
  wordRank: (word) => ({ the: 1 })[word],
  choice: {},
  labels: new Map(),
  prefix: 'p',
  columns: {},
  onMapping: () => undefined,
  libraries: () => import('./libraries.ts'),
};

async function read(content: string | Uint8Array | object): Promise<PlacedReading[]> {
  const bytes =
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  async function* open() {
    yield bytes;
  }
  return Array.fromAsync(readFile(await lookAt({ open, again: true }), undefined, options));
}

const odsCell = (text: string, repeats = 1) =>
  `<table:table-cell table:number-columns-repeated="${repeats}"${text.startsWith('=') ? ` table:formula="of:${text}"/>` : ` office:value-type="string"><text:p>${text}</text:p></table:table-cell>`}`;

/** An OpenDocument spreadsheet of one sheet, with its rows as they are written. */
function odsOf(rows: string, styles = ''): Uint8Array {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  });
}

/** An XLSX file whose formulas have no value or an empty one, as programs write it that do not calculate. */
function xlsxWithout(rows: string[][]): Uint8Array {
  const cell = (text: string, row: number, column: number) =>
    `<c r="${'ABC'[column]}${row}"${text.startsWith('=') ? `><f>${text.slice(1)}</f>${row % 2 ? '' : '<v></v>'}</c>` : ` t="inlineStr"><is><t>${text}</t></is></c>`}`;
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map((text, j) => cell(text, i + 1, j)).join('')}</row>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(relation('r1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`),
  });
}

const entities = (readings: PlacedReading[]) => readings.flatMap(({ record }) => record?.entity ?? []);
const told = (readings: PlacedReading[]) =>
  readings
    .filter(({ remark }) => !remark)
    .flatMap((reading) => [
      ...(reading.skipped ? [`${placeText(reading)}: ${reading.skipped}`] : []),
      ...reading.problems.map(({ expected, found }) => `${placeText(reading)}: ${expected}, ${found}`),
    ]);

describe('a spreadsheet', () => {
  const people = [
    ['Name', 'Kind', 'Born', 'Note'],
    ['Tilda Marrow', 'person', new Date(Date.UTC(1802, 0, 2)), '#N/A'],
    [],
    ['#REF!', 'person', null, null],
  ];

  test.each([
    ['XLSX', writeXlsx],
    ['OpenDocument', writeOds],
  ])('in %s is read row by row, its lost cells are reported', async (_, write) => {
    const readings = await read(await write({ sheets: [{ name: 'A', rows: people }] }));
    expect(entities(readings)).toMatchObject([{ name: 'Tilda Marrow', kind: 'person', living: false }]);
    expect(told(readings)).toEqual(['row 2: a value, #N/A', 'row 4: a name, "#REF!"']);
  });

  test('of several sheets is read sheet by sheet, hidden ones left out', async () => {
    const readings = await read(
      await writeXlsx({
        sheets: [
          { name: 'Cover', rows: [['Made by hand', '2024']] },
          { name: 'Members', rows: people.slice(0, 2) },
          { name: 'Secret', rows: [['Name'], ['Orson Quell']], hidden: true },
        ],
      }),
    );
    expect(entities(readings).map(({ name }) => name)).toEqual(['Tilda Marrow']);
    expect(told(readings)[0]).toBe(
      'sheet Cover, row 1: a column that names the entries, the columns "Made by hand", "2024"',
    );
  });

  test.each([
    ['XLSX', xlsxWithout],
    [
      'OpenDocument',
      (rows: string[][]) =>
        odsOf(rows.map((row) => `<table:table-row>${row.map(odsCell).join('')}</table:table-row>`).join('')),
    ],
  ])('in %s tells the cells whose formulas nobody has calculated', async (_, write) => {
    const readings = await read(
      write([
        ['name', 'kind', 'description'],
        ['Tilda Marrow', 'person', '=A1'],
        ['=B2', 'person', 'Baker'],
        ['Orson Quell', 'person', 'Miller'],
      ]),
    );
    expect(entities(readings).map(({ name, description }) => [name, description])).toEqual([
      ['Tilda Marrow', undefined],
      ['Orson Quell', 'Miller'],
    ]);
    expect(told(readings)).toEqual(['row 2: a value, #UNCALCULATED!', 'row 3: a name, "#UNCALCULATED!"']);
    const todo = readings.flatMap(({ problems }) => problems.map((problem) => problem.todo));
    expect(todo.filter((text) => text.includes('open it in a spreadsheet program and save it'))).toHaveLength(2);
  });

  test('of OpenDocument that repeats rows and cells without end is read within bounds', async () => {
    const row = (repeats: number, ...cells: string[]) =>
      `<table:table-row table:number-rows-repeated="${repeats}">${cells.join('')}</table:table-row>`;
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>';
    const wide = odsCell('Ivo Lark', 2 ** 30);
    const readings = await read(
      odsOf(
        [
          row(1, odsCell('name'), odsCell('kind'), empty),
          row(1_000_000, odsCell('Tilda Marrow'), odsCell('person'), empty),
          row(40_000, empty),
          row(1, odsCell('Orson Quell'), odsCell('person')),
          row(1, odsCell('Ivo Lark', 16_384)),
          row(1_048_576, wide, wide),
        ].join(''),
      ),
    );
    expect(entities(readings).map(({ name }) => name)).toEqual(['Tilda Marrow', 'Orson Quell']);
    expect(told(readings)).toEqual(['row 1040003: 2 cells, 16384', 'row 1040004: 2 cells, 16384']);
    expect(readings.filter(({ remark }) => remark).map(({ problems }) => problems[0]?.found)).toEqual([
      'row 2 1000000 times, down to row 1000001',
      'row 1040004 1048576 times, down to row 2088579',
    ]);
  });

  test('of OpenDocument is read without its hidden sheets, its notes and the styles of its letters', async () => {
    // A formula may give an empty text, and a merged cell may cover another.
    const unseen =
      '<table:table-cell table:formula="of:=A1" office:value-type="string"/><table:table-cell table:formula="of:=A1"><text:p/></table:table-cell><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>';
    const cell =
      '<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>Tilda<text:s/><text:span>Marrow</text:span></text:p></table:table-cell>';
    const rows = (name: string) =>
      `<table:table-row>${odsCell('name')}</table:table-row><table:table-row>${name}${unseen}</table:table-row>`;
    const sheets = `${rows(cell)}</table:table><table:table table:name="Secret" table:style-name="h">${rows(odsCell('Orson Quell'))}`;
    const style = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>';
    expect(entities(await read(odsOf(sheets, style))).map(({ name }) => name)).toEqual(['Tilda Marrow']);
  });

  test('that is damaged says so', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'A', rows: people }] });
    expect(told(await read(file.subarray(0, file.length - 200)))[0]).toMatch(/^: a whole spreadsheet/u);
  });
});

test('lists of JSON objects are tables, in whatever object they stand and with inner objects', async () => {
  const list = [
    { name: 'Tilda Marrow', aliases: ['T. Marrow', 'TM'], name_fa: 'تیلدا', kind: 'person' },
    { name: 'Orson Quell' },
  ];
  for (const content of [
    list,
    { meta: { page: 1 }, results: list },
    list.map((each) => JSON.stringify(each)).join('\n'),
  ])
    expect(entities(await read(content))).toMatchObject([
      {
        name: 'Tilda Marrow',
        names: [{ text: 'T. Marrow' }, { text: 'TM', kind: 'acronym' }, { text: 'تیلدا', lang: 'fa' }],
      },
      { name: 'Orson Quell' },
    ]);
  expect(told(await read({ anything: [1, 2] }))).toEqual([': a column that names the entries, the columns "anything"']);
});

test('an item of the REST interface reads as one of a dump', async () => {
  const statement = (property: string, content: unknown, more: object = {}) => ({
    rank: 'normal',
    property: { id: property },
    value: { type: 'value', content },
    ...more,
  });
  const time = { time: '+1950-01-02T00:00:00Z', precision: 11 };
  const reference = { parts: [{ property: { id: 'P854' }, value: { type: 'value', content: 'https://a.example/' } }] };
  const [item] = entities(
    await read({
      type: 'item',
      id: 'Q900',
      labels: { en: 'Tilda Marrow' },
      descriptions: { en: 'baker' },
      aliases: { en: ['T. Marrow'] },
      statements: {
        P31: [statement('P31', 'Q5')],
        P569: [statement('P569', time, { references: [reference] })],
        P570: [{ rank: 'normal', property: { id: 'P570' }, value: { type: 'somevalue' } }],
      },
      sitelinks: { enwiki: { title: 'Tilda Marrow' } },
    }),
  );
  expect(item).toMatchObject({
    kind: 'person',
    names: [{ text: 'T. Marrow' }],
    description: 'baker',
    living: false,
    statements: [
      { text: 'Born on 2 January 1950.', citations: [{ source: 'wikidata-q900' }, { source: 'wikidata-q900-r1' }] },
    ],
    wikipedia: 'Tilda Marrow',
  });
});

describe('a file of OpenSanctions', () => {
  test('targets.simple.csv is a table', async () => {
    const head = 'id,schema,name,aliases,birth_date,countries,dataset';
    const rows = 'NK-aB,Person,Tilda Marrow,T. Marrow;Tilda M.,1802-01-02,gb,list\nNK-Ab,Vessel,MV Marrow,,,,list';
    const readings = await read(`${head}\n${rows}\n`);
    expect(entities(readings)).toMatchObject([
      { kind: 'person', name: 'Tilda Marrow', names: [{ text: 'T. Marrow' }, { text: 'Tilda M.' }], living: false },
      { kind: 'term', name: 'MV Marrow' },
    ]);
    expect(new Set(entities(readings).map(({ id }) => id)).size).toBe(2);
  });

  test('statements.csv is gathered by entity, listings included', async () => {
    const rows = [
      'canonical_id,entity_id,prop,prop_type,schema,value,dataset',
      'NK-1,x1,name,name,LegalEntity,Tilda Marrow,list',
      's-1,s-1,entity,entity,Sanction,NK-1,list',
      's-1,s-1,authority,name,Sanction,Office A,list',
      'NK-1,x2,birthDate,date,Person,1950-01-02,list',
      'NK-1,x2,name,name,Person,Tilda Marrow,other',
      ',,,,,,',
    ];
    const readings = await read(rows.join('\n'));
    expect(entities(readings)).toMatchObject([
      { kind: 'person', name: 'Tilda Marrow', statements: [{ date: '1950-01-02' }, { text: 'Listed by Office A.' }] },
    ]);
    expect(told(readings)).toEqual([': schema Sanction']);
  });

  test('of changes is read but for what was deleted', async () => {
    const line = (op: string, name: string) =>
      JSON.stringify({ op, entity: { id: `NK-${name}`, schema: 'Person', properties: { name: [name] } } });
    const readings = await read(
      [line('ADD', 'Tilda Marrow'), line('MOD', 'Orson Quell'), line('DEL', 'Ivo Lark')].join('\n'),
    );
    expect(entities(readings).map(({ name }) => name)).toEqual(['Tilda Marrow', 'Orson Quell']);
    expect(told(readings)).toEqual(['line 3: deleted']);
  });
});

describe('reviews of claims', () => {
  const review = {
    '@type': 'ClaimReview',
    url: 'https://checks.example/1',
    claimReviewed: 'The bridge was closed.',
    author: 'Example Checks',
    itemReviewed: { '@type': 'Claim', author: 'Tilda Marrow' },
    reviewRating: { alternateName: 'False' },
  };
  const holders = (readings: PlacedReading[]) =>
    entities(readings).map(({ disputes }) => disputes?.[0]?.positions.map(({ holder, text }) => `${holder}: ${text}`));
  const expected = [['Tilda Marrow: “The bridge was closed.”', 'Example Checks: Rated the claim “False”.']];

  test('may have texts as authors, and stand in a saved page among other data', async () => {
    const page = `<!-- saved -->\n<!doctype html><script type="application/ld+json">{"@type":"WebSite"}</script>
<script type="application/ld+json">${JSON.stringify({ '@graph': [review] })}</script><script>"no data"</script>`;
    expect(holders(await read(review))).toEqual(expected);
    expect(holders(await read(page))).toEqual(expected);
    expect(told(await read(`${page}<script type="application/ld+json">{</script>`))[0]).toMatch(/^line 3: JSON/u);
    await expect(read('<!doctype html><p>Nothing</p>')).rejects.toThrow(UnreadableFile);
  });

  test('may stand in a page as microdata, and count once where it says them in JSON-LD too', async () => {
    const microdata = `<!doctype html><html><body><article itemscope itemtype="https://schema.org/ClaimReview">
<link itemprop="url" href="https://checks.example/1"><h1 itemprop="claimReviewed">The bridge <b>was</b> closed.</h1>
<p>By <span itemprop="author" itemscope itemtype="https://schema.org/Organization"><a itemprop="url" href="https://checks.example/">
<span itemprop="name">Example Checks</span></a></span>, <time itemprop="datePublished" datetime="2024-05-01">in May</time></p>
<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim"><div itemprop="author creator" itemscope
itemtype="https://schema.org/Person"><meta itemprop="name" content="Tilda Marrow"></div></div>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><b itemprop="alternateName">False</b></div></article>
<div itemscope itemtype="https://schema.org/WebSite"><p itemprop="name">A site</p></div>`;
    const readings = await read(microdata);
    expect(holders(readings)).toEqual(expected);
    expect(entities(readings)[0]).toMatchObject({
      kind: 'person',
      disputes: [{ positions: [{}, { date: '2024-05-01' }] }],
    });
    const both = `${microdata}<script type="application/ld+json">${JSON.stringify(review)}</script>`;
    expect(holders(await read(both))).toEqual(expected);
  });

  test.each(['schema:', 'http://schema.org/', 'https://schema.org/'])('may have the prefix %s', async (prefix) => {
    const prefixed = {
      '@type': `${prefix}ClaimReview`,
      [`${prefix}url`]: { '@id': 'https://checks.example/1' },
      [`${prefix}claimReviewed`]: { '@value': 'The bridge was closed.' },
      [`${prefix}author`]: { [`${prefix}name`]: 'Example Checks' },
      [`${prefix}itemReviewed`]: {
        [`${prefix}author`]: { '@type': `${prefix}Person`, [`${prefix}name`]: 'Tilda Marrow' },
      },
      [`${prefix}reviewRating`]: { [`${prefix}alternateName`]: 'False' },
    };
    const readings = await read({ '@graph': [prefixed] });
    expect(holders(readings)).toEqual(expected);
    expect(entities(readings)[0]).toMatchObject({ kind: 'person' });
    expect(entities(readings)[0]).not.toHaveProperty('living');
  });

  test('may be an answer of the Fact Check Tools', async () => {
    const answer = {
      claims: [
        {
          text: 'The bridge was closed.',
          claimant: 'Tilda Marrow',
          claimReview: [
            {
              publisher: { name: 'Example Checks', site: 'checks.example' },
              url: 'https://checks.example/1',
              textualRating: 'False',
            },
          ],
        },
      ],
    };
    expect(holders(await read(answer))).toEqual(expected);
  });
});

test('Popolo gives people with their offices, and bodies', async () => {
  const readings = await read({
    persons: [
      {
        id: 'a',
        name: 'Marrow, Tilda',
        other_names: [{ name: 'تیلدا', lang: 'fa' }],
        birth_date: '1802-01-02',
        identifiers: [{ scheme: 'wikidata', identifier: 'Q900' }],
        sources: [{ url: 'https://register.example/a' }],
      },
      { id: 'b', given_name: 'Orson', patronymic_name: 'Ivanovich', family_name: 'Quell' },
    ],
    organizations: [{ id: 'o', name: 'Chamber of Millbrook', classification: 'legislature' }],
    memberships: [
      { person_id: 'a', organization_id: 'o', role: 'Member', start_date: '2001-02' },
      { person_id: 'a', organization_id: 'o', role: 'Member', start_date: '2001-02' },
    ],
    areas: [{ id: 'x', name: 'East' }],
  });
  expect(entities(readings)).toMatchObject([
    {
      id: 'q900',
      name: 'Tilda Marrow',
      names: [{ text: 'تیلدا', lang: 'fa' }],
      living: false,
      statements: [{ text: 'Born on 2 January 1802.' }],
      roles: [{ title: 'Member of Chamber of Millbrook', from: '2001-02' }],
    },
    { name: 'Orson Quell', names: [{ text: 'Orson Ivanovich Quell' }, { text: 'Quell Orson Ivanovich' }] },
    { kind: 'organisation', name: 'Chamber of Millbrook' },
  ]);
  expect(entities(readings)[0]?.roles).toHaveLength(1);
  expect(told(readings)).toEqual([': areas']);
});

describe('references', () => {
  const source = (readings: PlacedReading[]) => readings.flatMap(({ record }) => record?.sources ?? []);
  const expected = {
    type: 'book',
    title: 'A History of Millbrook',
    author: [{ family: 'Marrow', given: 'Zoë' }, { literal: 'Institute for Bread and Salt' }],
    issued: { 'date-parts': [[1990, 5]] },
    publisher: 'Salt & Sons',
    URL: 'https://a.example/x_y',
  };

  test.each([
    [
      'CSL-JSON',
      JSON.stringify([
        {
          id: 'http://zotero.example/items/AB',
          type: 'book',
          title: 'A History of Millbrook',
          author: [{ family: 'Marrow', given: 'Zoë' }, { literal: 'Institute for Bread and Salt' }],
          issued: { 'date-parts': [['1990', 5]] },
          publisher: 'Salt & Sons',
          URL: 'https://a.example/x_y',
        },
      ]),
    ],
    [
      'RIS',
      'TY  - BOOK\r\nTI  - A History of\r\n      Millbrook\r\nAU  - Marrow, Zoë\r\nAU  - Institute for Bread and Salt\r\nPY  - 1990/05\r\nPB  - Salt & Sons\r\nUR  - https://a.example/x_y\r\nER  - \r\n',
    ],
    [
      'BibTeX',
      '@string{salt = "Salt \\& Sons"}\n@comment{none}\n@book{marrow90,\n title = {A {H}istory of Millbrook},\n author = "Zo{\\"e} Marrow and {Institute for Bread and Salt}",\n year = 1990, month = may,\n publisher = salt,\n url = {https://a.example/x_y}\n}\n',
    ],
  ])('in %s become documents with their sources', async (_, content) => {
    const readings = await read(content);
    expect(entities(readings)).toMatchObject([
      {
        kind: 'document',
        name: 'A History of Millbrook',
        description: 'Marrow and Institute for Bread and Salt, Salt & Sons, 1990',
        statements: [{ text: 'Published by Salt & Sons in 1990.', date: '1990-05' }],
      },
    ]);
    expect(source(readings)).toMatchObject([expected]);
  });

  test('that are broken are reported with their line, and the others are kept', async () => {
    const bib = await read(
      '@book{a, title={A History of Millbrook}}\n@book{b, title={Broken\n@book{c, title={Another History}}\n',
    );
    expect([entities(bib).length, told(bib)]).toEqual([
      2,
      [expect.stringMatching(/^line 2: a whole reference, @book\{b/u)],
    ]);
    const ris = await read(
      'TY  - BOOK\nTI  - A History of Millbrook\nTY  - BOOK\nTI  - Another History\nER  - \nstray\n',
    );
    expect([entities(ris).length, told(ris)]).toEqual([
      1,
      [
        'line 1: a whole reference, a reference without its end (ER)',
        'line 6: a whole reference, a line outside a reference: stray',
      ],
    ]);
    expect(told(await read('[{"id":"a","type":"book"}]'))).toEqual(['line 1: a reference without a title']);
  });

  test('have their letters as TeX prints them', async () => {
    const bib =
      '@article{a, title={Stra{\\ss}e, \\\'Ecole, \\v{C}apek, {\\O}re --- \\emph{na\\"{\\i}ve} 5\\%}, journal={x}}';
    expect(entities(await read(bib))[0]?.name).toBe('Straße, École, Čapek, Øre — naïve 5%');
  });
});

test('TEI gives people, bodies and places', async () => {
  const readings = await read(`<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Nobody <persName>Ivo Lark</persName></p>
<listPerson><person xml:id="p1"><persName xml:lang="de"><surname>Marrow</surname>, <forename>Tilda</forename></persName>
<persName>Till &amp; Co</persName><birth when="1802-01-02"/><death/><idno type="wikidata">https://www.wikidata.org/wiki/Q900</idno>
<occupation>Baker</occupation></person></listPerson>
<listOrg><org><orgName>Chamber of Millbrook</orgName></org></listOrg>
<listPlace><place><placeName>Millbrook</placeName></place></listPlace></text></TEI>`);
  expect(entities(readings)).toMatchObject([
    {
      id: 'q900',
      name: 'Tilda Marrow',
      names: [{ text: 'Till & Co' }],
      description: 'Baker',
      living: false,
      statements: [{ text: 'Born on 2 January 1802.' }],
    },
    { kind: 'organisation', name: 'Chamber of Millbrook' },
    { kind: 'place', name: 'Millbrook' },
  ]);
  expect(readings.map(({ line }) => line)).toEqual([3, 6, 7]);
});

test('a file of another kind than was said is read as what it is, with a remark', async () => {
  async function* open() {
    yield new TextEncoder().encode('[{"id":"a","type":"book","title":"A History of Millbrook"}]');
  }
  const readings = await Array.fromAsync(readFile(await lookAt({ open, again: false }), 'csv', options));
  expect(readings[0]).toMatchObject({ remark: true, problems: [{ found: 'sources' }] });
  expect(entities(readings)).toHaveLength(1);
  await expect(read('%PDF-1.7')).rejects.toThrow(/found a PDF document; copy its table/u);
});
