/** Marks of open data that somebody has read in their sentences: `world-marks.jsonl`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHtml } from '../../cli/annotate/encoding.ts';
import { readHtml } from '../../cli/annotate/html.ts';
import { loadPacks } from '../../cli/annotate/packs.ts';
import { readBundled } from '../../cli/pack/files.ts';
import { titleOf } from '../../src/dataset/titles.ts';
import { annotate, type PageText } from '../../src/match/index.ts';
import { shuffled } from '../random.ts';
import type { Row } from '../rows.ts';
import { readArticles, readJsonl, readNews, writtenBy } from './corpora.ts';

export interface Place {
  /** `fr-ud-gsd-sequoia`, or `pages/heise.html`. */
  corpus: string;
  /** Place of the article in its file, or of the page in its folder. */
  document: number;
  block: number;
  /** UTF-16 code units in the block. */
  start: number;
  end: number;
  entity: string;
  /** False: known, and shown without a mark. */
  painted: boolean;
}

interface Read extends Place {
  verdict: 'right' | 'wrong';
}

export interface Made extends Place {
  name: string;
  /** The mark in its sentence, between double brackets. */
  text: string;
}

/** Code units of a sentence that stand on each side of a mark. */
const around = 120;

/** The first mark of each entity of open data in each document of the corpora, read with its date where the page or its corpus states one. */
async function marksOfOpenData(corpora: string): Promise<Made[]> {
  const { packs, indexes, order } = await loadPacks([], true);
  const { openData } = await readBundled('data');
  const known = new Map(
    packs.filter(({ id }) => openData.has(id)).flatMap(({ entities }) => entities.map((each) => [each.id, each])),
  );
  for (const { id, entities } of packs) if (!openData.has(id)) for (const each of entities) known.delete(each.id);
  return documentsIn(corpora).flatMap(({ corpus, document, page }) =>
    annotate(indexes, page, { repeats: 'first', first: order }).flatMap(({ block, start, end, entity }): Made[] => {
      const found = known.get(entity);
      if (found === undefined) return [];
      const text = page.blocks[block]!;
      const [before, after] = [text.slice(Math.max(0, start - around), start), text.slice(end, end + around)];
      return [
        {
          ...{ corpus, document, block, start, end, entity },
          painted: titleOf(found, []).quiet !== true,
          name: found.name,
          text: `${before}[[${text.slice(start, end)}]]${after}`,
        },
      ];
    }),
  );
}

function documentsIn(corpora: string): { corpus: string; document: number; page: PageText }[] {
  const news = readNews(corpora).flatMap(({ name, file }) =>
    readArticles(file).map((text, document) => ({
      corpus: name,
      document,
      page: { blocks: text.split('\n'), lang: name.slice(0, 2), published: writtenBy[name] },
    })),
  );
  const folder = join(corpora, 'pages');
  const pages = readdirSync(folder)
    .sort()
    .map((name, document) => ({
      corpus: `pages/${name}`,
      document,
      page: readHtml(decodeHtml(readFileSync(join(folder, name)))),
    }));
  return [...news, ...pages];
}

const keyOf = ({ corpus, document, block, start, entity }: Place) => [corpus, document, block, start, entity].join(' ');

/** How many of the marks that are made now have been read, and how many of those are right. */
export async function markRows(corpora: string): Promise<Row[]> {
  const made = await marksOfOpenData(corpora);
  const read = new Map(
    readJsonl<Read>(join(import.meta.dirname, 'world-marks.jsonl')).map((each) => [keyOf(each), each] as const),
  );
  return [true, false].flatMap((painted) => {
    const marks = made.filter((each) => each.painted === painted);
    const verdicts = marks.flatMap((each) => read.get(keyOf(each))?.verdict ?? []);
    const row = (metric: string, value: number): Row => ({
      suite: 'eval',
      case: 'marks of open data in the corpora',
      subject: painted ? 'painted' : 'known without a mark',
      metric,
      value,
      unit: '',
    });
    return [
      row('made', marks.length),
      row('of these read by somebody', verdicts.length),
      row('of the read, right', verdicts.filter((verdict) => verdict === 'right').length / verdicts.length),
    ];
  });
}

/** So many painted marks drawn at random, to be read. */
export async function drawnMarks(corpora: string, count: number, seed: number): Promise<Made[]> {
  const painted = (await marksOfOpenData(corpora)).filter((each) => each.painted);
  return shuffled(painted, seed).slice(0, count);
}
