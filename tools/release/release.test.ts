import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, onTestFinished, test } from 'vitest';
import { filesUnder, pack, unpack } from './archive.ts';
import { sbom } from './sbom.ts';

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'sidelight-test-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

const sizes = [false, true];

test.each(sizes)('an archive depends on the names and contents of its files alone (small: %s)', async (small) => {
  const files = { 'b.txt': 'two', 'a/c.txt': 'one', '.ci/run': 'three' };
  const first = folder(files);
  const second = folder(Object.fromEntries(Object.entries(files).reverse()));
  utimesSync(join(second, 'b.txt'), 1, 1);
  expect(filesUnder(first)).toEqual(['.ci/run', 'a/c.txt', 'b.txt']);
  const bytes = await pack(first, filesUnder(first), { small });
  expect(bytes).toEqual(await pack(second, filesUnder(second), { small }));
});

test.each(sizes)(
  'what is unpacked is as it was, and packs to the same bytes without what was made since (small: %s)',
  async (small) => {
    const files = { 'a.ts': 'code '.repeat(500), 'data/x/y.json': '{}', empty: '' };
    const first = folder(files);
    const bytes = await pack(first, filesUnder(first), { small });
    const second = folder({ '.output/a.js': 'made', 'node_modules/p/index.js': 'made', 'npm.log': 'made' });
    unpack(bytes, second);
    for (const [name, content] of Object.entries(files)) expect(readFileSync(join(second, name), 'utf8')).toBe(content);
    expect(await pack(second, filesUnder(second), { small })).toEqual(bytes);
  },
);

test('the list of what ships names every package with its hash, and leaves out what only builds', () => {
  const document = sbom({
    name: 'own',
    version: '1.0.0',
    packages: {
      '': { version: '1.0.0', license: 'MIT', dependencies: { '@a/b': '2.0.0' } },
      'node_modules/@a/b': {
        version: '2.0.0',
        license: 'MIT OR Apache-2.0',
        integrity: 'sha512-AAEC',
        dependencies: { c: '1' },
      },
      'node_modules/c': { version: '1.2.3', license: 'ISC', integrity: 'sha512-AwQF' },
      'node_modules/d': { version: '9.9.9', license: 'MIT', dev: true },
      'node_modules/own-quality': { version: '', link: true },
      quality: { version: '' },
    },
  });
  expect(document).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [
      {
        purl: 'pkg:npm/%40a/b@2.0.0',
        hashes: [{ alg: 'SHA-512', content: '000102' }],
        licenses: [{ expression: 'MIT OR Apache-2.0' }],
      },
      { purl: 'pkg:npm/c@1.2.3', licenses: [{ license: { id: 'ISC' } }] },
    ],
    dependencies: [
      { ref: 'pkg:npm/own@1.0.0', dependsOn: ['pkg:npm/%40a/b@2.0.0'] },
      { ref: 'pkg:npm/%40a/b@2.0.0', dependsOn: ['pkg:npm/c@1.2.3'] },
      { ref: 'pkg:npm/c@1.2.3', dependsOn: [] },
    ],
  });
});

test('the list of what this release ships is valid by the schema of CycloneDX', () => {
  const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library');
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(library.slice(0, library.indexOf('dist.node')), 'res/schema', name), 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  for (const part of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}`);
  const valid = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
  const document = sbom(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  valid(document);
  expect(valid.errors).toBe(null);
  expect(valid({ ...document, components: [{ type: 'library' }] })).toBe(false);
});
