/** Tables as people have them: what their rows hold is read, or told. */
import { describe, expect, test } from 'vitest';
import { guessMapping } from './headings.ts';
import { sparqlRows } from './sparql.ts';
import { readTable } from './table-file.ts';
import { entities, options, read, shown } from './table-testing.ts';

describe('the rows of a table', () => {
  test.each([
    ['LF, and CRLF within a cell', 'name,description\nTilda Marrow,"One\r\ntwo"\nOrson Quell,Baker\n'],
    ['CR, and LF within a cell', 'name,description\rTilda Marrow,"One\ntwo"\rOrson Quell,Baker\r'],
    ['LF and then CRLF', 'name,description\nTilda Marrow,One two\nOrson Quell,Baker\r\n'],
    ['CRLF and then CR', 'name,description\r\nTilda Marrow,One two\rOrson Quell,Baker'],
  ])('may end by %s', async (_, content) => {
    expect(entities(await read(content)).map(({ name, description }) => [name, description])).toEqual([
      ['Tilda Marrow', 'One two'],
      ['Orson Quell', 'Baker'],
    ]);
  });

  test('are numbered as a spreadsheet numbers them, empty ones included', async () => {
    expect(shown(await read('name\nTilda Marrow\n\n\nthe\n'))).toEqual([
      'row 2: Tilda Marrow',
      'row 5: a name that is not one of the most frequent words, "the"',
    ]);
  });

  test('stop with a message at a quotation mark that is never closed', async () => {
    expect(shown(await read('name,kind\nTilda Marrow,person\n"Orson Quell,person\nIvo Lark,person\n'))).toEqual([
      'row 2: Tilda Marrow',
      'row 3: a closing quotation mark, none up to the end of the file',
    ]);
  });

  test('are reported when quotation marks stand in the middle of a cell', async () => {
    const found = await read('name,kind\n"Tilda" Marrow,person\nOrson Quell,person\n');
    expect(shown(found)).toEqual([
      'row 2: quotation marks around a whole cell, doubled where they belong to the text, "Tilda" Marrow,person',
      'row 3: Orson Quell',
    ]);
  });

  test('may end in empty cells, be short, and are reported when they are too long', async () => {
    expect(
      shown(await read('name,kind,description\nTilda Marrow,person,,,\nOrson Quell\nIvo Lark,person,a,b\n')),
    ).toEqual(['row 2: Tilda Marrow', 'row 3: Orson Quell', 'row 4: 3 cells, 4']);
  });

  test('with a control character or a broken byte are reported, and the others are kept', async () => {
    const bytes = new TextEncoder().encode('name;description\nTilda Marrow;é\nOr?on Quell;a\nIvo Lark;b\n');
    const at = bytes.indexOf(0x3f);
    expect(shown(await read(bytes.with(at, 0xff)))).toEqual([
      'row 2: Tilda Marrow',
      'row 3: text, bytes that are not UTF-8',
      'row 4: Ivo Lark',
    ]);
    expect(shown(await read(bytes.with(at, 0)))[1]).toBe('row 3: text, control characters');
  });
});

describe('the encoding of a table', () => {
  const wide = (text: string, little: boolean) =>
    Uint8Array.from([...text].flatMap((char) => (little ? [char.charCodeAt(0), 0] : [0, char.charCodeAt(0)])));

  test.each([
    ['UTF-16 with a mark', wide('\u00ffname\nTilda Marrow\n', true).with(1, 0xfe)],
    ['UTF-16 without a mark', wide('name\nTilda Marrow\n', true)],
    ['UTF-16, the high byte first', wide('name\nTilda Marrow\n', false)],
  ])('may be %s, with a remark', async (_, bytes) => {
    const outcomes = await read(bytes[1] === 0xfe ? bytes.with(0, 0xff) : bytes);
    expect(entities(outcomes).map(({ name }) => name)).toEqual(['Tilda Marrow']);
    expect(shown(outcomes)).toContain(': text in UTF-8, UTF-16');
  });

  test('may be Windows-1252, with a remark', async () => {
    const bytes = Uint8Array.from(
      [...'name;description\nZo\xeb M\xfcller;caf\xe9\n'].map((char) => char.charCodeAt(0)),
    );
    const outcomes = await read(bytes);
    expect(entities(outcomes)).toMatchObject([{ name: 'Zoë Müller', description: 'café' }]);
    expect(shown(outcomes)).toContain(': text in UTF-8, Windows-1252');
  });

  test('is reported when it is none of these, and the rows before it are kept', async () => {
    // "Москва" in Windows-1251.
    const bytes = Uint8Array.from(
      [...'name\nTilda Marrow\n\xcc\xee\xf1\xea\xe2\xe0\n'].map((char) => char.charCodeAt(0)),
    );
    expect(shown(await read(bytes))).toEqual([
      'row 2: Tilda Marrow',
      'row 3: text in UTF-8, UTF-16 or Windows-1252, another encoding',
    ]);
  });
});

