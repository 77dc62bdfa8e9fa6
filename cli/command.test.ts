import { globSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { readOptions, wrongUse } from './command.ts';

const usage = 'npm run example -- [options]';

/** What a call prints and ends the process with. */
function called(work: () => unknown) {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => printed.push(`out ${text}`));
  vi.spyOn(console, 'error').mockImplementation((text) => printed.push(`err ${text}`));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  expect(work).toThrow(/^ended with/);
  const [end] = vi.mocked(process.exit).mock.calls;
  return { printed, code: end?.[0] };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('options are read, with what holds without them', () => {
  const options = { minutes: { type: 'string', default: '1' }, json: { type: 'boolean' } } as const;
  expect({ ...readOptions(usage, options, ['--json']) }).toEqual({ minutes: '1', json: true });
});

test('--help prints the usage and is no error', () => {
  expect(called(() => readOptions(usage, {}, ['--help']))).toEqual({ printed: [`out Usage: ${usage}`], code: 0 });
});

test.each([
  [['--unknown'], '--unknown'],
  [['--minutes'], '--minutes'],
  [['more'], 'more'],
])('%j is told with the usage, without a trace', (args, named) => {
  const { printed, code } = called(() => readOptions(usage, { minutes: { type: 'string' } }, args));
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(new RegExp(`^err .*${named}[^]*\n\nUsage: ${usage.replaceAll(/[[\]]/g, '\\$&')}$`));
  expect(printed[0]).not.toContain('    at ');
  expect(code).toBe(2);
});

test('a wrong value is told in the same way', () => {
  expect(called(() => wrongUse(usage, '--seed: expected a number; found "x".'))).toEqual({
    printed: [`err --seed: expected a number; found "x".\n\nUsage: ${usage}`],
    code: 2,
  });
});

test('commands of quality and tools read their options here, or tell errors themselves', () => {
  const commands = globSync('{quality,tools}/**/*.ts').filter(
    (file) => !file.endsWith('.test.ts') && /\bparseArgs\(/.test(readFileSync(file, 'utf8')),
  );
  expect(commands.toSorted()).toEqual(['quality/corpora/main.ts', 'tools/data/refresh.ts', 'tools/page-to-show.ts']);
});
