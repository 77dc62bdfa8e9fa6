/** The bytes of a file that somebody brought, unpacked, with bounds. */
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
 * The bytes of `file`, unpacked when they begin as gzip does. `onRead` hears how many bytes of the file were taken.
 * @throws {ImportError} when it is no file of text, is cut short, or unpacks to more than `limit`
 */
export async function* unpacked(
  file: Blob,
  onRead: (bytes: number) => void,
  limit = largestInput,
): AsyncGenerator<Uint8Array> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = a === 0x1f && b === 0x8b;
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
  const stream = packed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = stream.getReader();
  let given = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => {
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