describe('the heading of a table', () => {
  test('is known in the words that people use', () => {
    expect(guessMapping(['Full Name', 'Also known as', 'Name (fa)', 'QID', 'source-URL', 'Shoe size', 'name'])).toEqual(
      {
        'Full Name': 'name',
        'Also known as': 'names',
        'Name (fa)': 'names:fa',
        QID: 'wikidata',
        'source-URL': 'source_url',
      },
    );
    expect(
      Object.values(guessMapping(['itemLabel', 'birth_date', 'dateOfDeath', 'Vorname', 'Apellidos', 'نوع'])),
    ).toEqual(['name', 'born', 'died', 'first_name', 'last_name', 'kind']);
  });

  test('is that of a query about anything, the first variable with a label being what the rows are about', async () => {
    expect(guessMapping(['country', 'countryLabel', 'city', 'cityLabel', 'cityDescription'])).toMatchObject({
      country: 'wikidata',
      countryLabel: 'name',
    });
    expect(guessMapping(['p', 'pLabel', 'pAltLabel', 'pDescription'])).toEqual({
      p: 'wikidata',
      pLabel: 'name',
      pAltLabel: 'names',
      pDescription: 'description',
    });
    expect(guessMapping(['Donor name', 'amount'])).toEqual({ 'Donor name': 'name' });
    expect(guessMapping(['labelPer', 'name_id', 'name_fa', 'label@ar', 'Name [per]'])).toEqual({
      name_fa: 'names:fa',
      'label@ar': 'names:ar',
      'Name [per]': 'names:per',
    });
  });

  test('may stand below a title', async () => {
    expect(shown(await read('Members in 2024,,\n,,\nname,kind,description\nTilda Marrow,person,x\n'))).toEqual([
      'row 1: above the names of the columns',
      'row 4: Tilda Marrow',
    ]);
  });

  test('without a column of names gives one message with the columns, and can be mapped by hand', async () => {
    const content = 'Wer;Woher\nTilda Marrow;hier\nOrson Quell;dort\n';
    const found = await read(content);
    expect(shown(found)).toEqual(['row 1: a column that names the entries, the columns "Wer", "Woher"']);
    expect(found[0]?.problems[0]?.todo).toContain('--map "Wer=name"');
    expect(entities(await read(content, { columns: { Wer: 'name' } }))).toHaveLength(2);
  });

  test('has columns that are not read, and columns named by hand that it does not have: both are reported', async () => {
    const found = await read('name,party\nTilda Marrow,Left\n', { columns: { Nom: 'names' } });
    expect(shown(found)).toEqual([
      'row 1: columns whose headings are known, "party"',
      'row 1: a column of the table, "Nom"',
      'row 2: Tilda Marrow',
    ]);
    expect(found.map(({ remark }) => remark)).toEqual([true, true, undefined]);
  });

  test('may be missing in a list of names, but not in a list of numbers or of sentences', async () => {
    expect(
      shown(await read('Tilda Marrow\nOrson Quell, Inc.\nThis line says more than a name ever could say.\n')),
    ).toEqual([
      'row 1: Tilda Marrow',
      'row 2: Orson Quell, Inc.',
      'row 3: a name a line, "This line says more than a name ever could say."',
    ]);
    expect(shown(await read('Q42\nhttp://www.wikidata.org/entity/Q1\n'))).toEqual([
      'row 1: names, a list of Wikidata numbers, which hold none',
    ]);
    expect(entities(await read('Once there was a town.\nIt had a name.\n'))).toEqual([]);
  });
});

test('a row becomes an entity whose sentence has a source, and which loses it without one', async () => {
  const [found] = entities(
    await read('name,kind,note,url,date\nOrchard,Organization,It grows apples.,www.paper.example/a,May 2024\n'),
  );
  expect(found).toMatchObject({
    id: 'p-orchard',
    kind: 'organisation',
    names: [{ text: 'Orchard', exactCase: true }],
    statements: [{ text: 'It grows apples.', citations: [{ source: 'p-orchard-s1' }] }],
  });
  const named = await read('name,note,source\nTilda Marrow,She bakes.,The Paper\n');
  expect(named[0]?.record?.sources).toMatchObject([{ publisher: 'The Paper', title: 'The Paper' }]);
  const bare = await read('name,note\nTilda Marrow,She bakes.\n');
  expect(shown(bare)).toContain('row 2: a source_url, or a source_title with a publisher, beside a statement, none');
});

test('results of a query are tables, as JSON and as values between tabs', async () => {
  const cell = (value: string) => ({ type: 'literal', value });
  const rows = sparqlRows({
    head: { vars: ['item', 'itemLabel', 'itemAltLabel'] },
    results: {
      bindings: [
        {
          item: cell('http://www.wikidata.org/entity/Q9'),
          itemLabel: cell('Tilda Marrow'),
          itemAltLabel: cell('T. Marrow, TM'),
        },
        { itemLabel: cell('Orson Quell') },
      ],
    },
  });
  const outcomes = await Array.fromAsync(readTable(rows!, { ...options, kind: 'person' }));
  expect(entities(outcomes)).toMatchObject([
    {
      id: 'q9',
      wikidata: 'Q9',
      names: [
        { text: 'T. Marrow', kind: 'variant' },
        { text: 'TM', kind: 'acronym' },
      ],
    },
    { id: 'p-orson-quell' },
  ]);
  const tabs = '?item\t?itemLabel\n<http://www.wikidata.org/entity/Q9>\t"Tilda \\"T\\" Marrow"@en\n';
  expect(entities(await read(tabs))).toMatchObject([{ wikidata: 'Q9', name: 'Tilda "T" Marrow' }]);
  expect(sparqlRows({ head: {} })).toBeUndefined();
});
