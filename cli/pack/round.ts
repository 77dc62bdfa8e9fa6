import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { parse } from '../../src/dataset/parse.ts';
import { keep, type Round, roundSchema, roundSentence } from './audit/records.ts';
import { shownPath } from './files.ts';

/** What a reader notes of one sentence. */
const lineSchema = z.object({
  entity: z.string(),
  path: z.string(),
  action: z.enum(['kept', 'extended', 'narrowed', 'corrected', 'replaced-source', 'removed', 'added']),
  before: z.optional(z.string()),
  why: z.string(),
  /** The old sentence said what is not so. */
  false: z.optional(z.boolean()),
});

/** `pack round LOG… [--on DATE]`: counts a round of reading from its logs of JSON lines, and keeps the result in `data/audits/`. */
export async function round(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  if (positionals.length === 0) throw new Error('expected: round LOG… with the logs of the round, found none');
  const lines = (await Promise.all(positionals.map(readLog))).flat();
  const problems = lines.flatMap((line) => ('problem' in line ? [line.problem] : []));
  if (problems.length > 0) throw new Error(`nothing was written; correct these lines first\n${problems.join('\n')}`);
  const entries = lines.flatMap((line) => ('entry' in line ? [line.entry] : []));
  const counts = Object.fromEntries(
    lineSchema.shape.action.options.map((action) => [
      action,
      entries.filter((entry) => entry.action === action).length,
    ]),
  );
  const record: Round = {
    on: values.on,
    counts,
    false: entries
      .filter((entry) => entry.false === true)
      .map(({ entity, before, why }) => ({ entity, ...(before === undefined ? {} : { before }), why })),
  };
  const file = join(values.data, 'audits', `${values.on.slice(0, 7)}.round.json`);
  await keep(file, record, roundSchema);
  console.log(`${shownPath(file)}: ${roundSentence(record)}`);
  return 0;
}

type Line = { entry: z.infer<typeof lineSchema> } | { problem: string };

async function readLog(file: string): Promise<Line[]> {
  return (await readFile(file, 'utf8')).split('\n').flatMap((line, i): Line[] => {
    if (line.trim() === '') return [];
    const place = `${shownPath(file)}:${i + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      return [{ problem: `${place}: expected JSON, found ${(error as Error).message}` }];
    }
    const { value, problems } = parse(lineSchema, json, '');
    if (value !== undefined) return [{ entry: value }];
    return problems.map(({ path, expected, found }) => ({
      problem: `${place}: ${path}: expected ${expected}, found ${found}`,
    }));
  });
}
