/** What is waited for in a browser is waited for to the end of patience. Each failure says what to do. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync(['tests/e2e/**/*.ts', 'browser-driver/**/*.{ts,mjs}']).sort();

/** Places, file and line from 1, that the pattern finds. */
const places = (pattern: RegExp) =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );

test('no test waits as long as Vitest does by itself, which is a second', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(
    places(/\bvi\.wait(?:For|Until)\b/),
    'On a busy machine nothing in a browser is sure within a second: use expect.poll(), or until() of tests/e2e/support/until.ts.',
  ).toEqual([]);
});

test('how long something is waited for in vain is said in one place', () => {
  // Within a longer wait something may be asked for again.
  const own = places(/\btimeout: \d[\d_]+/).filter((place) => !place.includes('timeout: 5000 '));
  expect(own, 'Use `patience` of browser-driver/patience.ts, or a multiple of it.').toEqual([]);
});
