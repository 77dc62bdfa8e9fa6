/** Tokens as a struct of arrays, their readings, and the hash that joins text and index. */
import { AT, CHARACTER, EXPAND, FOLD, foldSpan, LAST_CLASS, SURROGATE } from './fold.ts';

/** What a reading of a token leaves out, and so where in a name it may stand. */
export const PREFIX = 1; // something before the name: first token only
export const ARTICLE = 2; // an article that a name may have or lack: any token
export const SUFFIX = 3; // something after the name: last token only
export const INFLECTION = 4; // a case ending: any token

/** Another way to read a token: without its possessive, elision, prefix, clitic or case ending. */
export interface Reading {
  token: number;
  /** UTF-16 offsets of what is left. */
  start: number;
  end: number;
  /** Folded letters where they are not those of the span: a case ending was replaced. */
  letters: string | undefined;
  hash: number;
  kind: number;
}

/** Reused from block to block. */
export interface Tokens {
  text: string;
  /** Primary language subtag of the text, or ''. */
  lang: string;
  count: number;
  /** UTF-16 offsets, end exclusive. */
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  /** Index of the token's first entry in `readings` plus one, or 0, also beyond `count`. Entries of one token are consecutive. */
  firstReading: Int32Array;
  readings: Reading[];
  /** What the tokeniser writes on: a piece of the text as UTF-8, and the folded letters of one token. */
  bytes: Uint8Array<ArrayBuffer>;
  letters: Uint16Array;
}

/** UTF-16 units that are encoded at a time: few enough for the first cache of the processor. */
export const PIECE = 8192;

export const HASH_SEED = 0x2f0b4a27;
export const HASH_PRIME = 0x9e3779b1;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_PRIME);
}

/** Hash of folded units, equal to what the tokeniser stores for a token with these units. */
export function hashFolded(folded: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < folded.length; i++) hash = hashStep(hash, folded.charCodeAt(i));
  return hash;
}

export function createTokens(): Tokens {
  return {
    text: '',
    lang: '',
    count: 0,
    start: new Int32Array(256),
    end: new Int32Array(256),
    hash: new Int32Array(256),
    firstReading: new Int32Array(256),
    readings: [],
    // At most three bytes for each UTF-16 unit, and a separator after them.
    bytes: new Uint8Array(PIECE * 3 + 1),
    letters: new Uint16Array(64),
  };
}

/** Makes room for so many more tokens. */
export function reserve(tokens: Tokens, more: number): void {
  if (tokens.count + more <= tokens.start.length) return;
  const size = Math.max(tokens.start.length * 2, tokens.count + more);
  for (const field of ['start', 'end', 'hash', 'firstReading'] as const) {
    const wider = new Int32Array(size);
    wider.set(tokens[field]);
    tokens[field] = wider;
  }
}

export function addToken(tokens: Tokens, start: number, end: number, hash: number): number {
  reserve(tokens, 1);
  const token = tokens.count++;
  tokens.start[token] = start;
  tokens.end[token] = end;
  tokens.hash[token] = hash;
  return token;
}

/** Readings of one token must be added one after the other. */
export function addReading(
  tokens: Tokens,
  token: number,
  start: number,
  end: number,
  kind: number,
  letters?: string,
): void {
  const hash = letters === undefined ? hashSpan(tokens.text, start, end) : hashFolded(letters);
  tokens.readings.push({ token, start, end, letters, hash, kind });
  if (tokens.firstReading[token] === 0) tokens.firstReading[token] = tokens.readings.length;
}

/** `hashFolded` of `foldSpan`, without the string between. */
function hashSpan(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value > LAST_CLASS) hash = hashStep(hash, value);
    else if (value === EXPAND || value === CHARACTER || value === SURROGATE)
      return hashFolded(foldSpan(text, start, end));
  }
  return hash;
}

/** Folded letters of a reading, as they were hashed. */
export function foldedReading(tokens: Tokens, { start, end, letters }: Reading): string {
  return letters ?? foldSpan(tokens.text, start, end);
}

/** Folded units of a token, as they were hashed. */
export function foldedToken(tokens: Tokens, token: number): string {
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  if (FOLD[tokens.text.charCodeAt(start)] === AT) return `@${tokens.text.slice(start + 1, end).toLowerCase()}`;
  return foldSpan(tokens.text, start, end);
}
