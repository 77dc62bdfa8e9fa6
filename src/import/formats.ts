/** Files of each format, record by record. */
import * as z from 'zod/mini';
import { parse } from '../dataset/parse.ts';
import { entitySchema, sourceSchema } from '../dataset/schema.ts';
import { readBibtex } from './bibtex.ts';
import { claimReviewsIn, readClaimReviews, withoutRepeats } from './claimreview.ts';
import { rowsOf } from './csv.ts';
import type { Detected } from './detect.ts';
import { type Listing, readFtm, readListing } from './ftm.ts';
import { type FileOptions, type Format, type Input, UnreadableFile } from './input.ts';
import { listRows } from './json-list.ts';
import { decodedWhole, valuesOf } from './lines.ts';
import { elementsIn, jsonLdIn } from './markup.ts';
import { microdataIn } from './microdata.ts';
import { readPopolo } from './popolo.ts';
import { isRecord, type PlacedOutcome } from './record.ts';
import { readReference } from './references.ts';
import { type Reference, readRis } from './ris.ts';
import { sheetsOf } from './sheets.ts';
import { sparqlRows } from './sparql.ts';
import { entitiesOf } from './statements.ts';
import { readTable } from './table-file.ts';
import { readTei, teiElements } from './tei.ts';
import { readWikidata } from './wikidata.ts';
import { fromRest } from './wikidata-rest.ts';

type Reader = (input: Input, options: FileOptions, form: Detected['form']) => AsyncGenerator<PlacedOutcome>;

export const formats: Record<Format, Reader> = {
  wikidata: readWikidataFile,
  ftm: readFtmFile,
  csv: readTableFile,
  claimreview: readClaimFile,
  popolo: readPopoloFile,
  sources: readReferenceFile,
  tei: readTeiFile,
  records: readRecordFile,
};

const recordSchema = z.strictObject({ entity: entitySchema, sources: z.array(sourceSchema) });

function unreadable(line: number, problem: string): PlacedOutcome {
  return {
    line,
    problems: [{ rule: 'json', path: '', expected: 'JSON in UTF-8', found: problem, todo: 'correct the line' }],
  };
}

/** Dump lines, an entity export (`{"entities": …}`), or what the REST interface gives. */
async function* readWikidataFile(input: Input, options: FileOptions): AsyncGenerator<PlacedOutcome> {
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else for (const item of itemsIn(value)) yield { line, ...readWikidata(fromRest(item), options) };
  }
}

function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && isRecord(value.entities) && value.id === undefined
    ? Object.values(value.entities)
    : [value];
}

/** Values with separators, spreadsheets, lists of JSON objects and results of queries. */
async function* readTableFile(
  input: Input,
  options: FileOptions,
  form: Detected['form'],
): AsyncGenerator<PlacedOutcome> {
  if (form === 'xlsx' || form === 'ods') {
    try {
      for await (const { name, rows } of sheetsOf(input.open(), form, await options.libraries()))
        yield* readTable(rows, options, name);
    } catch (error) {
      yield {
        problems: [
          {
            rule: 'table',
            path: '',
            expected: 'a whole spreadsheet without a password',
            found: (error as Error).message,
            todo: 'save it anew, or as CSV',
          },
        ],
      };
    }
  } else if (form === 'json') {
    const values: unknown[] = [];
    for await (const { line, value, problem } of valuesOf(input.open())) {
      if (problem !== undefined) yield unreadable(line, problem);
      else values.push(value);
    }
    const rows = (values.length === 1 && sparqlRows(values[0])) || listRows(values);
    if (rows) yield* readTable(rows, options);
  } else yield* readTable(rowsOf(input.open()), options);
}

/**
 * Listings stand on lines of their own, before or after those whom they list: a file is read twice, first for the listings, which are
 * held; standard input is read once, and its listings are counted as skipped.
 */
