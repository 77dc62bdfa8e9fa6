import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Source } from '../../src/dataset/schema.ts';
import { descriptions, packInfos } from './sources.ts';

/** Licences under which data may be passed on with credit, and sources of which plain facts alone are taken (ADR 12 says why). */
const permissive = [
  ...['CC0-1.0', 'PDDL-1.0', 'CC-BY-4.0', 'MIT', 'BSD-3-Clause', 'Unicode-3.0', 'etalab-2.0'],
  'reuse with acknowledgement',
  'facts only; the site allows personal use',
  'facts only; the files are AGPL-3.0',
  'public domain of the United States',
];
const shareAlike = ['CC-BY-SA-4.0'];

test.each(descriptions)(
  '$id has a licence that its pack may carry, and says what it asks',
  ({ license, pack, duty }) => {
    expect(pack === 'world-sharealike' ? shareAlike : permissive).toContain(license);
    expect(duty).not.toBe('');
  },
);

test.each(packInfos)('every source of $id has in the pack the licence of its description', async ({ id }) => {
  const sources = JSON.parse(
    await readFile(new URL(`../../data/${id}/sources.json`, import.meta.url), 'utf8'),
  ) as Source[];
  expect(sources.map((source) => [source.id, source.license])).toEqual(
    descriptions.filter(({ pack }) => pack === id).map((description) => [description.id, description.license]),
  );
});
