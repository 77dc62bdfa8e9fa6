import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entity, pack, source, statement } from '../../src/dataset/builders.ts';
import { canonicalJson } from '../../src/dataset/canonical.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { cardData } from '../../src/dataset/link.ts';
import { entitySchema, packInfoSchema, sourceSchema } from '../../src/dataset/schema.ts';
import type { CardTexts } from '../../src/dataset/translations/card-texts.ts';
import type { PackListing } from '../../src/worker/bundled-packs.ts';
import { compilePacks } from './compile.ts';
import { readDataset } from './files.ts';
import { format } from './format.ts';
import { translator } from './preview/translated.ts';
import { report } from './report.ts';
import { readTranslations } from './translate/files.ts';
import { translate } from './translate.ts';

let dir: string;
let printed: string[];
const club = entity('club', { statements: [statement('It was a club.'), statement('It had a hall.')] });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'translate-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  const { entities: _, sources: __, ...info } = pack([]);
  await write('data/test/pack.json', canonicalJson(info, packInfoSchema));
  await writeClub(club);
  await write('data/test/sources/alpha.json', canonicalJson(source('alpha'), sourceSchema));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

async function write(path: string, text: string): Promise<string> {
  const file = join(dir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}
const writeClub = (record: typeof club) => write('data/test/entities/club.json', canonicalJson(record, entitySchema));
const data = () => ['--data', join(dir, 'data')];
const texts = async () => JSON.parse(await readFile(join(dir, 'data/test/translations/de/club.json'), 'utf8'));

async function sheet(...args: string[]): Promise<string[][]> {
  const out = join(dir, 'out.tsv');
  await translate(['export', 'de', ...args, '--out', out, ...data()]);
  const lines = (await readFile(out, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => line.split('\t'));
}

/** Takes a sheet in whose rows the translations of `words` stand, with what the second reader says. */
async function take(rows: string[][], words: Record<string, string>, read = '', name = 'in.tsv'): Promise<number> {
  const [head, ...lines] = rows;
  const filled = lines.map((cells) =>
    cells.map((cell, i) => (i === 4 ? (words[cells[3]!] ?? cell) : i === 5 ? read : cell)),
  );
  const file = await write(name, [head!, ...filled].map((cells) => cells.join('\t')).join('\n'));
  return translate(['import', 'de', file, '--on', '2026-11-29', ...data()]);
}
const german = {
  'House of club': 'Klubhaus',
  'It was a club.': 'Es war ein Klub.',
  'It had a hall.': 'Es hatte einen Saal.',
  'newspaper, not a party': 'Zeitung, keine Partei',
  'Test pack': 'Testpaket',
  'Made for a test.': 'Für einen Test gemacht.',
};

test('a sheet lists what waits, and comes back as a text a line, with the second pass', async () => {
  const rows = await sheet();
  expect(rows.map(([entity, at, , english]) => [entity, at, english])).toEqual([
    ['entity', 'at', 'english'],
    ['club', 'name', 'House of club'],
    ['club', 'statements[0]', 'It was a club.'],
    ['club', 'statements[1]', 'It had a hall.'],
    ['', 'phrase', 'newspaper, not a party'],
    ['', 'phrase', 'Test pack'],
    ['', 'phrase', 'Made for a test.'],
  ]);
  expect(await take(rows, german, 'same')).toBe(0);
  const file = await readFile(join(dir, 'data/test/translations/de/club.json'), 'utf8');
  expect(file.split('\n')[2]).toMatch(
    /^ {2}\{"at":"statements\[0\]","of":"[0-9a-f]{16}","text":"Es war ein Klub\.","read":\{"on":"2026-11-29","as":"second reader","verdict":"same","of":"[0-9a-f]{16}"\}\},$/,
  );
  expect(await sheet()).toHaveLength(1);
  expect(await sheet('--unread')).toHaveLength(1);
  expect((await readTranslations(join(dir, 'data'))).problems).toEqual([]);
});

test('what was translated waits for a second reader, who may be kept from the English', async () => {
  await take(await sheet(), german);
  const rows = await sheet('--unread', '--blind');
  expect(rows[2]).toMatchObject(['club', 'statements[0]', expect.any(String), '', 'Es war ein Klub.', '', '']);
  await take(await sheet('--unread'), {}, 'same');
  expect(await sheet('--unread')).toHaveLength(1);
});

test('names the line of a text that differs, and does not pass it', async () => {
  await take(await sheet(), german, 'same');
  const rows = [
    ['entity', 'at', 'of', 'english', 'translation', 'read', 'note'],
    ['club', 'name', (await texts())[0].of, '', 'Klubhaus', '', 'it is a house of clubs'],
  ];
  await take(rows, {}, 'differs', 'verdict.tsv');
  expect(printed.join('\n')).toMatch(/verdict\.tsv:2: not passed: club name: it is a house of clubs/);
  expect((await sheet('--unread')).slice(1).map(([, at]) => at)).toEqual(['name']);
});

test('a changed English takes its translation out, and the sheet shows the earlier one', async () => {
  const rows = await sheet();
  await take(rows, german, 'same');
  await writeClub({ ...club, statements: [statement('It was a large club.'), ...club.statements!.slice(1)] });
  const [, waiting] = await sheet();
  expect(waiting).toMatchObject({
    1: 'statements[0]',
    3: 'It was a large club.',
    6: 'of an earlier English: Es war ein Klub.',
  });
  printed = [];
  await take(rows, german, 'same', 'old.tsv');
  expect(printed.join('\n')).toMatch(
    /old\.tsv:3: left out, since the English has changed or is gone: club statements\[0\]/,
  );
});

test.each([
  ['a head without its columns', 'entity\tenglish\n', /sheet\.tsv:1: expected the columns/],
  [
    'an unknown entity',
    'entity\tat\tof\ttranslation\nnobody\tname\t0\tNiemand\n',
    /sheet\.tsv:2: expected the id of an entity, found "nobody"/,
  ],
  [
    'another verdict',
    'entity\tat\tof\ttranslation\tread\nclub\tname\t0\tKlub\tgood\n',
    /sheet\.tsv:2: expected "same"/,
  ],
  [
    'a tab inside a text',
    'entity\tat\tof\ttranslation\nclub\tname\t0\tKlub\thaus\n',
    /sheet\.tsv:2: expected at most 4 columns/,
  ],
])('nothing is written of a sheet with %s', async (_, content, message) => {
  const file = await write('sheet.tsv', content);
  await expect(translate(['import', 'de', file, ...data()])).rejects.toThrow(message);
  expect((await readTranslations(join(dir, 'data'))).languages).toEqual([]);
});

test('the extension gets what was passed, beside the records of the same number', async () => {
  await take(await sheet(), german, 'same');
  await compilePacks(join(dir, 'data'), join(dir, 'packs'));
  const file = join(dir, 'packs/test/de/0.json');
  const [card] = JSON.parse(await readFile(file, 'utf8')) as [CardTexts];
  expect(card).toEqual({
    texts: { name: 'Klubhaus', 'statements[0]': 'Es war ein Klub.', 'statements[1]': 'Es hatte einen Saal.' },
    phrases: { 'newspaper, not a party': 'Zeitung, keine Partei' },
  });
  const list = JSON.parse(await readFile(join(dir, 'packs/list.json'), 'utf8')) as PackListing[];
  expect(list[0]?.said).toEqual({ de: { title: 'Testpaket', description: 'Für einen Test gemacht.' } });
});

test('the preview shows the card as its readers of a language see it', async () => {
  await take(await sheet(), { ...german, 'It had a hall.': '' }, 'same');
  const packs = (await readDataset(join(dir, 'data'))).map(({ pack }) => pack);
  const { languages } = await readTranslations(join(dir, 'data'));
  const library = createLibrary(packs);
  const card = cardData(library, 'club', '2026-11-29', 'de')!;
  expect(translator(library, ['test'], languages[0])(card)).toMatchObject({
    entity: { name: 'Klubhaus', statements: [{ text: 'Es war ein Klub.' }, { text: 'It had a hall.' }] },
    translation: { state: 'shown', kept: { 'It had a hall.': 'missing' } },
  });
  expect(translator(library, [], languages[0])(card)).toBe(card);
});

test('format writes translations in their one form', async () => {
  await take(await sheet(), german, 'same');
  const file = join(dir, 'data/test/translations/de/club.json');
  const written = await readFile(file, 'utf8');
  await writeFile(file, JSON.stringify(JSON.parse(written), null, 2));
  expect((await readTranslations(join(dir, 'data'))).problems.map(({ rule }) => rule)).toEqual(['format']);
  await format(data());
  expect(await readFile(file, 'utf8')).toBe(written);
});

test('the report counts what was passed in a language, and what waits', async () => {
  await take(await sheet(), { ...german, 'It had a hall.': '' }, 'same');
  await writeClub({ ...club, name: 'Hall of club' });
  await report(data());
  expect(printed.join('\n')).toContain(
    'de: 0 of 1 cards whole; name 0 of 1, statements 1 of 2, phrases 3 of 3\n  de: 1 of an English that has changed',
  );
});
