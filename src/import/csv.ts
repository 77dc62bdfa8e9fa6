import Papa from 'papaparse';
import { decoded, type Encoding } from './decode.ts';

/** UTF-16 code units. A longer row is a quotation mark that was never closed. */
const longestRow = 2 ** 20;
/** UTF-16 code units after which the separator is guessed: enough for some rows of any table. */
const guessed = 2 ** 16;
/** Stands in no text: a sign for "none" where the parser asks for one. */
const none = '\uFFFE';

/** One row, from 1 as a spreadsheet counts them, or what is wrong with it; or a remark on the file, by which no row is lost. */
export type Row =
  | { row: number; cells: string[]; problem?: never; remark?: never }
  | { row: number; problem: RowProblem; cells?: never; remark?: never }
  | { remark: RowProblem; row?: never; cells?: never; problem?: never };

export interface RowProblem {
  expected: string;
  found: string;
  todo: string;
}

const encodingRemarks: Record<Encoding, RowProblem | undefined> = {
  'utf-8': undefined,
  'utf-16le': utf16(),
  'utf-16be': utf16(),
  'windows-1252': {
    expected: 'text in UTF-8',
    found: 'Windows-1252',
    todo: 'it was read as such: check that letters with accents are right, or save the table as "CSV UTF-8"',
  },
};

function utf16(): RowProblem {
  return { expected: 'text in UTF-8', found: 'UTF-16', todo: 'it was read as such; nothing need be done' };
}

/**
 * The rows of a table of separated values, empty ones left out, without holding the file. Rows may end as they like, in any mixture,
 * inside quotation marks and outside. What follows a quotation mark that is never closed is not read: its lines may be text of a cell.
 */
export async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  let parser: { parse(text: string, from: number, more: boolean): unknown } | undefined;
  let rest = '';
  let row = 0;
  let pendingReturn = false;
  let remark: RowProblem | undefined;
  let readable = true;

  function* take(last: boolean): Generator<Row> {
    parser ??= new Papa.Parser(parserFor(rest)) as unknown as NonNullable<typeof parser>;
    for (let again = true; again; ) {
      // Its last row may go on in the next piece: it is left for then.
      const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
      const given = last || rest.length > longestRow ? data.length : data.length - 1;
      const misplaced = errors.find((error) => error.code === 'InvalidQuotes' && (error.row ?? 0) <= given);
      const open = errors.find(({ code }) => code === 'MissingQuotes');
      for (const cells of data.slice(0, misplaced?.row ?? open?.row)) {
        row++;
        if (cells.some((cell) => cell.trim() !== '')) yield damage(row, cells) ?? { row, cells };
      }
      again = misplaced !== undefined;
      if (misplaced) {
        // The line with the fault is reported and passed over: it may have swallowed others.
        const start = rest.lastIndexOf('\n', misplaced.index ?? 0) + 1;
        const end = rest.indexOf('\n', misplaced.index ?? 0);
        yield misquoted(++row, rest.slice(start, end < 0 ? undefined : end));
        rest = end < 0 ? '' : rest.slice(end + 1);
      } else {
        if (open) yield unclosed(++row);
        rest = last ? '' : rest.slice(meta.cursor);
      }
    }
  }

  const text = decoded(bytes, (encoding) => {
    if (encoding) remark = encodingRemarks[encoding];
    else readable = false;
  });
  for await (const piece of text) {
    // A return at the end of a piece may be half of a line break.
    const whole: string = (pendingReturn ? '\r' : '') + piece;
    pendingReturn = whole.endsWith('\r');
    rest += whole.slice(0, whole.length - (pendingReturn ? 1 : 0)).replace(/\r\n?/g, '\n');
    if (rest.length < guessed && parser === undefined) continue;
    yield* take(false);
    if (rest.length > longestRow) {
      yield unclosed(row + 1);
      return;
    }
  }
  // The row within which the text ends is not whole, and a line break at the very end begins no row.
  if (!readable) rest = rest.slice(0, Math.max(0, rest.lastIndexOf('\n')));
  else if (!pendingReturn) rest = rest.replace(/\n$/u, '');
  if (rest !== '') yield* take(true);
  if (!readable) yield { row: row + 1, problem: unknownEncoding };
  if (remark) yield { remark };
}

const unknownEncoding: RowProblem = {
  expected: 'text in UTF-8, UTF-16 or Windows-1252',
  found: 'another encoding',
  todo: 'open the table in a spreadsheet program and save it as "CSV UTF-8"; what follows was not read',
};

function unclosed(row: number): Row {
  return {
    row,
    problem: {
      expected: 'a closing quotation mark',
      found: 'none up to the end of the file',
      todo: 'close it, or double a quotation mark that belongs to the text; this row and what follows were not read',
    },
  };
}

function misquoted(row: number, line: string): Row {
  return {
    row,
    problem: {
      expected: 'quotation marks around a whole cell, doubled where they belong to the text',
      found: line.slice(0, 80),
      todo: 'correct the quotation marks; this row was not read',
    },
  };
}

/** What no text has: replacement characters, and controls other than tabs and line breaks. */
const damaged = /(?![\t\n\r])[\uFFFD\p{Cc}]/u;

function damage(row: number, cells: readonly string[]): Row | undefined {
  const bad = cells.find((cell) => damaged.test(cell));
  if (bad === undefined) return undefined;
  return {
    row,
    problem: {
      expected: 'text',
      found: bad.includes('\uFFFD') ? 'bytes that are not UTF-8' : 'control characters',
      todo: 'correct the row, or save the table anew as "CSV UTF-8"; this row was not read',
    },
  };
}

function parserFor(head: string): Papa.ParseConfig {
  // Results of a query service as tab-separated values quote no cell: quotation marks belong to the terms.
  if (/^\?\w+(?:\t\?\w+)*\n/.test(head)) return { delimiter: '\t', newline: '\n', quoteChar: none };
  const { errors, meta } = Papa.parse(head.slice(0, guessed), { newline: '\n', preview: 10, skipEmptyLines: 'greedy' });
  const unknown = errors.some(({ code }) => code === 'UndetectableDelimiter');
  const [firstLine = ''] = head.trimStart().split('\n', 1);
  return { delimiter: unknown && !firstLine.includes(',') ? none : meta.delimiter, newline: '\n' };
}
