/** Spreadsheets, each through the door by which a reader brings it. */
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { entities, read, told } from './testing.ts';

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
    const outcomes = await read(await write({ sheets: [{ name: 'A', rows: people }] }));
    expect(entities(outcomes)).toMatchObject([{ name: 'Tilda Marrow', kind: 'person', living: false }]);
    expect(told(outcomes)).toEqual(['row 2: a value, #N/A', 'row 4: a name, "#REF!"']);
  });

  test('of several sheets is read sheet by sheet, hidden ones left out', async () => {
    const outcomes = await read(
      await writeXlsx({
        sheets: [
          { name: 'Cover', rows: [['Made by hand', '2024']] },
          { name: 'Members', rows: people.slice(0, 2) },
          { name: 'Secret', rows: [['Name'], ['Orson Quell']], hidden: true },
        ],
      }),
    );
    expect(entities(outcomes).map(({ name }) => name)).toEqual(['Tilda Marrow']);
    expect(told(outcomes)[0]).toBe(
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
    const outcomes = await read(
      write([
        ['name', 'kind', 'description'],
        ['Tilda Marrow', 'person', '=A1'],
        ['=B2', 'person', 'Baker'],
        ['Orson Quell', 'person', 'Miller'],
      ]),
    );
    expect(entities(outcomes).map(({ name, description }) => [name, description])).toEqual([
      ['Tilda Marrow', undefined],
      ['Orson Quell', 'Miller'],
    ]);
    expect(told(outcomes)).toEqual(['row 2: a value, #UNCALCULATED!', 'row 3: a name, "#UNCALCULATED!"']);
    const todo = outcomes.flatMap(({ problems }) => problems.map((problem) => problem.todo));
    expect(todo.filter((text) => text.includes('open it in a spreadsheet program and save it'))).toHaveLength(2);
  });

  test('of OpenDocument that repeats rows and cells without end is read within bounds', async () => {
    const row = (repeats: number, ...cells: string[]) =>
      `<table:table-row table:number-rows-repeated="${repeats}">${cells.join('')}</table:table-row>`;
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>';
    const wide = odsCell('Ivo Lark', 2 ** 30);
    const outcomes = await read(
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
    expect(entities(outcomes).map(({ name }) => name)).toEqual(['Tilda Marrow', 'Orson Quell']);
    expect(told(outcomes)).toEqual(['row 1040003: 2 cells, 16384', 'row 1040004: 2 cells, 16384']);
    expect(outcomes.filter(({ remark }) => remark).map(({ problems }) => problems[0]?.found)).toEqual([
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
