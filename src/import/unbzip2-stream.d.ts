/** The parts of unbzip2-stream that need no stream of Node. */
declare module 'unbzip2-stream/lib/bit_iterator.js' {
  interface Bits {
    (count: number | null): number;
    bytesRead: number;
  }
  export default function bitIterator(nextBuffer: () => Uint8Array): Bits;
}

declare module 'unbzip2-stream/lib/bzip2.js' {
  type Bits = ReturnType<typeof import('unbzip2-stream/lib/bit_iterator.js').default>;
  const bzip2: {
    /** Size of the blocks, 1 to 9. */
    header(bits: Bits): number;
    /** The checksum so far; nothing at the end of a stream, after which another may follow. */
    decompress(
      bits: Bits,
      put: (byte: number) => void,
      room: Int32Array,
      size: number,
      checksum: number,
    ): number | null;
  };
  export default bzip2;
}
