import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clone, fromFolder, fromGit, fromPackage, fromTable, together } from './snapshot.ts';
import { descriptions } from './sources.ts';

let dir: string;

/** Any description serves: only its files and its pattern count here. */
const wanted = { ...descriptions[0]!, files: ['list.csv', 'people/'], pattern: /\.(?:csv|toml)$/u };

const git = (day: string, ...args: string[]) =>
  execFileSync('git', ['-C', join(dir, 'repo'), '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
  });
const write = async (name: string, text: string) => {
  await mkdir(join(dir, 'repo', 'people'), { recursive: true });
  await writeFile(join(dir, 'repo', name), text);
};

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'snapshot-'));
  await write('list.csv', 'a\n');
  await write('people/b.toml', 'b\n');
  await write('people/notes.md', 'not read\n');
  await write('README.md', 'first\n');
  execFileSync('git', ['init', '--quiet', '-b', 'main', join(dir, 'repo')]);
  git('2026-01-02', 'add', '.');
  git('2026-01-02', 'commit', '--quiet', '-m', 'data');
  await write('README.md', 'second\n');
  git('2026-05-06', 'commit', '--quiet', '-am', 'words');
});

afterEach(() => rm(dir, { recursive: true }));

test('a snapshot of a repository has the wanted files, and the day and commit of their last change', async () => {
  const { files, day, version } = await fromGit(join(dir, 'repo'), wanted);
  expect(files).toEqual([
    { path: 'list.csv', text: 'a\n' },
    { path: 'people/b.toml', text: 'b\n' },
  ]);
  expect(day).toBe('2026-01-02');
  expect(version).toBe(git('2026-05-06', 'rev-parse', 'HEAD~1').trim());
});

test('a copy over the network holds the same, whether the server gives it whole or in parts', async () => {
  git('2026-05-06', 'config', 'uploadpack.allowFilter', 'true');
  await clone(`file://${join(dir, 'repo')}`, join(dir, 'copy'), wanted);
  expect(await fromGit(join(dir, 'copy'), wanted)).toEqual(await fromGit(join(dir, 'repo'), wanted));
});

test('files of the past stand under their days, those alone that were others than on the day before', async () => {
  await write('list.csv', 'changed\n');
  git('2026-03-04', 'commit', '--quiet', '-am', 'more data');
  const past = { ...wanted, past: ['2025-12-31', '2026-02-01', '2026-03-04', '2026-04-01'] };
  const found = await fromGit(join(dir, 'repo'), past);
  expect(found.files).toEqual([
    { path: '2026-02-01/list.csv', text: 'a\n' },
    { path: '2026-02-01/people/b.toml', text: 'b\n' },
    { path: '2026-03-04/list.csv', text: 'changed\n' },
    { path: 'list.csv', text: 'changed\n' },
    { path: 'people/b.toml', text: 'b\n' },
  ]);
  git('2026-05-06', 'config', 'uploadpack.allowFilter', 'true');
  await clone(`file://${join(dir, 'repo')}`, join(dir, 'copy'), past);
  expect(await fromGit(join(dir, 'copy'), past)).toEqual(found);
});

test('several repositories are one snapshot, each file with its repository and the day of that', () => {
  const of = (version: string, day: string) => ({ files: [{ path: 'a.csv', text: version }], version, day });
  const both = (second: string) =>
    together([
      { repository: 'x/one', snapshot: of('1', '2026-01-02') },
      { repository: 'x/two', snapshot: of(second, '2025-03-04') },
    ]);
  expect(both('2')).toMatchObject({
    files: [
      { path: 'x/one/a.csv', day: '2026-01-02', text: '1' },
      { path: 'x/two/a.csv', day: '2025-03-04', text: '2' },
    ],
    day: '2026-01-02',
  });
  expect(both('2').version).not.toBe(both('3').version);
});

test('a repository that has lost the files is refused by their names', async () => {
  git('2026-06-01', 'rm', '--quiet', '-r', 'list.csv', 'people');
  git('2026-06-01', 'commit', '--quiet', '-m', 'gone');
  await expect(fromGit(join(dir, 'repo'), wanted)).rejects.toThrow(
    /expected list\.csv, people\/ in HEAD, found none of them/u,
  );
});

test('a folder says its version and day in snapshot.json', async () => {
  await write('snapshot.json', '{"version": "7", "day": "2026-03-04"}');
  const { files, ...about } = await fromFolder(join(dir, 'repo'), wanted);
  expect(about).toEqual({ version: '7', day: '2026-03-04' });
  expect(files.map(({ path }) => path)).toEqual(['list.csv', 'people/b.toml']);
});

test('a package is dated by the table of releases, and refused when it is not there', async () => {
  await write('package.json', '{"name": "p", "version": "1.2.3"}');
  expect(await fromPackage(join(dir, 'repo'), wanted, { 'p@1.2.3': '2026-02-03' })).toMatchObject({
    version: 'p@1.2.3',
    day: '2026-02-03',
  });
  await expect(fromPackage(join(dir, 'repo'), wanted, {})).rejects.toThrow(
    'data/refresh/releases.json: expected the day on which p@1.2.3 was released, found none',
  );
});

test('a table of the project is a snapshot of the day on which it was read, with another version for each change', () => {
  const { files, version, day } = fromTable('people', { on: '2026-05-01', figures: { a: 1 } });
  expect(files).toEqual([{ path: 'people.json', text: '{"on":"2026-05-01","figures":{"a":1}}' }]);
  expect(day).toBe('2026-05-01');
  expect(fromTable('people', { on: '2026-05-01', figures: { a: 2 } }).version).not.toBe(version);
});
