/** The built extension, for everything that runs it: made when its sources have changed since, and only then. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserName } from '../browser-driver/launch.ts';

/** What the extension is built from. */
const folders = ['cli/pack', 'data', 'entrypoints', 'locales', 'modules', 'public', 'src', 'tools'];
const inputs = [...folders.map((folder) => `${folder}/**/*.*`), 'wxt.config.ts', 'package-lock.json'];

export type Build = 'production' | 'e2e';

/** `production` is what ships. `e2e` is the same with access to all pages from the start, for tests and `npm start`. */
export function buildFolder(name: BrowserName, build: Build): string {
  return resolve('.output', `${name === 'chromium' ? 'chrome' : 'firefox'}-mv3-${build}`);
}

/** @throws {Error} with what the build printed */
export function buildExtension(name: BrowserName): void {
  const hash = createHash('sha256');
  // A folder may have a dot in its name.
  for (const file of globSync(inputs).sort()) if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
  const sources = hash.digest('hex');
  const shipped = buildFolder(name, 'production');
  const tested = buildFolder(name, 'e2e');
  const stamp = `${tested}.sources`;
  if ([shipped, tested, stamp].every(existsSync) && readFileSync(stamp, 'utf8') === sources) return;
  const parameters = ['build', '--browser', name === 'chromium' ? 'chrome' : 'firefox', '--mv3'];
  // Vitest says `test`, and would get a build for developers, with paths of this machine in it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const run = spawnSync('wxt', parameters, { encoding: 'utf8', env, shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`wxt ${parameters.join(' ')} failed:\n${run.stdout}${run.stderr}`);
  rmSync(tested, { recursive: true, force: true });
  cpSync(shipped, tested, { recursive: true });
  const manifest = `${tested}/manifest.json`;
  const { optional_host_permissions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...rest, host_permissions: optional_host_permissions }));
  writeFileSync(stamp, sources);
}

export function buildExtensions(): void {
  for (const name of ['chromium', 'firefox'] as const) buildExtension(name);
}
