import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type * as z from 'zod/mini';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import type { LoadedPack } from '../../src/dataset/library.ts';
import { parse } from '../../src/dataset/parse.ts';
import type { Problem } from '../../src/dataset/problem.ts';
import { entitySchema, type PackInfo, packInfoSchema, sourceSchema } from '../../src/dataset/schema.ts';
import { unify } from '../../src/dataset/unify.ts';
import { withoutRecords } from '../../src/dataset/units.ts';
import { readJson } from './json.ts';
import { isOpenData, readOpenData } from './open-data.ts';

/** A problem with the file that it is in. */
export interface FileProblem extends Problem {
  file: string;
}

export interface PackFolder {
  pack: LoadedPack;
  /** File of each record, by its path in messages: `entities/pmoi`. */
  files: Map<string, string>;
  problems: FileProblem[];
}

/** The folders of a dataset that are packs, those with a `pack.json`: edited by people, or made by programs from open data. */
export async function packFoldersIn(dir: string): Promise<{ edited: string[]; openData: string[] }> {
  const found: { edited: string[]; openData: string[] } = { edited: [], openData: [] };
  for (const entry of (await readdir(dir, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const folder = join(dir, entry.name);
    if (!entry.isDirectory() || !(await readdir(folder)).includes('pack.json')) continue;
    found[(await isOpenData(folder)) ? 'openData' : 'edited'].push(folder);
  }
  return found;
}

/** Reads every edited pack of a data folder. Records that do not fit the schema are left out and listed as problems. */
export async function readDataset(dir: string): Promise<PackFolder[]> {
  return Promise.all((await packFoldersIn(dir)).edited.map(readPackFolder));
}

/** Reads the packs of open data of a data folder. */
export async function readOpenDataset(dir: string): Promise<PackFolder[]> {
  return Promise.all((await packFoldersIn(dir)).openData.map(readOpenData));
}

/**
 * What every pack of a data folder says of itself, without its records.
 * @throws {Error} with what is wrong with a file that cannot be read
 */
export async function readPackInfos(dir: string): Promise<PackInfo[]> {
  const { edited, openData } = await packFoldersIn(dir);
  const read = await Promise.all(
    [...edited, ...openData].map(async (folder) => {
      const file = join(folder, 'pack.json');
      const { value, problems } = readRecord(await readFile(file), 'pack', packInfoSchema);
      return { value, problems: problems.map((problem) => ({ ...problem, file })) };
    }),
  );
  refuse(read.flatMap(({ problems }) => problems));
  return read.flatMap(({ value }) => value ?? []);
}

/** @throws {Error} where a record cannot be used. One in another form than `pack format` writes is whole; the dataset check reports it. */
function refuse(all: readonly FileProblem[]): void {
  const problems = all.filter(({ rule }) => rule !== 'format');
  if (problems.length === 0) return;
  const lines = problems.map(
    ({ file, path, expected, found }) => `${file}: ${path}: expected ${expected}, found ${found}`,
  );
  throw new Error(`The dataset cannot be used. Run "npm run -s pack -- check".\n${lines.join('\n')}`);
}

/**
 * The packs of a data folder as they are used together: one id for one entity. `openData`: ids of the packs that are made from open data.
 * @throws {Error} with every record that cannot be read, since a pack with a hole would ship unnoticed
 */
export async function readBundled(dir: string): Promise<{ packs: LoadedPack[]; openData: ReadonlySet<string> }> {
  const [edited, openData] = await Promise.all([readDataset(dir), readOpenDataset(dir)]);
  refuse([...edited, ...openData].flatMap((folder) => folder.problems));
  const packsOf = (folders: readonly PackFolder[]) =>
    folders.map(({ pack }) => ({ ...pack, entities: pack.entities.map(withoutRecords) }));
  return {
    packs: unify(packsOf(edited), packsOf(openData)),
    openData: new Set(openData.map(({ pack }) => pack.id)),
  };
}

export async function readPackFolder(dir: string): Promise<PackFolder> {
  if (await isOpenData(dir)) return readOpenData(dir);
  const files = new Map<string, string>();
  const problems: FileProblem[] = [];
  const read = async <T extends { id: string }>(
    file: string,
    path: string,
    schema: z.ZodMiniType<T>,
  ): Promise<T | undefined> => {
    files.set(path, file);
    const result = readRecord(await readFile(file), path, schema);
    problems.push(...result.problems.map((problem) => ({ ...problem, file })));
    return result.value;
  };
  const id = basename(dir);
  const info = await read(join(dir, 'pack.json'), 'pack', packInfoSchema);
  if (info && info.id !== id)
    problems.push({
      file: join(dir, 'pack.json'),
      rule: 'file-name',
      path: 'pack.id',
      expected: id,
      found: info.id,
      todo: 'name the folder as the pack',
    });
  const records = async <T extends { id: string }>(part: 'entities' | 'sources', schema: z.ZodMiniType<T>) => {
    const names = (await namesIn(join(dir, part))).sort();
    const values = await Promise.all(
      names.map((name) => read(join(dir, part, name), `${part}/${basename(name, '.json')}`, schema)),
    );
    return values.filter((value) => value !== undefined);
  };
  const entities = await records('entities', entitySchema);
  const sources = await records('sources', sourceSchema);
  return {
    pack: {
      ...(info ?? { id, title: id, description: id, language: 'en', license: 'CC-BY-4.0', released: '1970-01-01' }),
      id,
      entities,
      sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    },
    files,
    problems,
  };
}

export async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** One record from the bytes of its file: the value when it fits the schema, and everything that is wrong with the file. */
function readRecord<T extends { id: string }>(
  bytes: Uint8Array,
  path: string,
  schema: z.ZodMiniType<T>,
): { value?: T; problems: Problem[] } {
  const read = readJson(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), path);
  if ('problem' in read) return { problems: [read.problem] };
  const { text, json } = read;
  const { value, problems } = parse(schema, json, path);
  if (value === undefined) return { problems };
  const expected = basename(path);
  if (path !== 'pack' && value.id !== expected)
    return {
      problems: [
        { rule: 'file-name', path: `${path}.id`, expected, found: value.id, todo: 'give the file the name of its id' },
      ],
    };
  if (text !== canonicalJson(json, schema))
    problems.push({
      rule: 'format',
      path,
      expected: 'keys in the order of the schema, two spaces, NFC, a line break at the end',
      found: 'another form',
      todo: 'run: npm run -s pack -- format',
    });
  return { value, problems };
}

/** The path of a file as a message shows it: relative to where the command runs. */
export function shownPath(file: string): string {
  return relative(process.cwd(), file) || file;
}
