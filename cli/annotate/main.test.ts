/** The command line's contract. What needs no process of its own runs in that of the test: a start costs more than all the rest. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { person, source, statement } from '../../src/dataset/builders.ts';
import { annotateCorpus } from './corpus/run.ts';
import { annotateOne } from './one.ts';
import { type Options, readOptions } from './options.ts';
import { rivers } from './testing.ts';

/** As users run it. */
function annotate(args: string[], input = '') {
  const run = spawnSync(process.execPath, ['cli/annotate/main.ts', ...args], { input, encoding: 'utf8' });
  return { ...run, lines: run.stdout.split('\n').filter(Boolean) };
}

const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const own = ['--no-bundled', '--pack', file('rivers.sidelight.json', JSON.stringify(rivers))];

describe('--jsonl', () => {
  async function answersTo(documents: readonly object[], ...args: string[]) {
    const input = file('in.jsonl', documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const out = join(folder, 'out.jsonl');
    const code = await annotateCorpus(readOptions(['--jsonl', input, '--out', out, ...own, ...args]) as Options);
    const lines = readFileSync(out, 'utf8').split('\n').filter(Boolean);
    rmSync(out);
    return { code, answers: lines.map((line) => JSON.parse(line)) };
  }

  test('each line is answered by one line with its id, and every mention has the fields of the contract', async () => {
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
    const { code, answers } = await answersTo(documents);
    expect(code).toBe(0);
    const [first, second] = answers;
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

  test('--first keeps one mention of each entity', async () => {
    const { answers } = await answersTo([{ id: 1, text: 'Gertrude Bell and Gertrude Bell' }], '--first');
    expect(answers[0].mentions).toHaveLength(1);
  });
});

describe('one document', () => {
  const text = 'Gertrude Bell saw the Karun River.';
  const html = `<title>Journey</title><p><b>Gertrude</b> Bell saw the Karun River.`;
  /** What is printed of a document that is in a file, by a pack of its own where none is given. */
  const printed = (content: string, args: string[], packs = own) =>
    annotateOne(readOptions([file('document', content), ...args, ...packs]) as Options);

  test('text comes from standard input, and the readable list names mention, entity and reason', () => {
    const { stdout, status } = annotate(['-', ...own], text);
    expect(status).toBe(0);
    expect(stdout).toContain('2 mentions');
    expect(stdout).toMatch(/Gertrude Bell {2}= {2}Gertrude Bell {2}\(name/);
  });

  test('HTML is read as a page is: offsets of the JSON are offsets into its text', async () => {
    const answer = JSON.parse(await printed(`<!doctype html>${html}`, ['--format', 'json']));
    expect(answer.title).toBe('Journey');
    for (const { start, end, text: marked } of answer.mentions) expect(answer.text.slice(start, end)).toBe(marked);
    expect(answer.mentions).toHaveLength(2);
  });

  test('a web annotation selects the words by quotation and by position', async () => {
    const answer = JSON.parse(await printed(text, ['--format', 'webannotation']));
    expect(JSON.stringify(answer)).toContain('TextQuoteSelector');
    expect(JSON.stringify(answer)).toContain('"exact":"Karun River"');
  });

  // That the extension has the same hash of the data is seen in cli/pack/compile.test.ts.
  test('a report says which data it was made with', async () => {
    const answer = JSON.parse(await printed(text, ['--format', 'webannotation']));
    expect(answer['schema:isBasedOn']).toEqual([
      expect.objectContaining({
        id: 'urn:sidelight:pack:rivers',
        'schema:sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
        'schema:version': '2026-11-01',
      }),
    ]);
  });

  test('the sources of what is mentioned are given in the formats of reference managers', async () => {
    const cited = ['alpha', 'beta', 'gamma'];
    const citations = cited.map((id) => ({ source: id, supports: 'direct' as const, quotes: ['She measured it.'] }));
    const pack = {
      ...rivers,
      entities: [
        person('gertrude-bell', { name: 'Gertrude Bell', statements: [statement('She was.', { citations })] }),
      ],
      sources: Object.fromEntries([...cited, 'delta'].map((id) => [id, source(id)])),
    };
    const packs = ['--no-bundled', '--pack', file('cited.json', JSON.stringify(pack))];
    const ris = await printed(text, ['--sources', 'ris'], packs);
    expect(ris).toMatch(/^TY {2}- /u);
    expect(ris.match(/^TY {2}- /gmu)).toHaveLength(cited.length);
    const csl = JSON.parse(await printed(text, ['--sources', 'csl'], packs)) as { id: string }[];
    expect(csl.map(({ id }) => id).sort()).toEqual(cited);
  });

  test('a table has one row for each mention', async () => {
    const table = await printed(text, ['--format', 'csv']);
    const [columns, ...rows] = table.split('\n').map((line) => line.trim());
    expect(columns).toBe('start,end,text,kind,entity,entityName,pack,name,wikipedia,score,why,engine,dataset');
    expect(rows.map((row) => row.replace(/,[^,]*,[^,]*$/u, ''))).toEqual([
      '0,13,Gertrude Bell,name,gertrude-bell,Gertrude Bell,rivers,Gertrude Bell,,1,name',
      '22,33,Karun River,name,karun-river,Karun River,rivers,Karun River,Karun,1,name',
    ]);
  });

  test('markdown lists the mentions', async () => {
    expect(await printed(text, ['--format', 'markdown'])).toContain('- **Karun River**: Karun River');
  });

  test.each([
    [['no-such-file.txt', ...own], 'no-such-file.txt'],
    [['README.md', '--no-bundled'], '--pack FILE'],
    [['README.md', '--pack', 'package.json', '--no-bundled'], 'package.json is not a pack'],
  ])('%j is refused with words that name the cause', async (args, words) => {
    await expect(annotateOne(readOptions(args) as Options)).rejects.toThrow(words);
  });
});

test('what cannot be done ends with 2 and words that name the cause', () => {
  const { status, stderr } = annotate(['-', '--no-bundled', '--pack', 'README.md'], 'text');
  expect(stderr).toContain('README.md: expected a pack in JSON');
  expect(status).toBe(2);
});
