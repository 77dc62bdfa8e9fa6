import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import { entitySchema, packInfoSchema, sourceSchema } from '../../src/dataset/schema.ts';
import { packFoldersIn, readPackFolder, shownPath } from './files.ts';

/** `pack format [PACKDIR|FILE…]`: writes records in their one form. A file that is not JSON is named and left alone. */
export async function format(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' } },
  });
  const targets = positionals.length > 0 ? positionals : (await packFoldersIn(values.data)).edited;
  let failed = 0;
  for (const target of targets) {
    const files = (await stat(target)).isDirectory() ? [...(await readPackFolder(target)).files.values()] : [target];
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      try {
        const formatted = canonicalJson(JSON.parse(text), schemaOf(file));
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

function schemaOf(file: string) {
  if (basename(file) === 'pack.json') return packInfoSchema;
  return basename(dirname(resolve(file))) === 'sources' ? sourceSchema : entitySchema;
}
