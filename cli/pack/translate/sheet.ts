/** Translators work in tables, a text a line, with tabs between the columns: spreadsheets open and paste them. */

const columns = ['entity', 'at', 'of', 'english', 'translation', 'read', 'note'] as const;
type Column = (typeof columns)[number];

/** What stands in the column `at` of what recurs; it belongs to no entity. */
export const phraseAt = 'phrase';

export type SheetRow = Record<Column, string>;

export function sheetText(rows: readonly SheetRow[]): string {
  return [columns.join('\t'), ...rows.map((row) => columns.map((column) => row[column]).join('\t'))]
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Rows with their lines (from 1). Columns are found by their names in the first line; those that are not there are empty. `problems`: what is
 * wrong, by line.
 */
export function readSheet(text: string): { rows: { row: SheetRow; line: number }[]; problems: string[] } {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const names = head.split('\t');
  const missing = ['entity', 'at', 'of', 'translation'].filter((column) => !names.includes(column));
  if (missing.length > 0)
    return {
      rows: [],
      problems: [
        `1: expected the columns ${columns.join(', ')} with tabs between them, found none named ${missing.join(', ')}`,
      ],
    };
  const problems: string[] = [];
  const rows = lines.flatMap((content, i) => {
    if (content.trim() === '') return [];
    const line = i + 2;
    const cells = content.split('\t').map((cell) => cell.trim().normalize('NFC'));
    if (cells.length > names.length) {
      problems.push(
        `${line}: expected at most ${names.length} columns, found ${cells.length}; remove the tab inside a text`,
      );
      return [];
    }
    const row = Object.fromEntries(columns.map((column) => [column, cells[names.indexOf(column)] ?? ''])) as SheetRow;
    if (!['', 'same', 'differs'].includes(row.read)) {
      problems.push(`${line}: expected "same", "differs" or nothing in the column read, found "${row.read}"`);
      return [];
    }
    return [{ row, line }];
  });
  return { rows, problems };
}
