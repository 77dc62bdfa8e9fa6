/**
 * `npm run eval -- [--corpora DIR] [--json] [--only CASE]`: how often the matcher is right, on the development corpora. The same figures on each
 * run (but times).
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printRows, type Row } from '../rows.ts';
import { hardNegativeRows } from './hard-negatives.ts';
import { linkingRows } from './linking.ts';
import { anachronismRows, newsRows } from './news.ts';
import { sampleRows } from './sample.ts';
import { variantRows } from './variants.ts';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: resolve(root, '../shared/corpora') },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const cases: [string, (corpora: string) => Row[] | Promise<Row[]>][] = [
  ['sample', sampleRows],
  ['variants', variantRows],
  ['hard-negatives', hardNegativeRows],
  ['linking', linkingRows],
  ['anachronism', anachronismRows],
  ['news', (corpora) => newsRows(corpora, resolve(root, 'data'))],
];

if (values.only !== 'sample' && !existsSync(values.corpora)) {
  console.error(
    `eval: expected the corpora in ${values.corpora}, found nothing: give their folder with --corpora DIR (quality/corpora/README.md), or measure on our own with --only sample`,
  );
  process.exit(1);
}
const chosen = cases.filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`eval: expected --only ${cases.map(([name]) => name).join(' | ')}, found ${values.only}`);
  process.exit(1);
}
for (const [, rowsOf] of chosen) printRows(await rowsOf(values.corpora), values.json);
