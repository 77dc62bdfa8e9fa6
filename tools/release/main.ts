/**
 * `npm run release`: the packages for the stores, the archive of the sources, the list of what is in them, and their checksums, in
 * `.output/release/`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions } from '../../cli/command.ts';
import { buildExtension } from '../builds.ts';
import { filesUnder, pack, sourceFiles, unpack } from './archive.ts';
import { type Lockfile, sbom } from './sbom.ts';

const here = resolve('.');
/** What a store sends to each reader, mostly packs: six megabytes. */
const mostBytes = 6 * 2 ** 20;
const usage = `npm run release -- [options]

  --verify   unpacks the archive elsewhere, makes everything again there, and compares byte by byte`;
const values = readOptions(usage, { verify: { type: 'boolean' } });

/** Edge takes Chromium's package; its store wants a file of its own. */
const targets = [
  { store: 'chrome', browser: 'chrome' },
  { store: 'edge', browser: 'chrome' },
  { store: 'firefox', browser: 'firefox' },
] as const;

function run(root: string, command: string, ...parameters: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed:\n${stdout}${stderr}`);
}

/** Makes the release of the sources under `root`. @returns file name to bytes */
async function make(root: string): Promise<Map<string, Uint8Array>> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const name = `sidelight-${lock.version}`;
  const files = new Map<string, Uint8Array>();
  files.set(`${name}-source.zip`, await pack(root, sourceFiles(root)));
  for (const browser of ['chrome', 'firefox'] as const) {
    const built = join(root, '.output', `${browser}-mv3-production`);
    if (root === here) buildExtension(browser === 'chrome' ? 'chromium' : 'firefox');
    else run(root, 'wxt', 'build', '--browser', browser, '--mv3');
    const bytes = await pack(built, filesUnder(built), { small: true });
    for (const { store } of targets.filter((target) => target.browser === browser))
      files.set(`${name}-${store}.zip`, bytes);
  }
  files.set(`${name}.cdx.json`, Buffer.from(`${JSON.stringify(sbom(lock), null, 2)}\n`));
  return files;
}

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes the release again from its own source archive, in another folder. @returns the names of files that differ */
async function differing(files: Map<string, Uint8Array>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-release-'));
  try {
    const [[, source]] = [...files].filter(([name]) => name.endsWith('-source.zip')) as [[string, Uint8Array]];
    unpack(source, folder);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    const again = await make(folder);
    return [...files]
      .filter(([name, bytes]) => sum(again.get(name) ?? new Uint8Array()) !== sum(bytes))
      .map(([name]) => name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const out = resolve('.output', 'release');
const files = await make(here);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
const sums = [...files].map(([name, bytes]) => `${sum(bytes)}  ${name}\n`).join('');
writeFileSync(join(out, 'SHA256SUMS'), sums);
process.stdout.write(sums);
for (const [name, bytes] of files) console.log(`${String(bytes.length).padStart(9)} bytes  ${name}`);
const large = [...files].filter(([name, { length }]) => !name.endsWith('-source.zip') && length > mostBytes);
if (large.length > 0) {
  console.error(
    `Expected packages of at most ${mostBytes} bytes; found ${large.map(([name]) => name).join(', ')} above. See which files of \`packs\` have grown.`,
  );
  process.exitCode = 1;
}

if (values.verify) {
  const names = await differing(files);
  console.log(
    names.length === 0
      ? 'Made again from the source archive, in another folder: every file has the same bytes.'
      : `Made again from the source archive, these differ: ${names.join(', ')}. Unpack both and compare: a path, a date or an order has come into the build.`,
  );
  if (names.length > 0) process.exitCode = 1;
}
