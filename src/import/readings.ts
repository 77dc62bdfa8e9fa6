import * as z from 'zod/mini';
import { parse } from '../dataset/parse.ts';
import { entitySchema, sourceSchema } from '../dataset/schema.ts';
import { claimReviewsIn, readClaimReviews } from './claimreview.ts';
import { rowsOf } from './csv.ts';
import { type Listing, readFtm, readListing } from './ftm.ts';
import { valuesOf } from './lines.ts';
import { type ImportOptions, isRecord, type Reading } from './record.ts';
import { sparqlTable } from './sparql.ts';
import { guessMapping, type Mapping, readRow, type TableOptions } from './table.ts';
import { readWikidata, type WikidataOptions } from './wikidata.ts';

/** What became of one record, with the line (of a table: the row) on which it stands. */
export interface PlacedReading extends Reading {
  line: number;
}

/** Everything that the formats need to know; each uses its part. */
export interface ReadingOptions
  extends ImportOptions,
    Omit<WikidataOptions, keyof ImportOptions>,
    Omit<TableOptions, keyof ImportOptions | 'mapping'> {
  /** Column to field; columns that are not in it are guessed from their names. */
  columns: Mapping;
  /** Hears which field each column was taken for. */
  onMapping: (mapping: Mapping, columns: readonly string[]) => void;
}

/** The bytes of an input, from its beginning each time it is called. */
export interface Input {
  open(): AsyncIterable<Uint8Array>;
  /** False when the bytes come only once (standard input). */
  again: boolean;
}

export type Format = 'wikidata' | 'ftm' | 'csv' | 'claimreview' | 'records';

export const formats: Record<Format, (input: Input, options: ReadingOptions) => AsyncGenerator<PlacedReading>> = {
  wikidata: readWikidataFile,
  ftm: readFtmFile,
  csv: readTableFile,
  claimreview: readClaimFile,
  records: readRecordFile,
};

const recordSchema = z.strictObject({ entity: entitySchema, sources: z.array(sourceSchema) });

function unreadable(line: number, problem: string): PlacedReading {
  return {
    line,
    problems: [{ rule: 'json', path: '', expected: 'JSON in UTF-8', found: problem, todo: 'correct the line' }],
  };
}

/** Dump lines, an entity export (`{"entities": …}`) or the results of a query. */
async function* readWikidataFile(input: Input, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else {
      const table = sparqlTable(value);
      if (table) yield* readRows(table.rows, table.columns, options);
      else for (const item of itemsIn(value)) yield { line, ...readWikidata(item, options) };
    }
  }
}

function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && isRecord(value.entities) && value.id === undefined
    ? Object.values(value.entities)
    : [value];
}

function* readRows(
  rows: readonly Record<string, string>[],
  columns: readonly string[],
  options: ReadingOptions,
): Generator<PlacedReading> {
  const mapping = { ...guessMapping(columns), ...options.columns };
  options.onMapping(mapping, columns);
  for (const [i, row] of rows.entries()) yield { line: i + 1, ...readRow(row, { ...options, mapping }) };
}

/**
 * Listings stand on lines of their own, before or after those whom they list: a file is read twice, first for the listings, which are
 * held; standard input is read once, and its listings are counted as skipped.
 */
async function* readFtmFile(input: Input, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  const listings = new Map<string, Listing[]>();
  if (input.again)
    for await (const { value } of valuesOf(input.open())) {
      for (const listing of (Array.isArray(value) ? value : [value]).flatMap((item) => readListing(item) ?? []))
        for (const entity of listing.entities) listings.set(entity, [...(listings.get(entity) ?? []), listing]);
    }
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else
      for (const item of Array.isArray(value) ? value : [value])
        yield { line, ...readFtm(item, options, listings.get(String(isRecord(item) ? item.id : ''))) };
  }
}

async function* readTableFile(input: Input, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  let columns: string[] | undefined;
  let mapping: Mapping = {};
  let row = 0;
  for await (const { cells, problem } of rowsOf(input.open())) {
    if (problem !== undefined) {
      yield {
        line: row + 1,
        problems: [{ rule: 'table', path: '', ...problem }],
      };
      continue;
    }
    if (columns === undefined) {
      columns = cells.map((cell) => cell.trim());
      mapping = { ...guessMapping(columns), ...options.columns };
      options.onMapping(mapping, columns);
      continue;
    }
    row++;
    const names = columns;
    if (cells.length > names.length)
      yield {
        line: row,
        problems: [
          {
            rule: 'table',
            path: '',
            expected: `${names.length} cells`,
            found: `${cells.length}`,
            todo: 'put cells that hold the separator into quotation marks',
          },
        ],
      };
    else
      yield {
        line: row,
        ...readRow(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])), { ...options, mapping }),
      };
  }
}

/** Claims are gathered by who made them, so the whole file is held. */
async function* readClaimFile(input: Input, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  const reviews: unknown[] = [];
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem === undefined) for (const review of claimReviewsIn(value)) reviews.push(review);
    else yield unreadable(line, problem);
  }
  const { readings, skipped } = readClaimReviews(reviews, options);
  for (const [reason, count] of skipped)
    for (let i = 0; i < count; i++) yield { line: 1, skipped: reason, problems: [] };
  for (const reading of readings) yield { line: 1, ...reading };
}

/** Lines that an import wrote, of one process or of many. */
async function* readRecordFile(input: Input): AsyncGenerator<PlacedReading> {
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else {
      const { value: record, problems } = parse(recordSchema, value, '');
      yield { line, problems, ...(record ? { record } : {}) };
    }
  }
}
