/** What is brought to be read, and what its first bytes say of it. */
import { type Detected, detect, headSize, type ImportFormat } from './detect.ts';
import type * as Libraries from './libraries.ts';
import type { ImportOptions } from './record.ts';
import type { TableOptions } from './table-file.ts';
import type { WikidataOptions } from './wikidata.ts';

/** Everything that the formats need to know; each uses its part. */
export interface FileOptions
  extends ImportOptions,
    Omit<WikidataOptions, keyof ImportOptions>,
    Omit<TableOptions, keyof ImportOptions> {
  /** Loads the libraries of spreadsheets, markup and BibTeX. */
  libraries: () => Promise<typeof Libraries>;
}

/** The bytes of an input, from its beginning each time it is called. */
export interface Input {
  open(): AsyncIterable<Uint8Array>;
  /** False when the bytes come only once (standard input). */
  again: boolean;
}

/** Formats of which records can be read one after another; a pack is read as a whole. */
export type Format = Exclude<ImportFormat, 'pack'>;

/** Why a file is not read at all. */
export class UnreadableFile extends Error {}

/** A file with what its first bytes say of it. */
export interface Opened {
  detected: Detected;
  input: Input;
}

/** Looks at the head of an input, which is then there from its beginning once more. */
export async function lookAt(input: Input): Promise<Opened> {
  const bytes = input.open()[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headSize) {
    const { value, done } = await bytes.next();
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  const head = new Uint8Array(size);
  for (let i = 0, at = 0; i < parts.length; at += parts[i++]!.length) head.set(parts[i]!, at);
  const detected = detect(head.subarray(0, headSize));
  if (input.again) {
    // Whoever stops reading leaves the file.
    await bytes.return?.();
    return { detected, input };
  }
  async function* open() {
    yield* parts;
    yield* { [Symbol.asyncIterator]: () => bytes };
  }
  return { detected, input: { again: false, open } };
}
