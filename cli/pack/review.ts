import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import { parse } from '../../src/dataset/parse.ts';
import { lastVerdict } from '../../src/dataset/rules/reviews.ts';
import { type Entity, entitySchema, type Verdict, verdictSchema } from '../../src/dataset/schema.ts';
import { unitHash } from '../../src/dataset/short-hash.ts';
import { type Unit, unitsOf } from '../../src/dataset/units.ts';
import { readDataset, shownPath } from './files.ts';

/** A line of verdicts. With `of`, the hash that was read, a verdict on a text that has changed since is refused. */
const lineSchema = z.strictObject({
  entity: z.string(),
  path: z.string(),
  verdict: verdictSchema.shape.verdict,
  as: verdictSchema.shape.as,
  on: verdictSchema.shape.on,
  of: z.optional(verdictSchema.shape.of),
});

/**
 * `pack review [ENTITY…]`: what waits for a second reader, a JSON line each. `pack review --import FILE`: stamps verdicts from JSON
 * lines `{entity, path, verdict, as, on, of?}`; one line that does not fit, and nothing is written.
 */
export async function review(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, import: { type: 'string' } },
  });
  return values.import === undefined ? list(values.data, positionals) : stamp(values.data, values.import);
}

async function list(data: string, only: readonly string[]): Promise<number> {
  const packs = (await readDataset(data)).map(({ pack }) => pack);
  const known = new Map(packs.flatMap(({ entities }) => entities.map((entity) => [entity.id, entity])));
  const missing = only.filter((id) => !known.has(id));
  if (missing.length > 0) throw new Error(`expected ids of entities, found ${missing.join(', ')}`);
  for (const entity of known.values()) {
    if (only.length > 0 && !only.includes(entity.id)) continue;
    for (const unit of unitsOf(entity).filter((one) => lastVerdict(one) === undefined))
      console.log(JSON.stringify(asTask(entity, unit)));
  }
  return 0;
}

function asTask(entity: Entity, unit: Unit): object {
  const { path, text, holder, dates, asOf, numbers, citations } = unit;
  return {
    entity: entity.id,
    path,
    of: unitHash(unit),
    text,
    holder,
    ...dates,
    asOf,
    ...(numbers.length > 0 ? { numbers } : {}),
    quotations: citations.map(({ source, locator, quotes }) => ({ source, locator, quotes })),
  };
}

async function stamp(data: string, file: string): Promise<number> {
  const folders = await readDataset(data);
  const entities = new Map(
    folders.flatMap(({ pack, files }) =>
      pack.entities.map((entity) => [entity.id, { entity, file: files.get(`entities/${entity.id}`)! }]),
    ),
  );
  const problems: string[] = [];
  const changed = new Set<string>();
  let count = 0;
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      const { entity: id, path, of, ...verdict } = readLine(line);
      const { entity } = found(entities.get(id), `an entity ${id}`);
      const unit = found(
        unitsOf(entity).find((one) => one.path === path),
        `a statement, position or role ${path} in ${id}`,
      );
      const hash = unitHash(unit);
      if (of !== undefined && of !== hash)
        throw new Error(`expected a verdict on what stands in ${id} ${path} now, of ${hash}; found one of ${of}`);
      add(unit, { ...verdict, of: hash });
      changed.add(id);
      count++;
    } catch (error) {
      problems.push(`${shownPath(file)}:${i + 1}: ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) throw new Error(`nothing was written; correct these lines first\n${problems.join('\n')}`);
  for (const id of changed) {
    const { entity, file: target } = entities.get(id)!;
    await writeFile(target, canonicalJson(entity, entitySchema));
  }
  console.log(`${count} verdicts stamped in ${changed.size} files`);
  return 0;
}

function readLine(line: string): z.infer<typeof lineSchema> {
  const { value, problems } = parse(lineSchema, JSON.parse(line), '');
  if (value === undefined)
    throw new Error(
      problems.map(({ path, expected, found: was }) => `${path}: expected ${expected}, found ${was}`).join('; '),
    );
  return value;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`expected ${what}, found none`);
  return value;
}

/** Verdicts on an earlier text, and an earlier one of the same reader on the same day, make room. */
function add({ record, review }: Unit, verdict: Verdict): void {
  const others = review.filter(({ as, on, of }) => of === verdict.of && !(as === verdict.as && on === verdict.on));
  record.review = [...others, verdict];
}
