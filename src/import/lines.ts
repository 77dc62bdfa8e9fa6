import { decoded } from './decode.ts';

/** Longest line, in bytes: the largest item of Wikidata has some 5 MB. A longer one is an attack or no file of lines. */
const longestLine = 64 * 2 ** 20;

export interface Line {
  /** From 1. */
  number: number;
  text?: string;
  /** Why there is no text. */
  problem?: string;
}

/**
 * The lines of a stream of bytes, one at a time, empty ones left out. A line that is too long or not UTF-8 is reported and passed over. Lines end at LF
 * or CRLF only: U+2028 and U+2029, at which Node's `readline` breaks too, may stand inside a JSON string.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const finish = (): Line | undefined => {
    const line =
      size > longestLine
        ? { number, problem: `a line of more than ${longestLine / 2 ** 20} MB` }
        : decode(parts, number);
    parts = [];
    size = 0;
    return line.text === '' ? undefined : line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      const line = finish();
      if (line) yield line;
      number++;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  const last = finish();
  if (last) yield last;

  function add(part: Uint8Array) {
    size += part.length;
    if (size > longestLine) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}

function decode(parts: Uint8Array[], number: number): Line {
  try {
    // A new decoder for each line: one that has failed is of no use for the next.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
    return { number, text: text.trim() };
  } catch {
    return { number, problem: 'bytes that are not UTF-8' };
  }
}

export interface Value {
  /** Line on which it stands, from 1. */
  line: number;
  value?: unknown;
  problem?: string;
}

/** Largest document read as a whole, in UTF-16 code units: entity exports and results of queries, never dumps. */
const largestDocument = 256 * 2 ** 20;

/**
 * The JSON values of a file: one a line (with the brackets and commas of Wikidata's dumps), or, when its first line opens a value
 * and does not close it, one document over many lines.
 */
export async function* valuesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Value> {
  let document: string[] | undefined;
  let size = 0;
  let started = false;
  for await (const { number, text, problem } of linesOf(bytes)) {
    if (document) {
      size += text?.length ?? 0;
      if (problem || size > largestDocument) {
        yield {
          line: number,
          problem: problem ?? `a document of more than ${largestDocument / 2 ** 20} million characters`,
        };
        return;
      }
      document.push(text ?? '');
      continue;
    }
    if (problem !== undefined) yield { line: number, problem };
    else if (text !== '[' && text !== ']' && text !== ',') {
      const record = text!.replace(/,$/u, '');
      try {
        const value: unknown = JSON.parse(record);
        started = true;
        yield { line: number, value };
      } catch (error) {
        // A list that stands over many lines begins with a bracket alone; its first value then opens and does not close.
        if (!started && /[[{,:]$/u.test(text!)) document = [text!];
        else yield { line: number, problem: (error as Error).message };
        started = true;
      }
    }
  }
  if (document === undefined) return;
  for (const whole of [document.join('\n'), `[${document.join('\n')}`]) {
    try {
      yield { line: 1, value: JSON.parse(whole) };
      return;
    } catch {
      // The other reading is tried; if neither holds, the error below says so.
    }
  }
  yield { line: 1, problem: 'a document that is cut short or is not JSON' };
}

/**
 * The text of a file that is read as a whole.
 * @throws {Error} when it is too large, or its encoding is none that is read
 */
export async function decodedWhole(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  let known = true;
  const pieces = decoded(bytes, (encoding) => {
    known = encoding !== undefined;
  });
  for await (const piece of pieces) {
    parts.push(piece);
    size += piece.length;
    if (size > largestDocument) throw new Error(`expected at most ${largestDocument / 2 ** 20} million characters`);
  }
  if (!known)
    throw new Error('expected text in UTF-8, UTF-16 or Windows-1252, found another encoding; save it in UTF-8');
  return parts.join('');
}
