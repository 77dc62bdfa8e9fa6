/** The command line's contract, kept by running it as its users do. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePacks } from '../pack/compile.ts';
import { rivers } from './testing.ts';

function annotate(args: string[], input = '') {
  const run = spawnSync(process.execPath, ['cli/annotate/main.ts', ...args], { input, encoding: 'utf8' });
  return { ...run, lines: run.stdout.split('\n').filter(Boolean) };
}

const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
const packFile = join(folder, 'rivers.sidelight.json');
writeFileSync(packFile, JSON.stringify(rivers));
const own = ['--no-bundled', '--pack', packFile];

describe('--jsonl', () => {
  test('each line is answered by one line with its id, and every mention has the fields of the contract', () => {
    const documents = [
      {
        id: 7,
        text: '👉 Gertrude Bell saw the Karun River.\n\nBell went on.',
        title: 'A journey',
        lang: 'en',
        published: '1911-05-01',
      },
      { id: 'none', text: 'Nobody is named here.' },
    ];
    const { lines, status } = annotate(
      ['--jsonl', ...own],
      documents.map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    expect(status).toBe(0);
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(second).toEqual({ id: 'none', mentions: [] });
    expect(first.id).toBe(7);
    expect(first.mentions.map((one: { text: string; entity: string }) => [one.text, one.entity])).toEqual([
      ['Gertrude Bell', 'gertrude-bell'],
      ['Karun River', 'karun-river'],
      ['Bell', 'gertrude-bell'],
    ]);
    for (const mention of first.mentions) {
      expect(Object.keys(mention)).toEqual([
        'start',
        'end',
        'text',
        'kind',
        'entity',
        'pack',
        'name',
        'wikipedia',
        'score',
        'why',
      ]);
      expect(documents[0]?.text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention).toMatchObject({ kind: 'name', pack: 'rivers' });
      expect(mention.score).toBeGreaterThan(0);
      expect(mention.score).toBeLessThanOrEqual(1);
      expect(typeof mention.why.rule).toBe('string');
    }
    expect(first.mentions[1].wikipedia).toBe('Karun');
  });

  test('a line that is not valid is answered with an error, the run goes on, and the exit code says so', () => {
    const input = [
      '{"id": 1, "text": "Gertrude Bell"}',
      '{"id": 2',
      '[]',
      '{"id": 3}',
      '{"id": 4, "text": "x", "lang": 5}',
      '',
      '{"id": 5, "text": "a\u2028b"}',
    ];
    const { lines, status } = annotate(['--jsonl', ...own], input.join('\r\n'));
    const answers = lines.map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual([1, null, null, 3, 4, 5]);
    expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, true, false]);
    expect(answers[3].error).toContain('"text"');
    expect(answers[4].error).toContain('"lang"');
    expect(status).toBe(1);
  });

  test('--first keeps one mention of each entity', () => {
    const { lines } = annotate(
      ['--jsonl', '--first', ...own],
      '{"id": 1, "text": "Gertrude Bell and Gertrude Bell"}\n',
    );
    expect(JSON.parse(lines[0] ?? '').mentions).toHaveLength(1);
  });
});

describe('one document', () => {
  const text = 'Gertrude Bell saw the Karun River.';
  const html = `<title>Journey</title><p><b>Gertrude</b> Bell saw the Karun River.`;

  test('text comes from standard input, and the readable list names mention, entity and reason', () => {
    const { stdout, status } = annotate(['-', ...own], text);
    expect(status).toBe(0);
    expect(stdout).toContain('2 mentions');
    expect(stdout).toMatch(/Gertrude Bell {2}= {2}Gertrude Bell {2}\(name/);
  });

  test('HTML is read as a page is: offsets of the JSON are offsets into its text', () => {
    const answer = JSON.parse(annotate(['-', '--format', 'json', ...own], `<!doctype html>${html}`).stdout);
    expect(answer.title).toBe('Journey');
    for (const { start, end, text: marked } of answer.mentions) expect(answer.text.slice(start, end)).toBe(marked);
    expect(answer.mentions).toHaveLength(2);
  });

  test('a web annotation selects the words by quotation and by position', () => {
    const answer = JSON.parse(annotate(['-', '--format', 'webannotation', ...own], text).stdout);
    expect(JSON.stringify(answer)).toContain('TextQuoteSelector');
    expect(JSON.stringify(answer)).toContain('"exact":"Karun River"');
  });

  test('a report says which data it was made with, by the hash that the extension has of it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'packs-'));
    await compilePacks('data', dir);
    const listed = JSON.parse(await readFile(join(dir, 'list.json'), 'utf8')) as { id: string; hash: string }[];
    await rm(dir, { recursive: true });
    const answer = JSON.parse(annotate(['-', '--format', 'webannotation'], text).stdout);
    expect(answer['schema:isBasedOn']).toEqual(
      listed.map(({ id, hash }) =>
        expect.objectContaining({
          id: `urn:sidelight:pack:${id}`,
          'schema:sha256': hash,
          'schema:version': expect.any(String),
        }),
      ),
    );
    expect(new Set(listed.map(({ hash }) => hash)).size).toBe(listed.length);
    for (const { hash } of listed) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the sources of what is mentioned are given in the formats of reference managers', () => {
    const found = 'Ruhollah Khomeini spoke.';
    expect(annotate(['-', '--sources', 'ris'], found).stdout).toMatch(/^TY {2}- /u);
    expect(JSON.parse(annotate(['-', '--sources', 'csl'], found).stdout).length).toBeGreaterThan(2);
    expect(annotate(['-', '--sources', 'word'], found).stderr).toContain('--sources: expected ris, bibtex');
  });

  test('a table has one row for each mention', () => {
    const [columns, ...rows] = annotate(['-', '--format', 'csv', ...own], text).lines.map((line) => line.trim());
    expect(columns).toBe('start,end,text,kind,entity,entityName,pack,name,wikipedia,score,why,engine,dataset');
    expect(rows.map((row) => row.replace(/,[^,]*,[^,]*$/u, ''))).toEqual([
      '0,13,Gertrude Bell,name,gertrude-bell,Gertrude Bell,rivers,Gertrude Bell,,1,name',
      '22,33,Karun River,name,karun-river,Karun River,rivers,Karun River,Karun,1,name',
    ]);
  });

  test('markdown lists the mentions', () => {
    expect(annotate(['-', '--format', 'markdown', ...own], text).stdout).toContain('- **Karun River**: Karun River');
  });
});

test.each([
  [['no-such-file.txt'], 'no-such-file.txt'],
  [['-', '--no-bundled'], '--pack FILE'],
  [['-', '--pack', 'package.json'], 'package.json is not a pack'],
  [['-', '--pack', 'README.md'], 'README.md: expected a pack in JSON'],
])('%j ends with 2 and words that name the cause', (args, words) => {
  const { status, stderr } = annotate(args, 'text');
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});
