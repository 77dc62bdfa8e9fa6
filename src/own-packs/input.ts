/** The bytes of a file that somebody brought, unpacked, with bounds. */
import { bunzip2 } from '../import/bunzip2.ts';
import type { Refusal } from './database.ts';

/** Bytes of a file that is read line by line, after unpacking. */
const largestInput = 8 * 2 ** 30;
/** Bytes of a file that is read as a whole, after unpacking; the same as on the command line. */
const largestWhole = 512 * 2 ** 20;
/** Unpacked bytes for each packed one: text grows tenfold or twentyfold, a file made to fill memory a thousandfold. */
const mostGrowth = 200;
/** Bytes below which growth says nothing. */
const smallest = 64 * 2 ** 20;

/** An error that ends an import and that the page can say in the reader's language. */
export class ImportError extends Error {
  readonly why: Refusal;

  constructor(why: Refusal, detail = '') {
    super(detail);
    this.why = why;
  }
}

/**
 * The bytes of `file`, unpacked when they begin as gzip or bzip2 does. `onRead` hears how many bytes of the file were taken.
 * @throws {ImportError} when it is no file of text, is cut short, or unpacks to more than `limit`
 */
export async function* unpacked(
  file: Blob,
  onRead: (bytes: number) => void,
  limit = largestInput,
): AsyncGenerator<Uint8Array> {
  const [a, b, c, d] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) throw new ImportError('zip', 'zip');
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) throw new ImportError('zip', 'zstd');
  const gzip = a === 0x1f && b === 0x8b;
  const bzip2 = a === 0x42 && b === 0x5a && c === 0x68;
  const packed = gzip || bzip2;
  if (!packed && file.size > limit) throw new ImportError('size', `${file.size}`);
  let taken = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        taken += chunk.length;
        onRead(taken);
        controller.enqueue(chunk);
      },
    }),
  );
  const stream = gzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = stream.getReader();
  const chunks = bzip2 ? bunzip2(chunksOf(reader)) : chunksOf(reader);
  let given = 0;
  try {
    for (;;) {
      const { value, done } = await chunks.next().catch((error: unknown) => {
        throw new ImportError(packed ? 'damaged' : 'failed', error instanceof Error ? error.message : String(error));
      });
      if (done) return;
      given += value.length;
      if (given > limit || (packed && given > smallest && given > taken * mostGrowth))
        throw new ImportError('size', `${given}`);
      yield value;
    }
  } finally {
    // Whoever stops reading leaves the stream; without this the rest would be unpacked all the same.
    await reader.cancel().catch(() => undefined);
  }
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The first characters of a file. */
export async function headOf(file: Blob, characters = 65_536): Promise<string> {
  const decoder = new TextDecoder();
  let head = '';
  for await (const chunk of unpacked(file, () => undefined)) {
    head += decoder.decode(chunk, { stream: true });
    if (head.length >= characters) break;
  }
  return head;
}

/** @throws {ImportError} as `unpacked`, and when the text is not UTF-8 */
export async function wholeText(file: Blob, onRead: (bytes: number) => void): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  try {
    for await (const chunk of unpacked(file, onRead, largestWhole)) parts.push(decoder.decode(chunk, { stream: true }));
    parts.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError('damaged', 'UTF-8');
    throw error;
  }
  return parts.join('');
}
