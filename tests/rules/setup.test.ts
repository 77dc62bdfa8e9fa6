/** What set-up does to a machine, with programs in the place of npm and apt-get that only say how they were called. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-setup-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `code` as a module with `program` in the path, which says how it was called and ends with `status`. @returns the lines of both, in order */
function said(program: string, status: number, code: string, cwd: string): string[] {
  const path = join(folder, program);
  writeFileSync(path, `#!/bin/sh\necho "${program} $*" >&2\nexit ${status}\n`);
  chmodSync(path, 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const log = join(folder, 'log');
  const file = openSync(log, 'w');
  spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd, env, stdio: ['ignore', file, file] });
  closeSync(file);
  return readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

// Shell scripts take the place of the programs.
test.skipIf(process.platform === 'win32')('set-up installs what the lockfile names, and says so first', () => {
  const copy = join(folder, 'copy');
  mkdirSync(join(copy, 'tools'), { recursive: true });
  cpSync('tools/setup.mjs', join(copy, 'tools', 'setup.mjs'));
  cpSync('package-lock.json', join(copy, 'package-lock.json'));
  const [first, second] = said('npm', 1, "(await import('./tools/setup.mjs')).handOver('none.mjs')", copy);
  expect(first).toContain('"npm ci"');
  expect(second).toMatch(/^npm ci /);
});

test.skipIf(process.platform === 'win32')('set-up says which packages before it installs any through apt', () => {
  const { href } = pathToFileURL(resolve('browser-driver/debian.mjs'));
  const code = `import { install } from ${JSON.stringify(href)}; install('A browser is missing.', ['one', 'two']);`;
  const [first, ...rest] = said('apt-get', 0, code, folder);
  expect(first).toMatch(/^A browser is missing\. .*"apt-get install one two"/);
  expect(rest).toEqual(['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends one two']);
});
