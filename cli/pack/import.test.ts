import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readPack } from '../../src/dataset/read.ts';
import { importPack } from './import.ts';

let dir: string;
let told: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'import-'));
  told = [];
  vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

const item = (number: number, name: string) => ({
  type: 'item',
  id: `Q${number}`,
  labels: { en: { language: 'en', value: name } },
  claims: { P31: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q5' } } }, rank: 'normal' }] },
});
const dump = (...items: object[]) => `[\n${items.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`;
/** Imports a file and reads the pack that it gave. */
async function imported(format: string, name: string, content: string | Uint8Array, ...more: string[]) {
  const [input, out] = [join(dir, name), join(dir, 'out.json')];
  await writeFile(input, content);
  const code = await importPack([format, input, '--out', out, '--on', '2026-11-22', ...more]);
  const { pack, problems } = readPack(JSON.parse(await readFile(out, 'utf8')));
  expect(problems).toEqual([]);
  return { code, names: pack?.entities.map((entity) => entity.name), pack };
}

test.each<[string, string | Uint8Array]>([
  ['a dump', dump(item(42, 'Douglas Adams'))],
  ['a dump packed by gzip, whatever its name', gzipSync(dump(item(42, 'Douglas Adams')))],
  ['bare lines', `${JSON.stringify(item(42, 'Douglas Adams'))}\r\n\r\n`],
  ['an entity export on one line', JSON.stringify({ entities: { Q42: item(42, 'Douglas Adams') } })],
  ['an entity export over many lines', JSON.stringify({ entities: { Q42: item(42, 'Douglas Adams') } }, null, 2)],
  ['a list over many lines', JSON.stringify([item(42, 'Douglas Adams')], null, 2)],
  [
    'the results of a query',
    JSON.stringify({
      head: { vars: ['item', 'itemLabel'] },
      results: {
        bindings: [{ item: { value: 'http://www.wikidata.org/entity/Q42' }, itemLabel: { value: 'Douglas Adams' } }],
      },
    }),
  ],
])('Wikidata is imported from %s', async (_, content) => {
  const { code, pack } = await imported('wikidata', 'input', content);
  expect(code).toBe(0);
  expect(pack).toMatchObject({
    id: 'input',
    released: '2026-11-22',
    entities: [{ id: 'q42', name: 'Douglas Adams', wikidata: 'Q42' }],
  });
});

test('items are chosen by class, country and a file of ids; offices are named with a file of labels', async () => {
  const value = (id: string) => [{ mainsnak: { snaktype: 'value', datavalue: { value: { id } } }, rank: 'normal' }];
  const mayor = { ...item(1, 'First One'), claims: { P31: value('Q5'), P27: value('Q794'), P39: value('Q30185') } };
  mayor.labels = { ...mayor.labels, fa: { language: 'fa', value: 'یکم' } } as typeof mayor.labels;
  const town = { ...item(2, 'Second One'), claims: { P31: value('Q515'), P17: value('Q794') } };
  const [ids, labels] = [join(dir, 'ids.txt'), join(dir, 'labels.tsv')];
  await writeFile(ids, 'Q1, Q7');
  await writeFile(labels, 'Q30185\tmayor\nnot a label\n');
  const names = async (...more: string[]) =>
    (await imported('wikidata', 'dump.json', dump(mayor, town), ...more)).names;
  expect(await names('--country', 'Q794')).toEqual(['First One', 'Second One']);
  expect(await names('--class', 'Q515', '--class', 'Q532')).toEqual(['Second One']);
  expect(await names('--ids', ids)).toEqual(['First One']);
  await expect(names('--class', 'Q515', '--ids', ids)).rejects.toThrow('left out: 2 not chosen');
  const { pack } = await imported('wikidata', 'dump.json', dump(mayor), '--labels', labels, '--languages', 'fa,en');
  expect(pack?.entities).toMatchObject([
    { name: 'یکم', names: [{ text: 'First One', lang: 'en' }], roles: [{ title: 'mayor' }] },
  ]);
});

test('a line that cannot be read is reported with its number, and the run goes on', async () => {
  const lines = [
    JSON.stringify(item(1, 'First One')),
    '{"type": "item", "id"',
    '[1]',
    JSON.stringify(item(2, 'Second One')),
    JSON.stringify(item(1, 'First One')),
  ];
  const { code, names } = await imported('wikidata', 'lines.json', lines.join('\n'));
  expect(code).toBe(1);
  expect(names).toEqual(['First One', 'Second One']);
  expect(told.join('\n')).toMatch(
    /line 2: expected JSON.*\nline 3: expected an object, found 1.*\n.*1 repeated ones joined/u,
  );
});

test('listings of FollowTheMoney are joined to those whom they list, on whatever line', async () => {
  const lines = [
    {
      id: 's1',
      schema: 'Sanction',
      properties: { entity: ['c1'], authority: ['Office of Examples'], startDate: ['2019'] },
    },
    { id: 'c1', schema: 'Company', caption: 'Example Trading', properties: { name: ['Example Trading'] } },
    { id: 's2', schema: 'Sanction', properties: { entity: ['c1'], authority: ['Council of Examples'] } },
  ];
  const { code, pack } = await imported(
    'ftm',
    'entities.ftm.json',
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  expect(code).toBe(0);
  expect(pack?.entities[0]?.statements?.map(({ text }) => text)).toEqual([
    'Listed by Office of Examples in 2019.',
    'Listed by Council of Examples.',
  ]);
  expect(told.at(-1)).toContain('left out: 2 schema Sanction');
});

test.each([
  ['commas', 'name,aliases\r\n"Example, Inc.","Example; Ex Inc"\r\n'],
  ['semicolons', '\uFEFFname;aliases\nExample, Inc.;"Example; Ex Inc"\n'],
  ['tabs', 'name\taliases\nExample, Inc.\tExample; Ex Inc\n'],
])('a table with %s is imported', async (_, content) => {
  const { code, pack } = await imported('csv', 'table.csv', content, '--kind', 'organisation', '--id', 'mine');
  expect(code).toBe(0);
  expect(pack?.entities).toMatchObject([
    {
      id: 'mine-example-inc',
      kind: 'organisation',
      name: 'Example, Inc.',
      names: [{ text: 'Example', kind: 'variant' }, { text: 'Ex Inc' }],
    },
  ]);
});

test('a column can be named by hand, and a row with too many cells is reported', async () => {
  const { code, names } = await imported('csv', 'table.csv', 'Wer,Was\nExample House,x\na,b,c\n', '--map', 'Wer=name');
  expect(code).toBe(1);
  expect(names).toEqual(['Example House']);
  expect(told.join('\n')).toMatch(
    /columns: Wer = name\n.*found "Was".*\n.*column "kind".*\nrow 3: expected 2 cells, found 3/u,
  );
});

test('claim reviews are imported as positions', async () => {
  const review = {
    '@type': 'ClaimReview',
    url: 'https://checks.example/1',
    claimReviewed: 'The moon is made of cheese.',
    author: { name: 'Example Checks' },
    itemReviewed: { author: { '@type': 'Organization', name: 'Moon Society' } },
    reviewRating: { alternateName: 'False' },
  };
  const { pack } = await imported(
    'claimreview',
    'feed.json',
    JSON.stringify({ dataFeedElement: [{ item: [review] }] }, null, 1),
  );
  expect(pack?.entities[0]?.disputes?.[0]?.positions.map(({ holder }) => holder)).toEqual([
    'Moon Society',
    'Example Checks',
  ]);
});

test('a pack may be written packed', async () => {
  await writeFile(join(dir, 'in.json'), dump(item(42, 'Douglas Adams')));
  await importPack(['wikidata', join(dir, 'in.json'), '--out', join(dir, 'out.json.gz')]);
  expect(readPack(JSON.parse(gunzipSync(await readFile(join(dir, 'out.json.gz'))).toString())).problems).toEqual([]);
});

test.each<[string, Uint8Array, RegExp]>([
  [
    'a gzip file that is cut short',
    gzipSync(dump(item(1, 'First One'), item(2, 'Second One'))).subarray(0, -30),
    /unexpected end/u,
  ],
])('%s ends the import, and what was there before stays', async (_, content, message) => {
  const out = join(dir, 'out.json');
  await writeFile(out, 'before');
  await writeFile(join(dir, 'input'), content);
  await expect(importPack(['wikidata', join(dir, 'input'), '--out', out])).rejects.toThrow(message);
  expect(await readFile(out, 'utf8')).toBe('before');
  expect((await readdir(dir)).sort()).toEqual(['input', 'out.json']);
});

test('says how to unpack a file packed by bzip2', async () => {
  await writeFile(join(dir, 'dump.bz2'), 'BZh91AY&SY');
  await expect(importPack(['wikidata', join(dir, 'dump.bz2'), '--out', join(dir, 'out.json')])).rejects.toThrow(
    /found a file packed by bzip2; .*bzcat FILE/u,
  );
});

test('a gzip file of one endless line is refused without being held', async () => {
  await writeFile(join(dir, 'bomb.gz'), gzipSync(Buffer.alloc(70 * 2 ** 20, 'x')));
  await expect(importPack(['wikidata', join(dir, 'bomb.gz'), '--out', join(dir, 'out.json')])).rejects.toThrow(
    'nothing',
  );
  expect(told[0]).toMatch(/line 1: expected JSON in UTF-8, found a line of more than 64 MB/u);
});

test('bytes that are not UTF-8 spoil their own line only', async () => {
  const content = Buffer.concat([
    Buffer.from('{"id": "Q1", "labels": "\xff"}\n', 'latin1'),
    Buffer.from(JSON.stringify(item(2, 'Second One'))),
  ]);
  const { code, names } = await imported('wikidata', 'input', content);
  expect([code, names]).toEqual([1, ['Second One']]);
});

test('an unknown format, kind or pack id is answered with what is expected', async () => {
  await expect(importPack(['excel', 'x', '--out', 'y'])).rejects.toThrow('wikidata|ftm|csv|claimreview');
  await expect(importPack(['csv', 'x', '--out', 'y', '--kind', 'robot'])).rejects.toThrow('person, organisation');
  await expect(importPack(['csv', 'x', '--out', 'y', '--id', '../x'])).rejects.toThrow('lower-case words');
});

/** The command as a process of its own, with text in and text out. */
function run(args: string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['cli/pack/main.ts', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`exit code ${code}`))));
    child.stdin.end(input);
  });
}

