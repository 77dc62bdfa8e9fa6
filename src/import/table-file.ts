/** A table as a whole: where its heading stands, what its columns hold, and what of it is not read. */

import type { Problem } from '../dataset/problem.ts';
import type { EntityKind } from '../dataset/schema.ts';
import type { Row, RowProblem } from './csv.ts';
import { isTableField } from './fields.ts';
import { guessMapping, isOfPeople, type Mapping, namesRows } from './headings.ts';
import { errorTodo, errorValue, nameProblem } from './names.ts';
import { type PlacedOutcome, plain } from './record.ts';
import { termText } from './sparql.ts';
import { type Cells, type RowOptions, readRow } from './table.ts';

export interface TableOptions extends Omit<RowOptions, 'kind'> {
  /** Kind of rows that do not say theirs; guessed from the columns when absent. */
  kind?: EntityKind | undefined;
  /** Column to field; columns that are not in it are guessed from their names. */
  columns: Mapping;
  /** Hears which field each column was taken for. */
  onMapping: (mapping: Mapping, columns: readonly string[]) => void;
}

/** Rows among which the heading is looked for: a title and some notes may stand above it. */
const headRows = 20;
/** Words of a line that can be a name in a list of names. */
const longestName = 8;

type Filled = Extract<Row, { cells: string[] }>;

interface Table {
  heading?: Filled;
  columns: string[];
  mapping: Mapping;
}

/** Every row is a record, left out with a reason, or told. `sheet` is named in what is reported. */
export async function* readTable(
  rows: AsyncIterable<Row> | Iterable<Row>,
  options: TableOptions,
  sheet?: string,
): AsyncGenerator<PlacedOutcome> {
  const head: Filled[] = [];
  let read: ((row: Filled) => PlacedOutcome) | undefined;
  const place = (row: number | undefined) => ({ ...(row && { row }), ...(sheet && { sheet }) });
  for await (const row of rows) {
    if (row.remark) yield told(row.remark, { ...place(undefined), remark: true });
    else if (row.problem) yield told(row.problem, place(row.row));
    else if (read) yield read(row);
    else {
      head.push(row);
      if (head.length < headRows && headingIn(head, options) < 0) continue;
      const begun = begin(head, options, place);
      yield* begun.outcomes;
      if (!begun.read) return;
      read = begun.read;
    }
  }
  if (!read && head.length > 0) yield* begin(head, options, place).outcomes;
}

function told(problem: RowProblem, about: Pick<PlacedOutcome, 'row' | 'sheet' | 'remark'>): PlacedOutcome {
  return { ...about, problems: [{ rule: 'table', path: '', ...problem }] };
}

/** The first row that names a column of names, below nothing but titles: rows with fewer cells than it has. */
function headingIn(head: readonly Filled[], options: TableOptions): number {
  const filled = ({ cells }: Filled) => cells.filter((cell) => plain(cell) !== '').length;
  return head.findIndex(
    (row, at) =>
      namesRows(mappingOf(columnsOf(row.cells), options.columns)) &&
      head.slice(0, at).every((above) => filled(above) < filled(row)),
  );
}

function columnsOf(cells: readonly string[]): string[] {
  // Results of a query service name their variables with a question mark.
  const columns = cells.map((cell) => plain(cell).replace(/^\?(?=\w)/u, ''));
  return columns.slice(0, columns.findLastIndex((column) => column !== '') + 1);
}

function mappingOf(columns: readonly string[], chosen: Mapping): Mapping {
  const own = Object.entries(chosen).filter(([column]) => columns.includes(column));
  const decided = new Set(own.map(([, field]) => field));
  // What is chosen by hand stands against a guess.
  const guesses = Object.entries(guessMapping(columns)).filter(
    ([column, field]) => !Object.hasOwn(chosen, column) && !decided.has(field),
  );
  return Object.fromEntries([...guesses, ...own].filter(([, field]) => isTableField(field)));
}

