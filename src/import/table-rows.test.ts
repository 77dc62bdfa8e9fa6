/** What the rows of a table are, and the names that they give. */
import { describe, expect, test } from 'vitest';
import { entities, read, shown } from './table-testing.ts';

describe('what the rows are', () => {
  test('is said by the words of all formats; an unknown word is reported once', async () => {
    const kinds = ['Company', 'City', 'LegalEntity', 'NGO', 'Vessel', 'schema:Person', 'Parties', 'Widget', 'Widget'];
    const found = await read(
      `name,type\n${kinds.map((kind, i) => `Example ${'abcdefghi'[i]}x,${kind}`).join('\n')}\n`,
      {
        kind: undefined,
      },
    );
    expect(entities(found).map(({ kind }) => kind)).toEqual(
      'organisation place organisation organisation term person organisation term term'.split(' '),
    );
    expect(entities(found).some(({ living }) => living !== undefined)).toBe(false);
    expect(found.flatMap(({ problems }) => problems)).toMatchObject([{ path: 'kind', found: 'Widget' }]);
  });

  test('is guessed from the columns, never as a living person, and told', async () => {
    const terms = await read('name,description\nExample House,x\n', { kind: undefined });
    expect([entities(terms)[0]?.kind, shown(terms)[0]]).toEqual(['term', 'row 1: a column "kind", none']);
    const people = await read('first_name,last_name\nTilda,Marrow\n', { kind: undefined });
    expect(entities(people)).toMatchObject([{ kind: 'person', name: 'Tilda Marrow' }]);
    expect(entities(people)[0]).not.toHaveProperty('living');
  });

  test('is dead with a date of death, or where it would be older than anyone became', async () => {
    const rows = await read(
      'name,born,died,alive\nA Marrow,,1999,\nB Marrow,1802,,\nC Marrow,02.01.1950,,yes\nD Marrow,,,no\nE Marrow,,,\nF Marrow,02/01/1950,,\n',
    );
    expect(entities(rows).map(({ living }) => living)).toEqual([false, false, true, false, undefined, undefined]);
    expect(rows.flatMap(({ problems }) => problems).at(-1)).toMatchObject({ path: 'born', found: '02/01/1950' });
  });
});

describe('the names of a row', () => {
  const names = async (content: string) =>
    entities(await read(content)).map(({ name, names: others = [] }) => [
      name,
      ...others.map(({ text, kind }) => `${text} (${kind})`),
    ]);

  test('are made of first, middle and last names and patronymics as the press writes them', async () => {
    expect(
      await names('first name,middle name,patronymic,surname\nTilda,Anne,,Marrow\nOrson,,Ivanovich,Quell\n'),
    ).toEqual([
      ['Tilda Marrow', 'Tilda Anne Marrow (variant)', 'Tilda A. Marrow (variant)'],
      ['Orson Quell', 'Orson Ivanovich Quell (variant)', 'Quell Orson Ivanovich (variant)'],
    ]);
    expect(await names('name\n"Marrow, Tilda"\n"Marrow, Jr."\n')).toEqual([['Tilda Marrow'], ['Marrow, Jr.']]);
  });

  test('are separated by semicolons, bars, line breaks or, where none of them stands, commas', async () => {
    const of = async (cell: string) => (await names(`name;kind;aliases\nHarbour Works Ltd;company;"${cell}"\n`))[0];
    const expected = ['Harbour Works Ltd', 'Harbour (variant)', 'HWL (acronym)', 'Works, Inc. (variant)'];
    for (const cell of [
      'Harbour; HWL; Works, Inc.',
      'Harbour|HWL|Works, Inc.',
      'Harbour\nHWL\nWorks, Inc.',
      'Harbour, HWL, Works, Inc.',
    ])
      expect(await of(cell)).toEqual(expected);
    expect(await names('name;aliases\nTilda Marrow;Marrow, Tilda\nOrson Quell;Quell, Ory, O. Quell\n')).toEqual([
      ['Tilda Marrow'],
      ['Orson Quell', 'Quell (short)', 'Ory (short)', 'O. Quell (variant)'],
    ]);
  });

  test.each([
    'the',
    'x',
    ' ',
    '12',
    '!!',
    '#N/A',
    'Err:502',
    '=A1',
    '=HYPERLINK("x")',
    'https://a.example/',
    'a@b.example',
    'n/a',
    'Q42',
    '\u202e\u200b',
  ])('are no names when they read %j', async (name) => {
    const found = await read(`name,kind\n"${name.replaceAll('"', '""')}",person\n`);
    expect(entities(found)).toEqual([]);
    expect(found.flatMap(({ problems }) => problems)).toHaveLength(1);
  });
});
