/** The time of an article of 30,000 characters with what ships, in English and Persian. */
import { join, resolve } from 'node:path';
import { readBundled } from '../../../cli/pack/files.ts';
import { annotate, compileIndex, type MatchIndex, openIndex } from '../../../src/match/index.ts';
import { readArticles } from '../../eval/corpora.ts';
import { median, type Row } from '../../rows.ts';

const ARTICLE = 30_000;

export interface Subject {
  subject: string;
  buffers: readonly ArrayBuffer[];
  /** How many packs are edited, and how many are bundled, as the worker gives it: see `MatchOptions`. */
  first: readonly number[];
  /** Opens the indexes anew, as a worker does at its start. */
  open(): MatchIndex[];
}

/** What ships without the packs of open data, and with them. */
export async function bundledPacks(): Promise<[edited: Subject, all: Subject]> {
  const { packs, openData } = await readBundled(resolve(import.meta.dirname, '../../../data'));
  const buffers = packs.map(({ entities }) => compileIndex(entities));
  const edited = packs.length - openData.size;
  const first = [edited, packs.length];
  return [subjectOf('edited packs', buffers.slice(0, edited), first), subjectOf('all bundled packs', buffers, first)];
}

export function subjectOf(subject: string, buffers: readonly ArrayBuffer[], first: readonly number[]): Subject {
  return { subject, buffers, first, open: () => buffers.map((buffer) => openIndex(buffer)) };
}

export function timed<T>(make: () => T): [number, T] {
  const start = performance.now();
  const made = make();
  return [performance.now() - start, made];
}

export function articleRows(subjects: readonly Subject[], corpora: string): Row[] {
  const texts = [
    { lang: 'en', articles: readArticles(join(corpora, 'news/en-reuters21578.txt')) },
    { lang: 'fa', articles: readArticles(join(corpora, 'news/fa-farsnews.txt')) },
  ];
  return texts.flatMap(({ lang, articles }) => {
    const [pages, others] = pagesOf(articles);
    return subjects.flatMap(({ subject, first, open }, at) => {
      // Of its own: what is remembered of words belongs to the first index.
      const indexes = open();
      return (['normal', 'strict'] as const).flatMap((strictness) => {
        const passes = strictness === 'strict' ? 'without fuzzy pass' : 'all passes';
        const read = (blocks: string[]) => annotate(indexes, { blocks, lang }, { strictness, first });
        const row = (metric: string, value: number): Row => ({
          suite: 'match',
          case: `article of ${ARTICLE.toLocaleString('en')} characters, ${lang}`,
          subject,
          metric: `${passes}, ${metric}`,
          value,
          unit: 'ms',
        });
        // The first of all subjects finds nothing compiled.
        const cold = pages.slice(0, COLD).map((blocks) => timed(() => read(blocks))[0]);
        const started = lang === 'en' && at === 0 && strictness === 'normal';
        for (let round = 0; round < WARM_UP; round++) for (const blocks of others) read(blocks);
        const once = pages.slice(COLD).map((blocks) => timed(() => read(blocks))[0]);
        return [
          ...(started ? [row(`the first ${COLD} of a new worker, median`, median(cold))] : []),
          row('never read before, median', median(once)),
          row(`read again, best of ${AGAIN.rounds}, median`, median(readAgain(pages.slice(COLD), read))),
        ];
      });
    });
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
export function pagesOf(articles: readonly string[]): [measured: string[][], others: string[][]] {
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
