import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fact, source } from '../../src/dataset/builders.ts';
import { canonicalJson, canonicalLine } from '../../src/dataset/canonical.ts';
import { type Entity, entitySchema, packInfoSchema } from '../../src/dataset/schema.ts';
import { check } from './check.ts';
import { readDataset, readOpenDataset } from './files.ts';
import { knowledgeFiles } from './knowledge.ts';
import { sourceListSchema } from './open-data.ts';
import { report } from './report.ts';

let dir: string;
let printed: string[];

const sources = ['one', 'two'].map((id) =>
  source(id, {
    type: 'dataset',
    title: `Data of ${id}`,
    license: 'CC0-1.0',
    version: 'abc',
    issued: { 'date-parts': [[2026, 11, 1]] },
  }),
);
const record = (id: string, from = 'one'): Entity => ({
  id,
  kind: 'place',
  name: `Place ${id}`,
  facts: [fact('type', 'capital', { source: from })],
});
const lines = (...records: Entity[]) => records.map((each) => `${canonicalLine(each, entitySchema)}\n`).join('');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'open-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  for (const file of Object.values(knowledgeFiles)) await writeFile(join(dir, file), '[]');
  await mkdir(join(dir, 'world'));
  const info = {
    id: 'world',
    title: 'w',
    description: 'w',
    language: 'en',
    license: 'CC0-1.0',
    released: '2026-11-22',
  };
  await write('pack.json', canonicalJson(info, packInfoSchema));
  await write('sources.json', canonicalJson(sources, sourceListSchema));
  await write('NOTICE', 'Data of one, CC0-1.0; Data of two, CC0-1.0');
  await write('one.jsonl', lines(record('a'), record('b')));
  await write('two.jsonl', lines(record('a', 'two')));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

const write = (name: string, content: string) => writeFile(join(dir, 'world', name), content);
const shown = () => printed.join('\n');

test('check passes extracts, and counts what several sources tell of one entity once', async () => {
  expect(await check(['--data', dir])).toBe(0);
  expect(shown()).toContain('world: 2 entities, 2 sources; 0 problems');
});

test('packs of open data stand apart from the edited ones', async () => {
  expect(await readDataset(dir)).toEqual([]);
  const [world] = await readOpenDataset(dir);
  expect(world!.pack.entities.map(({ id, facts }) => [id, facts!.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('report counts the facts, by what the entities are and by source', async () => {
  await report(['--data', dir]);
  expect(shown()).toContain('world: 2 entities, 0 statements, 3 facts');
  expect(shown()).toMatch(/by what they are\n {5}2 {2}capital/u);
  expect(shown()).toMatch(/by source\n {5}2 {2}one\n {5}1 {2}two/u);
});

test.each<[string, string, string, RegExp]>([
  ['a line that is cut', 'one.jsonl', '{"id":"a","kind"\n', /one\.jsonl:1\n.*expected one record in JSON/u],
  ['a record without a name', 'one.jsonl', '{"id":"a","kind":"place"}\n', /name: expected a text/u],
  ['keys in another order', 'one.jsonl', '{"kind":"place","id":"a","name":"A"}\n', /expected keys in the order/u],
  ['records out of their order', 'one.jsonl', lines(record('b'), record('a')), /found a after b/u],
  ['one record twice', 'one.jsonl', lines(record('a'), record('a')), /found a after a/u],
  [
    'an entity without a fact',
    'one.jsonl',
    lines({ ...record('a'), facts: [] }, { ...record('c'), facts: [] }),
    /\[dated-fact\]/u,
  ],
  ['a NOTICE that leaves a source out', 'NOTICE', 'Data of one, CC0-1.0', /\[notice\]/u],
  ['an extract that belongs to no source', 'three.jsonl', '', /three\.jsonl.*\n.*expected a source of this name/u],
  ['a source without a licence', 'sources.json', '', /license on the source of a fact/u],
])('check refuses %s', async (what, file, content, message) => {
  if (what.startsWith('a source')) {
    const [{ license: _, ...bare }, other] = sources as [(typeof sources)[0], (typeof sources)[0]];
    await write(file, canonicalJson([bare, other], sourceListSchema));
  } else await write(file, content);
  expect(await check(['--data', dir])).toBe(1);
  expect(shown()).toMatch(message);
});

test('check names the line of a record', async () => {
  await write('two.jsonl', lines(record('a', 'two'), { ...record('z', 'two'), name: '<i>Z</i>' }));
  await check(['--data', dir]);
  expect(shown()).toMatch(/two\.jsonl:2\n {2}name: expected plain text/u);
  expect(await readFile(join(dir, 'world', 'two.jsonl'), 'utf8')).toContain('<i>');
});
