/**
 * `npm run bench -- match`: the exact pass against named peers and lower bounds, the size of the index, single names against
 * searchers, and the time of an article. Ratios are of medians within one run; hit counts stand beside them so that nobody wins by finding less.
 */
import ModernAhoCorasick from 'modern-ahocorasick';
import { readOptions, wrongUse } from '../../../cli/command.ts';
import { compileIndex, openIndex } from '../../../src/match/index.ts';
import { defaultCorpora } from '../../eval/corpora.ts';
import { median, printRows, type Row } from '../../rows.ts';
import { articleRows, bundledPacks, subjectOf, timed } from './article.ts';
import { type Data, manyNames, readData } from './data.ts';
import { queryRows } from './queries.ts';
import { scanners } from './scanners.ts';

/** Characters of the text that is scanned. */
const TEXT = 500_000;
const ROUNDS = 7;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

const usage = `npm run -s bench -- match [options]

  --corpora DIR   the corpora (quality/corpora/README.md)
  --only scan|index|article|query   one part alone
  --json          a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      corpora: { type: 'string', default: defaultCorpora },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
    args,
  );
  const data = readData(values.corpora);
  const parts: Record<string, () => AsyncGenerator<Row[]> | Generator<Row[]>> = {
    *scan() {
      for (const size of SIZES) yield scanRows(data, size);
    },
    *index() {
      for (const size of SIZES.slice(1)) yield indexRows(manyNames(data.names, size));
    },
    async *article() {
      const [edited, all] = await bundledPacks();
      const names = compileIndex(data.names.map((name, i) => ({ id: `e${i}`, kind: 'person' as const, name })));
      const subject = `${all.subject} and ${data.names.length.toLocaleString('en')} names`;
      yield articleRows([edited, all, subjectOf(subject, [...all.buffers, names], all.first)], values.corpora);
    },
    *query() {
      yield queryRows(values.corpora);
    },
  };
  const chosen = Object.entries(parts).filter(([part]) => values.only === undefined || part === values.only);
  if (chosen.length === 0)
    wrongUse(usage, `--only: expected ${Object.keys(parts).join(', ')}; found "${values.only}".`);
  for (const [, rows] of chosen) for await (const each of rows()) printRows(each, values.json);
}

/** Medians over rounds in which every subject runs once, after a warm-up round: what disturbs one disturbs all. */
function scanRows({ names, text }: Data, size: number): Row[] {
  const list = manyNames(names, size);
  const part = text.slice(0, TEXT);
  const running = scanners
    .filter(({ most }) => size <= most)
    .map(({ subject, build }) => ({ subject, scan: build(list), times: [] as number[], hits: 0 }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const each of running) {
      const start = performance.now();
      each.hits = each.scan(part);
      if (round > 0) each.times.push(performance.now() - start);
    }
  }
  const own = median(running.find(({ subject }) => subject === 'sidelight exact pass')!.times);
  return running.flatMap(({ subject, times, hits }) => {
    const time = median(times);
    const row = (metric: string, value: number, unit: string): Row => ({
      suite: 'match',
      case: `exact scan, ${size.toLocaleString('en')} names`,
      subject,
      metric,
      value,
      unit,
    });
    return [
      row('throughput', part.length / 1000 / time, 'M chars/s'),
      row('time, of sidelight’s', time / own, '×'),
      ...(subject.startsWith('lower bound') ? [] : [row('names found', hits, 'names')]),
    ];
  });
}

function indexRows(names: string[]): Row[] {
  const entities = names.map((name, i) => ({ id: `e${i}`, kind: 'person' as const, name }));
  const row = (subject: string, metric: string, value: number, unit: string): Row => ({
    suite: 'match',
    case: `index, ${names.length.toLocaleString('en')} names`,
    subject,
    metric,
    value,
    unit,
  });
  const [buildTime, buffer] = timed(() => compileIndex(entities));
  const openTimes = Array.from({ length: ROUNDS }, () => timed(() => openIndex(buffer))[0]);
  const rows = [
    row('sidelight', 'build', buildTime, 'ms'),
    row('sidelight', 'open', median(openTimes), 'ms'),
    row('sidelight', 'size', buffer.byteLength / 1e6, 'MB'),
    row('sidelight', 'size a name', buffer.byteLength / names.length, 'bytes'),
    row('sidelight', 'size a name, ids made of the names', sizeAName(names, slug), 'bytes'),
    row('sidelight', 'size a name, ids of Wikidata', sizeAName(names, itemLike), 'bytes'),
  ];
  if (names.length <= 1e5) {
    const [peerBuild, matcher] = timed(() => new ModernAhoCorasick(names.map((name) => name.toLowerCase())));
    const serialized = matcher.serialize();
    const [peerOpen] = timed(() => ModernAhoCorasick.deserialize(serialized));
    rows.push(
      row('modern-ahocorasick', 'build', peerBuild, 'ms'),
      row('modern-ahocorasick', 'open', peerOpen, 'ms'),
      row('modern-ahocorasick', 'size', serialized.length / 1e6, 'MB'),
    );
  }
  return rows;
}

function sizeAName(names: readonly string[], idOf: (name: string, i: number) => string): number {
  const entities = names.map((name, i) => ({ id: idOf(name, i), kind: 'person' as const, name }));
  return compileIndex(entities).byteLength / names.length;
}

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-');
/** Numbers of up to eight digits, no two of which follow each other. */
const itemLike = (_: string, i: number) => `Q${(i * 7919 + 1_234_567) % 100_000_000}`;
