import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateAsync } from '@gfx/zopfli';
import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

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

/** By the hash of what was packed: the packages of three stores have nearly all their files in common. */
const packed = new Map<string, Uint8Array<ArrayBuffer>>();

/** By Zopfli, a twentieth less than by zlib for a hundred times its time; as WebAssembly the same on every machine. More than one round gives another two hundredth. */
async function deflated(content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256').update(content).digest('hex');
  const known = packed.get(hash) ?? Uint8Array.from(await deflateAsync(content, { numiterations: 1 }));
  packed.set(hash, known);
  return known;
}

class Deflated extends ZipPassThrough {
  override compression = 8;
  #bytes: Uint8Array<ArrayBuffer>;

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>) {
    super(name);
    this.#bytes = bytes;
  }

  override process(_content: Uint8Array, final: boolean): void {
    // Every file is pushed whole.
    this.ondata(null, this.#bytes, final);
  }
}

/**
 * A zip file whose bytes depend on nothing but the names and the contents of the files.
 *
 * @param small for packages that readers load: takes a minute for our packs
 */
export async function pack(folder: string, files: readonly string[], { small = false } = {}): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const name of files) {
    const content = readFileSync(join(folder, name));
    const file = small ? new Deflated(name, await deflated(content)) : new ZipDeflate(name, { level: 9 });
    zip.add(Object.assign(file, { mtime: date, os: 3, attrs: 0o644 << 16 }));
    file.push(content, true);
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
