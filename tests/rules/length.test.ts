import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Lines. */
const most = 300;

test(`no file of src is longer than ${most} lines`, () => {
  const files = globSync('src/**/*.*');
  expect(files).toContain('src/match/index.ts');
  const long = files
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file} has ${lines} lines: part it by its subjects, each with a file of its own.`);
  expect(long).toEqual([]);
});
