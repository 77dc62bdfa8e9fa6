/**
 * OpenDocument spreadsheets, row by row (OpenDocument 1.3, part 3, section 9). Cells and rows may say that they are repeated a million times: what
 * repeats is counted and not written out.
 */
import type { Row } from './csv.ts';
import type * as Libraries from './libraries.ts';
import { uncalculated } from './names.ts';

/** Columns that a spreadsheet has at most. */
const mostColumns = 16_384;
/** Rows that a spreadsheet has at most. */
const mostRows = 2 ** 20;
/** UTF-16 code units that the parser takes at once; its rows are given before it takes more. */
const piece = 2 ** 16;

type Filled = Extract<Row, { cells: string[] }>;
type Event = { sheet: string; shown: boolean } | { rows: Filled; repeats: number };

export interface OdsSheet {
  name: string;
  rows: Iterable<Row>;
}

/** The sheets that are shown. Each is read to its end before the next begins. `xml`: the file's `content.xml`. */
export function* odsSheets(xml: string, libraries: typeof Libraries): Generator<OdsSheet> {
  const events: Event[] = [];
  const more = parserOf(xml, libraries, (event) => events.push(event));
  const ready = () => {
    while (events.length === 0) if (!more()) return false;
    return true;
  };
  function* rows(): Generator<Row> {
    while (ready() && 'rows' in events[0]!) {
      const { rows, repeats } = events.shift() as Extract<Event, { rows: Filled }>;
      yield rows;
      if (repeats > 1)
        yield {
          remark: {
            expected: 'rows that differ',
            found: `row ${rows.row} ${repeats} times, down to row ${rows.row + repeats - 1}`,
            todo: 'it was read once; nothing need be done',
          },
        };
    }
  }
  while (ready()) {
    const event = events.shift()!;
    if ('sheet' in event && event.shown) yield { name: event.sheet, rows: rows() };
  }
}

interface Cell {
  text: string;
  repeats: number;
}

/** Hears of sheets and of rows that hold something. @returns what reads on; false at the end */
function parserOf(xml: string, { MarkupParser }: typeof Libraries, hear: (event: Event) => void): () => boolean {
  const hidden = new Set<string>();
  let style = '';
  let row = 0;
  let rowRepeats = 1;
  let cells: Cell[] = [];
  let cell: (Cell & { value: string | undefined; formula: boolean }) | undefined;
  let paragraphs = 0;
  let inText = false;
  /** Depth within a note on a cell, which is no part of it. */
  let noted = 0;
  const parser = new MarkupParser(
    {
      onopentag(qualified, attributes) {
        const name = localName(qualified);
        if (noted > 0 || name === 'annotation') noted++;
        else if (name === 'style') style = attributes['style:name'] ?? '';
        else if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
        else if (name === 'table') {
          row = 0;
          hear({ sheet: attributes['table:name'] ?? '', shown: !hidden.has(attributes['table:style-name'] ?? '') });
        } else if (name === 'table-row') {
          rowRepeats = count(attributes['table:number-rows-repeated']);
          cells = [];
        } else if (name === 'table-cell' || name === 'covered-table-cell') {
          const repeats = count(attributes['table:number-columns-repeated']);
          cell = { text: '', repeats, value: heldBy(attributes), formula: isUncalculated(attributes) };
          paragraphs = 0;
        } else if (cell && name === 'p') {
          if (paragraphs++ > 0) cell.text += '\n';
          inText = true;
        } else if (cell && inText) cell.text += spaceOf(name, attributes);
      },
      ontext(text) {
        if (cell && inText && noted === 0) cell.text += text;
      },
      onclosetag(qualified) {
        const name = localName(qualified);
        if (noted > 0) noted--;
        else if (name === 'p') inText = false;
        else if (cell && (name === 'table-cell' || name === 'covered-table-cell')) {
          // What a merged cell covers is not seen.
          const text = name === 'covered-table-cell' ? '' : (cell.value ?? cell.text);
          cells.push({
            text: text === '' && cell.formula && paragraphs === 0 && name === 'table-cell' ? uncalculated : text,
            repeats: cell.repeats,
          });
          cell = undefined;
        } else if (name === 'table-row') {
          const last = cells.findLastIndex(({ text }) => text.trim() !== '');
          if (last >= 0)
            hear({ rows: { row: row + 1, cells: writtenOut(cells.slice(0, last + 1)) }, repeats: rowRepeats });
          row += rowRepeats;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let at = 0;
  return () => {
    if (at >= xml.length) return false;
    parser.write(xml.slice(at, at + piece));
    at += piece;
    if (at >= xml.length) parser.end();
    return true;
  };
}

const localName = (qualified: string) => qualified.replace(/^.*:/u, '');

function count(written: string | undefined): number {
  const number = Math.trunc(Number(written ?? 1));
  return number >= 1 ? Math.min(number, mostRows) : 1;
}

/** Cells whose last one may stand for more columns than there are. */
function writtenOut(cells: readonly Cell[]): string[] {
  const all: string[] = [];
  for (const { text, repeats } of cells) for (let i = 0; i < repeats && all.length < mostColumns; i++) all.push(text);
  return all;
}

/** A result has a type, also an empty text; LibreOffice 4 wrote an empty paragraph instead, which the cell then has. */
function isUncalculated(attributes: Record<string, string>): boolean {
  return 'table:formula' in attributes && !('office:value-type' in attributes);
}

/** What a cell holds besides its text: days in ISO 8601, without a time where it is midnight. */
function heldBy(attributes: Record<string, string>): string | undefined {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return String(Number(attributes['office:value']));
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'yes' : 'no';
    case 'date':
      return attributes['office:date-value']?.replace(/T00:00:00(?:\.0+)?$/u, '');
    default:
      return attributes['office:string-value'] || undefined;
  }
}

/** Spaces that OpenDocument writes as elements; at most as many as a cell would hold by hand. */
function spaceOf(name: string, attributes: Record<string, string>): string {
  if (name === 's') return ' '.repeat(Math.min(count(attributes['text:c']), 1000));
  if (name === 'line-break') return '\n';
  return name === 'tab' ? '\t' : '';
}