test('several processes give the same lines as one, and the same pack', async () => {
  const lines = Array.from({ length: 300 }, (_, i) =>
    JSON.stringify(item(i + 1, `Example House ${i.toString(36)} of Letters`)),
  );
  const convert = ['import', 'wikidata', '-', '--out', '-', '--on', '2026-11-22'];
  const parts = [0, 150].map((start) => lines.slice(start, start + 150).join('\n'));
  const [whole, ...pieces] = await Promise.all([lines.join('\n'), ...parts].map((input) => run(convert, input)));
  expect(pieces.join('')).toBe(whole);
  const [direct, gathered] = [join(dir, 'direct.json'), join(dir, 'gathered.json')];
  const about = ['--on', '2026-11-22', '--id', 'houses', '--description', 'Houses'];
  await writeFile(join(dir, 'items.json'), lines.join('\n'));
  await writeFile(join(dir, 'records.jsonl'), pieces.join(''));
  await importPack(['wikidata', join(dir, 'items.json'), '--out', direct, ...about]);
  await importPack(['records', join(dir, 'records.jsonl'), '--out', gathered, ...about]);
  expect(await readFile(gathered, 'utf8')).toBe(await readFile(direct, 'utf8'));
  expect(readPack(JSON.parse(await readFile(direct, 'utf8'))).pack?.entities).toHaveLength(300);
}, 60_000);

