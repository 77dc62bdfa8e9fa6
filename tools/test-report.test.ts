import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestReport } from './test-report.ts';

const failing = {
  'a test': [`test('t', () => { throw new Error('why') });`, ': t'],
  'what comes before tests': [
    `describe('d', () => { beforeAll(() => { throw new Error('why') }); test('t', () => {}) });`,
    ': d (before or after its tests)',
  ],
  'what comes after tests': [
    `describe('d', () => { afterAll(() => { throw new Error('why') }); test('t', () => {}) });`,
    ': d (before or after its tests)',
  ],
  'a hook of the file': [`afterAll(() => { throw new Error('why') }); test('t', () => {});`, ': (the file)'],
  'a file that cannot be read': [`throw new Error('why');`, ': (the file)'],
} as const;

let folder: string;
let report: TestReport;
beforeAll(() => {
  // Within the project, where Vitest is found.
  mkdirSync('.output', { recursive: true });
  folder = mkdtempSync(resolve('.output', 'report-'));
  const write = (name: string, tests: string) =>
    writeFileSync(join(folder, name), `import { afterAll, beforeAll, describe, test } from 'vitest'; ${tests}`);
  for (const [name, [tests]] of Object.entries(failing)) write(`${name}.test.js`, tests);
  write('passes.test.js', `test('a', () => {}); test('b', () => {}); test.skip('c', () => {});`);
  write(
    'loose.test.js',
    `test('t', async () => { Promise.reject(new Error('why')); await new Promise(setImmediate) });`,
  );
  write('vitest.config.js', 'export default {}');
  const [reporter, file] = [resolve('tools', 'test-report.ts'), join(folder, 'report.json')];
  spawnSync('vitest', ['run', '--root', folder, `--reporter=${reporter}`, `--outputFile=${file}`]);
  report = JSON.parse(readFileSync(file, 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(failing))('a failure of %s is told, with its reason', (name, [, where]) => {
  const told = report.failures.filter((failure) => failure.includes(`/${name}.test.js`));
  expect(told).toEqual([expect.stringMatching(/^FAILED .*\n {4}Error: why\n/)]);
  expect(told[0]).toContain(`${name}.test.js${where}\n`);
});

test('what nobody waits for is told', () => {
  expect(report.failures.at(-1)).toContain('(beside the tests)\n    Error: why\n');
});

test('all are counted: what passed, what failed with its hook or file, what was left out', () => {
  // The tests of a group that failed before them are left out too.
  expect(report).toMatchObject({ passed: 5, failed: 6, skipped: 2 });
  expect(report.failures).toHaveLength(6);
});
