/**
 * bzip2, as Wikidata's dumps are packed. The decoder of unbzip2-stream without its stream: that one needs Node's, and unpacks all that it
 * is given whether its reader wants it or not. Here one block at a time is unpacked, when it is asked for.
 */
import bitIterator from 'unbzip2-stream/lib/bit_iterator.js';
import bzip2 from 'unbzip2-stream/lib/bzip2.js';

/** Bytes that each step of the block size stands for. */
const unit = 100_000;
/** Bytes that a block may take beyond its size when it cannot be packed, and the header of a stream. */
const spare = 25_000;

/** @throws {Error} when the bytes are damaged or cut short */
export async function* bunzip2(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let given = 0;
  const bits = lazily(() => {
    const next = waiting.shift();
    if (!next) throw new Error('the bzip2 file is cut short');
    return next;
  });
  /** Size of the blocks of the stream, 0 between two streams. */
  let level = 0;
  let checksum = 0;
  const output = createOutput();

  function step(): Uint8Array<ArrayBuffer> {
    const reader = bits();
    if (level === 0) {
      level = bzip2.header(reader);
      checksum = 0;
    } else {
      const sum = bzip2.decompress(reader, output.put, new Int32Array(level * unit), level * unit, checksum);
      if (sum === null) level = 0;
      else checksum = sum;
    }
    return output.take();
  }

  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    waiting.push(chunk);
    given += chunk.length;
    while (given - bits().bytesRead >= spare + level * unit) yield step();
  }
  while (given > bits().bytesRead) yield step();
  if (level > 0) throw new Error('the bzip2 file is cut short');
}

/** The library asks for the first bytes at once. */
function lazily(next: () => Uint8Array): () => ReturnType<typeof bitIterator> {
  let bits: ReturnType<typeof bitIterator> | undefined;
  return () => {
    bits ??= bitIterator(next);
    return bits;
  };
}

/** Bytes as they come one by one. A block holds at most 900,000 bytes, and runs of up to 259 in place of five: 47 MB. */
function createOutput() {
  let room = new Uint8Array(1 << 20);
  let used = 0;
  return {
    put(byte: number): void {
      if (used === room.length) {
        const larger = new Uint8Array(room.length * 2);
        larger.set(room);
        room = larger;
      }
      room[used++] = byte;
    },
    take(): Uint8Array<ArrayBuffer> {
      const taken = room.slice(0, used);
      used = 0;
      return taken;
    },
  };
}
