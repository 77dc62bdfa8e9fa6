import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { endAll, note } from './left-over.ts';

const started: ChildProcess[] = [];
/** A process that stays until it is ended; `exit`, once it has. */
function start(): { child: ChildProcess; exit: Promise<unknown> } {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  started.push(child);
  return { child, exit: once(child, 'exit') };
}
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

test.runIf(process.platform === 'linux')(
  'a run ends its browsers and those of runs that are no more, not those of the run beside it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
    const gone = start();
    gone.child.kill('SIGKILL');
    await gone.exit;
    const [beside, own, theirs, left] = [start(), start(), start(), start()];
    note('firefox', own.child, process.pid, folder);
    note('firefox', theirs.child, beside.child.pid, folder);
    note('firefox', left.child, gone.child.pid, folder);
    endAll('firefox', folder);
    await Promise.all([own.exit, left.exit]);
    expect(readdirSync(folder)).toEqual([`firefox-${beside.child.pid}-${theirs.child.pid}.json`]);
    expect(theirs.child.exitCode ?? theirs.child.signalCode).toBe(null);
    beside.child.kill('SIGKILL');
    await beside.exit;
    endAll('firefox', folder);
    await theirs.exit;
    expect(readdirSync(folder)).toEqual([]);
  },
);
