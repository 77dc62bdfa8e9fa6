/** The documents of a corpus, whatever it is kept in: lines of JSON, web archives, folders of pages; packed by gzip or not. */
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { linesOf } from '../../../src/import/lines.ts';
import { openInput } from '../../pack/import/open.ts';
import type { Item } from './answer.ts';
import { largestDocument, lost, type Tell } from './lost.ts';
import { warcItems } from './warc.ts';

/** `input` is a file, a folder, or `-`. @throws {Error} when it is not there */
export async function* itemsOf(input: string, tell: Tell): AsyncGenerator<Item> {
  if (input !== '-' && (await stat(input)).isDirectory()) {
    yield* pagesIn(input, tell);
    return;
  }
  const place = input === '-' ? '' : input;
  const { start, bytes } = await begun(openInput(input));
  try {
    if (new TextDecoder().decode(start.subarray(0, 5)) === 'WARC/') yield* warcItems(bytes, place, tell);
    else yield* lineItems(bytes, place);
  } catch (error) {
    // What came before the damage is answered.
    yield lost(place || 'standard input', null, (error as Error).message);
  }
}

async function* lineItems(bytes: AsyncIterable<Uint8Array>, place: string): AsyncGenerator<Item> {
  for await (const { number, text, problem } of linesOf(bytes)) {
    const where = [place, `line ${number}`].filter(Boolean).join(', ');
    if (text === undefined) yield lost(where, null, `expected a line of JSON; found ${problem}`);
    else yield { form: 'line', place: where, size: Buffer.byteLength(text) + 1, line: text };
  }
}

const isPage = (name: string) => /\.x?html?(?:\.gz)?$/i.test(name);

/** Pages of a folder and of those in it, in the order of their paths (by UTF-16 code units), which are their ids. */
async function* pagesIn(folder: string, tell: Tell): AsyncGenerator<Item> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .sort();
  const others = files.filter((file) => !isPage(file));
  if (others.length > 0)
    tell(
      folder,
      `expected pages (.html, .htm, .xhtml); ${others.length} other files were left out, ${others[0]} first`,
    );
  for (const file of files.filter(isPage)) {
    const place = join(folder, file);
    const id = file.split(sep).join('/');
    try {
      const bytes = await whole(openInput(place));
      yield { form: 'html', place, id, size: bytes.length, bytes };
    } catch (error) {
      yield lost(place, id, (error as Error).message);
    }
  }
}

/** @throws {Error} when there are more than `largestDocument` bytes */
async function whole(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.length;
    if (size > largestDocument) throw new Error(`expected at most ${largestDocument / 2 ** 20} MB`);
    found.push(part);
  }
  return Buffer.concat(found);
}

/** The first piece of a stream, and the whole of it. */
async function begun(
  stream: AsyncGenerator<Uint8Array>,
): Promise<{ start: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const { value: start = new Uint8Array() } = await stream.next();
  return {
    start,
    bytes: (async function* () {
      yield start;
      yield* stream;
    })(),
  };
}
