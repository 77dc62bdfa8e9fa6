/** Every threat of the model has a proof that is there, and a protection that can be taken out to see the proof fail. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { edits, without } from '../../quality/threats/edits.ts';
import { threats } from '../../quality/threats/model.ts';

const rows = threats();
const tests = globSync('{src,cli,tests}/**/*.test.ts').concat(['quality/fuzz/targets.ts', 'quality/fuzz/browser.ts']);
const text = tests.map((file) => readFileSync(file, 'utf8').replaceAll("\\'", "'")).join('\n');

/** Names of tests and pages of the gallery in the cell of a row. */
const namedIn = (proof: string) => ({
  tests: [...proof.matchAll(/\*([^*]+)\*/g)].map(([, name]) => (name ?? '').replaceAll('\\', '')),
  files: [...proof.matchAll(/`([\w./-]+\.(?:test\.ts|html))`/g)].map(([, file]) => file ?? ''),
});

test('every test, file and page that the threat model names is there, and every threat names one', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(
    rows.filter(({ proof }) => !/`[^`]+`|above/.test(proof)),
    'A threat without a proof: write the test, then name it.',
  ).toEqual([]);
  expect(
    rows.flatMap(({ proof }) => namedIn(proof).tests).filter((name) => !text.includes(name)),
    'The threat model names tests that are not there. Was one renamed? Write its new name into docs/design/threat-model.md.',
  ).toEqual([]);
  const known = [...tests, ...globSync('tests/pages/*.html')];
  const files = rows.flatMap(({ proof }) => namedIn(proof).files);
  expect(files.filter((file) => !known.some((one) => one === file || one.endsWith(`/${file}`)))).toEqual([]);
});

test('every threat has an edit that takes its protection out, or a reason why there is none', () => {
  const starts = [...edits.map(({ threat }) => threat), ...Object.keys(without)];
  const bare = rows.filter(({ threat }) => !starts.some((start) => threat.startsWith(start)));
  expect(
    bare.map(({ threat }) => threat),
    'Write an edit into quality/threats/edits.ts, and see with `npm run threats` that the test of the row fails.',
  ).toEqual([]);
  const lost = starts.filter((start) => rows.filter(({ threat }) => threat.startsWith(start)).length !== 1);
  expect(lost, 'Expected each to be the beginning of one row of docs/design/threat-model.md.').toEqual([]);
});

test('every edit applies to one place, and breaks a test that its row names', () => {
  const places = edits.filter(({ file, from }) => readFileSync(file, 'utf8').split(from).length !== 2);
  expect(
    places.map(({ file, from }) => `${file}: ${from}`),
    'Each must stand in its file exactly once. Was the code changed? Bring quality/threats/edits.ts in step, and run `npm run threats`.',
  ).toEqual([]);
  const unnamed = edits.filter(({ threat, name }) => {
    const proof = rows.find((row) => row.threat.startsWith(threat))?.proof ?? '';
    const { tests: names, files } = namedIn(proof);
    return ![...names, ...files].some((one) => one.includes(name) || name.includes(one));
  });
  expect(unnamed.map(({ threat, name }) => `${threat}: ${name}`)).toEqual([]);
});
