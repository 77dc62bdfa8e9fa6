/** Two real people one edit apart: a page that names one must not show the other. */
import { join } from 'node:path';
import { wordsBesideNames } from '../../cli/pack/words-beside.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import type { Row } from '../rows.ts';
import { readTsv } from './corpora.ts';
import { STRICTNESS } from './variants.ts';

export function hardNegativeRows(corpora: string): Row[] {
  const pairs = readTsv(join(corpora, 'variants/hard-negatives.dev.tsv')).map(
    ([a, , b]) => [capitals(a!), capitals(b!)] as const,
  );
  const firsts = [...new Set(pairs.map(([a]) => a))];
  const one = openIndex(
    compileIndex(
      firsts.map((name) => ({ id: name, kind: 'person' as const, name })),
      wordsBesideNames,
    ),
  );
  const both = openIndex(
    compileIndex(
      [...new Set(pairs.flat())].map((name) => ({ id: name, kind: 'person' as const, name })),
      wordsBesideNames,
    ),
  );
  return STRICTNESS.flatMap((strictness) => {
    const row = (metric: string, value: number): Row => ({
      suite: 'eval',
      case: `hard negatives (${pairs.length} pairs)`,
      subject: strictness,
      metric,
      value,
      unit: 'share',
    });
    const answers = (index: typeof one, text: string) =>
      annotate(index, { blocks: [text] }, { strictness }).map(({ entity }) => entity);
    const apartInText = pairs.filter(
      ([a, b]) => !answers(one, `Yesterday ${b} spoke to reporters.`).includes(a),
    ).length;
    const apartAlone = pairs.filter(([a, b]) => !answers(one, b).includes(a)).length;
    const apartBoth = pairs.filter(([a, b]) => !answers(both, b).includes(a)).length;
    const known = pairs.filter(([, b]) => answers(both, b).includes(b)).length;
    return [
      row('kept apart in a sentence, only the other known', apartInText / pairs.length),
      row('kept apart in a line, only the other known', apartAlone / pairs.length),
      row('kept apart, both known', apartBoth / pairs.length),
      row('found, both known', known / pairs.length),
    ];
  });
}

function capitals(name: string): string {
  return name.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
