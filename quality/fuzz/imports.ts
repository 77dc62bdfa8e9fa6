/** What must hold of every reader of imports: what goes in comes out or is reported, and a file that gives nothing replaces nothing. */
import { mkdtempSync } from 'node:fs';
import { readFile as load, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { importPack } from '../../cli/pack/import.ts';
import { readPack } from '../../src/dataset/read.ts';
import { type FileOptions, lookAt, UnreadableFile } from '../../src/import/input.ts';
import { readFile } from '../../src/import/read-file.ts';
import type { PlacedOutcome } from '../../src/import/record.ts';
import { anyText, hostileText } from './inputs.ts';
import { must, type Target } from './must.ts';

const options: FileOptions = {
  today: '2026-11-22',
  languages: ['en'],
  wordRank: (word) => ({ the: 1 })[word],
  choice: {},
  labels: new Map(),
  prefix: 'p',
  columns: {},
  onMapping: () => undefined,
  libraries: () => import('../../src/import/libraries.ts'),
};

/** The file in pieces of `size` bytes, so that nothing depends on where they are cut. */
async function outcomesOf(bytes: Uint8Array, size = bytes.length || 1): Promise<PlacedOutcome[]> {
  async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: PlacedOutcome[] = [];
  for await (const reading of readFile(await lookAt({ open, again: true }), undefined, options)) {
    const { record, skipped, remark, problems } = reading;
    must([record, skipped, remark].filter((each) => each !== undefined).length <= 1, 'a reading that is two things');
    must(record !== undefined || skipped !== undefined || problems.length > 0, 'a reading that says nothing');
    must(
      problems.every(({ expected, found: what, todo }) => Boolean(expected && what && todo)),
      'a problem that does not say what to do',
    );
    found.push(reading);
  }
  return found;
}

const counted = (found: readonly PlacedOutcome[]) => found.filter(({ remark }) => !remark).length;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A word that no reader takes for an empty row or an end of its own, with whatever else behind it. */
const cell = fc
  .tuple(fc.constantFrom('Tilda', 'Orson', 'the', '=A1', '#N/A', 'x'), fc.oneof(anyText, hostileText))
  .map(([head, rest]) => `${head} ${rest}`);
const oneLine = cell.map((text) => text.replace(/\s+/g, ' '));
const inXml = (text: string) =>
  [...text]
    .filter((char) => /[\p{L}\p{N}\p{P}\p{S} ]/u.test(char))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const rowEnds = fc.constantFrom('\n', '\r\n', '\r');

const table = fc.asyncProperty(
  fc.array(fc.tuple(cell, cell, rowEnds), { minLength: 1, maxLength: 30 }),
  fc.constantFrom(',', ';', '\t'),
  fc.integer({ min: 1, max: 200 }),
  async (rows, separator, size) => {
    // Replacement and control characters are damage: their rows are reported too, so they count.
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const text = `name${separator}description\n${rows.map(([a, b, end]) => `${quoted(a)}${separator}${quoted(b)}${end}`).join('')}`;
    const found = await outcomesOf(utf8(text), size);
    must(counted(found) === rows.length, `${rows.length} rows gave ${counted(found)} outcomesOf`);
  },
);

const spreadsheet = fc.asyncProperty(
  fc.array(fc.tuple(oneLine, oneLine), { minLength: 1, maxLength: 10 }),
  fc.constantFrom(writeXlsx, writeOds),
  async (rows, write) => {
    const clean = rows.map((row) =>
      row.map((text) => [...text].filter((char) => /[\p{L}\p{N}\p{P} ]/u.test(char)).join('')),
    );
    const found = await outcomesOf(await write({ sheets: [{ name: 'A', rows: [['name', 'description'], ...clean] }] }));
    must(counted(found) === rows.length, `${rows.length} rows gave ${counted(found)} outcomesOf`);
  },
);

/** A row of OpenDocument as it is written: how often it and its last cell stand, and whether the last cell is a formula without a value. */
const repeating = fc.asyncProperty(
  fc.array(fc.tuple(oneLine, fc.nat(2 ** 22), fc.nat(2 ** 16), fc.boolean()), { minLength: 1, maxLength: 10 }),
  async (rows) => {
    const cell = (text: string, repeats: number, formula = false) =>
      `<table:table-cell table:number-columns-repeated="${repeats}"${formula ? ' table:formula="of:=A1"/>' : `><text:p>${inXml(text)}</text:p></table:table-cell>`}`;
    const row = (cells: string, repeats: number) =>
      `<table:table-row table:number-rows-repeated="${repeats}">${cells}</table:table-row>`;
    const body = rows.map(([text, down, right, formula]) =>
      row(cell(text, 1) + cell('', right) + cell('', 1, formula), down),
    );
    const content = `<o><table:table>${row(cell('name', 1) + cell('kind', 1), 1)}${body.join('')}</table:table></o>`;
    const found = await outcomesOf(
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8(content),
      }),
    );
    must(counted(found) === rows.length, `${rows.length} rows gave ${counted(found)} outcomesOf`);
  },
);

