/** Every test that the threat model names is there. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const model = readFileSync('docs/design/threat-model.md', 'utf8');
const tests = globSync('{src,cli,tests}/**/*.test.ts').concat(['quality/fuzz/targets.ts', 'quality/fuzz/browser.ts']);
const text = tests.map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'")).join('\n');

test('every test, file and page that the threat model names is there, and every threat names one', () => {
  const rows = model
    .split('\n')
    .filter(
      (line) => /^\| .+ \| .+ \| .+ \|$/.test(line) && !line.includes('| shown by |') && !line.includes('| can |'),
    );
  const threats = rows.filter(
    (row) => !/^\| (?:a page|another extension|the maker|the network|others|a store)/.test(row),
  );
  expect(threats.length).toBeGreaterThan(20);
  const proof = (row: string) => row.split(' | ').at(-1) ?? '';
  expect(
    threats.filter((row) => !/`[^`]+`|above/.test(proof(row))),
    'A threat without a proof: write the test, then name it.',
  ).toEqual([]);
  const named = threats.flatMap((row) =>
    [...proof(row).matchAll(/\*([^*]+)\*/g)].map(([, name]) => (name ?? '').replaceAll('\\', '')),
  );
  expect(
    named.filter((name) => !text.includes(name)),
    'The threat model names tests that are not there. Was one renamed? Write its new name into docs/design/threat-model.md.',
  ).toEqual([]);
  const files = threats.flatMap((row) =>
    [...proof(row).matchAll(/`([\w./-]+\.(?:test\.ts|html))`/g)].map(([, file]) => file ?? ''),
  );
  const known = [...tests, ...globSync('tests/pages/*.html')];
  expect(files.filter((file) => !known.some((one) => one === file || one.endsWith(`/${file}`)))).toEqual([]);
});
