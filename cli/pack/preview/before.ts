import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { LoadedPack } from '../../../src/dataset/library.ts';
import { readDataset, readOpenDataset } from '../files.ts';
import { readInput } from '../input.ts';

/**
 * The packs as they were: of a folder or file, or of `dataDir` in a revision of git. Records of that time which do not fit today's
 * schema are left out, with a remark.
 * @throws {Error} when it is neither a path nor a revision
 */
export async function versionBefore(since: string, dataDir: string): Promise<LoadedPack[]> {
  if (existsSync(since)) return [await readInput(since)];
  const archive = await archived(since, dataDir);
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(archive))) {
      if (name.endsWith('/')) continue;
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const data = join(folder, 'data');
    const folders = [...(await readDataset(data)), ...(await readOpenDataset(data))];
    const unread = new Set(
      folders.flatMap(({ problems }) => problems.filter(({ rule }) => rule !== 'format').map(({ file }) => file)),
    );
    if (unread.size > 0)
      console.error(`${unread.size} records of ${since} do not fit today's schema: their cards count as new`);
    return folders.map(({ pack }) => pack);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function archived(revision: string, dataDir: string): Promise<Uint8Array> {
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', dataDir, 'archive', '--format=zip', '--prefix=data/', '--', revision],
      { encoding: 'buffer', maxBuffer: 2 ** 30 },
    );
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    const found = stderr?.toString().trim() ?? (error as Error).message;
    throw new Error(
      `expected --since to be a pack's file or folder, or a revision of git; found "${revision}": ${found}`,
    );
  }
}
