/** Packages of Debian and Ubuntu, where they can be installed without asking anyone. Plain JavaScript: it runs before anything is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** Whether `install` can do its work: as root, and on Debian or a system like it. */
export function canInstall() {
  return isDebian() && process.getuid?.() === 0;
}

/**
 * Says why, then installs packages with those that they need.
 * @param {string} reason a sentence
 * @param {readonly string[]} packages
 * @throws {Error} when apt-get fails
 */
export function install(reason, packages) {
  console.log(
    `${reason} Running as root on Debian or Ubuntu: "apt-get update", then "apt-get install ${packages.join(' ')}" with the packages that it needs …`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync('apt-get', ['update', '-qq'], { stdio, env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio, env });
}
