import Papa from 'papaparse';

/** UTF-16 code units. A longer row is a quotation mark that was never closed. */
const longestRow = 2 ** 20;
/** UTF-16 code units after which the separator is guessed: enough for some rows of any table. */
const guessed = 2 ** 16;

export type Row = { cells: string[]; problem?: never } | { cells?: never; problem: RowProblem };

interface RowProblem {
  expected: string;
  found: string;
  todo: string;
}

/**
 * The rows of a table of comma-, semicolon- or tab-separated values in UTF-8, empty ones left out, without holding the file. What
 * cannot be read ends it with a problem.
 */
export async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parser: Papa.Parser | undefined;
  let rest = '';
  function* take(last: boolean): Generator<Row> {
    parser ??= new Papa.Parser({ delimiter: delimiterOf(rest), newline: newlineOf(rest) });
    // Its last row may go on in the next piece: it is left for then.
    const { data, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    rest = last ? '' : rest.slice(meta.cursor);
    for (const cells of data) if (cells.some((cell) => cell.trim() !== '')) yield { cells };
  }
  try {
    for await (const chunk of bytes) {
      rest += decoder.decode(chunk, { stream: true });
      if (rest.length < guessed && parser === undefined) continue;
      yield* take(false);
      if (rest.length > longestRow) {
        yield {
          problem: {
            expected: 'a row that ends',
            found: `more than ${longestRow} characters`,
            todo: 'close the quotation marks; the rest of the file was not read',
          },
        };
        return;
      }
    }
    rest += decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    yield {
      problem: {
        expected: 'text in UTF-8',
        found: 'other bytes',
        todo: 'save the table as "CSV UTF-8"; what follows was not read',
      },
    };
    return;
  }
  if (rest !== '') yield* take(true);
}

function delimiterOf(head: string): string {
  return Papa.parse(head.slice(0, guessed), { preview: 10, skipEmptyLines: 'greedy' }).meta.delimiter;
}

function newlineOf(head: string): '\r\n' | '\n' | '\r' {
  if (head.includes('\r\n')) return '\r\n';
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}