type Place = (row: number | undefined) => Pick<PlacedOutcome, 'row' | 'sheet'>;
interface Begun {
  outcomes: PlacedOutcome[];
  read?: (row: Filled) => PlacedOutcome;
}

/** What the first rows say of the table, and how the others are read. */
function begin(head: readonly Filled[], options: TableOptions, place: Place): Begun {
  const at = headingIn(head, options);
  // Rows of JSON count from 0: there the heading is known.
  if (at < 0 && head[0]!.row > 0 && head.every(({ cells }) => cells.slice(1).every((cell) => plain(cell) === '')))
    return beginList(head, options, place);
  const heading = head[Math.max(at, 0)]!;
  const columns = columnsOf(heading.cells);
  const mapping = mappingOf(columns, options.columns);
  options.onMapping(mapping, columns);
  if (at < 0) return { outcomes: [nameless(columns, place(heading.row))] };
  const outcomes: PlacedOutcome[] = head
    .slice(0, at)
    .map(({ row }) => ({ ...place(row), skipped: 'above the names of the columns', problems: [] }));
  const table: Table = { heading, columns, mapping };
  outcomes.push(...remarks(table, options, place));
  const read = reader(table, options, place);
  return { outcomes: [...outcomes, ...head.slice(at + 1).map(read)], read };
}

function nameless(columns: readonly string[], about: Pick<PlacedOutcome, 'row' | 'sheet'>): PlacedOutcome {
  const shown = columns.filter((column) => column !== '').map((column) => `"${column.slice(0, 40)}"`);
  return told(
    {
      expected: 'a column that names the entries',
      found: `the columns ${shown.slice(0, 12).join(', ')}`,
      todo: `say which column it is: --map ${JSON.stringify(`${columns.find((column) => column !== '') ?? 'Column'}=name`)}, or in the browser below; no row was read`,
    },
    about,
  );
}

/** One name a line and no heading. */
function beginList(head: readonly Filled[], options: TableOptions, place: Place): Begun {
  const lines = head.map(({ cells }) => plain(cells[0]));
  if (lines.every((line) => /(?:^|\/)Q[1-9]\d*>?$/u.test(line)))
    return {
      outcomes: [
        told(
          {
            expected: 'names',
            found: 'a list of Wikidata numbers, which hold none',
            todo: 'use it to choose items of a Wikidata file (--ids FILE, or "Only these items"), or ask query.wikidata.org for their labels and bring its CSV',
          },
          place(head[0]!.row),
        ),
      ],
    };
  const table: Table = { columns: [''], mapping: { '': 'name' } };
  const readLine = reader(table, options, place);
  const read = (row: Filled): PlacedOutcome =>
    isSentence(plain(row.cells[0]))
      ? told(
          {
            expected: 'a name a line',
            found: `"${plain(row.cells[0]).slice(0, 60)}"`,
            todo: 'the line was left out: it reads as a sentence',
          },
          place(row.row),
        )
      : readLine(row);
  if (lines.filter((line) => isSentence(line) || nameProblem(line, options.wordRank)).length * 3 > lines.length) {
    options.onMapping({}, [lines[0]!]);
    return { outcomes: [nameless([lines[0]!], place(head[0]!.row))] };
  }
  return { outcomes: [...remarks(table, options, place), ...head.map(read)], read };
}

function isSentence(line: string): boolean {
  return line.split(' ').length > longestName || /[.!?:;]$/u.test(line.replace(/(?<=\b\p{L}{1,3})\.$/u, ''));
}

