import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toExchange } from '../../src/dataset/exchange.ts';
import { jsonSchema } from '../../src/dataset/json-schema.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { withoutRecords } from '../../src/dataset/units.ts';
import { compileIndex } from '../../src/match/index.ts';
import { hashOf } from '../../src/own-packs/records.ts';
import { readDataset } from './files.ts';
import { commonWords } from './knowledge.ts';

/**
 * Compiles every pack of a data folder into the files that the extension loads: `list.json`, and for each pack
 * `<id>.json` (exchange format) and `<id>.index` (names). `pack.schema.json` is for editors of packs,
 * `words.json` for imports in the browser. The same data gives the same bytes.
 * @returns names of the files written
 * @throws {Error} with every record that cannot be read, since a pack with a hole would ship unnoticed
 */
export async function compilePacks(dataDir: string, outDir: string): Promise<string[]> {
  const folders = await readDataset(dataDir);
  // A record in another form than `pack format` writes is whole; the dataset check reports it.
  const problems = folders.flatMap((folder) => folder.problems).filter(({ rule }) => rule !== 'format');
  if (problems.length > 0) {
    const lines = problems.map(
      ({ file, path, expected, found }) => `${file}: ${path}: expected ${expected}, found ${found}`,
    );
    throw new Error(`The dataset cannot be compiled. Run "npm run -s pack -- check".\n${lines.join('\n')}`);
  }
  await mkdir(outDir, { recursive: true });
  const files = new Map<string, string | Uint8Array>();
  const list = [];
  const library = createLibrary(folders.map(({ pack }) => pack));
  for (const { pack } of folders) {
    const whole = toExchange({ ...pack, entities: pack.entities.map(withoutRecords) }, library);
    const { format: _, formatVersion: __, entities, sources, ...info } = whole;
    list.push({
      ...info,
      entities: entities.length,
      sources: Object.keys(sources).length,
      hash: await hashOf(whole),
    });
    files.set(`${pack.id}.json`, JSON.stringify(whole));
    files.set(`${pack.id}.index`, new Uint8Array(compileIndex(entities)));
  }
  files.set('list.json', JSON.stringify(list));
  files.set('words.json', JSON.stringify(commonWords()));
  files.set('pack.schema.json', JSON.stringify(jsonSchema('pack')));
  await Promise.all([...files].map(([name, content]) => writeFile(join(outDir, name), content)));
  return [...files.keys()];
}