test('the lines of the documentation divide the work, and give the pack that one process gives', async () => {
  const items = Array.from({ length: 40 }, (_, i) => item(i + 1, `Example House ${i.toString(36)} of Letters`));
  await writeFile(join(dir, 'dump.json'), dump(...items));
  const script = /```sh\n(split[^`]*)```/u.exec(await readFile('docs/user/packs.md', 'utf8'))?.[1] ?? 'exit 9';
  const { status } = spawnSync('sh', ['-ec', script.replaceAll('work/', `${dir}/`)], { stdio: 'ignore' });
  expect(status).toBe(0);
  const one = join(dir, 'one.json');
  await importPack(['wikidata', join(dir, 'dump.json'), '--out', one, '--id', 'my-pack', '--description', 'x']);
  const read = async (file: string) => ({ ...JSON.parse(await readFile(file, 'utf8')), description: 'x' });
  expect(await read(join(dir, 'pack.sidelight.json'))).toEqual(await read(one));
}, 120_000);

test('the table of the documentation is a table that the import understands', async () => {
  const [head, , ...rows] = [...(await readFile('docs/user/packs.md', 'utf8')).matchAll(/^ {3}\|(.*)\|$/gmu)].map(
    ([, row]) => row!.split('|').map((cell) => cell.trim()),
  );
  const { code, pack } = await imported(
    'csv',
    'table.csv',
    [head, ...rows].map((row) => row!.map((cell) => `"${cell}"`).join(',')).join('\n'),
  );
  expect(code).toBe(0);
  expect(pack?.entities).toMatchObject([
    {
      kind: 'organisation',
      name: 'Example Trading Ltd',
      names: [{ text: 'Example Trading' }, { text: 'ETL' }],
      description: 'Trading company in Exampleton',
      statements: [{ text: 'It was founded in 1990.' }],
    },
  ]);
});

test('every remark is in the report, of which the first fifty are printed', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `Tilda Marrow ${'abcdefghij'[i % 10]}${i},NaN-${i}`);
  const report = join(dir, 'remarks.txt');
  await imported('csv', 'many.csv', `name,born\n${rows.join('\n')}\n`, '--report', report);
  const remarks = (await readFile(report, 'utf8')).trimEnd().split('\n');
  const printed = told.filter((text) => remarks.includes(text));
  expect(remarks.length).toBeGreaterThanOrEqual(60);
  for (const i of rows.keys()) expect(remarks.some((remark) => remark.includes(`NaN-${i}`))).toBe(true);
  expect(printed).toHaveLength(50);
  expect(told).toContain(`and ${remarks.length - 50} more remarks: all of them are in ${report}`);
});
