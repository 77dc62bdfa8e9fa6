/**
 * Rows as comma-separated values (RFC 4180): every row ends with CRLF, cells are quoted where they must be, also for programs that take
 * semicolons or tabs to be separators, as spreadsheets do in half of Europe. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it, as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection):
 * what stands on a page may come from anyone.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly Record<string, string | number | null | undefined>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])));
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/u.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
