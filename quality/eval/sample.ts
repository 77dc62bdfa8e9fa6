/** A small sample of our own writing, with what a reader would expect to be marked: quality that anyone can measure from a clone. */
import { readFileSync } from 'node:fs';
import { loadPacks } from '../../cli/annotate/packs.ts';
import { annotate } from '../../src/match/index.ts';
import type { Row } from '../rows.ts';

interface Sample {
  id: string;
  lang: string;
  published: string;
  /** `[[entity|words]]` is a mention. */
  text: string;
}

interface Marked {
  entity: string;
  /** UTF-16 code units. */
  start: number;
  end: number;
}

function plain(marked: string): { text: string; expected: Marked[] } {
  const expected: Marked[] = [];
  let text = '';
  for (const [whole, entity, words] of marked.matchAll(/\[\[([a-z0-9-]+)\|([^\]]+)\]\]|[^[]+|\[/g)) {
    if (entity && words) expected.push({ entity, start: text.length, end: text.length + words.length });
    text += words ?? whole;
  }
  return { text, expected };
}

/** Rows of the suite `sample`, one language a case: share of the expected mentions that are found, share of the found ones that are expected. */
export async function sampleRows(): Promise<Row[]> {
  const { indexes, order } = await loadPacks([], true);
  const samples = readFileSync(`${import.meta.dirname}/sample.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
  return [...Map.groupBy(samples, ({ lang }) => lang)].flatMap(([lang, texts]) => {
    let wanted = 0;
    let found = 0;
    let right = 0;
    for (const sample of texts) {
      const { text, expected } = plain(sample.text);
      const page = { lang, published: sample.published, blocks: [text] };
      const mentions = annotate(indexes, page, { repeats: 'all', first: order }).filter(({ kind }) => kind === 'name');
      const isExpected = ({ entity, start, end }: Marked) =>
        expected.some((one) => one.entity === entity && one.start < end && start < one.end);
      wanted += expected.length;
      found += mentions.length;
      right += mentions.filter(isExpected).length;
    }
    const row = { suite: 'eval', case: `sample ${lang}`, subject: 'sidelight', unit: '' };
    return [
      { ...row, metric: 'recall', value: right / wanted },
      { ...row, metric: 'precision', value: right / found },
    ];
  });
}
