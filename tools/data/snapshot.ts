/** Where the files of a source come from: a folder, a git directory, an installed package, or, when a maintainer asks, the network. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Description, pastOf, type SourceFile } from './source.ts';

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

/**
 * A snapshot of a source from a git directory, bare or with a work tree. The day is that of the last commit that touched the files. Of the days of the
 * past come first, in their order, those files that were others than on the day before it.
 */
export async function fromGit(dir: string, description: Description): Promise<Snapshot> {
  const git = async (...args: string[]) =>
    (await run('git', ['-C', dir, ...args], { maxBuffer: largest, encoding: 'utf8' })).stdout;
  const listed = async (commit: string) => {
    const lines = (await git('ls-tree', '-r', '-z', commit)).split('\0').filter((line) => line !== '');
    // "100644 blob 30fe0696 LICENSE", with a tabulator before the path.
    const blobs = new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/u, 3)[2]!]));
    return wanted([...blobs.keys()], description).map((path) => ({ path, blob: blobs.get(path)! }));
  };
  const files: (SourceFile & { blob: string })[] = [];
  let before = new Map<string, string>();
  for (const day of description.past ?? []) {
    const commit = (await git('rev-list', '-1', `--before=${day}T23:59:59Z`, 'HEAD')).trim();
    const now = commit === '' ? [] : await listed(commit);
    for (const { path, blob } of now)
      if (before.get(path) !== blob) files.push({ path: `${day}/${path}`, blob, text: '' });
    before = new Map(now.map(({ path, blob }) => [path, blob]));
  }
  const newest = await listed('HEAD');
  if (newest.length === 0)
    throw new Error(`${dir}: expected ${description.files.join(', ')} in HEAD, found none of them`);
  files.push(...newest.map((file) => ({ ...file, text: '' })));
  const texts = await readBlobs(
    dir,
    files.map(({ blob }) => blob),
  );
  const [version, day] = (await git('log', '-1', '--format=%H %cs', 'HEAD', '--', ...description.files))
    .trim()
    .split(' ');
  return {
    files: files.map(({ blob: _, ...file }, at) => ({ ...file, text: texts[at]! })),
    version: version!,
    day: day!,
  };
}

/** The texts of blobs of a git directory, by one process: a source may have thousands. */
async function readBlobs(dir: string, blobs: readonly string[]): Promise<string[]> {
  const child = execFile('git', ['-C', dir, 'cat-file', '--batch', '--buffer'], {
    maxBuffer: largest,
    encoding: 'buffer',
  });
  const parts: Buffer[] = [];
  child.stdout!.on('data', (part: Buffer) => parts.push(part));
  const ended = once(child, 'close');
  child.stdin!.end(blobs.map((blob) => `${blob}\n`).join(''));
  const [code] = await ended;
  if (code !== 0) throw new Error(`${dir}: expected git to read ${blobs.length} files, found exit code ${code}`);
  const all = Buffer.concat(parts);
  let at = 0;
  // "<blob> blob <bytes>", a line break, the bytes, a line break.
  return blobs.map((blob) => {
    const end = all.indexOf(10, at);
    const size = Number(all.toString('latin1', at, end).split(' ')[2]);
    if (end < 0 || !Number.isInteger(size))
      throw new Error(`${dir}: expected the file ${blob}, found none; fetch it whole`);
    at = end + size + 2;
    return all.toString('utf8', end + 1, end + 1 + size);
  });
}

/** One snapshot of several repositories. Its version is a hash of theirs, its day the last of theirs. */
export function together(parts: readonly { repository: string; snapshot: Snapshot }[]): Snapshot {
  const versions = parts.map(({ repository, snapshot }) => `${repository} ${snapshot.version}\n`).join('');
  return {
    files: parts.flatMap(({ repository, snapshot }) =>
      snapshot.files.map((file) => ({ day: snapshot.day, ...file, path: `${repository}/${file.path}` })),
    ),
    version: createHash('sha1').update(versions).digest('hex'),
    day: parts
      .map(({ snapshot }) => snapshot.day)
      .sort()
      .at(-1)!,
  };
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

/** A table that people of this project wrote. Its version is a hash of it. */
export function fromTable(name: string, table: unknown): Snapshot {
  const text = JSON.stringify(table);
  const version = createHash('sha1').update(text).digest('hex');
  return { files: [{ path: `${name}.json`, text }], version, day: (table as { on: string }).on };
}

async function readPaths(dir: string, description: Description): Promise<SourceFile[]> {
  const all = (await readdir(dir, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const files = [];
  for (const path of wanted(all, description))
    if ((await stat(join(dir, path))).isFile()) files.push({ path, text: await readFile(join(dir, path), 'utf8') });
  return files;
}

/** Paths of a description, in their order. */
function wanted(paths: readonly string[], { files, pattern, origin, past }: Description): string[] {
  const inRepository = (path: string) => {
    const repository = 'repositories' in origin && origin.repositories.find((each) => path.startsWith(`${each}/`));
    return repository ? path.slice(repository.length + 1) : path;
  };
  return paths
    .filter((whole) => {
      const path = (past && pastOf(whole)?.path) ?? inRepository(whole);
      return (
        files.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file)) &&
        (pattern === undefined || pattern.test(path))
      );
    })
    .sort();
}

/**
 * A copy of a repository for one refresh: all commits, for the day of the last change, and the contents of the wanted files alone, which a
 * checkout asks for at once.
 */
export async function clone(address: string, to: string, { files, past = [] }: Description): Promise<void> {
  const git = (...args: string[]) => run('git', args, { maxBuffer: largest });
  await git('clone', '--quiet', '--no-checkout', '--filter=blob:none', address, to);
  const days = await Promise.all(
    past.map((day) => git('-C', to, 'rev-list', '-1', `--before=${day}T23:59:59Z`, 'HEAD')),
  );
  for (const commit of [...days.map(({ stdout }) => stdout.trim()).filter((each) => each !== ''), 'HEAD']) {
    const { stdout } = await git(
      '-C',
      to,
      'ls-tree',
      '--name-only',
      commit,
      '--',
      ...files.map((file) => file.replace(/\/$/u, '')),
    );
    const there = stdout
      .trim()
      .split('\n')
      .filter((path) => path !== '');
    if (there.length > 0) await git('-C', to, 'checkout', '--quiet', commit, '--', ...there);
  }
}
