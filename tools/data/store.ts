/** The packs of open data on disk. The same records give the same bytes. */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceListSchema } from '../../cli/pack/open-data.ts';
import { canonicalJson, canonicalLine } from '../../src/dataset/canonical.ts';
import { type Entity, entitySchema, packInfoSchema, type Source } from '../../src/dataset/schema.ts';
import { noticeOf } from './notice.ts';
import type { Description } from './source.ts';
import { packInfos } from './sources.ts';

export interface StoredSource {
  source: Source;
  entities: Entity[];
}

/** What the packs hold now, by source; nothing of a source that was never read. */
export async function readPacks(
  dataDir: string,
  descriptions: readonly Description[],
): Promise<Map<string, StoredSource>> {
  const found = new Map<string, StoredSource>();
  for (const { id: pack } of packInfos) {
    const dir = join(dataDir, pack);
    const listed = await readFile(join(dir, 'sources.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]';
      throw error;
    });
    for (const source of JSON.parse(listed) as Source[]) {
      if (!descriptions.some(({ id }) => id === source.id)) continue;
      const lines = (await readFile(join(dir, `${source.id}.jsonl`), 'utf8')).trimEnd().split('\n');
      found.set(source.id, { source, entities: lines.map((line) => JSON.parse(line) as Entity) });
    }
  }
  return found;
}

export async function writePacks(
  dataDir: string,
  descriptions: readonly Description[],
  stored: ReadonlyMap<string, StoredSource>,
): Promise<void> {
  for (const info of packInfos) {
    const own = descriptions.filter(({ id, pack }) => pack === info.id && stored.has(id));
    if (own.length === 0) continue;
    const dir = join(dataDir, info.id);
    const sources = own.map(({ id }) => stored.get(id)!.source);
    const released = sources
      .map(({ checked }) => checked.on)
      .sort()
      .at(-1)!;
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'pack.json'), canonicalJson({ ...info, released }, packInfoSchema));
    await writeFile(join(dir, 'sources.json'), canonicalJson(sources, sourceListSchema));
    await writeFile(join(dir, 'NOTICE'), noticeOf(info, own, sources));
    for (const { id } of own) {
      const lines = stored
        .get(id)!
        .entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((entity) => `${canonicalLine(inOneOrder(entity), entitySchema)}\n`);
      await writeIfChanged(join(dir, `${id}.jsonl`), lines.join(''));
    }
  }
}

/** Facts of one property keep the order of the source; the properties stand in the order of the alphabet. */
function inOneOrder(entity: Entity): Entity {
  const filled = Object.entries(entity).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const { facts, ...rest } = Object.fromEntries(filled) as Entity;
  return facts
    ? { ...rest, facts: facts.toSorted((a, b) => (a.property < b.property ? -1 : a.property > b.property ? 1 : 0)) }
    : rest;
}

async function writeIfChanged(file: string, content: string): Promise<void> {
  const same = await access(file).then(
    async () => (await readFile(file, 'utf8')) === content,
    () => false,
  );
  if (!same) await writeFile(file, content);
}
