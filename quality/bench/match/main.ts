/**
 * `npm run bench -- match [--corpora DIR] [--json] [--only scan|index|article|query]`: the exact pass against named peers and lower bounds, the size of the index, single names against
 * searchers, and the time of an article. Ratios are of medians within one run; hit counts stand beside them so that nobody wins by finding less.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import ModernAhoCorasick from 'modern-ahocorasick';
import { readDataset } from '../../../cli/pack/files.ts';
import { annotate, compileIndex, type MatchIndex, openIndex } from '../../../src/match/index.ts';
import { defaultCorpora, readArticles } from '../../eval/corpora.ts';
import { printRows, type Row } from '../../rows.ts';
import { type Data, manyNames, readData } from './data.ts';
import { queryRows } from './queries.ts';
import { scanners } from './scanners.ts';

/** Characters of the text that is scanned. */
const TEXT = 500_000;
const ROUNDS = 7;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const ARTICLE = 30_000;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      corpora: { type: 'string', default: defaultCorpora },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const data = readData(values.corpora);
  const parts: Record<string, () => AsyncGenerator<Row[]> | Generator<Row[]>> = {
    *scan() {
      for (const size of SIZES) yield scanRows(data, size);
    },
    *index() {
      for (const size of SIZES.slice(1)) yield indexRows(manyNames(data.names, size));
    },
    async *article() {
      yield await articleRows(data, values.corpora);
    },
    *query() {
      yield queryRows(values.corpora);
    },
  };
  const chosen = Object.entries(parts).filter(([part]) => values.only === undefined || part === values.only);
  if (chosen.length === 0)
    throw new Error(`bench match: expected --only ${Object.keys(parts).join(' | ')}, found ${values.only}`);
  for (const [, rows] of chosen) for await (const each of rows()) printRows(each, values.json);
}

function median(list: number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
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

function timed<T>(make: () => T): [number, T] {
  const start = performance.now();
  const made = make();
  return [performance.now() - start, made];
}

async function articleRows({ names }: Data, corpora: string): Promise<Row[]> {
  const packs = await readDataset(resolve(import.meta.dirname, '../../../data'));
  const bundled: MatchIndex[] = packs.map(({ pack }) => openIndex(compileIndex(pack.entities)));
  const many = openIndex(compileIndex(names.map((name, i) => ({ id: `e${i}`, kind: 'person' as const, name }))));
  const texts = [
    { lang: 'en', articles: readArticles(join(corpora, 'news/en-reuters21578.txt')) },
    { lang: 'fa', articles: readArticles(join(corpora, 'news/fa-farsnews.txt')) },
  ];
  const subjects: [string, MatchIndex[]][] = [
    ['bundled dataset', bundled],
    [`bundled dataset and ${names.length.toLocaleString('en')} names`, [...bundled, many]],
  ];
  return texts.flatMap(({ lang, articles }) => {
    const [pages, others] = pagesOf(articles);
    return subjects.flatMap(([subject, indexes]) =>
      (['normal', 'strict'] as const).flatMap((strictness) => {
        const passes = strictness === 'strict' ? 'without fuzzy pass' : 'all passes';
        const read = (blocks: string[]) => annotate(indexes, { blocks, lang }, { strictness });
        const row = (metric: string, value: number): Row => ({
          suite: 'match',
          case: `article of ${ARTICLE.toLocaleString('en')} characters, ${lang}`,
          subject,
          metric: `${passes}, ${metric}`,
          value,
          unit: 'ms',
        });
        // The first of all subjects finds nothing compiled; it is the one that ships.
        const cold = pages.slice(0, COLD).map((blocks) => timed(() => read(blocks))[0]);
        const started = lang === 'en' && subject === subjects[0]![0] && strictness === 'normal';
        for (let round = 0; round < WARM_UP; round++) for (const blocks of others) read(blocks);
        const first = pages.slice(COLD).map((blocks) => timed(() => read(blocks))[0]);
        return [
          ...(started ? [row(`the first ${COLD} of a new worker, median`, median(cold))] : []),
          row('never read before, median', median(first)),
          row(`read again, best of ${AGAIN.rounds}, median`, median(readAgain(pages.slice(COLD), read))),
        ];
      }),
    );
  });
}

/** Articles read before the engine has compiled much, and all that are measured. */
const COLD = 5;
const ARTICLES = 25;
/** How often as many other articles are read before those that are measured: until the engine has compiled what it will. */
const WARM_UP = 8;
/** What the passes take when nothing else runs and every word was seen before: the only times that a machine with other work repeats. */
const AGAIN = { rounds: 10 };

function readAgain(pages: readonly string[][], read: (blocks: string[]) => unknown): number[] {
  return pages.map((blocks) => Math.min(...Array.from({ length: AGAIN.rounds }, () => timed(() => read(blocks))[0])));
}

/** Articles put together to the length of one, as blocks: caches of words help a reader's next page, so each is read once before any is read again. */
function pagesOf(articles: readonly string[]): [measured: string[][], others: string[][]] {
  const pages: string[][] = [];
  for (let i = 0; i + 1 < articles.length && pages.length < 2 * ARTICLES; ) {
    const blocks: string[] = [];
    for (let length = 0; length < ARTICLE && i < articles.length; i++) {
      blocks.push(...articles[i]!.split('\n'));
      length += articles[i]!.length;
    }
    pages.push(blocks);
  }
  return [pages.slice(0, ARTICLES), pages.slice(ARTICLES)];
}
