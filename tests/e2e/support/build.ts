import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { endAll } from './left-over.ts';

/** What the extension is built from: a change in any of these makes the builds stale. */
const inputs = ['entrypoints', 'src', 'data', 'locales', 'public', 'modules', 'cli/pack', 'tools'].map(
  (folder) => `${folder}/**/*.*`,
);

/** Before and after a whole run of the end-to-end tests. */
export default function setUp(): () => void {
  buildExtensions();
  return endAll;
}

/** Builds the extension for both browsers, once for the whole run, and only when its sources changed. */
export function buildExtensions(): void {
  const hash = createHash('sha256');
  for (const file of globSync([...inputs, 'wxt.config.ts', 'package-lock.json']).sort()) {
    hash.update(file).update(readFileSync(file));
  }
  const sources = hash.digest('hex');
  for (const mode of ['e2e', 'production']) {
    for (const browser of ['chrome', 'firefox']) {
      const folder = `.output/${browser}-mv3-${mode}`;
      const stamp = `${folder}.sources`;
      if (existsSync(`${folder}/manifest.json`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
        continue;
      const run = spawnSync('wxt', ['build', '--browser', browser, '--mv3', '--mode', mode], {
        encoding: 'utf8',
        // Vitest says `test`, and would get a build for developers, with paths of this machine in it.
        env: { ...process.env, NODE_ENV: 'production' },
      });
      if (run.status !== 0)
        throw new Error(`wxt build --browser ${browser} --mode ${mode} failed:\n${run.stdout}${run.stderr}`);
      writeFileSync(stamp, sources);
    }
  }
}
