/** Other packs in a copy of the extension. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { archiveOf, type Compiled } from '../../../cli/pack/compile.ts';
import { openArchive } from '../../../src/dataset/archive.ts';
import type { PackListing } from '../../../src/worker/bundled-packs.ts';

/** Leaves those that `keep` says, and adds others after them. `extension`: its folder. */
export function replacePacks(
  extension: string,
  keep: (listing: PackListing) => boolean,
  added: readonly Compiled[] = [],
): void {
  const [list, archive] = ['list.json', 'archive.bin'].map((name) => resolve(extension, 'packs', name)) as [
    string,
    string,
  ];
  const kept = (JSON.parse(readFileSync(list, 'utf8')) as PackListing[]).filter(keep);
  const file = openArchive(new Uint8Array(readFileSync(archive)).buffer);
  const archived = kept.map(
    ({ id }) => new Map([`${id}.index`, `${id}.titles`].map((name) => [name, file(name)] as const)),
  );
  writeFileSync(list, JSON.stringify([...kept, ...added.map(({ listing }) => listing)]));
  writeFileSync(archive, archiveOf([...archived, ...added.map((each) => each.archived)]));
  for (const [name, content] of added.flatMap(({ files }) => [...files])) {
    const path = resolve(extension, 'packs', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
