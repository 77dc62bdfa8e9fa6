/**
 * Front-coded string table: each string is stored as what differs from the string before it, in blocks of 32 so that one string
 * costs at most 32 short steps. (Witten, Moffat, Bell: Managing Gigabytes, 4.1.) Before its letters stands a head: the bytes that it shares
 * and those that follow, in four bits each; where that is too little, `WIDE`, then the first as a byte and the second as a varint.
 */
const BLOCK = 32;
const WIDE = 0xf0;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface EncodedStrings {
  blocks: Uint32Array;
  bytes: Uint8Array;
}

export interface StringTable extends EncodedStrings {
  /** The bytes of the string that is read. */
  letters: Uint8Array;
}

/** Sorted input compresses best; any order is kept. */
export function encodeStrings(strings: readonly string[]): EncodedStrings {
  const blocks = new Uint32Array(Math.ceil(strings.length / BLOCK));
  let out = new Uint8Array(1024);
  let length = 0;
  let before = new Uint8Array(256);
  let beforeLength = 0;
  let bytes = new Uint8Array(256);
  for (let i = 0; i < strings.length; i++) {
    const string = strings[i]!;
    // At most three bytes for each UTF-16 unit.
    if (bytes.length < string.length * 3) bytes = new Uint8Array(string.length * 6);
    const count = encodeUtf8(string, bytes);
    let shared = 0;
    if (i % BLOCK === 0) blocks[i / BLOCK] = length;
    else {
      const most = Math.min(255, count, beforeLength);
      while (shared < most && bytes[shared] === before[shared]) shared++;
    }
    if (out.length < length + count + MOST_HEAD) {
      const wider = new Uint8Array((length + count + MOST_HEAD) * 2);
      wider.set(out);
      out = wider;
    }
    let rest = count - shared;
    if (shared < WIDE >> 4 && rest < 16) out[length++] = (shared << 4) | rest;
    else {
      out[length++] = WIDE;
      out[length++] = shared;
      for (; rest > 0x7f; rest >>>= 7) out[length++] = (rest & 0x7f) | 0x80;
      out[length++] = rest;
    }
    for (let k = shared; k < count; k++) out[length++] = bytes[k]!;
    [before, bytes] = [bytes, before];
    beforeLength = count;
  }
  return { blocks, bytes: out.slice(0, length) };
}

/** Bytes of the longest head. */
const MOST_HEAD = 7;

/** Short ASCII strings, which nearly all are, are written here: for them a call of the encoder takes longer. */
function encodeUtf8(string: string, into: Uint8Array): number {
  for (let i = 0; i < string.length; i++) {
    const unit = string.charCodeAt(i);
    if (unit > 0x7f) return encoder.encodeInto(string, into).written;
    into[i] = unit;
  }
  return string.length;
}

export function readString(table: StringTable, index: number): string {
  const { bytes } = table;
  let { letters } = table;
  let at = table.blocks[Math.floor(index / BLOCK)]!;
  let length = 0;
  for (let left = index % BLOCK; left >= 0; left--) {
    const head = bytes[at++]!;
    length = head >> 4;
    let suffix = head & 15;
    if (head === WIDE) {
      length = bytes[at++]!;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!;
        suffix |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
    }
    if (length + suffix > letters.length) {
      const wider = new Uint8Array((length + suffix) * 2);
      wider.set(letters);
      letters = wider;
      table.letters = wider;
    }
    for (let k = 0; k < suffix; k++) letters[length++] = bytes[at++]!;
  }
  return decoder.decode(letters.subarray(0, length));
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
