/**
 * The packs, compiled when what they are made of has changed since, and the editorial policy. WXT's own build writes only text: the packs
 * are files, copied into the extension.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { compilePacks } from '../cli/pack/compile.ts';

const inputs = ['cli/pack/**/*.*', 'data/**/*.*', 'src/**/*.*', 'package-lock.json'];

/** A build for each browser, and development mode, have the same packs. @returns names of the files in `folder` */
async function packsIn(folder: string): Promise<string[]> {
  const hash = createHash('sha256');
  for (const file of globSync(inputs).sort()) hash.update(`${file}\n`).update(readFileSync(file));
  const sources = hash.digest('hex');
  const stamp = resolve(folder, 'made-of.json');
  const last = readStamp(stamp);
  if (last?.sources === sources) return last.names;
  rmSync(stamp, { force: true });
  const names = await compilePacks('data', folder);
  writeFileSync(stamp, JSON.stringify({ sources, names }));
  return names;
}

/** What was compiled last; nothing when it was not finished. */
function readStamp(file: string): { sources: string; names: string[] } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Each paragraph on one line: the window in which it is read breaks them. */
function policy(): string {
  return readFileSync('data/POLICY.md', 'utf8').replace(/(?<=\S)\n(?!\n|\s*(?:[-*#|]|\d+\.)\s) */g, ' ');
}

export default defineWxtModule((wxt) => {
  const folder = resolve('.output', 'packs');
  wxt.hook('build:publicAssets', async (_wxt, files) => {
    for (const name of await packsIn(folder)) {
      files.push({ absoluteSrc: resolve(folder, name), relativeDest: `packs/${name}` });
    }
    files.push({ contents: policy(), relativeDest: 'policy.txt' });
  });
});
