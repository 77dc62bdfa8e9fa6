import Papa from 'papaparse';
import type { Library } from '../../../src/dataset/library.ts';
import { sample } from '../../../src/dataset/sample.ts';
import { unitHash } from '../../../src/dataset/short-hash.ts';
import { type Unit, unitsIn } from '../../../src/dataset/units.ts';
import { type Audit, auditVerdicts } from './records.ts';

/**
 * A sheet for a reader from outside, as CSV: any spreadsheet shows it as a table to fill in, and a program reads it back without
 * guessing, which a filled-in Markdown page does not allow. Earlier verdicts are not in it.
 */
export function auditSheet(library: Library, size: number, seed: number): string {
  const units = unitsIn(library).sort((a, b) => (a.path < b.path ? -1 : 1));
  const rows = sample(units, size, seed).map(({ unit }, i) => ({
    seed,
    drawn: `${i + 1} of ${Math.min(size, units.length)}`,
    'out of': units.length,
    card: unit.entity.name,
    sentence: sentenceOf(unit),
    quotations: quotationsOf(unit, library),
    [`verdict (${auditVerdicts.join(', ')})`]: '',
    note: '',
    entity: unit.entity.id,
    path: unit.path,
    of: unitHash(unit),
  }));
  // Spreadsheets take CSV for UTF-8 only behind a byte-order mark, and would run a cell that begins as a formula does.
  return `\ufeff${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function sentenceOf({ kind, holder, text, dates, asOf, numbers }: Unit): string {
  const beside = Object.entries({ ...dates, ...(asOf === undefined ? {} : { 'as of': asOf }) });
  return [
    kind === 'role' ? `Office: ${text}` : holder === undefined ? text : `${holder}: ${text}`,
    ...(numbers.length > 0 ? [`(on the scale: ${numbers.join(' to ')})`] : []),
    ...(beside.length > 0 ? [`(${beside.map(([key, date]) => `${key} ${date}`).join(', ')})`] : []),
  ].join(' ');
}

function quotationsOf({ citations }: Unit, { sources }: Library): string {
  return citations
    .map(({ source: id, locator, quotes = [] }) => {
      const source = sources.get(id)?.source;
      const where = [source?.publisher, source?.title, locator, source?.URL ?? source?.DOI ?? source?.ISBN];
      const words = quotes.map((quote) => `“${quote}”`).join(' … ') || 'no quotation';
      return `${words} — ${where.filter((part) => part !== undefined).join(', ')}`;
    })
    .join('\n');
}

/**
 * The result of a sheet that somebody filled in.
 * @throws {Error} with every row that has no verdict, or another than the sheet offers
 */
export function readAuditSheet(csv: string, on: string, by: Audit['by']): Audit {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const verdictColumn = meta.fields?.find((field) => field.startsWith('verdict'));
  const lost = ['seed', 'out of', 'entity', 'path', 'of'].filter((column) => !meta.fields?.includes(column));
  if (errors.length > 0 || verdictColumn === undefined || lost.length > 0 || data.length === 0)
    throw new Error(
      `expected the sheet of "pack audit" with its columns, found ${errors[0]?.message ?? `none called ${[...lost, ...(verdictColumn ? [] : ['verdict'])].join(', ')}`}`,
    );
  const seeds = [...new Set(data.map(({ seed }) => seed))];
  if (seeds.length > 1) throw new Error(`expected the rows of one sheet, found those of seeds ${seeds.join(', ')}`);
  const verdicts = data.map((row, i) => {
    const said = row[verdictColumn]!.trim().toLowerCase();
    const verdict = auditVerdicts.find((one) => one === said);
    return { row, said, verdict, place: i + 2 };
  });
  const unclear = verdicts.filter(({ verdict }) => verdict === undefined);
  if (unclear.length > 0)
    throw new Error(
      `expected one of ${auditVerdicts.join(', ')} in each row, found ${unclear.map(({ said, place }) => `${said === '' ? 'nothing' : `"${said}"`} in row ${place}`).join(', ')}`,
    );
  const count = (wanted: (typeof auditVerdicts)[number]) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  return {
    on,
    by,
    seed: Number(seeds[0]),
    drawn: verdicts.length,
    outOf: Number(data[0]!['out of']),
    counts: { full: count('full'), partly: count('partly'), false: count('false'), 'not found': count('not found') },
    verdicts: verdicts.map(({ row, verdict }) => ({
      entity: row.entity!,
      path: row.path!,
      of: row.of!,
      verdict: verdict!,
      ...(row.note?.trim() ? { note: row.note.trim() } : {}),
    })),
  };
}
