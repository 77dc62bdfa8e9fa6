/** What an earlier run has answered. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { linesOf } from '../../../src/import/lines.ts';
import { openInput } from '../../pack/import/open.ts';
import { readLine } from './answer.ts';
import type { Tell } from './lost.ts';

export interface Done {
  count: number;
  /** Of them, those with an error. */
  errors: number;
  /** Whether a document was answered. Each answer counts for one document, since ids may repeat. */
  take(id: unknown): boolean;
}

/**
 * The answers of `path`, each of which `hear` hears. What is no answer is reported and is not done.
 * A million answers take some 100 MB. @throws {Error} when the file cannot be read
 */
export async function readDone(
  path: string,
  tell: Tell,
  hear: (answer: Record<string, unknown>) => void,
): Promise<Done> {
  const left = new Map<string, number>();
  const done = { count: 0, errors: 0 };
  for await (const { number, text, problem } of linesOf(openInput(path))) {
    try {
      if (text === undefined) throw new Error(problem);
      const answer = readLine(text);
      if (!('id' in answer) || !('mentions' in answer || 'error' in answer)) throw new Error('another object');
      const id = JSON.stringify(answer.id);
      left.set(id, (left.get(id) ?? 0) + 1);
      done.count++;
      if ('error' in answer) done.errors++;
      hear(answer);
    } catch (error) {
      tell(
        `${path}, line ${number}`,
        `expected an answer; found ${(error as Error).message}; its document is done again`,
      );
    }
  }
  return {
    ...done,
    take(id) {
      const key = JSON.stringify(id);
      const count = left.get(key) ?? 0;
      if (count > 1) left.set(key, count - 1);
      else left.delete(key);
      return count > 0;
    },
  };
}

/**
 * Takes a last line off that was cut when a run was broken off: what is written after it must begin a line.
 * @returns whether there was one. @throws {Error} when a packed file is damaged before its end
 */
export async function takeOffCutLine(path: string): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(2);
    await file.read(start, 0, 2, 0);
    if (start[0] === 0x1f && start[1] === 0x8b) return await takeOffPacked(path);
    const end = await endOfLastLine((block, at) => file.read(block, 0, block.length, at), size);
    if (end < size) await file.truncate(end);
    return end < size;
  } finally {
    await file.close();
  }
}

const LF = 10;

/** Bytes up to the end of the last whole line. */
async function endOfLastLine(read: (block: Buffer, at: number) => Promise<unknown>, size: number): Promise<number> {
  for (let end = size; end > 0; ) {
    const block = Buffer.alloc(Math.min(2 ** 16, end));
    await read(block, end - block.length);
    const last = block.lastIndexOf(LF);
    if (last >= 0) return end - block.length + last + 1;
    end -= block.length;
  }
  return 0;
}

async function takeOffPacked(path: string): Promise<boolean> {
  let last = LF;
  try {
    for await (const part of openInput(path)) last = part.at(-1) ?? last;
    if (last === LF) return false;
  } catch {
    // Cut in the middle of what is packed: its whole lines are packed anew.
  }
  const mended = `${path}.mended`;
  // What a stream that ends too soon has given is kept, with this flush.
  await pipeline(
    createReadStream(path),
    createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
    wholeLines,
    createGzip(),
    createWriteStream(mended),
  );
  await rename(mended, path);
  return true;
}

async function* wholeLines(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const part of parts) {
    const last = part.lastIndexOf(LF);
    if (last >= 0) {
      yield Buffer.concat([...rest, part.subarray(0, last + 1)]);
      rest = [];
    }
    rest.push(part.subarray(last + 1));
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
