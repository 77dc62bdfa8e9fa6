import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

type Bytes = AsyncIterable<Uint8Array>;

/** The bytes of a file, or of standard input for `-`, unpacked when they begin as gzip does, whatever the file is called. */
export async function* openInput(path: string): AsyncGenerator<Uint8Array> {
  const input: AsyncIterator<Uint8Array> = (path === '-' ? process.stdin : createReadStream(path))[
    Symbol.asyncIterator
  ]();
  const { value: first, done } = await input.next();
  if (done) return;
  const bytes = rejoined(first, input);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* bytes;
    return;
  }
  try {
    yield* gunzip(bytes);
  } catch (error) {
    throw new Error(`${path}: expected a whole gzip file, found: ${(error as Error).message}; fetch or pack it anew`);
  }
}

async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  // An error reaches the reader of the result, which the pipeline destroys with it.
  yield* pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => undefined);
}
