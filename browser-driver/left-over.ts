/**
 * Browsers that outlive the process of the tests. Vitest ends its workers without a word, so a browser that test files share is ended by the run:
 * Chromium would go by itself, Firefox would not.
 */
import type { ChildProcess } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { BrowserName } from './launch.ts';

const usual = '.output/browsers';

/** Notes a browser for `endAll`. The process of the tests is a child of the run. */
export function note(
  name: BrowserName,
  { pid, spawnargs }: ChildProcess,
  run: number = process.ppid,
  folder = usual,
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}-${run}-${pid}.json`, JSON.stringify(spawnargs));
}

/**
 * Ends the browsers of that name that this run noted, or one that is no more, and removes what they kept on disk. Those of a run beside
 * it, the other half of the tests in the same browser, are let be.
 */
export function endAll(name: BrowserName, folder = usual): void {
  for (const file of globSync(`${folder}/${name}-*.json`)) {
    const [run = 0, pid = 0] = (/(\d+)-(\d+)\.json$/.exec(file) ?? []).slice(1).map(Number);
    if (run !== process.pid && commandOf(run).length > 0) continue;
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
