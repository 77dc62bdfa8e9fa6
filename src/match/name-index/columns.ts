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
  'words',
  'skeletonBuckets',
  'postingBlocks',
];

/** A copy of an index that zips better. `openIndex` opens either. */
export function packIndex(index: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const buffer = index.slice(0);
  const words = new Uint32Array(buffer);
  for (const column of columnsOf(words)) for (let i = column.length - 1; i > 0; i--) column[i]! -= column[i - 1]!;
  words[HEAD.magic] = PACKED;
  return new Uint8Array(buffer);
}

/** Undoes it in place. What it makes of a damaged index the checksum refuses. */
export function unpackIndex(words: Uint32Array): void {
  words[HEAD.magic] = MAGIC;
  for (const column of columnsOf(words))
    for (let i = 1, sum = column[0]!; i < column.length; i++) column[i] = sum += column[i]!;
}

function columnsOf(words: Uint32Array): Uint32Array[] {
  return RISING.map((name) => {
    const [at = 0, length = 0] = words.subarray(SECTION_TABLE + SECTIONS.indexOf(name) * 2);
    return words.subarray(at / 4, (at + length) / 4);
  });
}
