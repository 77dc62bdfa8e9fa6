import { rowsOf } from './csv.ts';
import { type PlacedOutcome, placeText } from './record.ts';
import { readTable, type TableOptions } from './table-file.ts';

const ranks: Record<string, number> = { the: 3, orchard: 2500 };
export const options: TableOptions = {
  today: '2026-11-22',
  languages: ['en'],
  wordRank: (word) => ranks[word],
  prefix: 'p',
  columns: {},
  onMapping: () => undefined,
};

export async function read(content: string | Uint8Array, more: Partial<TableOptions> = {}): Promise<PlacedOutcome[]> {
  async function* bytes() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return Array.fromAsync(readTable(rowsOf(bytes()), { ...options, kind: 'person', ...more }));
}

/** Place and name of each record, and place, expectation and finding of all that is reported. */
export const shown = (outcomes: PlacedOutcome[]) =>
  outcomes.flatMap((outcome) => {
    const { record, skipped, problems } = outcome;
    const what = record?.entity.name ?? skipped;
    return [
      ...(what === undefined ? [] : [`${placeText(outcome)}: ${what}`]),
      ...problems.map(({ expected, found }) => `${placeText(outcome)}: ${expected}, ${found}`),
    ];
  });
export const entities = (outcomes: PlacedOutcome[]) => outcomes.flatMap(({ record }) => record?.entity ?? []);
