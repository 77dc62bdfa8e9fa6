import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cite, context, entity, passed, source, statement } from '../../src/dataset/builders.ts';
import { canonicalJson, canonicalList } from '../../src/dataset/canonical.ts';
import { type Entity, entitySchema, packInfoSchema, type Source, sourceSchema } from '../../src/dataset/schema.ts';
import { shortHash } from '../../src/dataset/short-hash.ts';
import { translatedTextSchema } from '../../src/dataset/translations/schema.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { exportPack } from './export.ts';
import { format } from './format.ts';
import { asExchange, readInput } from './input.ts';
import { knowledgeFiles } from './knowledge.ts';
import { create } from './new.ts';
import { report } from './report.ts';

let dir: string;
let printed: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pack-'));
  printed = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
  for (const file of Object.values(knowledgeFiles)) await writeFile(join(dir, file), '[]');
  const { publishers } = context([]);
  await writeFile(join(dir, knowledgeFiles.publishers), JSON.stringify(publishers));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

async function writePack(id: string, entities: Entity[], sources: Source[]): Promise<string> {
  const folder = join(dir, id);
  const info = { id, title: id, description: id, language: 'en', license: 'CC-BY-4.0', released: '2026-11-22' };
  await mkdir(join(folder, 'entities'), { recursive: true });
  await mkdir(join(folder, 'sources'), { recursive: true });
  await writeFile(join(folder, 'pack.json'), canonicalJson(info, packInfoSchema));
  for (const record of entities)
    await writeFile(join(folder, 'entities', `${record.id}.json`), canonicalJson(passed(record), entitySchema));
  for (const record of sources)
    await writeFile(join(folder, 'sources', `${record.id}.json`), canonicalJson(record, sourceSchema));
  return folder;
}

const shown = () => printed.join('\n');

test('check passes a sound dataset and counts it', async () => {
  await writePack('p', [entity('a')], [source('alpha')]);
  expect(await check(['--data', dir])).toBe(0);
  expect(shown()).toContain('p: 1 entities, 1 sources; 0 problems');
});

test('check names the file, what was expected, what was found and what to do', async () => {
  const folder = await writePack('p', [entity('a', { description: 'x'.repeat(130) })], [source('alpha')]);
  expect(await check(['--data', dir])).toBe(1);
  expect(shown()).toContain(`${join(folder, 'entities', 'a.json').slice(-20)}:5\n`);
  expect(shown()).toMatch(/description: expected at most 120 characters\n {4}found 130: .*\n {4}to do: shorten it/u);
});

test.each<[string, string, string, RegExp]>([
  ['that is not JSON', 'entities/b.json', '{"id": "b",}', /expected JSON in UTF-8/u],
  ['that is not UTF-8', 'entities/b.json', '\xff', /expected JSON in UTF-8/u],
  ['that is empty', 'entities/b.json', '', /expected JSON in UTF-8/u],
  [
    'named otherwise than its id',
    'entities/b.json',
    '{"id": "c", "kind": "place", "name": "C"}',
    /give the file the name of its id/u,
  ],
  ['with an unknown key', 'sources/s.json', '{"id": "s", "colour": 1}', /the key "colour"/u],
  ['with a key that is misspelt', 'sources/s.json', '{"id": "s", "titel": 1}', /did you mean "title"\?/u],
  ['with a value that is misspelt', 'entities/b.json', '{"id": "b", "kind": "persn"}', /did you mean "person"\?/u],
  [
    'without a value that must be there',
    'entities/b.json',
    '{"id": "b", "name": "B"}',
    /kind: [\s\S]+ found nothing\s+to do: add it/u,
  ],
  ['in another form', 'entities/b.json', JSON.stringify(entity('b')), /pack -- format/u],
  [
    'of a pack with another id',
    'pack.json',
    '{"id": "q", "title": "q", "description": "q", "language": "en", "license": "x", "released": "2026-01-01"}',
    /name the folder as the pack/u,
  ],
])('check refuses a file %s', async (_, file, content, message) => {
  const folder = await writePack('p', [entity('a')], [source('alpha')]);
  await writeFile(join(folder, file), Buffer.from(content, 'latin1'));
  expect(await check(['--data', dir])).toBe(1);
  expect(shown()).toMatch(message);
});