/** Formats of which each record gives one reading, and how a file of them is written. */
const writers: Record<string, (names: readonly string[]) => string> = {
  'lists of JSON': (names) => JSON.stringify(names.map((name) => ({ name, kind: 'person' }))),
  'JSON, one object a line': (names) => names.map((name) => JSON.stringify({ name, other: 1 })).join('\n'),
  'results of queries': (names) =>
    JSON.stringify({
      head: { vars: ['itemLabel'] },
      results: { bindings: names.map((value) => ({ itemLabel: { type: 'literal', value } })) },
    }),
  'items of Wikidata': (names) =>
    names
      .map((value, i) => JSON.stringify({ type: 'item', id: `Q${i + 1}`, labels: { en: { value } }, claims: {} }))
      .join('\n'),
  'items of the REST interface': (names) =>
    JSON.stringify(names.map((value, i) => ({ type: 'item', id: `Q${i + 1}`, labels: { en: value }, statements: {} }))),
  FollowTheMoney: (names) =>
    names
      .map((name, i) => JSON.stringify({ id: `NK-${i}`, schema: 'Person', properties: { name: [name] } }))
      .join('\n'),
  'delta files': (names) =>
    names
      .map((name, i) =>
        JSON.stringify({
          op: i % 3 ? 'ADD' : 'DEL',
          entity: { id: `NK-${i}`, schema: 'Person', properties: { name: [name] } },
        }),
      )
      .join('\n'),
  statements: (names) =>
    `canonical_id,entity_id,prop,prop_type,schema,value\n${names.map((name, i) => `NK-${i},x,name,name,Person,"${name.replaceAll('"', '""').replace(/[\p{C}\ufffd]/gu, '')}"`).join('\n')}`,
  Popolo: (names) => JSON.stringify({ persons: names.map((name, i) => ({ id: String(i), name })) }),
  'CSL-JSON': (names) => JSON.stringify(names.map((title, i) => ({ id: String(i), type: 'book', title }))),
  RIS: (names) =>
    names.map((title) => `TY  - BOOK\r\nTI  - ${title.replace(/[\r\n\u2028\u2029]/g, ' ')}\r\nER  - \r\n`).join('\r\n'),
  BibTeX: (names) =>
    names.map((title, i) => `@book{k${i},\n  title = {${title.replace(/[^\p{L}\p{N} ]/gu, '')}}\n}\n`).join('\n'),
  TEI: (names) =>
    `<TEI><listPerson>${names.map((name) => `<person><persName>${inXml(name)}</persName></person>`).join('')}</listPerson></TEI>`,
};

const records = fc.asyncProperty(
  fc.constantFrom(...Object.keys(writers)),
  fc.array(oneLine, { minLength: 1, maxLength: 20 }),
  fc.integer({ min: 1, max: 500 }),
  async (format, names, size) => {
    const found = await outcomesOf(utf8(writers[format]!(names)), size);
    must(counted(found) === names.length, `${format}: ${names.length} records gave ${counted(found)} outcomesOf`);
  },
);

