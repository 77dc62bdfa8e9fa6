import { rowsOf } from './csv.ts';
import { type PlacedReading, placeText } from './record.ts';
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

export async function read(content: string | Uint8Array, more: Partial<TableOptions> = {}): Promise<PlacedReading[]> {
  async function* bytes() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return Array.fromAsync(readTable(rowsOf(bytes()), { ...options, kind: 'person', ...more }));
}

/** Place and name of each record, and place, expectation and finding of all that is reported. */
export const shown = (readings: PlacedReading[]) =>
  readings.flatMap((reading) => {
    const { record, skipped, problems } = reading;
    const what = record?.entity.name ?? skipped;
    return [
      ...(what === undefined ? [] : [`${placeText(reading)}: ${what}`]),
      ...problems.map(({ expected, found }) => `${placeText(reading)}: ${expected}, ${found}`),
    ];
  });
export const entities = (readings: PlacedReading[]) => readings.flatMap(({ record }) => record?.entity ?? []);
