/** False marks: people who were not born when a text was written, and the bundled dataset on ordinary news. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from '../../cli/pack/files.ts';
import { wordsBesideNames } from '../../cli/pack/words-beside.ts';
import { annotate, compileIndex, type MatchIndex, openIndex } from '../../src/match/index.ts';
import type { Row } from '../rows.ts';
import { readArticles, readNews, readPeople } from './corpora.ts';
import { STRICTNESS } from './variants.ts';

export function anachronismRows(corpora: string): Row[] {
  const people = readPeople(corpora);
  const file = join(corpora, 'news/en-reuters21578.txt');
  const articles = readArticles(file);
  const megabytes = readFileSync(file).length / 1e6;
  const index = openIndex(
    compileIndex(
      people.map(({ id, name }) => ({ id, kind: 'person' as const, name })),
      wordsBesideNames,
    ),
  );
  const row = (subject: string, metric: string, value: number, unit: string): Row => ({
    suite: 'eval',
    case: 'anachronism: 100,000 later names in news of 1987',
    subject,
    metric,
    value,
    unit,
  });
  const rows: Row[] = STRICTNESS.flatMap((strictness) => {
    const marks = articles.flatMap((text) => annotate(index, { blocks: text.split('\n'), lang: 'en' }, { strictness }));
    const fuzzy = marks.filter(({ why }) => why.rule === 'spelling').length;
    return [
      row(strictness, 'wrong persons', marks.length / megabytes, 'per MB'),
      row(strictness, 'of these by the fuzzy pass', fuzzy / megabytes, 'per MB'),
    ];
  });
  rows.push(
    row(
      'naive exact names',
      'wrong persons',
      naiveHits(
        people.map(({ name }) => name),
        articles,
      ) / megabytes,
      'per MB',
    ),
  );
  return rows;
}

function naiveHits(names: string[], articles: string[]): number {
  const known = new Set(names);
  const longest = Math.max(...names.map((name) => name.split(' ').length));
  let hits = 0;
  for (const article of articles) {
    const words = article.split(/[^\p{L}\p{N}'.-]+/u).map((word) => word.replace(/[.']+$/, ''));
    for (let i = 0; i < words.length; i++) {
      for (let length = longest; length > 1; length--) {
        if (!known.has(words.slice(i, i + length).join(' '))) continue;
        hits++;
        i += length - 1;
        break;
      }
    }
  }
  return hits;
}

export async function newsRows(corpora: string, data: string): Promise<Row[]> {
  const packs = await readDataset(data);
  const indexes: MatchIndex[] = packs.map(({ pack }) => openIndex(compileIndex(pack.entities, wordsBesideNames)));
  return readNews(corpora).flatMap(({ name, file }) => {
    const articles = readArticles(file);
    const words = articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    return STRICTNESS.map((strictness) => {
      const marks = articles.flatMap((text) =>
        annotate(indexes, { blocks: text.split('\n'), lang: name.slice(0, 2) }, { strictness }),
      );
      return {
        suite: 'eval',
        case: 'bundled dataset on news',
        subject: `${name}, ${strictness}`,
        metric: 'marks, right or wrong',
        value: (marks.length * 1000) / words,
        unit: 'per 1,000 words',
      };
    });
  });
}
