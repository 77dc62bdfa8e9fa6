/** Where the files of a source come from: a folder, a git directory, an installed package, or, when a maintainer asks, the network. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Description, SourceFile } from './source.ts';

const run = promisify(execFile);
/** Bytes that git may print at once: the largest source is a few megabytes. */
const largest = 512 * 2 ** 20;

export interface Snapshot {
  files: SourceFile[];
  /** Commit, or version of the package. */
  version: string;
  /** ISO date of the last change of the files, or of the release. */
  day: string;
}

/** A snapshot of a source from a git directory, bare or with a work tree. The day is that of the last commit that touched the files. */
export async function fromGit(dir: string, description: Description): Promise<Snapshot> {
  const git = async (...args: string[]) =>
    (await run('git', ['-C', dir, ...args], { maxBuffer: largest, encoding: 'utf8' })).stdout;
  const listed = (await git('ls-tree', '-r', '--name-only', '-z', 'HEAD')).split('\0');
  const paths = wanted(listed, description);
  if (paths.length === 0)
    throw new Error(`${dir}: expected ${description.files.join(', ')} in HEAD, found none of them`);
  const files = [];
  for (const path of paths) files.push({ path, text: await git('show', `HEAD:${path}`) });
  const [version, day] = (await git('log', '-1', '--format=%H %cs', 'HEAD', '--', ...description.files))
    .trim()
    .split(' ');
  return { files, version: version!, day: day! };
}

/** A snapshot from a folder of files. `snapshot.json` beside them says its version and day, since files in a folder have none. */
export async function fromFolder(dir: string, description: Description): Promise<Snapshot> {
  const { version, day } = JSON.parse(await readFile(join(dir, 'snapshot.json'), 'utf8')) as Snapshot;
  return { files: await readPaths(dir, description), version, day };
}

/** A snapshot from a package that is installed with the project. */
export async function fromPackage(
  dir: string,
  description: Description,
  days: Record<string, string>,
): Promise<Snapshot> {
  const { name, version } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const day = days[`${name}@${version}`];
  if (day === undefined)
    throw new Error(
      `data/refresh/releases.json: expected the day on which ${name}@${version} was released, found none; add it (npm view ${name} time)`,
    );
  return { files: await readPaths(dir, description), version: `${name}@${version}`, day };
}

async function readPaths(dir: string, description: Description): Promise<SourceFile[]> {
  const all = (await readdir(dir, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const files = [];
  for (const path of wanted(all, description))
    if ((await stat(join(dir, path))).isFile()) files.push({ path, text: await readFile(join(dir, path), 'utf8') });
  return files;
}

/** Paths of a description, in their order. */
function wanted(paths: readonly string[], { files, pattern }: Description): string[] {
  return paths
    .filter((path) => files.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file)))
    .filter((path) => pattern === undefined || pattern.test(path))
    .sort();
}

/**
 * A copy of a repository for one refresh: all commits, for the day of the last change, and the contents of the wanted files alone, which a
 * checkout asks for at once.
 */
export async function clone(address: string, to: string, { files }: Description): Promise<void> {
  const options = { maxBuffer: largest };
  await run('git', ['clone', '--quiet', '--no-checkout', '--filter=blob:none', address, to], options);
  await run('git', ['-C', to, 'checkout', '--quiet', 'HEAD', '--', ...files], options);
}
