import type { Row } from './csv.ts';
import { isRecord } from './record.ts';

/**
 * SPARQL 1.1 results in JSON (https://www.w3.org/TR/sparql11-results-json/) as a table: the variables are the columns. Undefined when the
 * value is not one. A query for `?item ?itemLabel ?itemDescription ?itemAltLabel` needs no mapping.
 */
export function sparqlRows(value: unknown): Row[] | undefined {
  if (!isRecord(value) || !isRecord(value.head) || !isRecord(value.results)) return undefined;
  const { vars } = value.head;
  const { bindings } = value.results;
  if (!Array.isArray(vars) || !Array.isArray(bindings)) return undefined;
  const columns = vars.filter((name) => typeof name === 'string');
  return [
    { row: 1, cells: columns },
    ...bindings.map((binding, i): Row => ({ row: i + 2, cells: columns.map((column) => valueIn(binding, column)) })),
  ];
}

function valueIn(binding: unknown, column: string): string {
  const term = isRecord(binding) && Object.hasOwn(binding, column) ? binding[column] : undefined;
  return isRecord(term) && typeof term.value === 'string' ? term.value : '';
}

/** The text of a term as results in tab-separated values write it: `<address>`, `"text"@en`, `"text"^^<type>`; anything else as it is. */
export function termText(cell: string): string {
  const address = /^<([^<>\s]+)>$/u.exec(cell.trim())?.[1];
  if (address !== undefined) return address;
  const literal = /^"((?:[^"\\]|\\.)*)"(?:@[a-zA-Z-]+|\^\^<[^<>\s]+>)$/u.exec(cell.trim())?.[1];
  return literal === undefined
    ? cell
    : literal.replace(/\\([tn"\\])/gu, (_, sign) => ({ t: '\t', n: '\n' })[sign as string] ?? sign);
}