async function* readFtmFile(input: Input, options: FileOptions, form: Detected['form']): AsyncGenerator<PlacedOutcome> {
  const listings = new Map<string, Listing[]>();
  const note = (value: unknown) => {
    for (const listing of ftmIn(value).flatMap((item) => readListing(item) ?? []))
      for (const entity of listing.entities) listings.set(entity, [...(listings.get(entity) ?? []), listing]);
  };
  const read = (item: unknown) => readFtm(item, options, listings.get(String(isRecord(item) ? item.id : '')));
  if (form === 'statements') {
    const told: PlacedOutcome[] = [];
    const entities = await entitiesOf(rowsOf(input.open()), (row) => {
      const problem = row.problem ?? row.remark;
      if (problem)
        told.push({
          ...(row.row && { row: row.row }),
          ...(row.remark && { remark: true }),
          problems: [{ rule: 'table', path: '', ...problem }],
        });
    });
    yield* told;
    for (const entity of entities) note(entity);
    for (const entity of entities) yield read(entity);
    return;
  }
  if (input.again) for await (const { value } of valuesOf(input.open())) note(value);
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else if (isRecord(value) && value.op === 'DEL') yield { line, skipped: 'deleted', problems: [] };
    else for (const item of ftmIn(value)) yield { line, ...read(item) };
  }
}

/** Lists, and lines of a delta file (`{"op": "ADD", "entity": …}`). */
function ftmIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && typeof value.op === 'string' ? (isRecord(value.entity) ? [value.entity] : []) : [value];
}

/** Claims are gathered by who made them, so the whole file is held. */
async function* readClaimFile(
  input: Input,
  options: FileOptions,
  form: Detected['form'],
): AsyncGenerator<PlacedOutcome> {
  const reviews: unknown[] = [];
  if (form === 'html') {
    const [html, libraries] = [await decodedWhole(input.open()), await options.libraries()];
    for (const { line, text } of jsonLdIn(html, libraries)) {
      try {
        reviews.push(...claimReviewsIn(JSON.parse(text)));
      } catch (error) {
        yield unreadable(line, (error as Error).message);
      }
    }
    reviews.push(...withoutRepeats(claimReviewsIn(microdataIn(html, libraries)), reviews));
    if (reviews.length === 0)
      throw new UnreadableFile(
        'expected ClaimReview, found a web page without it; have its text read with npm run -s annotate, or bring a table of names',
      );
  } else
    for await (const { line, value, problem } of valuesOf(input.open())) {
      if (problem === undefined) for (const review of claimReviewsIn(value)) reviews.push(review);
      else yield unreadable(line, problem);
    }
  const { outcomes, skipped } = readClaimReviews(reviews, options);
  for (const [reason, count] of skipped) for (let i = 0; i < count; i++) yield { skipped: reason, problems: [] };
  yield* outcomes;
}

async function* readPopoloFile(input: Input, options: FileOptions): AsyncGenerator<PlacedOutcome> {
  const values: unknown[] = [];
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem === undefined) values.push(value);
    else yield unreadable(line, problem);
  }
  yield* readPopolo(values, options);
}

async function* readReferenceFile(
  input: Input,
  options: FileOptions,
  form: Detected['form'],
): AsyncGenerator<PlacedOutcome> {
  if (form !== 'ris' && form !== 'bibtex') {
    for await (const { line, value, problem } of valuesOf(input.open())) {
      if (problem !== undefined) yield unreadable(line, problem);
      else for (const item of referencesIn(value)) yield { line, ...readReference(item, options) };
    }
    return;
  }
  const text = await decodedWhole(input.open());
  const found: Iterable<Reference> = form === 'ris' ? readRis(text) : readBibtex(text, await options.libraries());
  for (const { line, item, problem } of found)
    yield problem === undefined
      ? { line, ...readReference(item, options) }
      : {
          line,
          problems: [
            {
              rule: 'import',
              path: '',
              expected: 'a whole reference',
              found: problem,
              todo: 'it was left out: correct it',
            },
          ],
        };
}

function referencesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && Array.isArray(value.items) ? value.items : [value];
}

async function* readTeiFile(input: Input, options: FileOptions): AsyncGenerator<PlacedOutcome> {
  const text = await decodedWhole(input.open());
  for (const element of elementsIn(text, teiElements, await options.libraries()))
    yield { line: element.line, ...readTei(element, options) };
}

/** Lines that an import wrote, of one process or of many. */
async function* readRecordFile(input: Input): AsyncGenerator<PlacedOutcome> {
  for await (const { line, value, problem } of valuesOf(input.open())) {
    if (problem !== undefined) yield unreadable(line, problem);
    else {
      const { value: record, problems } = parse(recordSchema, value, '');
      yield { line, problems, ...(record ? { record } : {}) };
    }
  }
}
