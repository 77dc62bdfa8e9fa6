import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPack } from '../../src/dataset/read.ts';
import { annotate, openIndex } from '../../src/match/index.ts';
import { compilePacks } from './compile.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'compile-'));
});

afterEach(() => rm(dir, { recursive: true }));

test('the bundled packs compile to the same bytes twice, and to what the extension can open', async () => {
  const [first, second] = [join(dir, '1'), join(dir, '2')];
  const names = await compilePacks('data', first);
  expect(await compilePacks('data', second)).toEqual(names);
  for (const name of names) expect(await readFile(join(first, name))).toEqual(await readFile(join(second, name)));
  const list = JSON.parse(await readFile(join(first, 'list.json'), 'utf8'));
  for (const { id, entities } of list) {
    const { pack, problems } = readPack(JSON.parse(await readFile(join(first, `${id}.json`), 'utf8')));
    expect(problems).toEqual([]);
    expect(pack?.entities).toHaveLength(entities);
    const bytes = await readFile(join(first, `${id}.index`));
    const index = openIndex(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    const { name } = pack!.entities[0]!;
    expect(annotate(index, { blocks: [`They met ${name} there.`] })[0]?.entity).toBe(pack!.entities[0]!.id);
  }
});
