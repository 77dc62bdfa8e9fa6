/** Reading what a source holds, with an error that names the place where it is not as it was. */
import { decodeHTML } from 'entities';
import papaparse from 'papaparse';
import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import { withoutDisguises } from '../../src/dataset/characters.ts';
import { isRealDate } from '../../src/dataset/dates.ts';
import { parse } from '../../src/dataset/parse.ts';
import { type Place, SourceError, type SourceFile } from './source.ts';

/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/**
 * The rows of a table, with their lines. The first line names the columns; of those, `columns` must be there.
 * @throws {SourceError} for a lost column, or a row with more or fewer fields than the first, as a cut file has
 */
export function readTable(
  { path: file, text }: SourceFile,
  columns: readonly string[],
  { delimiter = ',', comments = false as string | false } = {},
): { row: Row; place: Place }[] {
  const { data, errors } = papaparse.parse<string[]>(text.replace(/^\uFEFF/u, ''), { delimiter });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes) throw new SourceError({ file, line: (quotes.row ?? 0) + 1 }, 'quotation marks in pairs', quotes.message);
  const header = data[0]?.map((name) => name.trim()) ?? [];
  const lost = columns.filter((name) => !header.includes(name));
  if (lost.length > 0) throw new SourceError({ file, line: 1 }, `the column ${lost.join(', ')}`, header.join(', '));
  const rows: { row: Row; place: Place }[] = [];
  let line = 1;
  for (const [i, fields] of data.entries()) {
    const place = { file, line };
    line += 1 + fields.join('').split('\n').length - 1;
    if (i === 0 || fields.every((field) => field.trim() === '')) continue;
    if (comments !== false && fields[0]!.startsWith(comments)) continue;
    if (fields.length < header.length) throw new SourceError(place, `${header.length} fields`, fields.length);
    rows.push({ row: Object.fromEntries(header.map((name, at) => [name, fields[at]!.trim()])), place });
  }
  return rows;
}

/** @throws {SourceError} when the text is no JSON, or has another shape */
export function readJson<T>({ path: file, text }: SourceFile, schema: z.ZodMiniType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SourceError({ file, line: text.split('\n').length }, 'whole JSON', (error as Error).message);
  }
  return shaped(json, schema, file);
}

/** @throws {SourceError} when the text is no YAML, or has another shape */
export function readYaml<T>({ path: file, text }: SourceFile, schema: z.ZodMiniType<T>): T {
  uncut(file, text);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  const error = document.errors[0];
  if (error) throw new SourceError({ file, line: lineCounter.linePos(error.pos[0]).line }, 'YAML', error.message);
  return shaped(document.toJS(), schema, file);
}

/** YAML that ends in the middle of a list is YAML all the same. @throws {SourceError} when the last line has no end */
function uncut(file: string, text: string): void {
  const lines = text.split('\n');
  if (lines.at(-1) !== '') throw new SourceError({ file, line: lines.length }, 'a line break at the end', lines.at(-1));
}

/** @throws {SourceError} naming the path of the first value that has another shape */
export function shaped<T>(value: unknown, schema: z.ZodMiniType<T>, file: string): T {
  const result = parse(schema, value, '');
  const problem = result.problems[0];
  if (problem) throw new SourceError({ file, line: problem.path || 1 }, problem.expected, problem.found);
  return result.value as T;
}

/**
 * A name or title as a card may show it: entities of HTML decoded, in NFC, single spaces, nothing that cannot be seen.
 * @throws {SourceError} for mark-up, an address, or a text without a letter
 */
export function cleanText(raw: string, place: Place): string {
  const decoded = decodeHTML(raw).normalize('NFC');
  const text = withoutDisguises(decoded, (char) => (/\s/u.test(char) ? char : ''))
    .replace(/\s+/gu, ' ')
    .trim();
  if (/<|>|&[a-z]+;|https?:|[\w.]+@[\w.]+/iu.test(text)) throw new SourceError(place, 'a text without mark-up', raw);
  if (!/\p{L}/u.test(text)) throw new SourceError(place, 'a text with letters', raw);
  return text;
}

/** @throws {SourceError} for anything but a day of the calendar, written YYYY-MM-DD */
export function isoDay(raw: string, place: Place): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(raw) || !isRealDate(raw)) throw new SourceError(place, 'a day, YYYY-MM-DD', raw);
  return raw;
}

/** A lower-case identifier out of a name in Latin script. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|['’‘ʼ]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ð', 'd')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ı', 'i')
    .replaceAll('ə', 'e')
    .replaceAll('þ', 'th')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
