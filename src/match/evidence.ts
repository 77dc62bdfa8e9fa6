/** What on the page speaks for an entity: words and phrases, by the hashes of their tokens. */
import { tokenise } from '../text/tokens.ts';
import { type Block, isUpper } from './blocks.ts';
import type { MatchIndex } from './name-index/read.ts';
import type { Scratch } from './scratch.ts';

/** Places of a token hash: block * 2^20 + token (a block's later tokens are not indexed). */
export type Places = (hash: number) => readonly number[];

/** What passes 3 and 4 look at: the whole page. `known`: entities already seen on it. */
export interface View {
  indexes: readonly MatchIndex[];
  blocks: readonly Block[];
  places: Places;
  known: ReadonlySet<string>;
  scratch: Scratch;
}

const PER_BLOCK = 1 << 20;
const NOWHERE: readonly number[] = [];

/** The block of a place, its number, and the token. */
export function placeOf(blocks: readonly Block[], place: number): { block: Block; number: number; token: number } {
  const number = Math.floor(place / PER_BLOCK);
  return { block: blocks[number]!, number, token: place % PER_BLOCK };
}

export function placeAt(block: number, token: number): number {
  return block * PER_BLOCK + token;
}

/** The table is made when it is first asked: most pages have no name that needs evidence. */
export function placesOf(blocks: readonly Block[]): Places {
  let chains: Chains | undefined;
  const asked = new Map<number, readonly number[]>();
  return (hash) => {
    let places = asked.get(hash);
    if (places === undefined) {
      chains ??= chainsOf(blocks);
      places = placesIn(chains, hash);
      asked.set(hash, places);
    }
    return places;
  };
}

/** Tokens of a page, in chains of those whose hashes have the same upper bits: a map of lists takes ten times as long to make. */
interface Chains {
  /** The first of each chain, counted from 1, or 0. */
  heads: Int32Array;
  shift: number;
  /** Of each token: the one after it in its chain, its hash, its place. */
  next: Int32Array;
  hashes: Int32Array;
  places: Float64Array;
}

function chainsOf(blocks: readonly Block[]): Chains {
  let length = 0;
  for (const { count, readings } of blocks) length += Math.min(count, PER_BLOCK) + readings.length;
  const bits = Math.max(4, Math.ceil(Math.log2(length + 1)));
  const shift = 32 - bits;
  const heads = new Int32Array(2 ** bits);
  const next = new Int32Array(length);
  const hashes = new Int32Array(length);
  const places = new Float64Array(length);
  const add = (hash: number, place: number) => {
    const chain = hash >>> shift;
    next[--length] = heads[chain]!;
    heads[chain] = length + 1;
    hashes[length] = hash;
    places[length] = place;
  };
  // From the last, so that each chain is in the order of the text.
  for (let number = blocks.length - 1; number >= 0; number--) {
    const { count, hash, readings } = blocks[number]!;
    const from = number * PER_BLOCK;
    for (let i = readings.length - 1; i >= 0; i--) {
      const { token, hash: other } = readings[i]!;
      if (token < PER_BLOCK) add(other, from + token);
    }
    for (let token = Math.min(count, PER_BLOCK) - 1; token >= 0; token--) add(hash[token]!, from + token);
  }
  return { heads, shift, next, hashes, places };
}

function placesIn({ heads, shift, next, hashes, places }: Chains, hash: number): readonly number[] {
  const found: number[] = [];
  for (let at = heads[hash >>> shift]!; at > 0; at = next[at - 1]!) {
    if (hashes[at - 1] === hash) found.push(places[at - 1]!);
  }
  return found.length > 0 ? found : NOWHERE;
}

/** Cues come from packs: their number is bounded, what is kept is not allowed to grow without end. */
const MOST_PHRASES = 20_000;

/** Hashes of the tokens of a phrase from a pack. */
export function phraseOf({ phrases, phraseTokens: tokens }: Scratch, text: string): Int32Array {
  let phrase = phrases.get(text);
  if (phrase === undefined) {
    tokenise(text, tokens);
    phrase = tokens.hash.slice(0, tokens.count);
    if (phrases.size >= MOST_PHRASES) phrases.clear();
    phrases.set(text, phrase);
  }
  return phrase;
}

export interface Span {
  block: number;
  from: number;
  to: number;
}

const always = () => true;

/** Whether the phrase stands on the page outside the span, in one of the blocks that `counts` names. */
export function stands(
  { places, blocks, scratch }: Pick<View, 'places' | 'blocks' | 'scratch'>,
  text: string,
  outside: Span,
  counts: (block: number) => boolean = always,
): boolean {
  const phrase = phraseOf(scratch, text);
  if (phrase.length === 0) return false;
  for (const place of places(phrase[0]!)) {
    const block = Math.floor(place / PER_BLOCK);
    if (!counts(block)) continue;
    const token = place % PER_BLOCK;
    const last = token + phrase.length - 1;
    if (block === outside.block && token <= outside.to && last >= outside.from) continue;
    const { hash, count, text: own, start, end } = blocks[block]!;
    let fits = last < count;
    for (let i = 1; fits && i < phrase.length; i++) fits = hash[token + i] === phrase[i];
    if (fits && (!isLetters(text) || hasCapitals(own, start[token]!, end[token]!, text.length))) return true;
  }
  return false;
}

/** "EU", "MIT": written small they are words, as in French "a eu" and German "mit". */
function isLetters(text: string): boolean {
  return text.length <= MOST_LETTERS && /^[A-Z]{2,}$/.test(text);
}

const MOST_LETTERS = 5;

/** "EU", "E.U.", "l’UE", and "Nato", but not "Eu". */
function hasCapitals(text: string, start: number, end: number, length: number): boolean {
  let at = start;
  while (at < end && !isUpper(text, at)) at++;
  if (at === end) return false;
  let next = at + 1;
  while (text[next] === '.' || text[next] === ' ') next++;
  return length > 3 || isUpper(text, next);
}

/** Whether a token of this hash stands before the span, in one of the blocks that `counts` names. The title of the page, whose block is the last, does not. */
export function standsBefore(
  places: Places,
  hash: number,
  { block, from }: Span,
  counts: (block: number) => boolean,
): boolean {
  return places(hash).some((place) => {
    const at = Math.floor(place / PER_BLOCK);
    return (at < block || (at === block && place % PER_BLOCK < from)) && counts(at);
  });
}
