import { execFileSync } from 'node:child_process';
import { existsSync, globSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { deflateRaw } from 'pako';

/** Zip files carry a date without a zone: the first that the format knows, so that no clock and no place is in the bytes. */
const date = new Date(1980, 0, 1);

/** Never part of the sources, for a folder without a repository. */
const made = /^(?:node_modules|\.output|\.wxt|\.git)(?:\/|$)|\.log$/;

/** Paths under `folder`, sorted by code unit, with `/` between names. */
export function filesUnder(folder: string): string[] {
  return globSync('**/*', { cwd: folder, exclude: (path) => made.test(path) })
    .concat(globSync('.*/**/*', { cwd: folder, exclude: (path) => made.test(path) }), globSync('.*', { cwd: folder }))
    .filter((path) => !made.test(path) && lstatSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path, place, all) => all.indexOf(path) === place)
    .sort();
}

/** What the sources are: the files that the repository knows, or, unpacked from a source archive, all that were not made since. */
export function sourceFiles(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return filesUnder(root);
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return listed
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)))
    .sort();
}

/** A file of a zip, packed by zlib's own algorithm at its best: a thirtieth less than by fflate, and in plain JavaScript the same on every machine. */
class Deflated extends ZipPassThrough {
  override compression = 8;
  override process(content: Uint8Array, final: boolean): void {
    this.ondata(null, deflateRaw(content, { level: 9 }), final);
  }
}

/** A zip file whose bytes depend on nothing but the names and the contents of the files. */
export function pack(folder: string, files: readonly string[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const name of files) {
    const file = Object.assign(new Deflated(name), { mtime: date, os: 3, attrs: 0o644 << 16 });
    zip.add(file);
    file.push(readFileSync(join(folder, name)), true);
  }
  zip.end();
  return Buffer.concat(parts);
}

export function unpack(bytes: Uint8Array, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
