import type { Measured } from './measure.ts';

interface Row {
  suite: 'page';
  case: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

const quantile = (values: readonly number[], q: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
};

export interface Results {
  /** By subject, then by page. */
  results: Map<string, Map<string, Measured>>;
  /** The same for each page as the first of a process. */
  firsts: Map<string, Map<string, Measured>>;
  /** ms from the end of the wait to the painted card. */
  cards: number[];
  /** ms from a message to its answer by a worker that had been stopped. */
  workers: number[];
  /** How many names were looked for. */
  names: number;
}

const firstOf = 'first of a process';

export function printResults({ results, firsts, cards, workers, names }: Results, json: boolean): void {
  const rows: Row[] = [];
  const add = (name: string, subject: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'page', case: name, subject, metric, value: Math.round(value * 100) / 100, unit });
  // Pages are told apart by our own marks, so that each subject is measured on the same.
  const marked = (name: string, pages: Map<string, Measured>) =>
    (firsts.get('sidelight') ?? pages).get(name)?.firstMark !== undefined;
  for (const withMarks of [true, false]) {
    for (const [subject, pages] of firsts) {
      const costs = [...pages].filter(([name]) => marked(name, pages) === withMarks).map(([, cost]) => cost);
      if (!costs.length) continue;
      const scripts = costs.map(({ script }) => script);
      const of = `${firstOf}, ${costs.length} pages ${withMarks ? 'with' : 'without'} marks`;
      add(of, subject, 'script, median', quantile(scripts, 0.5), 'ms');
      add(of, subject, 'script, p95', quantile(scripts, 0.95), 'ms');
      add(of, subject, 'longest slice, max', Math.max(...costs.map(({ slice }) => slice)), 'ms');
    }
  }
  for (const [subject, pages] of firsts) {
    for (const [name, { script, slice }] of pages) {
      add(`${name}, ${firstOf}`, subject, 'script', script, 'ms');
      add(`${name}, ${firstOf}`, subject, 'longest slice', slice, 'ms');
    }
  }
  const alone = results.get('page alone');
  for (const [subject, pages] of results) {
    for (const [name, cost] of pages) {
      add(name, subject, 'script', cost.script, 'ms');
      add(name, subject, 'longest slice', cost.slice, 'ms');
      if (cost.firstMark !== undefined) add(name, subject, 'first mark', cost.firstMark, 'ms');
    }
    const all = [...pages.values()];
    const scripts = all.map(({ script }) => script);
    add('all', subject, 'script, median', quantile(scripts, 0.5), 'ms');
    add('all', subject, 'script, p95', quantile(scripts, 0.95), 'ms');
    add('all', subject, 'longest slice, max', Math.max(...all.map(({ slice }) => slice)), 'ms');
    const marked = all.flatMap(({ firstMark }) => firstMark ?? []);
    if (marked.length) add('all', subject, 'first mark, median', quantile(marked, 0.5), 'ms');
    add('all', subject, 'pages marked', marked.length, 'pages');
    if (!alone || alone === pages) continue;
    const added = (of: (cost: Measured) => number) =>
      quantile(
        [...pages].map(([name, cost]) => of(cost) - of(alone.get(name)!)),
        0.5,
      );
    add(
      'all',
      subject,
      'rendering added, median',
      added(({ rendering }) => rendering),
      'ms',
    );
    add(
      'all',
      subject,
      'heap added, median',
      added(({ heap }) => heap),
      'MB',
    );
    const broken = [...pages].filter(([name, { errors }]) => errors > alone.get(name)!.errors);
    add('all', subject, 'pages with new errors', broken.length, 'pages');
  }
  const own = results.get('sidelight');
  if (own) {
    const total = (pages: Map<string, Measured>) => [...pages.values()].reduce((sum, { script }) => sum + script, 0);
    for (const [subject, pages] of results) {
      if (pages !== own && pages !== alone)
        add('all', subject, 'script, of sidelight’s', total(pages) / total(own), '×');
    }
  }
  const [first, ...later] = cards;
  if (first !== undefined) {
    add('all', 'sidelight', 'wait over to first card', first, 'ms');
    add('all', 'sidelight', 'wait over to card, median', quantile(later, 0.5), 'ms');
  }
  if (workers.length) add('all', 'sidelight', 'stopped worker to answer', quantile(workers, 0.5), 'ms');
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else {
    console.log(`${firsts.values().next().value?.size} pages, ${names} names`);
    let before = '';
    for (const { case: name, subject, metric, value, unit } of rows) {
      if (name !== 'all' && !name.startsWith(firstOf)) continue;
      if (name !== before) console.log(`\n${name}`);
      before = name;
      console.log(`${subject.padEnd(24)}${metric.padEnd(28)}${value.toFixed(2).padStart(10)} ${unit}`);
    }
  }
}