const claims = fc.asyncProperty(
  fc.array(fc.tuple(fc.constantFrom('Tilda Marrow', 'Orson Quell', ''), oneLine), { minLength: 1, maxLength: 20 }),
  fc.constantFrom('data', 'page', 'microdata'),
  async (list, form) => {
    const reviews = list.map(([name, claim], i) => ({
      '@type': 'ClaimReview',
      claimReviewed: claim.replace(/[^\p{L}\p{N} ]/gu, ''),
      url: `https://checks.example/${i}`,
      itemReviewed: { author: { name } },
    }));
    const json = JSON.stringify(reviews).replaceAll('</', '<\\/');
    const microdata = reviews.map(
      ({ claimReviewed, url, itemReviewed: { author } }) =>
        `<p itemscope itemtype="https://schema.org/ClaimReview"><a itemprop="url" href="${url}"><b itemprop="claimReviewed">${inXml(claimReviewed)}</b></a><i itemprop="itemReviewed" itemscope><i itemprop="author" itemscope><meta itemprop="name" content="${author.name}"></i></i></p>`,
    );
    const files: Record<typeof form, string> = {
      data: json,
      page: `<!doctype html><script type="application/ld+json">${json}</script>`,
      microdata: `<!doctype html>${microdata.join('')}`,
    };
    const found = await outcomesOf(utf8(files[form]));
    const told = found.reduce(
      (sum, { record }) =>
        sum + (record?.entity.disputes ?? []).reduce((all, { positions }) => all + positions.length - 1, 0),
      found.filter(({ skipped }) => skipped !== undefined).length,
    );
    must(told === list.length, `${list.length} reviews gave ${told}`);
  },
);

const dir = mkdtempSync(join(tmpdir(), 'fuzz-imports-'));
const seeds = await Promise.all([
  ...Object.values(writers).map(async (write) => utf8(write(['Tilda Marrow', 'Orson Quell']))),
  writeXlsx({ sheets: [{ name: 'A', rows: [['name'], ['Tilda Marrow']] }] }),
  writeOds({ sheets: [{ name: 'A', rows: [['name'], ['Tilda Marrow']] }] }),
]);

/** Any file, and every seed with bytes put in, left out and exchanged. */
const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.oneof(fc.uint8Array({ maxLength: 12 }), hostileText.map(utf8))), {
          maxLength: 5,
        }),
      )
      .map(([seed, changes]) => {
        let file = seed;
        for (const [at, length, put] of changes) {
          const start = at % (file.length + 1);
          file = Uint8Array.from([...file.subarray(0, start), ...put, ...file.subarray(start + length)]);
        }
        return file;
      }),
  },
);

const anyFile = fc.asyncProperty(bytes, async (file) => {
  const [input, out] = [join(dir, 'input'), join(dir, 'out.json')];
  await writeFile(input, file);
  await writeFile(out, 'before');
  const { error } = console;
  console.error = () => undefined;
  try {
    await importPack([input, '--out', out, '--id', 'fuzz']);
    const { pack, problems } = readPack(JSON.parse(await load(out, 'utf8')));
    must(problems.length === 0 && (pack?.entities.length ?? 0) > 0, `a pack that is not sound: ${problems[0]?.found}`);
  } catch (failure) {
    must(failure instanceof UnreadableFile || /expected/.test(String(failure)), `expected a reason, found ${failure}`);
    must((await load(out, 'utf8')) === 'before', 'a pack was replaced by nothing');
  } finally {
    console.error = error;
  }
});

export const importTargets: Target[] = [
  { name: 'imports: rows of tables', turn: 100, property: table },
  { name: 'imports: rows of spreadsheets', turn: 30, property: spreadsheet },
  { name: 'imports: repeats of spreadsheets', turn: 100, property: repeating },
  { name: 'imports: records of every format', turn: 100, property: records },
  { name: 'imports: reviews of claims', turn: 100, property: claims },
  { name: 'imports: any file', turn: 50, property: anyFile },
];
