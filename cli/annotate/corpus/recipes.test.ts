/** The recipes of docs/user/corpora.md, run as they stand there, with the small pack of these tests and pieces as small as its corpus asks for. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasParallel, pythonWith } from '../../../tools/programs.ts';
import { documents, file, fresh, linesOfJson, own, run } from './testing.ts';

const page = readFileSync('docs/user/corpora.md', 'utf8');
const recipes = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

const lines = linesOfJson(documents(90));
const corpus = file('corpus.jsonl', lines);
const whole = fresh('whole.jsonl');
await run(corpus, '--jobs', '1', '--out', whole);
const single = readFileSync(whole, 'utf8');

const shell = recipes('sh').filter((code) => code.startsWith('parallel'));
test('there are two recipes for GNU parallel, one of them for other machines', () => {
  expect(shell.map((code) => code.includes('--sshlogin'))).toEqual([false, true]);
});

test.for(shell)('two local workers give the bytes of one: %s', (code, { skip }) => {
  skip(!hasParallel() && !process.env.CI, 'GNU parallel is not there: apt-get install parallel');
  const answers = fresh('answers.jsonl');
  const command = code
    .replace('--block 10M', '--block 15k')
    .replace('--jsonl', `--jsonl ${own.join(' ')}`)
    .replace('< corpus.jsonl > answers.jsonl', `< ${corpus} > ${answers}`);
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(stderr).not.toContain('rror');
  expect(status).toBe(0);
  expect(readFileSync(answers, 'utf8')).toBe(single);
});

const python = pythonWith('distributed');
test('two workers of Dask give the bytes of one', ({ skip }) => {
  skip(python === undefined && !process.env.CI, 'Dask is not there: apt-get install python3-distributed');
  const [code = ''] = recipes('python');
  const script = file(
    'annotate_corpus.py',
    code
      .replace('"10MB"', '15_000')
      .replace('"--jsonl"', `"--jsonl", ${own.map((one) => JSON.stringify(one)).join(', ')}`),
  );
  const folder = fresh('answers');
  mkdirSync(folder);
  const { status, stdout, stderr } = spawnSync(python!, [script, corpus, folder], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const parts = readdirSync(folder).sort();
  expect(parts.length).toBeGreaterThan(1);
  expect(stdout.trim().split('\n')).toEqual(parts.map((name) => join(folder, name)));
  expect(parts.map((name) => readFileSync(join(folder, name), 'utf8')).join('')).toBe(single);
});
