/** Lists of JSON objects as tables. */
import type { Row } from './csv.ts';
import { isRecord } from './record.ts';

/**
 * The objects of documents or lines as rows: in a list, in the longest list that an object holds, or the objects themselves. The keys
 * are the columns, those of inner objects behind a colon (`name:fa`). Nothing where there are no objects.
 */
export function listRows(values: readonly unknown[]): Row[] | undefined {
  const objects = values.flatMap(objectsIn).map(flat);
  if (objects.length === 0) return undefined;
  const columns = [...new Set(objects.flatMap((object) => [...object.keys()]))];
  return [
    { row: 0, cells: columns },
    ...objects.map((object, i): Row => ({ row: i + 1, cells: columns.map((column) => object.get(column) ?? '') })),
  ];
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  const lists = Object.values(value).flatMap((each) => (Array.isArray(each) && each.some(isRecord) ? [each] : []));
  const longest = lists.sort((a, b) => b.length - a.length)[0];
  const own = Object.values(value).some((each) => typeof each === 'string');
  return longest && (!own || longest.length > 1) ? longest.filter(isRecord) : [value];
}

/** Inner objects deeper than this are no values of a table. */
const deepest = 2;

function flat(object: Record<string, unknown>): Map<string, string> {
  const cells = new Map<string, string>();
  const add = (key: string, value: unknown, depth: number) => {
    if (Array.isArray(value)) cells.set(key, value.flatMap((each) => textOf(each) ?? []).join('\n'));
    else if (!isRecord(value)) cells.set(key, textOf(value) ?? '');
    // A term of the results of a query.
    else if (typeof value.type === 'string' && typeof value.value === 'string') cells.set(key, value.value);
    else if (depth < deepest)
      for (const [inner, each] of Object.entries(value)) add(`${key}:${inner}`, each, depth + 1);
  };
  for (const [key, value] of Object.entries(object)) add(key, value, 0);
  return cells;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isRecord(value)) return undefined;
  return ['name', 'value', 'label', 'text'].map((key) => value[key]).find((each) => typeof each === 'string') as
    | string
    | undefined;
}
