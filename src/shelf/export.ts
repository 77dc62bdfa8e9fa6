/** The shelf as a file. */
import { toCsv } from '../cite/csv.ts';
import type { Seen } from './shelf.ts';

/** Dates as ISO 8601 in UTC. */
const rowOf = ({ first, last, ...seen }: Seen) => ({
  ...seen,
  first: new Date(first).toISOString(),
  last: new Date(last).toISOString(),
});

const columns = ['last', 'first', 'name', 'kind', 'entity', 'title', 'url'];

export const shelfFiles = {
  csv: { type: 'text/csv', write: (list: readonly Seen[]) => toCsv(columns, list.map(rowOf)) },
  json: {
    type: 'application/json',
    write: (list: readonly Seen[]) =>
      `${JSON.stringify({ format: 'sidelight-shelf', version: 1, seen: list.map(rowOf) }, null, 2)}\n`,
  },
} as const;
