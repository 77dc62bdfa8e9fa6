/** What `eval` and `bench` print: one object a line for programs, a table for people. */
export interface Row {
  suite: string;
  case: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

export function printRows(rows: Iterable<Row>, json: boolean): void {
  if (json) {
    for (const row of rows) console.log(JSON.stringify(row));
    return;
  }
  let before = '';
  for (const { case: name, subject, metric, value, unit } of rows) {
    if (name !== before) console.log(`\n${name}`);
    before = name;
    console.log(`  ${subject.padEnd(36)} ${metric.padEnd(34)} ${format(value).padStart(12)} ${unit}`);
  }
}

function format(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Rows of one suite, their values to three digits. */
export function rowsOf(suite: string) {
  const row = (name: string, subject: string, metric: string, value: number, unit: string): Row => ({
    suite,
    case: name,
    subject,
    metric,
    value: Number(value.toPrecision(3)),
    unit,
  });
  return {
    row,
    /** Of times in ms. */
    spread(name: string, subject: string, what: string, times: readonly number[]): Row[] {
      const sorted = times.toSorted((a, b) => a - b);
      return [
        row(name, subject, `${what}, median`, median(times), 'ms'),
        row(name, subject, `${what}, 95th percentile`, sorted[Math.floor(sorted.length * 0.95)]!, 'ms'),
        row(name, subject, `${what}, longest`, sorted.at(-1)!, 'ms'),
      ];
    },
  };
}
