/** What on the page speaks for an entity: words and phrases, by the hashes of their tokens. */
import { tokenise } from '../text/tokens.ts';
import type { Block } from './blocks.ts';
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

/** The table is made when it is first asked: most pages have no name that needs evidence. */
export function placesOf(blocks: readonly Block[]): Places {
  let places: Map<number, number[]> | undefined;
  return (hash) => {
    places ??= readPlaces(blocks);
    return places.get(hash) ?? NOWHERE;
  };
}

function readPlaces(blocks: readonly Block[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [number, block] of blocks.entries()) {
    const count = Math.min(block.count, PER_BLOCK);
    const add = (hash: number, token: number) => {
      const place = number * PER_BLOCK + token;
      const known = places.get(hash);
      if (known === undefined) places.set(hash, [place]);
      else known.push(place);
    };
    for (let token = 0; token < count; token++) add(block.hash[token]!, token);
    for (const reading of block.readings) if (reading.token < count) add(reading.hash, reading.token);
  }
  return places;
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

/** Whether the phrase stands on the page (or in one block) outside the span. */
export function stands(
  { places, blocks, scratch }: Pick<View, 'places' | 'blocks' | 'scratch'>,
  text: string,
  outside: Span,
  onlyBlock = false,
): boolean {
  const phrase = phraseOf(scratch, text);
  if (phrase.length === 0) return false;
  for (const place of places(phrase[0]!)) {
    const block = Math.floor(place / PER_BLOCK);
    if (onlyBlock && block !== outside.block) continue;
    const token = place % PER_BLOCK;
    const last = token + phrase.length - 1;
    if (block === outside.block && token <= outside.to && last >= outside.from) continue;
    const { hash, count } = blocks[block]!;
    let fits = last < count;
    for (let i = 1; fits && i < phrase.length; i++) fits = hash[token + i] === phrase[i];
    if (fits) return true;
  }
  return false;
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
