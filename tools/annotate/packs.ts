import { readFile } from 'node:fs/promises';
import { createLibrary, type Library, type LoadedPack } from '../../src/dataset/library.ts';
import { readPack } from '../../src/dataset/read.ts';
import { compileIndex, type MatchIndex, openIndex } from '../../src/match/index.ts';
import { readDataset } from '../pack/files.ts';

export interface Ready {
  library: Library;
  indexes: MatchIndex[];
}

/** The bundled packs (unless left out) and those of `files`, ready to match with. @throws {Error} naming the file and its problems */
export async function loadPacks(files: readonly string[], bundled: boolean): Promise<Ready> {
  const own = bundled ? (await readDataset('data')).map(({ pack }) => pack) : [];
  const packs: LoadedPack[] = [...own, ...(await Promise.all(files.map(readPackFile)))];
  if (packs.length === 0) throw new Error('Expected at least one pack; found --no-bundled and no --pack FILE.');
  return { library: createLibrary(packs), indexes: packs.map(({ entities }) => openIndex(compileIndex(entities))) };
}

/** How many problems of a pack are printed: enough to see what kind of file it is. */
const shown = 10;

async function readPackFile(file: string): Promise<LoadedPack> {
  const { pack, problems } = readPack(parseJson(file, await readFile(file, 'utf8')));
  if (pack) return pack;
  const lines = problems
    .slice(0, shown)
    .map(({ path, expected, found, todo }) => `  ${path}: expected ${expected}, found ${found}: ${todo}`);
  const more = problems.length > shown ? [`  … and ${problems.length - shown} more`] : [];
  throw new Error([`${file} is not a pack that can be used:`, ...lines, ...more].join('\n'));
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: expected a pack in JSON; found ${(error as Error).message}`);
  }
}
