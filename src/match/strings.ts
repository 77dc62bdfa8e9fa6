/**
 * Front-coded string table: each string is stored as what differs from the string before it, in blocks of 16 so that one string
 * costs at most 16 short steps. (Witten, Moffat, Bell: Managing Gigabytes, 4.1.)
 */
const BLOCK = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface StringTable {
  blocks: Uint32Array;
  bytes: Uint8Array;
}

/** Sorted input compresses best; any order is kept. */
export function encodeStrings(strings: readonly string[]): StringTable {
  const blocks = new Uint32Array(Math.ceil(strings.length / BLOCK));
  const out: number[] = [];
  let before = new Uint8Array(0);
  for (const [i, string] of strings.entries()) {
    const bytes = encoder.encode(string);
    let shared = 0;
    if (i % BLOCK === 0) blocks[i / BLOCK] = out.length;
    else while (shared < 255 && shared < bytes.length && bytes[shared] === before[shared]) shared++;
    out.push(shared);
    pushVarint(out, bytes.length - shared);
    for (let k = shared; k < bytes.length; k++) out.push(bytes[k]!);
    before = bytes;
  }
  return { blocks, bytes: Uint8Array.from(out) };
}

let scratch = new Uint8Array(256);

export function readString(table: StringTable, index: number): string {
  const { bytes } = table;
  let at = table.blocks[Math.floor(index / BLOCK)]!;
  let length = 0;
  for (let left = index % BLOCK; left >= 0; left--) {
    length = bytes[at++]!;
    let suffix = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      suffix |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (length + suffix > scratch.length) {
      const wider = new Uint8Array((length + suffix) * 2);
      wider.set(scratch);
      scratch = wider;
    }
    for (let k = 0; k < suffix; k++) scratch[length++] = bytes[at++]!;
  }
  return decoder.decode(scratch.subarray(0, length));
}

/** Position of `wanted` in a table that is sorted by UTF-16 code units, or -1. */
export function findString(table: StringTable, count: number, wanted: string): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readString(table, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < count && readString(table, low) === wanted ? low : -1;
}

/** Least significant seven bits first, high bit set on all bytes but the last. */
export function pushVarint(out: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    out.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  out.push(rest);
}
