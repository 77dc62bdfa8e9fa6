/**
 * Browsers that outlive the process of the tests. Vitest ends its workers without a word, so a browser that test files share is ended by the run:
 * Chromium would go by itself, Firefox would not.
 */
import type { ChildProcess } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import type { BrowserName } from '../../../browser-driver/launch.ts';

const folder = '.output/browsers';

/** Notes a browser for `endAll`. */
export function note(name: BrowserName, { pid, spawnargs }: ChildProcess): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}-${pid}.json`, JSON.stringify(spawnargs));
}

/** Ends the browsers of that name that were noted and are still there, and removes what they kept on disk. */
export function endAll(name: BrowserName): void {
  for (const file of globSync(`${folder}/${name}-*.json`)) {
    const pid = Number(/(\d+)\.json$/.exec(file)?.[1]);
    const started: string[] = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    // The number may be another process's by now.
    if (commandOf(pid).slice(1).join() !== started.slice(1).join()) continue;
    process.kill(pid, 'SIGKILL');
    const profile = started[started.indexOf('--profile') + 1];
    if (started.includes('--profile') && profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The command line of a process; empty when there is none, and on systems without `/proc`, where the browsers stay. */
function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}
