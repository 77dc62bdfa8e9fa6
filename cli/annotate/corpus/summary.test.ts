import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCsv } from '../../../src/cite/csv.ts';
import { pythonWith } from '../../../tools/programs.ts';
import { type Options, readOptions } from '../options.ts';
import { graphml } from './graphml.ts';
import { summarise } from './summary.ts';
import { documents, file, fresh, linesOfJson, own, run } from './testing.ts';

const [answers, folder] = [fresh('answers.jsonl'), fresh('summary')];
await run(file('corpus.jsonl', linesOfJson(documents(120))), '--out', answers, '--summary', folder);
const given = readFileSync(answers, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { outlet: string; published: string; mentions: { entity: string }[] });
const table = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8').trim(), { header: true });

test('the table counts documents and mentions of each entity by outlet and month', () => {
  const { data, errors } = table('mentions.csv');
  expect(errors).toEqual([]);
  expect(data.length).toBe(3 * 3);
  for (const row of data) {
    const those = given.filter(({ outlet, published }) => outlet === row.outlet && published.startsWith(row.month!));
    const mentions = those.flatMap((one) => one.mentions).filter(({ entity }) => entity === row.entity);
    expect(row).toMatchObject({ pack: 'rivers', mentions: String(mentions.length) });
    expect(row.documents).toBe(
      String(those.filter((one) => one.mentions.some(({ entity }) => entity === row.entity)).length),
    );
  }
  expect(data.find(({ entity }) => entity === 'survey-office')).toMatchObject({
    name: 'Survey & Levels Office',
    kind: 'organisation',
  });
});

test('an edge joins two that stand in one document, with the number of such documents', () => {
  const together = (a: string, b: string) =>
    given.filter(({ mentions }) => [a, b].every((id) => mentions.some(({ entity }) => entity === id))).length;
  expect(table('co-mentions.csv').data).toEqual(
    [
      ['gertrude-bell', 'karun-river'],
      ['gertrude-bell', 'survey-office'],
    ].map(([source, target]) => ({
      ...{ source, target, type: 'Undirected' },
      weight: String(together(source!, target!)),
    })),
  );
});

const python = pythonWith('networkx');
test('NetworkX reads the graph as it stands in the tables, whatever is in a name', ({ skip }) => {
  skip(python === undefined && !process.env.CI, 'NetworkX is not there: apt-get install python3-networkx');
  const strange = {
    nodes: [
      { id: 'a', name: '<A> & "B"\u0007 ‮', kind: 'person', pack: 'p', documents: 2, mentions: 3 },
      { id: 'b', name: 'آدا 👉', kind: 'term', pack: 'p', documents: 1, mentions: 1 },
    ],
    edges: [{ source: 'a', target: 'b', weight: 7 }],
  };
  const read = (path: string) =>
    JSON.parse(
      execFileSync(
        python!,
        [
          '-c',
          'import sys, json, networkx as nx\ng = nx.read_graphml(sys.argv[1])\nprint(json.dumps([g.is_directed(), dict(g.nodes(data=True)), list(g.edges(data=True))]))',
          path,
        ],
        { encoding: 'utf8' },
      ),
    );
  expect(read(file('strange.graphml', [...graphml(strange)].join('')))).toEqual([
    false,
    {
      a: { name: '<A> & "B" ‮', kind: 'person', pack: 'p', documents: 2, mentions: 3 },
      b: { name: 'آدا 👉', kind: 'term', pack: 'p', documents: 1, mentions: 1 },
    },
    [['a', 'b', { weight: 7 }]],
  ]);
  const [, nodes, edges] = read(join(folder, 'co-mentions.graphml'));
  expect(Object.keys(nodes).sort()).toEqual(['gertrude-bell', 'karun-river', 'survey-office']);
  expect(
    edges.map(([source, target, { weight }]: [string, string, { weight: number }]) => ({
      ...{ source, target, type: 'Undirected' },
      weight: String(weight),
    })),
  ).toEqual(table('co-mentions.csv').data);
});

test('answers of earlier runs give the same summary, also where a run went on with them', async () => {
  const [later, resumed] = [fresh('summary'), fresh('summary')];
  const options = readOptions(['--summary', later, ...own, answers]) as Options;
  expect(await summarise(options)).toBe(0);
  const part = file('part.jsonl', `${readFileSync(answers, 'utf8').split('\n').slice(0, 50).join('\n')}\n`);
  const input = file('corpus.jsonl', linesOfJson(documents(120)));
  await run(input, '--out', part, '--skip-done', part, '--summary', resumed);
  for (const name of ['mentions.csv', 'co-mentions.csv', 'co-mentions.graphml'])
    for (const other of [later, resumed])
      expect(readFileSync(join(other, name), 'utf8')).toBe(readFileSync(join(folder, name), 'utf8'));
});

test('a line that is no answer is reported, and the others count', async () => {
  let said = '';
  const options = readOptions(['--summary', fresh('summary'), ...own, file('a.jsonl', '{"id":1,"mentions":[]}\n{}\n')]);
  expect(await summarise(options as Options, { write: (text) => (said += text) })).toBe(1);
  expect(said).toMatch(/a\.jsonl, line 2: expected an answer of annotate --jsonl; found another object/);
});

test('documents without outlet or month are counted under empty ones', async () => {
  const out = fresh('summary');
  await run(file('plain.jsonl', '{"id":1,"text":"Gertrude Bell"}\n'), '--out', fresh('o'), '--summary', out);
  expect(readFileSync(join(out, 'mentions.csv'), 'utf8')).toBe(
    toCsv('entity name kind pack outlet month documents mentions'.split(' '), [
      {
        ...{ entity: 'gertrude-bell', name: 'Gertrude Bell', kind: 'person', pack: 'rivers' },
        ...{ outlet: '', month: '', documents: 1, mentions: 1 },
      },
    ]),
  );
});