/** What a reader of the file should know before its rows. */
function remarks({ heading, columns, mapping }: Table, options: TableOptions, place: Place): PlacedOutcome[] {
  const found: RowProblem[] = [];
  const unread = columns.filter((column) => column !== '' && !Object.hasOwn(mapping, column));
  const strange = Object.entries(options.columns).filter(([column]) => !columns.includes(column));
  const wrong = Object.entries(options.columns).filter(([, field]) => field !== '' && !isTableField(field));
  if (unread.length > 0)
    found.push({
      expected: 'columns whose headings are known',
      found: unread.map((column) => `"${column.slice(0, 40)}"`).join(', '),
      todo: 'they were not read; say what they hold with --map "Column=field", or in the browser below',
    });
  for (const [column] of strange)
    found.push({ expected: 'a column of the table', found: `"${column}"`, todo: 'correct the name in --map' });
  for (const [column, field] of wrong)
    found.push({ expected: `a field for "${column}"`, found: `"${field}"`, todo: 'take one of docs/user/packs.md' });
  if (options.kind === undefined && !Object.values(mapping).includes('kind'))
    found.push({
      expected: 'a column "kind"',
      found: 'none',
      todo: `the entries were taken for ${plural[kindOf(mapping, options)]}; say otherwise with --kind, or in the browser below`,
    });
  const dates = ['born', 'died'].filter((field) => Object.values(mapping).includes(field));
  const sources = ['source_url', 'source_title', 'publisher'].some((field) => Object.values(mapping).includes(field));
  if (dates.length > 0 && !sources)
    found.push({
      expected: 'a column with the source of the dates',
      found: 'none',
      todo: 'they only decide whether somebody is dead; no card shows them',
    });
  return found.map((problem) => told(problem, { ...place(heading?.row), remark: true }));
}

const plural: Record<EntityKind, string> = {
  person: 'people',
  organisation: 'organisations',
  event: 'events',
  document: 'documents',
  place: 'places',
  role: 'roles',
  law: 'laws',
  term: 'terms',
};

function kindOf(mapping: Mapping, { kind }: TableOptions): EntityKind {
  return kind ?? (isOfPeople(mapping) ? 'person' : 'term');
}

function reader({ columns, mapping }: Table, options: TableOptions, place: Place): (row: Filled) => PlacedOutcome {
  const places = Map.groupBy(
    columns.flatMap((column, i) => (Object.hasOwn(mapping, column) && columns.indexOf(column) === i ? [i] : [])),
    (i) => mapping[columns[i]!]!,
  );
  const languages = [...places.keys()].flatMap((field) => /^names:(.+)$/u.exec(field)?.[1] ?? []);
  const rowOptions: RowOptions = { ...options, kind: kindOf(mapping, options) };
  const unknownKinds = new Set<string>();
  return ({ row, cells }) => {
    const last = cells.findLastIndex((cell) => plain(cell) !== '');
    if (last >= columns.length)
      return told(
        {
          expected: `${columns.length} cells`,
          found: `${last + 1}`,
          todo: 'the row was left out; put cells that hold the separator into quotation marks',
        },
        place(row),
      );
    const values: Cells = (field) =>
      (places.get(field) ?? []).map((i) => termText(cells[i] ?? '')).filter((text) => isName(field) || !isError(text));
    const outcome = readRow(values, languages, rowOptions);
    const lost = [...places].flatMap(([field, columnsOfField]) =>
      isName(field) ? [] : columnsOfField.filter((i) => isError(cells[i] ?? '')).map((i) => lostCell(field, cells[i]!)),
    );
    const word = plain(values('kind')[0]).toLowerCase();
    // A kind that nobody knows is reported where it first stands.
    const problems = [...lost, ...outcome.problems].filter(({ path }) => path !== 'kind' || !unknownKinds.has(word));
    unknownKinds.add(word);
    return { ...place(row), ...outcome, problems };
  };
}

/** Names that are errors are reported as names. */
function isName(field: string): boolean {
  return /^names?\b|_name$|^patronymic$|^acronym$/u.test(field);
}

function isError(cell: string): boolean {
  return errorValue.test(cell.trim());
}

function lostCell(field: string, cell: string): Problem {
  return {
    rule: 'table',
    path: field,
    expected: 'a value',
    found: cell.trim(),
    todo: `the cell was left out: ${errorTodo(cell)}`,
  };
}
