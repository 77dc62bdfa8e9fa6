/** Development mode, as `npm run dev` starts it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';

test.each(browserNames)('development mode in %s marks the sample article', async (browser) => {
  const child = spawn('node', ['tools/dev.ts', '--headless', '--browser', browser], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((done) => child.once('close', done));
  const said: string[] = [];
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
    child.kill('SIGTERM');
    await ended;
  }
});
