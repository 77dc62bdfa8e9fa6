/** Development mode, as `npm run dev` starts it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { patience } from '../../../browser-driver/patience.ts';
import { browserNames } from '../support/harness.ts';

/** ms: the whole extension is built first, which takes minutes on a busy machine. */
const timeout = 10 * patience;

test.each(browserNames)('development mode in %s marks the sample article', { timeout }, async (browser) => {
  const child = spawn('node', ['tools/dev.ts', '--headless', '--browser', browser], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((done) => child.once('close', done));
  const said: string[] = [];
  // Before the test's own end, which would not show what was said.
  const end = setTimeout(() => child.kill(), 9 * patience);
  child.stderr.on('data', (text) => said.push(String(text)));
  try {
    let found: string | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      found = /: (\d+) mentions$/.exec(line)?.[1];
      if (found) break;
    }
    expect(Number(found), said.join('\n')).toBeGreaterThan(50);
  } finally {
    clearTimeout(end);
    child.kill('SIGTERM');
    await ended;
  }
});
