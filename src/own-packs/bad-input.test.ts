/** Files that no pack can be made of: each is refused with its reason, and nothing is stored. */
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { entity, source } from '../dataset/builders.ts';
import type { Database } from './database.ts';
import { acceptImport, listJobs, stageImport } from './jobs.ts';
import { runImports } from './run.ts';
import { readRecords } from './store.ts';
import { everything, exchange, freshDatabase, read, surroundings, table, today } from './testing.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const job = async () => (await listJobs(database))[0]!;

describe('bad input', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const list = (value: object) => JSON.stringify(value);
  const pack = JSON.parse(exchange('mine', entity('eta')));

  test.each<[string, BlobPart, string, RegExp]>([
    ['a zip file', 'PK\u0003\u0004rest', 'foreign', /a zip archive: unpack it/],
    ['a file packed by zstd', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'foreign', /Zstandard: unpack it/],
    ['a file packed by bzip2', 'BZh91AY', 'foreign', /bzcat FILE/],
    ['a damaged spreadsheet', 'PK\u0003\u0004xl/workbook.xml', 'empty', /a whole spreadsheet/],
    [
      'a gzip bomb',
      gzipSync(Buffer.concat([Buffer.from('{"format": "sidelight-pack"'), Buffer.alloc(80 * 2 ** 20, ' ')])),
      'size',
      /\d+/,
    ],
    ['a gzip bomb of one row', gzipSync(Buffer.alloc(80 * 2 ** 20, 'x')), 'empty', /a closing quotation mark/],
    ['a gzip file that is cut short', gzipSync(table(5000)).subarray(0, 500), 'damaged', /^/],
    ['a pack that is cut short', exchange('mine', entity('eta')).slice(0, -40), 'damaged', /JSON/],
    [
      'bytes that are not UTF-8',
      Buffer.from('{"format": "sidelight-pack", "x": "\xff"}', 'latin1'),
      'damaged',
      /UTF-8/,
    ],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 255, 254]), 'foreign', /a picture/],
    ['an empty file', '', 'empty', /^/],
    ['JSON of another kind', '{"anything": [1, 2]}', 'empty', /a column that names/],
    ['deep nesting', deep, 'format', /^/],
    ['deep nesting in a pack', `{"format": "sidelight-pack", "entities": ${deep}}`, 'problems', /expected/],
    [
      'a key that is __proto__',
      list(pack).replace('"title"', '"__proto__": {"polluted": 1}, "title"'),
      'problems',
      /__proto__/,
    ],
    ['two records with one id', exchange('mine', entity('eta'), entity('eta')), 'problems', /eta/],
    [
      'a javascript: address',
      list({ ...pack, sources: { alpha: { ...source('alpha'), URL: 'javascript:alert(1)' } } }),
      'problems',
      /sources\.alpha\.URL: expected an http or https address/,
    ],
    ['a bidi override in a name', exchange('mine', entity('eta', { name: 'Exam\u202Eple' })), 'problems', /\\u202e/],
    [
      'an invisible character in a name',
      exchange('mine', entity('eta', { name: 'Exam\u200Bple' })),
      'problems',
      /\\u200b/,
    ],
    ['a name of one letter', exchange('mine', entity('eta', { name: 'x' })), 'problems', /two letters/],
    ['a name that is a space', exchange('mine', entity('eta', { name: ' ' })), 'problems', /two letters/],
    ['a name that is everywhere', exchange('mine', entity('eta', { name: 'The' })), 'problems', /frequent words/],
    ['the id of a bundled pack', exchange('iran', entity('eta')), 'taken', /"iran"/],
    ['an id of a bundled entity', exchange('mine', entity('bundled-one')), 'taken', /an entity of iran/],
    ['the title of a bundled pack', list({ ...pack, title: 'Iran' }), 'taken', /which looks like "Iran"/],
    [
      'a title that looks like one of a bundled pack',
      list({ ...pack, title: 'lrаn\u2800' }),
      'problems',
      /u2800|visible/,
    ],
    ['a title in look-alike letters', list({ ...pack, title: 'lrаn' }), 'taken', /which looks like "Iran"/],
    [
      'a table with nothing but names that are everywhere',
      'name\nthe\nx\n',
      'empty',
      /row 2: name: expected a name|row 2: expected a name/,
    ],
  ])('%s is refused with its reason', async (_, content, why, detail) => {
    await read(database, content, 'file.json');
    const { state, refusal } = await job();
    expect([state, refusal?.why]).toEqual(['refused', why]);
    expect(refusal?.detail).toMatch(detail);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const store of ['packs', 'records', 'indexes'] as const) expect(await database.getAllKeys(store)).toEqual([]);
  });

  test('a pack of a gigabyte is refused by its size, before it is read', async () => {
    const part = new Blob([' '.repeat(2 ** 20)]);
    const large = new Blob(['{"format": "sidelight-pack",', ...Array.from({ length: 1024 }, () => part), '}']);
    const seen: unknown[] = [];
    await stageImport(database, large, 'large.json');
    await runImports(surroundings(database, { onJob: (_, progress) => seen.push(progress) }));
    expect((await job()).refusal).toMatchObject({ why: 'size', detail: `${large.size}` });
    expect(seen).toEqual([undefined]);
  });

  test('what a file is called and said to be does not count', async () => {
    const picture = new Blob([exchange('mine', entity('eta'))], { type: 'image/png' });
    await stageImport(database, picture, 'photo.png');
    await runImports(surroundings(database));
    expect(await job()).toMatchObject({ state: 'ready', preview: { format: 'pack', counts: { entities: 1 } } });
  });

  test('relations that lead in a circle are kept as they are', async () => {
    const circle = [
      entity('eta', { related: [{ id: 'theta', kind: 'part of' }] }),
      entity('theta', { related: [{ id: 'eta', kind: 'part of' }], distinctFrom: ['eta'] }),
    ];
    const pack = await acceptImport(database, await read(database, exchange('mine', ...circle), 'a.json'), today);
    const records = await readRecords(database, pack);
    expect((await Array.fromAsync(records.entities())).map(({ related }) => related?.[0]?.id)).toEqual([
      'theta',
      'eta',
    ]);
    expect(await everything(database)).toMatchObject([{ found: 2 }]);
  });

  test('a source that is called __proto__ is none', async () => {
    await read(database, list(pack).replace('"sources":{', '"sources":{"__proto__":{"polluted":1},'), 'a.json');
    expect((await job()).preview?.counts).toMatchObject({ sources: 2 });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a name in letters of another script that imitates a bundled one is reported', async () => {
    await read(database, 'name\nBundl\u0435d P\u0435rson\n', 'a.csv');
    expect((await job()).preview?.conflicts.first).toMatchObject([{ rule: 'imitation' }]);
  });

  test('entities with the name of a bundled one are reported with their number', async () => {
    const bundled = entity('eta', { name: 'Bundled Person' });
    const variant = entity('theta', { name: 'Somebody', names: [{ text: 'bundled person' }] });
    await read(database, exchange('mine', bundled, variant, entity('iota')), 'a.json');
    const { sameNames, conflicts } = (await job()).preview!;
    expect(sameNames?.count).toBe(2);
    expect(sameNames?.first[0]).toMatchObject({ path: 'entities/eta', found: expect.stringContaining('bundled-one') });
    expect(conflicts.count).toBe(0);
  });

  test('a name with signs that cannot be seen is taken in without them', async () => {
    await read(database, 'name\nEx\ufe00amp\u200dle\u2800House\n', 'a.csv');
    expect((await job()).preview?.sample).toMatchObject([{ name: 'Example House' }]);
  });

  test('HTML and script in a table come out as text, lines that are wrong with their number', async () => {
    await read(
      database,
      'name,description,source_url,statement\nExample <script>alert(1)</script> House,"<b>bold</b>",javascript:alert(1),It was.\nThe,,,\n',
      'a.csv',
    );
    const { preview } = await job();
    expect(preview?.sample[0]).toMatchObject({ name: 'Example alert(1) House', description: 'bold' });
    expect(preview?.problems.first.map(({ row, expected }) => [row, expected.slice(0, 14)])).toEqual([
      [2, 'a source_url, '],
      [3, 'a name that is'],
    ]);
  });
});
