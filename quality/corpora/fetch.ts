import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Corpus, OriginalFile } from './list.ts';

/** ms without an answer. */
const patience = 60_000;
/** Bytes: several times the largest original. */
const largest = 32 * 2 ** 20;

interface Options {
  corpora: readonly Corpus[];
  /** Folder of the corpora. */
  to: string;
  /** Where the originals lie, as `<server>/<owner>/<name>/<commit>/<path>`. */
  server: string;
  say(line: string): void;
  complain(line: string): void;
}

/**
 * Fetches the originals of each corpus, makes it of them and writes it. Nothing is written unless every hash is right, and no file that is
 * there already is written over. @returns how many corpora are not there now.
 */
export async function fetchCorpora({ corpora, to, server, say, complain }: Options): Promise<number> {
  let missing = 0;
  for (const corpus of corpora) {
    const file = join(to, corpus.file);
    try {
      if (await isThere(file, corpus.hash)) {
        say(`${corpus.file}: is there already`);
        continue;
      }
      const texts: string[] = [];
      for (const original of corpus.originals) texts.push(await fetchOriginal(server, original));
      const made = corpus.make(texts);
      expectHash('the corpus that is made of its originals', made, corpus.hash);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.part`, made);
      await rename(`${file}.part`, file);
      say(`${corpus.file}: written (${corpus.licence})`);
    } catch (error) {
      missing++;
      complain(`${corpus.file}: ${(error as Error).message}`);
    }
  }
  return missing;
}

async function isThere(file: string, hash: string): Promise<boolean> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return false;
  const found = hashOf(bytes);
  if (found !== hash)
    throw new Error(`expected ${file} to have the hash ${hash}, found ${found}: move it away to fetch it anew`);
  return true;
}

async function fetchOriginal(server: string, { repository, commit, path, hash }: OriginalFile): Promise<string> {
  const address = `${server}/${repository}/${commit}/${path}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
    throw new Error(`expected an answer from ${address}, found ${said(error)}: is there a network?`);
  });
  if (!response.ok) throw new Error(`expected ${address}, found the answer ${response.status} ${response.statusText}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > largest) throw new Error(`expected at most ${largest} bytes at ${address}, found more`);
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  expectHash(address, bytes, hash);
  return bytes.toString();
}

/** The reason that `fetch` keeps behind "fetch failed". */
function said({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}

function expectHash(what: string, content: string | Uint8Array, hash: string): void {
  const found = hashOf(content);
  if (found !== hash)
    throw new Error(
      `expected ${what} to have the hash ${hash}, found ${found}: nothing is written; it has changed since`,
    );
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
