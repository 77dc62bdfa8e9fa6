import Papa from 'papaparse';
import * as z from 'zod/mini';
import { parse } from '../../../src/dataset/parse.ts';
import { entitySchema, sourceSchema } from '../../../src/dataset/schema.ts';
import { claimReviewsIn, readClaimReviews } from '../../../src/import/claimreview.ts';
import { type Listing, readFtm, readListing } from '../../../src/import/ftm.ts';
import { type ImportOptions, isRecord, type Reading } from '../../../src/import/record.ts';
import { sparqlTable } from '../../../src/import/sparql.ts';
import { guessMapping, type Mapping, readRow, type TableOptions } from '../../../src/import/table.ts';
import { readWikidata, type WikidataOptions } from '../../../src/import/wikidata.ts';
import { valuesOf } from './lines.ts';
import { openInput } from './open.ts';

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
  onMapping: (mapping: Mapping) => void;
}

export type Format = 'wikidata' | 'ftm' | 'csv' | 'claimreview' | 'records';

export const formats: Record<Format, (input: string, options: ReadingOptions) => AsyncGenerator<PlacedReading>> = {
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
async function* readWikidataFile(input: string, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  for await (const { line, value, problem } of valuesOf(openInput(input))) {
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
  options.onMapping(mapping);
  for (const [i, row] of rows.entries()) yield { line: i + 1, ...readRow(row, { ...options, mapping }) };
}

/**
 * Listings stand on lines of their own, before or after those whom they list: a file is read twice, first for the listings, which are
 * held; standard input is read once, and its listings are counted as skipped.
 */
async function* readFtmFile(input: string, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  const listings = new Map<string, Listing[]>();
  if (input !== '-')
    for await (const { value } of valuesOf(openInput(input))) {
      const listing = readListing(value);
      for (const entity of listing?.entities ?? []) listings.set(entity, [...(listings.get(entity) ?? []), listing!]);
    }
  for await (const { line, value, problem } of valuesOf(openInput(input))) {
    if (problem !== undefined) yield unreadable(line, problem);
    else
      for (const item of Array.isArray(value) ? value : [value])
        yield { line, ...readFtm(item, options, listings.get(String(isRecord(item) ? item.id : ''))) };
  }
}

async function* readTableFile(input: string, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, skipEmptyLines: 'greedy' });
  const { pipeline, Readable } = await import('node:stream');
  pipeline(Readable.from(openInput(input), { objectMode: false }), parser, () => undefined);
  let columns: string[] | undefined;
  let mapping: Mapping = {};
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (columns === undefined) {
      columns = cells.map((cell) => cell.replace(/^\uFEFF/u, '').trim());
      mapping = { ...guessMapping(columns), ...options.columns };
      options.onMapping(mapping);
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
async function* readClaimFile(input: string, options: ReadingOptions): AsyncGenerator<PlacedReading> {
  const reviews: unknown[] = [];
  for await (const { line, value, problem } of valuesOf(openInput(input))) {
    if (problem === undefined) for (const review of claimReviewsIn(value)) reviews.push(review);
    else yield unreadable(line, problem);
  }
  const { readings, skipped } = readClaimReviews(reviews, options);
  for (const [reason, count] of skipped)
    for (let i = 0; i < count; i++) yield { line: 1, skipped: reason, problems: [] };
  for (const reading of readings) yield { line: 1, ...reading };
}

/** Lines that an import wrote, of one process or of many. */
async function* readRecordFile(input: string): AsyncGenerator<PlacedReading> {
  for await (const { line, value, problem } of valuesOf(openInput(input))) {
    if (problem !== undefined) yield unreadable(line, problem);
    else {
      const { value: record, problems } = parse(recordSchema, value, '');
      yield { line, problems, ...(record ? { record } : {}) };
    }
  }
}
