/** The packs that are there: listed, read, changed, removed, given out. */
import { change, type Database, type OwnPack } from './database.ts';
import { exchangeFile, ftmFile, openRecords, type Records } from './records.ts';

export async function listPacks(database: Database): Promise<OwnPack[]> {
  return (await database.getAll('packs')).sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** @throws {Error} when the browser has lost the file, as it may when the disk was cleared */
export async function readIndex(database: Database, { id, files }: OwnPack): Promise<ArrayBuffer> {
  const index = await database.get('indexes', files);
  if (index === undefined) throw new Error(`expected the index of the pack ${id}; the browser no longer has it`);
  return index;
}

/** @throws {Error} as `readIndex` */
export async function readRecords(database: Database, { id, files, entities }: OwnPack): Promise<Records> {
  const file = await database.get('records', files);
  if (file === undefined) throw new Error(`expected the entries of the pack ${id}; the browser no longer has them`);
  return openRecords(file, entities);
}

export async function setMark(database: Database, id: string, mark: OwnPack['mark']): Promise<void> {
  await change(database, ['packs'], async (stores) => {
    const pack = await stores.objectStore('packs').get(id);
    if (pack) await stores.objectStore('packs').put({ ...pack, mark });
  });
}

export async function removePack(database: Database, id: string): Promise<void> {
  await change(database, ['packs', 'records', 'indexes'], async (stores) => {
    const pack = await stores.objectStore('packs').get(id);
    if (!pack) return;
    await stores.objectStore('packs').delete(id);
    await stores.objectStore('records').delete(pack.files);
    await stores.objectStore('indexes').delete(pack.files);
  });
}

const writers = { pack: exchangeFile, ftm: ftmFile };

/** The pack as a file: in the exchange format, or for FollowTheMoney. */
export async function exportPack(database: Database, id: string, format: keyof typeof writers = 'pack'): Promise<Blob> {
  const pack = await database.get('packs', id);
  if (!pack) throw new Error(`expected the pack ${id}; it is no longer there`);
  return writers[format](pack, await readRecords(database, pack));
}

/** Ids of packs whose files the browser no longer has. */
export async function lostPacks(database: Database): Promise<string[]> {
  const packs = await database.getAll('packs');
  const [records, indexes] = await Promise.all([database.getAllKeys('records'), database.getAllKeys('indexes')]);
  return packs.filter(({ files }) => !records.includes(files) || !indexes.includes(files)).map(({ id }) => id);
}
