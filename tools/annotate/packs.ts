import { createLibrary, type Library, type LoadedPack } from '../../src/dataset/library.ts';
import { compileIndex, type MatchIndex, openIndex } from '../../src/match/index.ts';
import { readDataset } from '../pack/files.ts';
import { readInput } from '../pack/input.ts';

export interface Ready {
  library: Library;
  indexes: MatchIndex[];
}

/** The bundled packs (unless left out) and those of `files`, ready to match with. @throws {Error} naming the file and its problems */
export async function loadPacks(files: readonly string[], bundled: boolean): Promise<Ready> {
  const own = bundled ? (await readDataset('data')).map(({ pack }) => pack) : [];
  const packs: LoadedPack[] = [...own, ...(await Promise.all(files.map((file) => readInput(file))))];
  if (packs.length === 0) throw new Error('Expected at least one pack; found --no-bundled and no --pack FILE.');
  return { library: createLibrary(packs), indexes: packs.map(({ entities }) => openIndex(compileIndex(entities))) };
}
