/** Formulas of an XLSX file that no program has calculated: their cells have no value, and a reader of values sees nothing there. */
import type * as Libraries from './libraries.ts';

/** A row from 1, its columns from 0. */
export type Uncalculated = ReadonlyMap<number, readonly number[]>;

/**
 * Those of the sheet that stands at place `index` in the workbook (ECMA-376, part 1, 18.3.1.4: a cell's formula is `f`, its value `v`).
 * @throws {Error} when the file is damaged
 */
export function uncalculatedIn(file: Uint8Array, index: number, libraries: typeof Libraries): Uncalculated {
  const path = sheetPath(file, index, libraries);
  const xml = path === undefined ? '' : (libraries.textOf(file, path) ?? '');
  const found = new Map<number, number[]>();
  if (!/<(?:\w+:)?f[\s/>]/u.test(xml)) return found;
  let row = 0;
  let column = -1;
  let formula = false;
  let value = '';
  let inValue = false;
  /** The result of a formula may be an empty text: then the cell says that it is a text. */
  let isText = false;
  const parser = new libraries.MarkupParser(
    {
      onopentag(qualified, { r, t }) {
        const name = qualified.replace(/^.*:/u, '');
        if (name === 'row') {
          row = r === undefined ? row + 1 : Number(r);
          column = -1;
        } else if (name === 'c') {
          column = r === undefined ? column + 1 : columnOf(r);
          formula = false;
          value = '';
          isText = t === 'str';
        } else if (name === 'f') formula = true;
        else if (name === 'v') inValue = true;
      },
      ontext(text) {
        if (inValue) value += text;
      },
      onclosetag(qualified) {
        const name = qualified.replace(/^.*:/u, '');
        if (name === 'v') inValue = false;
        if (name !== 'c' || !formula || value !== '' || isText) return;
        const columns = found.get(row) ?? [];
        found.set(row, columns);
        columns.push(column);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

/** Columns are numbered in letters, as `AB` of `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/u.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const relationships = 'xl/_rels/workbook.xml.rels';

function sheetPath(file: Uint8Array, index: number, { MarkupParser, textOf }: typeof Libraries): string | undefined {
  const targets = new Map<string, string>();
  const sheets: string[] = [];
  const read = (xml: string, hear: (name: string, attributes: Record<string, string>) => void) =>
    new MarkupParser(
      { onopentag: (qualified, attributes) => hear(qualified.replace(/^.*:/u, ''), attributes) },
      { xmlMode: true, decodeEntities: true },
    ).end(xml);
  read(textOf(file, relationships) ?? '', (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target);
  });
  read(textOf(file, 'xl/workbook.xml') ?? '', (name, attributes) => {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    if (name === 'sheet') sheets.push(id ?? '');
  });
  const target = targets.get(sheets[index] ?? '');
  return target === undefined || target.startsWith('/') ? target?.slice(1) : `xl/${target}`;
}
