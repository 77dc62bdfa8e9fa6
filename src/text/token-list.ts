/** Tokens as a struct of arrays, their readings, and the hash that joins text and index. */
import { AT, FOLD, foldSpan } from './fold.ts';

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
  folded: string;
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
}

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
  };
}

function grow(tokens: Tokens): void {
  const size = tokens.start.length * 2;
  for (const field of ['start', 'end', 'hash', 'firstReading'] as const) {
    const wider = new Int32Array(size);
    wider.set(tokens[field]);
    tokens[field] = wider;
  }
}

export function addToken(tokens: Tokens, start: number, end: number, hash: number): number {
  if (tokens.count === tokens.start.length) grow(tokens);
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
  folded: string,
  kind: number,
): void {
  tokens.readings.push({ token, start, end, folded, hash: hashFolded(folded), kind });
  if (tokens.firstReading[token] === 0) tokens.firstReading[token] = tokens.readings.length;
}

/** Folded units of a token, as they were hashed. */
export function foldedToken(tokens: Tokens, token: number): string {
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  if (FOLD[tokens.text.charCodeAt(start)] === AT) return `@${tokens.text.slice(start + 1, end).toLowerCase()}`;
  return foldSpan(tokens.text, start, end);
}
