import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLibrary } from '../../src/dataset/library.ts';
import { auditSchema, auditSentence, keep } from './audit/records.ts';
import { auditSheet, readAuditSheet } from './audit/sheet.ts';
import { readDataset, shownPath } from './files.ts';

/**
 * `pack audit --sample N --seed N [--out FILE]`: a sheet for a reader who neither wrote nor passed what it holds; the same seed and data
 * give the same sheet. `pack audit --import FILE [--on DATE] [--own]`: keeps the verdicts of a filled-in sheet in `data/audits/`.
 */
export async function audit(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: 'data' },
      sample: { type: 'string', default: '60' },
      seed: { type: 'string' },
      out: { type: 'string' },
      import: { type: 'string' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      own: { type: 'boolean', default: false },
    },
  });
  if (values.import !== undefined) {
    const record = readAuditSheet(await readFile(values.import, 'utf8'), values.on, values.own ? 'own' : 'outside');
    const file = join(values.data, 'audits', `${record.on}-seed-${record.seed}.audit.json`);
    await keep(file, record, auditSchema);
    console.log(`${shownPath(file)}: ${auditSentence(record)}`);
    return 0;
  }
  const [size, seed] = [Number(values.sample), Number(values.seed)];
  if (!Number.isInteger(size) || size < 1 || values.seed === undefined || !Number.isInteger(seed))
    throw new Error('expected: audit --sample N --seed N, both whole numbers, or audit --import FILE');
  const folders = await readDataset(values.data);
  const sheet = auditSheet(createLibrary(folders.map(({ pack }) => pack)), size, seed);
  if (values.out === undefined) process.stdout.write(sheet);
  else await writeFile(values.out, sheet);
  return 0;
}
