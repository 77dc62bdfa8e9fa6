import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type * as z from 'zod/mini';
import { canonicalJson, canonicalList } from '../../src/dataset/canonical.ts';
import { entitySchema, packInfoSchema, sourceSchema } from '../../src/dataset/schema.ts';
import {
  glossarySchema,
  loadedWordsSchema,
  phrasesSchema,
  translationSchema,
} from '../../src/dataset/translations/schema.ts';
import { packFoldersIn, readPackFolder, shownPath } from './files.ts';
import { itemOf, readTranslations } from './translate/files.ts';

/** `pack format [PACKDIR|FILE…]`: writes records in their one form. A file that is not JSON is named and left alone. */
export async function format(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' } },
  });
  const all = async () => [
    ...(await packFoldersIn(values.data)).edited,
    ...(await readTranslations(values.data)).files.values(),
  ];
  const targets = positionals.length > 0 ? positionals : await all();
  let failed = 0;
  for (const target of targets) {
    const files = (await stat(target)).isDirectory() ? [...(await readPackFolder(target)).files.values()] : [target];
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      try {
        const formatted = formOf(file)(JSON.parse(text));
        if (formatted === text) continue;
        await writeFile(file, formatted);
        console.log(`${shownPath(file)}: written`);
      } catch (error) {
        failed++;
        console.error(`${shownPath(file)}: ${(error as Error).message}; correct the file first`);
      }
    }
  }
  return failed === 0 ? 0 : 1;
}

/** How a file is written, by where it lies. */
function formOf(file: string): (value: unknown) => string {
  const [folder = '', parent] = dirname(resolve(file)).split(sep).reverse();
  const list = Object.hasOwn(lists, folder) ? lists[folder] : parent === 'translations' ? translationSchema : undefined;
  if (list) return (value) => canonicalList(value as unknown[], itemOf(list));
  const schema = basename(file) === 'pack.json' ? packInfoSchema : folder === 'sources' ? sourceSchema : entitySchema;
  return (value) => canonicalJson(value, schema);
}

/** Files that are lists of texts or words, by their folders. */
const lists: Record<string, z.core.$ZodType> = {
  phrases: phrasesSchema,
  glossary: glossarySchema,
  'loaded-words': loadedWordsSchema,
};
