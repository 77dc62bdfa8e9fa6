import { readFile } from 'node:fs/promises';
import type { MadeWith } from '../../src/cite/report.ts';
import { toExchange } from '../../src/dataset/exchange.ts';
import { createLibrary, type Library, type LoadedPack } from '../../src/dataset/library.ts';
import { compileIndex, type MatchIndex, openIndex } from '../../src/match/index.ts';
import { hashOf } from '../../src/own-packs/records.ts';
import { readBundled } from '../pack/files.ts';
import { readInput } from '../pack/input.ts';
import { wordsBesideNames } from '../pack/words-beside.ts';

export interface Ready {
  packs: readonly LoadedPack[];
  library: Library;
  indexes: MatchIndex[];
  /** What the indexes lie in: threads open them there, without a copy. */
  buffers: SharedArrayBuffer[];
  /** How many of the indexes come first: see `MatchOptions`. */
  order: readonly number[];
}

/** The bundled packs (unless left out) and those of `files`, ready to match with. @throws {Error} naming the file and its problems */
export async function loadPacks(files: readonly string[], bundled: boolean): Promise<Ready> {
  const { packs: own, openData } = bundled ? await readBundled('data') : { packs: [], openData: new Set() };
  const packs: LoadedPack[] = [...own, ...(await Promise.all(files.map((file) => readInput(file))))];
  if (packs.length === 0) throw new Error('Expected at least one pack; found --no-bundled and no --pack FILE.');
  const buffers = packs.map(({ entities }) => shared(compileIndex(entities, wordsBesideNames)));
  return {
    packs,
    library: createLibrary(packs),
    indexes: buffers.map((buffer) => openIndex(buffer)),
    buffers,
    order: own.length > 0 ? [own.length - openData.size] : [],
  };
}

function shared(buffer: ArrayBuffer): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(buffer.byteLength);
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return copy;
}

/** What a report says of the packs. A pack of `data/` is known by what ships of it: with the sources that it cites of its neighbours. */
export async function madeWith({ packs, library }: Ready): Promise<MadeWith> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  return {
    engine: version,
    packs: await Promise.all(
      packs.map(async (pack) => ({
        id: pack.id,
        title: pack.title,
        released: pack.released,
        hash: await hashOf(toExchange(pack, library)),
      })),
    ),
  };
}
