/**
 * What `npm start` and `npm test` do first, on the machine's own Node (20 or later): install the dependencies when they
 * are missing or stale, then hand over to the Node that the project brings with it. Plain JavaScript for that reason.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
/** Hash of the lockfile that node_modules was installed from. */
const stamp = join(root, 'node_modules', '.sidelight-lock');

/**
 * @param {string[]} parameters
 * @returns {number} exit code
 */
function npm(...parameters) {
  const run = spawnSync('npm', [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return run.status ?? 1;
}

function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the dependencies that the lockfile names, with "npm ci" …');
  let status = npm('ci');
  if (status !== 0) {
    // There are versions of npm that refuse a lockfile without the optional binaries of other platforms, which a mirror may not hold.
    console.error(
      '"npm ci" failed (its reason stands above): trying "npm install", which leaves the lockfile as it is …',
    );
    status = npm('install', '--no-save');
  }
  if (status !== 0) {
    console.error('npm install failed (its reason stands above). Sidelight cannot be built without its dependencies.');
    process.exit(status);
  }
  writeFileSync(stamp, lock);
  // The hooks of this repository (.githooks), unless the developer has others.
  /** @param {string[]} parameters */
  const git = (...parameters) => spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (existsSync(join(root, '.git')) && git('config', 'core.hooksPath').status !== 0)
    git('config', 'core.hooksPath', '.githooks');
}

/**
 * Runs `tools/<script>` on the project's Node with the arguments of this process, and ends with its exit code.
 * @param {string} script
 */
export function handOver(script) {
  ensureDependencies();
  const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  const run = spawnSync(node, [join(root, 'tools', script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  process.exit(run.status ?? 1);
}
