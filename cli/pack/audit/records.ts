import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { canonicalJson } from '../../../src/dataset/canonical.ts';
import { parse } from '../../../src/dataset/parse.ts';
import { fullDate, text } from '../../../src/dataset/primitives.ts';

/** What a reader who neither wrote nor passed a sentence finds on comparing it with its sources. */
export const auditVerdicts = ['full', 'partly', 'false', 'not found'] as const;
const count = z.int().check(z.nonnegative());

/** One audit: statements, positions and roles drawn by chance, and how many of them their sources support. */
export const auditSchema = z.strictObject({
  on: fullDate,
  /** `outside`: readers who have no part in the project. `own`: readers of the project who neither wrote nor passed what they read. */
  by: z.enum(['outside', 'own']),
  seed: z.optional(z.int()),
  drawn: count,
  outOf: count,
  counts: z.strictObject({ full: count, partly: count, false: count, 'not found': count }),
  note: z.optional(text),
  verdicts: z.optional(
    z.array(
      z.strictObject({
        entity: text,
        path: text,
        /** `unitHash` of what was read. */
        of: text,
        verdict: z.enum(auditVerdicts),
        note: z.optional(text),
      }),
    ),
  ),
});

/** A round in which every sentence was read again: what was done, and which sentences were false. */
export const roundSchema = z.strictObject({
  on: fullDate,
  counts: z.record(text, count),
  false: z.array(z.strictObject({ entity: text, before: z.optional(text), why: text })),
});

export type Audit = z.infer<typeof auditSchema>;
export type Round = z.infer<typeof roundSchema>;

/** The audits and rounds of a data folder, in the order of their days. */
export async function readAudits(data: string): Promise<{ audits: Audit[]; rounds: Round[] }> {
  const dir = join(data, 'audits');
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const read = async <T extends { on: string }>(ending: string, schema: z.ZodMiniType<T>) => {
    const records = names.filter((name) => name.endsWith(ending)).map((name) => readOne(join(dir, name), schema));
    return (await Promise.all(records)).sort((a, b) => (a.on < b.on ? -1 : 1));
  };
  return { audits: await read('.audit.json', auditSchema), rounds: await read('.round.json', roundSchema) };
}

async function readOne<T>(file: string, schema: z.ZodMiniType<T>): Promise<T> {
  const { value, problems } = parse(schema, JSON.parse(await readFile(file, 'utf8')), '');
  if (value === undefined)
    throw new Error(
      problems.map(({ path, expected, found }) => `${file}: ${path}: expected ${expected}, found ${found}`).join('\n'),
    );
  return value;
}

/** Writes a record that is not there yet. */
export async function keep(file: string, record: Audit | Round, schema: z.core.$ZodType): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, canonicalJson(record, schema), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`expected no ${file} yet, found one: a result is kept as it was; give another day or seed`);
  }
}

/** An audit in one sentence, as README and POLICY quote it. */
export function auditSentence({ on, by, drawn, outOf, counts }: Audit): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(on));
  const { full, partly, false: wrong, 'not found': lost } = counts;
  return (
    `An ${by} audit of ${day} drew ${drawn} of ${outOf.toLocaleString('en')} sentences: ` +
    `${full} were fully supported by their sources, ${partly} partly, ${wrong} were false, ${lost} could not be found.`
  );
}

/** A round in one sentence. Descriptions of cards are read too, so that there are more entries than statements, positions and roles. */
export function roundSentence({ on, counts, false: wrong }: Round): string {
  const entries = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const parts = Object.entries(counts).map(([action, number]) => `${number} ${action.replace('-', ' ')}`);
  return `Round of ${on.slice(0, 7)}, ${entries} entries: ${parts.join(', ')}; ${wrong.length} of the old sentences were false.`;
}
