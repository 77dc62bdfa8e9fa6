import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { canonicalJson, canonicalLine } from '../../src/dataset/canonical.ts';
import { joinRecords } from '../../src/dataset/join.ts';
import { ownLanguageOf } from '../../src/dataset/own-language.ts';
import { parse } from '../../src/dataset/parse.ts';
import { type Entity, entitySchema, packInfoSchema, type Source, sourceSchema } from '../../src/dataset/schema.ts';
import type { FileProblem, PackFolder } from './files.ts';

export const sourceListSchema = z.array(sourceSchema);

/** What every problem of an extract asks for: people do not edit extracts. */
const todo = 'run: npm run -s data -- refresh';

/** Whether a pack's folder holds extracts of open data (`*.jsonl`) instead of a file for each record. */
export async function isOpenData(dir: string): Promise<boolean> {
  return (await readdir(dir)).includes('sources.json');
}

/**
 * Reads a pack of open data: `pack.json`, `sources.json`, `NOTICE`, and one `<source>.jsonl` a source, one record a line. Sources stand in
 * the order in which their records are joined. Records that do not fit are left out and listed as problems.
 */
export async function readOpenData(dir: string): Promise<PackFolder> {
  const id = basename(dir);
  const problems: FileProblem[] = [];
  const files = new Map([['pack', join(dir, 'pack.json')]]);
  const readFileAs = async <T>(name: string, schema: z.ZodMiniType<T>): Promise<T | undefined> => {
    const file = join(dir, name);
    const content = await readFile(file, 'utf8');
    const { value, problems: found } = parse(schema, JSON.parse(content), name.replace('.json', ''));
    problems.push(...found.map((problem) => ({ ...problem, file })));
    if (value !== undefined && content !== canonicalJson(value, schema))
      problems.push({ file, rule: 'format', path: name, expected: 'the one form', found: 'another form', todo });
    return value;
  };
  const info = await readFileAs('pack.json', packInfoSchema);
  const sources = (await readFileAs('sources.json', sourceListSchema)) ?? [];
  const entities: Entity[] = [];
  for (const source of sources) {
    const file = join(dir, `${source.id}.jsonl`);
    files.set(`sources/${source.id}`, join(dir, 'sources.json'));
    const records = readLines(await readFile(file, 'utf8'), file);
    problems.push(...records.problems);
    for (const { line, entity } of records.entities) {
      entities.push(entity);
      if (!files.has(`entities/${entity.id}`)) files.set(`entities/${entity.id}`, `${file}:${line}`);
    }
  }
  problems.push(...(await strayFiles(dir, sources)), ...(await noticeProblems(dir, sources)));
  const named = (entity: Entity): Entity => {
    const ownLanguage = ownLanguageOf(entity, info?.language ?? 'en');
    return ownLanguage === undefined ? entity : { ...entity, ownLanguage };
  };
  return {
    pack: {
      ...(info ?? { id, title: id, description: id, language: 'en', license: '', released: '1970-01-01' }),
      id,
      entities: joinRecords(entities).map(named),
      sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    },
    files,
    problems,
  };
}

function readLines(content: string, file: string) {
  const problems: FileProblem[] = [];
  const entities: { line: number; entity: Entity }[] = [];
  let previous = '';
  for (const [i, text] of content.replace(/\n$/u, '').split('\n').entries()) {
    const place = { file: `${file}:${i + 1}`, path: `line ${i + 1}`, todo };
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      problems.push({ ...place, rule: 'json', expected: 'one record in JSON', found: (error as Error).message });
      continue;
    }
    const { value, problems: found } = parse(entitySchema, json, `line ${i + 1}`);
    problems.push(...found.map((problem) => ({ ...problem, file: place.file })));
    if (value === undefined) continue;
    if (text !== canonicalLine(value, entitySchema) || value.id <= previous)
      problems.push({
        ...place,
        rule: 'format',
        expected: 'keys in the order of the schema, NFC, records in the order of their ids',
        found: value.id <= previous ? `${value.id} after ${previous}` : 'another form',
      });
    previous = value.id;
    entities.push({ line: i + 1, entity: value });
  }
  return { entities, problems };
}

/** An extract without a source would be read by nobody. */
async function strayFiles(dir: string, sources: readonly Source[]): Promise<FileProblem[]> {
  const known = new Set(sources.map(({ id }) => `${id}.jsonl`));
  return (await readdir(dir))
    .filter((name) => name.endsWith('.jsonl') && !known.has(name))
    .map((name) => ({
      file: join(dir, name),
      rule: 'known-source',
      path: name,
      expected: 'a source of this name in sources.json',
      found: 'none',
      todo: 'add the source, or delete the file',
    }));
}

/** NOTICE carries what each licence asks for. */
async function noticeProblems(dir: string, sources: readonly Source[]): Promise<FileProblem[]> {
  const file = join(dir, 'NOTICE');
  const notice = await readFile(file, 'utf8');
  return sources
    .filter(({ title, license }) => !notice.includes(title) || !notice.includes(license ?? title))
    .map(({ id, title, license }) => ({
      file,
      rule: 'notice',
      path: `sources/${id}`,
      expected: `the title and the licence of every source: ${title}, ${license}`,
      found: 'one of them is missing',
      todo,
    }));
}
