import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { toExchange } from '../../src/dataset/exchange.ts';
import { createLibrary, type LoadedPack } from '../../src/dataset/library.ts';
import type { Problem } from '../../src/dataset/problem.ts';
import { readPack } from '../../src/dataset/read.ts';
import type { Pack } from '../../src/dataset/schema.ts';
import { readDataset, readPackFolder } from './files.ts';
import { linesOf } from './lines.ts';

/** Largest exchange file read at once, in bytes after unpacking: a pack of a million names takes some 150 MB; a gzip bomb takes more. */
const largestFile = 512 * 2 ** 20;

/**
 * A pack from a folder of `data/` or from an exchange file (`.sidelight.json`, also gzipped).
 * @throws {Error} whose message lists every problem
 */
export async function readInput(path: string, limit = largestFile): Promise<LoadedPack> {
  const about = await stat(path);
  if (about.isDirectory()) {
    const { pack, problems } = await readPackFolder(path);
    const unread = problems.filter(({ rule }) => rule !== 'format');
    if (unread.length > 0) throw new Error(listed(path, unread));
    return pack;
  }
  if (about.size > limit) throw new Error(`${path}: expected a file of at most ${limit} bytes, found ${about.size}`);
  const text = await readText(path, limit);
  const { pack, problems } = readPack(parseJson(path, text));
  if (pack === undefined) throw new Error(listed(path, problems, text));
  return pack;
}

async function readText(path: string, limit: number): Promise<string> {
  const bytes = await readFile(path);
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzip(path, bytes, limit) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  } catch (error) {
    throw new Error(`${path}: expected a pack in JSON in UTF-8, found ${(error as Error).message}`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: expected a pack in JSON, found ${(error as Error).message}`);
  }
}

async function unzip(path: string, bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw new Error(
      `${path}: expected a whole gzip file of at most ${limit} bytes unpacked, found: ${(error as Error).message}`,
    );
  }
}

function listed(path: string, problems: readonly Problem[], text?: string): string {
  const lineOf = text === undefined ? undefined : linesOf(text);
  const lines = problems
    .slice(0, 50)
    .map(
      ({ path: at, expected, found, todo }) =>
        `  ${lineOf ? `line ${lineOf(at)}, ` : ''}${at}: expected ${expected}, found ${found}; ${todo}`,
    );
  const rest = problems.length > 50 ? [`  and ${problems.length - 50} more`] : [];
  return [`${path} is not a pack that can be used: ${problems.length} problems`, ...lines, ...rest].join('\n');
}

/** A pack with everything that it cites of the packs beside it in the data folder. */
export async function asExchange(path: string): Promise<Pack> {
  const pack = await readInput(path);
  const beside = (await stat(path)).isDirectory() ? await readDataset(dirname(resolve(path))) : [];
  return toExchange(pack, createLibrary([pack, ...beside.map((folder) => folder.pack)]));
}
