import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as z from 'zod/mini';
import { canonicalList } from '../../../src/dataset/canonical.ts';
import { parse } from '../../../src/dataset/parse.ts';
import {
  glossarySchema,
  type LanguageTexts,
  loadedWordsSchema,
  phrasesSchema,
  translationSchema,
} from '../../../src/dataset/translations/schema.ts';
import { type FileProblem, namesIn, packFoldersIn } from '../files.ts';
import { readJson } from '../json.ts';

export interface Translations {
  languages: LanguageTexts[];
  /** By the path of a record in messages: `translations/fa/pmoi`, `phrases/fa`. */
  files: Map<string, string>;
  problems: FileProblem[];
}

/** What one folder of a language holds, by file. */
export const translationFile = (data: string, pack: string, language: string, entity: string) =>
  join(data, pack, 'translations', language, `${entity}.json`);
export const phrasesFile = (data: string, language: string) => join(data, 'phrases', `${language}.json`);

/** Every translation of a data folder. A file that cannot be read is left out and listed as a problem. */
export async function readTranslations(data: string): Promise<Translations> {
  const files = new Map<string, string>();
  const problems: FileProblem[] = [];
  const read = async <T>(path: string, file: string, schema: z.ZodMiniType<T[]>): Promise<T[] | undefined> => {
    files.set(path, file);
    const found = readList(await readFile(file, 'utf8'), path, schema);
    problems.push(...found.problems.map((problem) => ({ ...problem, file })));
    return found.value;
  };
  const optional = async <T>(folder: string, language: string, schema: z.ZodMiniType<T[]>): Promise<T[]> => {
    const name = `${language}.json`;
    if (!(await namesIn(join(data, folder))).includes(name)) return [];
    return (await read(`${folder}/${language}`, join(data, folder, name), schema)) ?? [];
  };
  const packs = (await packFoldersIn(data)).edited;
  const folders = new Map<string, string[]>();
  for (const pack of packs)
    for (const language of await foldersIn(join(pack, 'translations')))
      folders.set(language, [...(folders.get(language) ?? []), join(pack, 'translations', language)]);
  for (const name of await namesIn(join(data, 'phrases'))) {
    const language = basename(name, '.json');
    folders.set(language, folders.get(language) ?? []);
  }
  const languages: LanguageTexts[] = [];
  for (const [language, dirs] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entities: [string, z.infer<typeof translationSchema>][] = [];
    for (const dir of dirs)
      for (const name of (await namesIn(dir)).sort()) {
        const id = basename(name, '.json');
        const texts = await read(`translations/${language}/${id}`, join(dir, name), translationSchema);
        if (texts) entities.push([id, texts]);
      }
    languages.push({
      language,
      entities: new Map(entities),
      phrases: await optional('phrases', language, phrasesSchema),
      glossary: await optional('glossary', language, glossarySchema),
      loadedWords: await optional('loaded-words', language, loadedWordsSchema),
    });
  }
  return { languages, files, problems };
}

/** The translations for the extension. @throws {Error} with every file that cannot be read, since it would ship with a hole */
export async function readSoundTranslations(data: string): Promise<LanguageTexts[]> {
  const { languages, problems } = await readTranslations(data);
  const broken = problems.filter(({ rule }) => rule !== 'format');
  if (broken.length === 0) return languages;
  const lines = broken.map(
    ({ file, path, expected, found }) => `${file}: ${path}: expected ${expected}, found ${found}`,
  );
  throw new Error(`The translations cannot be used. Run "npm run -s pack -- check".\n${lines.join('\n')}`);
}

function readList<T>(text: string, path: string, schema: z.ZodMiniType<T[]>) {
  const read = readJson(() => text, path);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  const { value, problems } = parse(schema, read.json, `${path}.`);
  if (value !== undefined && text !== canonicalList(value, itemOf(schema)))
    problems.push({
      rule: 'format',
      path,
      expected: 'a text a line, keys in the order of the schema, NFC, a line break at the end',
      found: 'another form',
      todo: 'run: npm run -s pack -- format',
    });
  return { value, problems };
}

/** The schema of the items of a list. */
export function itemOf(schema: z.core.$ZodType): z.core.$ZodType {
  return (schema._zod.def as unknown as { element: z.core.$ZodType }).element;
}

async function foldersIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
