/** `npm run -s eval`: how often the matcher is right, on the development corpora. The same figures on each run (but times). */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { printRows, type Row } from '../rows.ts';
import { defaultCorpora } from './corpora.ts';
import { hardNegativeRows } from './hard-negatives.ts';
import { linkingRows } from './linking.ts';
import { drawnMarks, markRows } from './marks.ts';
import { anachronismRows, newsRows } from './news.ts';
import { sampleRows } from './sample.ts';
import { variantRows } from './variants.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = `npm run -s eval -- [options]

  --corpora DIR          the corpora (quality/corpora/README.md); a case whose corpora are not there is left out
  --only CASE            one case alone
  --json                 a line of JSON for each figure
  --draw COUNT [--seed N]   instead: so many marks of open data at random, each a line of JSON in its sentence, to be read`;
const values = readOptions(usage, {
  corpora: { type: 'string', default: defaultCorpora },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  draw: { type: 'string' },
  seed: { type: 'string', default: '19' },
});

if (values.draw !== undefined) {
  const [count, seed] = [Number(values.draw), Number(values.seed)];
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
    wrongUse(
      usage,
      `--draw: expected a number of marks, and --seed: a whole number; found "${values.draw}" and "${values.seed}".`,
    );
  for (const mark of await drawnMarks(values.corpora, count, seed)) console.log(JSON.stringify(mark));
  process.exit();
}

interface Case {
  name: string;
  /** Files and folders of the corpora. */
  needs: string[];
  rowsOf(corpora: string): Row[] | Promise<Row[]>;
}

const cases: Case[] = [
  { name: 'sample', needs: [], rowsOf: sampleRows },
  { name: 'variants', needs: ['variants', 'names-100k.tsv'], rowsOf: variantRows },
  { name: 'hard-negatives', needs: ['variants'], rowsOf: hardNegativeRows },
  { name: 'linking', needs: ['linking'], rowsOf: linkingRows },
  { name: 'anachronism', needs: ['names-100k.tsv', 'news/en-reuters21578.txt'], rowsOf: anachronismRows },
  { name: 'marks', needs: ['news', 'pages'], rowsOf: markRows },
  { name: 'news', needs: ['news'], rowsOf: (corpora) => newsRows(corpora, resolve(root, 'data')) },
];

const chosen = cases.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0)
  wrongUse(usage, `--only: expected ${cases.map(({ name }) => name).join(', ')}; found "${values.only}".`);
for (const { name, needs, rowsOf } of chosen) {
  const missing = needs.filter((file) => !existsSync(join(values.corpora, file)));
  if (missing.length === 0) {
    printRows(await rowsOf(values.corpora), values.json);
    continue;
  }
  console.error(
    `eval: ${name} is left out: expected ${missing.join(' and ')} in ${values.corpora}, found nothing: give the folder of the corpora with --corpora DIR (quality/corpora/README.md)`,
  );
  process.exitCode = 1;
}
