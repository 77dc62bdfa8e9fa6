/**
 * An index as it ships: numbers that rise are told by what they are more than the one before, of which deflate leaves little (the delta encoding of Parquet,
 * here of a fixed width, so that an index is unpacked where it lies).
 */
import { HEAD, MAGIC, PACKED, SECTION_TABLE, SECTIONS, type Section } from './format.ts';

const RISING: readonly Section[] = [
  'tokenBlocks',
  'first',
  'tail',
  'odd',
  'idBlocks',
  'meta',
  'metaOffsets',
  'nations',
  'parties',
  'partyCountries',
  'words',
  'skeletonBuckets',
  'pairBuckets',
  'postingBlocks',
];

/** Numbers of several parts, of which those of one weight stand together. */
const SPREAD: readonly Section[] = ['outlines'];

/** A copy of an index that zips better. `openIndex` opens either. */
export function packIndex(index: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const buffer = index.slice(0);
  const words = new Uint32Array(buffer);
  for (const column of columnsOf(words, RISING))
    for (let i = column.length - 1; i > 0; i--) column[i]! -= column[i - 1]!;
  for (const column of columnsOf(words, SPREAD)) {
    const bytes = bytesOf(column);
    bytes.set(Uint8Array.from(bytes, (_, i) => bytes[(i % column.length) * 4 + Math.floor(i / column.length)]!));
  }
  words[HEAD.magic] = PACKED;
  return new Uint8Array(buffer);
}

/** Undoes it in place. What it makes of a damaged index the checksum refuses. */
export function unpackIndex(words: Uint32Array): void {
  words[HEAD.magic] = MAGIC;
  for (const column of columnsOf(words, SPREAD)) {
    const bytes = bytesOf(column).slice();
    const { length } = column;
    for (let i = 0; i < length; i++)
      column[i] =
        bytes[i]! | (bytes[i + length]! << 8) | (bytes[i + 2 * length]! << 16) | (bytes[i + 3 * length]! << 24);
  }
  for (const column of columnsOf(words, RISING))
    for (let i = 1, sum = column[0]!; i < column.length; i++) column[i] = sum += column[i]!;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function columnsOf(words: Uint32Array, sections: readonly Section[]): Uint32Array[] {
  return sections.map((name) => {
    const [at = 0, length = 0] = words.subarray(SECTION_TABLE + SECTIONS.indexOf(name) * 2);
    return words.subarray(at / 4, (at + length) / 4);
  });
}
