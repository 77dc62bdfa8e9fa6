/** The extensions that are measured against each other, each in a folder that Chromium loads. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { filesOf } from '../../../cli/pack/compile.ts';
import { openArchive } from '../../../src/dataset/archive.ts';
import { openIndex } from '../../../src/match/index.ts';
import { nameText } from '../../../src/match/name-index/read.ts';
import type { PackListing } from '../../../src/worker/bundled-packs.ts';
import { random } from '../../random.ts';
import { replacePacks } from '../packs/replace-packs.ts';

const folder = resolve('.output', 'bench');

/** Every name of the bundled packs: all subjects look for the same. */
export function bundledNames(extension: string): string[] {
  const names = new Set<string>();
  const file = openArchive(new Uint8Array(readFileSync(`${extension}/packs/archive.bin`)).buffer);
  for (const { id } of JSON.parse(readFileSync(`${extension}/packs/list.json`, 'utf8')) as { id: string }[]) {
    const index = openIndex(file(`${id}.index`));
    for (let name = 0; name < index.names; name++) {
      const text = nameText(index, name);
      if (text.length > 3) names.add(text);
    }
  }
  if (!names.size) throw new Error(`Expected names in ${extension}/packs and found none.`);
  return [...names].sort();
}

async function bundle(entry: string, names: readonly string[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { NAMES: JSON.stringify(names) },
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, entry), name: 'peer', formats: ['iife'], fileName: () => 'peer.js' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Expected one bundle of ${entry} and found none.`);
  return output.output[0].code;
}

/** A bare extension with one content script that looks for `names`. */
export async function peerExtension(name: 'mark.js' | 'naive wrap', names: readonly string[]): Promise<string> {
  const at = resolve(folder, name.replaceAll(/\W/g, '-'));
  mkdirSync(at, { recursive: true });
  writeFileSync(resolve(at, 'peer.js'), await bundle(name === 'mark.js' ? 'peer-markjs.ts' : 'peer-naive.ts', names));
  writeFileSync(
    resolve(at, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      content_scripts: [{ matches: ['<all_urls>'], js: ['peer.js'], all_frames: true, run_at: 'document_idle' }],
    }),
  );
  return at;
}

/** The extension with a further pack of `count` names that stand on no page. */
export async function withManyNames(extension: string, count: number): Promise<string> {
  const at = resolve(folder, `sidelight-${count}`);
  rmSync(at, { recursive: true, force: true });
  cpSync(extension, at, { recursive: true });
  const next = random(1);
  const word = () =>
    `Q${Array.from({ length: 4 }, () => 'bdfgklmnprstvz'[Math.floor(next() * 14)] + 'aeiou'[Math.floor(next() * 5)]!).join('')}`;
  const entities = Array.from({ length: count }, (_, id) => ({
    id: `n${id}`,
    kind: 'person' as const,
    name: `${word()} ${word()}`,
  }));
  const [first] = JSON.parse(readFileSync(resolve(at, 'packs/list.json'), 'utf8')) as PackListing[];
  const info = { ...first!, id: 'many', title: 'many' };
  const added = await filesOf({ ...info, format: 'sidelight-pack', formatVersion: 1, entities, sources: {} }, true);
  replacePacks(at, () => true, [added]);
  return at;
}
