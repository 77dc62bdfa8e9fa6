/** The text of a table's bytes, in the encodings that spreadsheet programs save. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that are looked at, from the first one beyond ASCII, before the encoding is decided. */
const looked = 4096;

/**
 * The text, piece by piece. `onEncoding` hears the encoding when a byte first shows it; `undefined` means that it is none of ours, and
 * no more text follows. Bytes that do not fit the encoding come as U+FFFD, so that only their row is lost.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding | undefined) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let first = true;

  let strange = false;

  /** What can be decoded of the bytes that are held; all of it at the end. */
  function take(last: boolean): string {
    if (first && !last && held.length < looked) return '';
    const wide = first ? wideEncodingOf(held) : undefined;
    const beyond = wide ? 0 : held.findIndex((byte) => byte > 127);
    first = false;
    // ASCII reads alike in all that are left: it need not wait for a decision.
    const plain = held.subarray(0, beyond < 0 ? held.length : beyond);
    const rest = held.subarray(plain.length);
    const text = new TextDecoder().decode(plain);
    held = rest;
    if (rest.length === 0 || (rest.length < looked && !last)) return text;
    const encoding = wide ?? narrowEncodingOf(rest.subarray(0, looked));
    onEncoding(encoding);
    strange = !encoding;
    if (!encoding) return text;
    decoder = new TextDecoder(encoding);
    return text + decoder.decode(rest, { stream: true });
  }

  for await (const chunk of bytes) {
    if (decoder) yield decoder.decode(chunk, { stream: true });
    else {
      held = joined(held, chunk);
      const text = take(false);
      if (text !== '') yield text;
      if (strange) return;
    }
  }
  if (!decoder) {
    const text = take(true);
    if (text !== '') yield text;
  }
  const end = decoder?.decode();
  if (end) yield end;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** UTF-16 by its byte order mark, or by every other byte being 0, as it is in text of Latin letters. */
export function wideEncodingOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, looked) >> 1;
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros.map((count) => count / pairs) as [number, number];
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  if (even > 0.4 && odd < 0.05) return 'utf-16be';
  return undefined;
}

/** Letters of Windows-1252 beyond ASCII stand alone or in pairs among others; whole words of them are another alphabet. */
const longestRun = 3;

function narrowEncodingOf(bytes: Uint8Array): 'utf-8' | 'windows-1252' | undefined {
  let [good, bad, beyond, inWords] = [0, 0, 0, 0];
  for (let i = 0, run = 0; i < bytes.length; ) {
    const length = sequenceAt(bytes, i);
    if (length > 1) good++;
    // A sequence that the end of the window cuts is no fault.
    else if (length === 0 && i + 4 <= bytes.length) bad++;
    for (const end = i + (length || 1); i < end; i++) {
      run = bytes[i]! > 127 ? run + 1 : 0;
      if (run > 0) beyond++;
      if (run > longestRun) inWords++;
    }
  }
  if (good > 0 && good >= bad) return 'utf-8';
  if (good === 0 && bad === 0 && beyond === 0) return 'utf-8';
  return inWords > beyond / 4 ? undefined : 'windows-1252';
}

/** Bytes of the UTF-8 sequence at a place; 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}
