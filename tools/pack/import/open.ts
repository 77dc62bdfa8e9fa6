import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import bzip2 from 'unbzip2-stream';

/**
 * Most bytes that one chunk may unpack to: ordinary text grows tenfold or twentyfold, a file made to fill the memory ten thousandfold.
 */
const mostAtOnce = 64 * 2 ** 20;

type Bytes = AsyncIterable<Uint8Array>;

/** The bytes of a file, or of standard input for `-`, unpacked when they begin as gzip or bzip2 do, whatever the file is called. */
export async function* openInput(path: string, limit = mostAtOnce): AsyncGenerator<Uint8Array> {
  const input: AsyncIterator<Uint8Array> = (path === '-' ? process.stdin : createReadStream(path))[
    Symbol.asyncIterator
  ]();
  const { value: first, done } = await input.next();
  if (done) return;
  const bytes = rejoined(first, input);
  const startsWith = (...magic: number[]) => magic.every((byte, i) => first[i] === byte);
  if (startsWith(0x1f, 0x8b)) yield* gunzip(bytes);
  else if (startsWith(0x42, 0x5a, 0x68)) yield* bunzip2(bytes, limit);
  else yield* bytes;
}

async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  // An error reaches the reader of the result, which the pipeline destroys with it.
  yield* pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => undefined);
}

async function* bunzip2(bytes: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  // The library unpacks within `write`, without waiting for its reader: what it gives is taken chunk by chunk.
  const unpacker = bzip2();
  let unpacked: Uint8Array[] = [];
  let size = 0;
  let error: Error | undefined;
  unpacker.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > limit) throw new Error('a part of the file unpacks to more than it can hold in earnest');
    unpacked.push(chunk);
  });
  unpacker.on('error', (found: Error | string) => {
    error ??= found instanceof Error ? found : new Error(found);
  });
  const take = () => {
    if (error) throw error;
    const taken = unpacked;
    unpacked = [];
    size = 0;
    return taken;
  };
  for await (const chunk of bytes) {
    unpacker.write(Buffer.from(chunk));
    yield* take();
  }
  unpacker.end();
  yield* take();
}
