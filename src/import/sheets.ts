/** Spreadsheets as rows: XLSX and OpenDocument. */
import type { Row } from './csv.ts';
import type * as Libraries from './libraries.ts';
import { uncalculated } from './names.ts';
import { odsSheets } from './ods.ts';
import { type Uncalculated, uncalculatedIn } from './xlsx-formulas.ts';

/** Bytes of a spreadsheet, packed: it is held while it is read. */
const largest = 512 * 2 ** 20;

export interface Sheet {
  /** Absent where there is only one. */
  name?: string;
  rows: AsyncIterable<Row> | Iterable<Row>;
}

/**
 * The sheets that are shown, in their order, row by row.
 * @throws {Error} when the file is too large, damaged, or has a password
 */
export async function* sheetsOf(
  bytes: AsyncIterable<Uint8Array>,
  form: 'xlsx' | 'ods',
  libraries: typeof Libraries,
): AsyncGenerator<Sheet> {
  const file = await whole(bytes);
  if (form === 'ods') {
    if (libraries.textOf(file, 'META-INF/manifest.xml')?.includes('encryption-data'))
      throw new Error('a spreadsheet with a password');
    const xml = libraries.textOf(file, 'content.xml');
    if (xml === undefined) throw new Error('a file without content.xml');
    const several = (xml.match(/<table:table[\s>]/gu)?.length ?? 0) > 1;
    for (const { name, rows } of odsSheets(xml, libraries)) yield { ...(several && { name }), rows };
    return;
  }
  const shown: { name: string; index: number }[] = [];
  await libraries.readXlsx(file, {
    sheets: ({ name, hidden, veryHidden }, index) => {
      if (!hidden && !veryHidden) shown.push({ name, index });
      return false;
    },
  });
  for (const { name, index } of shown)
    yield {
      ...(shown.length > 1 && { name }),
      rows: rowsOf(libraries.streamXlsxRows(file, { sheet: index }), uncalculatedIn(file, index, libraries)),
    };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part);
    size += part.length;
    if (size > largest) throw new Error(`expected a spreadsheet of at most ${largest / 2 ** 20} MB`);
  }
  const file = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

async function* rowsOf(
  rows: AsyncIterable<{ index: number; values: readonly unknown[] }>,
  lost: Uncalculated,
): AsyncGenerator<Row> {
  for await (const { index, values } of rows) {
    const cells = values.map(textOf);
    for (const column of lost.get(index + 1) ?? []) cells[column] = uncalculated;
    if (cells.some((cell) => cell.trim() !== '')) yield { row: index + 1, cells };
  }
}

/** As the cell would read in a table of values: days in ISO 8601, without a time where it is midnight. */
function textOf(value: unknown): string {
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/u, '');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : String(value);
}