test('a record that cannot be read is not also reported as missing', async () => {
  const folder = await writePack('p', [entity('a', { related: [{ id: 'b', kind: 'part of' }] })], [source('alpha')]);
  await writeFile(join(folder, 'entities', 'b.json'), '{');
  await check(['--data', dir]);
  expect(shown()).not.toContain('known-entity');
  expect(shown()).toContain('1 problem');
});

test('check of one pack leaves the problems of the others out', async () => {
  const good = await writePack('good', [entity('a')], [source('alpha')]);
  const bad = await writePack('bad', [entity('b', { description: ' ' })], []);
  expect(await check(['--data', dir, good])).toBe(0);
  expect(await check(['--data', dir, bad])).toBe(1);
});

test('check of a file tells what it would take from the dataset, and names that are common words', async () => {
  await writePack('p', [entity('a')], [source('alpha')]);
  const out = join(dir, 'other.json');
  const there = await asExchange(join(dir, 'p'));
  const other = { ...there, id: 'other', title: 'Other' };
  await writeFile(out, JSON.stringify({ ...other, entities: [entity('a', { name: 'Court' })] }));
  expect(await check(['--data', dir, out])).toBe(0);
  expect(shown()).toContain('[taken-id]');
  expect(shown()).toContain('[common-word]');
  expect(shown()).toContain('other: 1 entities, 1 sources; 0 problems, 2 remarks');
  for (const taken of [{ id: 'p' }, { title: there.title }]) {
    await writeFile(out, JSON.stringify({ ...other, ...taken }));
    expect(await check(['--data', dir, out])).toBe(1);
  }
});

test('format writes the one form, which check accepts, and says what it wrote', async () => {
  const folder = await writePack('p', [entity('a')], [source('alpha')]);
  const file = join(folder, 'entities', 'a.json');
  await writeFile(file, JSON.stringify(Object.fromEntries(Object.entries(passed(entity('a'))).reverse())));
  expect(await format(['--data', dir])).toBe(0);
  expect(shown()).toContain('a.json: written');
  expect(await check(['--data', dir])).toBe(0);
});

test('format names a file that is not JSON and leaves it alone', async () => {
  const folder = await writePack('p', [entity('a')], [source('alpha')]);
  const file = join(folder, 'entities', 'a.json');
  await writeFile(file, '{"id": "a"');
  expect(await format([folder])).toBe(1);
  expect(await readFile(file, 'utf8')).toBe('{"id": "a"');
  expect(shown()).toContain('correct the file first');
});

test('a new entity passes the check, and is never written over another', async () => {
  await writePack('p', [entity('a')], [source('alpha')]);
  expect(await create(['person', 'jane-roe', '--pack', 'p', '--data', dir])).toBe(0);
  expect(await check(['--data', dir])).toBe(0);
  await expect(create(['place', 'jane-roe', '--pack', 'p', '--data', dir])).rejects.toThrow('there already');
  await expect(create(['robot', 'x', '--pack', 'p', '--data', dir])).rejects.toThrow('one of person');
  await expect(create(['place', '../x', '--pack', 'p', '--data', dir])).rejects.toThrow('lower-case words');
});

test('a built pack carries the sources that it cites in packs beside it, and is read back without a difference', async () => {
  const own = await writePack(
    'own',
    [entity('a', { statements: [statement('It was.', { citations: cite('beta') })] })],
    [],
  );
  await writePack('other', [entity('b')], [source('alpha'), source('beta')]);
  for (const name of ['own.sidelight.json', 'own.sidelight.json.gz']) {
    const out = join(dir, name);
    expect(await build([own, '--out', out])).toBe(0);
    printed.length = 0;
    await diff([own, out]);
    expect(shown()).toBe('## Sources\n\n- new: beta');
    printed.length = 0;
    await build([out, '--out', join(dir, 'again.json')]);
    await diff([out, join(dir, 'again.json')]);
    expect(shown()).toContain('Nothing changed.');
  }
});

test.each<[string, Uint8Array, RegExp]>([
  ['is not JSON', Buffer.from('no'), /expected a pack in JSON/u],
  ['is cut short', gzipSync('{"format": "sidelight-pack"}').subarray(0, 20), /whole gzip file/u],
  ['lacks parts', Buffer.from('{"format": "sidelight-pack"}'), /title: expected a text, found nothing; add it/u],
])('build refuses a file that %s and says why', async (_, bytes, message) => {
  const file = join(dir, 'x.sidelight.json');
  await writeFile(file, bytes);
  await expect(build([file, '--out', join(dir, 'out.json')])).rejects.toThrow(message);
  await expect(readFile(join(dir, 'out.json'))).rejects.toThrow('ENOENT');
});

