import { isRecord } from './record.ts';

/**
 * SPARQL 1.1 results in JSON (https://www.w3.org/TR/sparql11-results-json/) as a table: the variables are the columns. Undefined when the
 * value is not one. A query for `?item ?itemLabel ?itemDescription ?itemAltLabel` needs no mapping.
 */
export function sparqlTable(value: unknown): { columns: string[]; rows: Record<string, string>[] } | undefined {
  if (!isRecord(value) || !isRecord(value.head) || !isRecord(value.results)) return undefined;
  const { vars } = value.head;
  const { bindings } = value.results;
  if (!Array.isArray(vars) || !Array.isArray(bindings)) return undefined;
  const columns = vars.filter((name) => typeof name === 'string');
  const rows = bindings.filter(isRecord).map((binding) =>
    Object.fromEntries(
      columns.map((column) => {
        const term = Object.hasOwn(binding, column) ? binding[column] : undefined;
        const text = isRecord(term) && typeof term.value === 'string' ? term.value : '';
        // The label service joins other labels with commas; the table separates them with semicolons.
        return [column, /altlabel$/iu.test(column) ? text.replaceAll(', ', '; ') : text];
      }),
    ),
  );
  return { columns, rows };
}