test('a file that is too large, or unpacks to too much, is refused before it is read', async () => {
  const [large, bomb] = [join(dir, 'large.json'), join(dir, 'bomb.json.gz')];
  await writeFile(large, ' '.repeat(2000));
  await writeFile(bomb, gzipSync(Buffer.alloc(100_000)));
  await expect(readInput(large, 1000)).rejects.toThrow('at most 1000 bytes, found 2000');
  await expect(readInput(bomb, 1000)).rejects.toThrow('at most 1000 bytes unpacked');
});

test('diff tells a reader what is new, removed and changed', async () => {
  const old = await writePack('old', [entity('a'), entity('b')], [source('alpha')]);
  const now = await writePack('now', [entity('b', { name: 'House B' }), entity('c')], [source('alpha')]);
  await diff([old, now]);
  expect(shown()).toBe(
    '## New\n\n- House of c\n\n## Removed\n\n- House of a\n\n## Changed\n\n- House B\n  - name: House of b → House B',
  );
});

test('report counts kinds, publishers, checks and the names that fire on a folder of texts', async () => {
  await writePack('p', [entity('a', { name: 'Aldgate Chess Club' })], [source('alpha')]);
  await mkdir(join(dir, 'news'));
  await writeFile(join(dir, 'news', 'one.txt'), 'The Aldgate Chess Club met.\n\nNobody met the Aldgate Chess Club.\n');
  await report(['--data', dir, '--news', join(dir, 'news'), '--json']);
  expect(JSON.parse(shown())).toMatchObject({
    kinds: { organisation: 1 },
    publisherTypes: { 'newspaper or broadcaster': 1 },
    checked: { 'stored copy': 1 },
    stale: [],
    firing: { words: 11, mentions: 2, names: [{ entity: 'a', name: 'Aldgate Chess Club', count: 2 }] },
  });
  printed.length = 0;
  await report(['--data', dir, '--news', join(dir, 'news')]);
  expect(shown()).toContain('2 in 11 words');
});

test('sources are exported as one list of references, entities as lines of FollowTheMoney', async () => {
  const folder = await writePack('p', [entity('a'), entity('b', { kind: 'place' })], [source('alpha')]);
  const exported = async (format: string) => {
    const out = join(dir, `out.${format}`);
    expect(await exportPack([format, folder, '--out', out])).toBe(0);
    return readFile(out, 'utf8');
  };
  expect(JSON.parse(await exported('csl'))).toMatchObject([{ id: 'alpha', title: 'Report of alpha' }]);
  expect(await exported('ris')).toMatch(/^TY {2}- /u);
  expect(await exported('bibtex')).toMatch(/^@/u);
  expect(JSON.parse(await exported('ftm'))).toMatchObject({ id: 'a', schema: 'Organization', datasets: ['p'] });
  expect(shown()).toContain('left out: 1 places and terms');
  await expect(exportPack(['pdf', folder])).rejects.toThrow('ftm|ris|bibtex');
});

test('every rule that a message can name is explained in the documentation', async () => {
  const files = [...globSync('src/dataset/**/*.ts'), ...globSync('cli/pack/*.ts')].filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const code = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const named = new Set([...code.matchAll(/rule: '([a-z-]+)'/gu)].map(([, rule]) => rule!));
  const docs = await readFile('docs/user/packs.md', 'utf8');
  expect(named.size).toBeGreaterThan(30);
  expect([...named].filter((rule) => !docs.includes(`\`${rule}\``))).toEqual([]);
});

test('check names the line of a translation, and tells of one whose English has changed', async () => {
  await writePack('p', [entity('a')], [source('alpha')]);
  const text = (at: string, english: string, text: string) => ({ at, of: shortHash(english), text });
  const lines = [text('name', 'House of cards', 'Kartenhaus'), text('statements[0]', 'It was a club.', 'Klub, 1988.')];
  const file = join(dir, 'p', 'translations', 'de', 'a.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, canonicalList(lines, translatedTextSchema));
  expect(await check(['--data', dir])).toBe(1);
  expect(shown()).toMatch(/a\.json:3\n {2}\[1\]: expected the numbers of "It was a club\."\n.*1988/u);
  expect(shown()).toMatch(/a\.json:2: of an English that has changed or is gone: name/u);
  expect(shown()).toContain('de: 0 of 1 cards whole');
});
