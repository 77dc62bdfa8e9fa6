/**
 * What pass 2 has read from an index for earlier words and pages, in tables by the numbers of tokens and words: sounds of its tokens, tokens that
 * resemble a word, core words of names.
 */
import { spellingCost } from '../../text/distance.ts';
import { headOf } from '../../text/first-sounds.ts';
import { addSounds } from '../../text/phones.ts';
import { isAbjad } from '../../text/romanise.ts';
import { hasSkeleton, otherSkeletonHashes } from '../../text/skeleton.ts';
import { createSounds, NO_SOUNDS, type Sounds } from '../../text/sound-list.ts';
import { isParticle, isTitleIn, isTitleWord } from '../context.ts';
import { mix } from '../name-index/format.ts';
import { findToken, foldedOf, isPerson, type MatchIndex, nameInfo, nameTokens } from '../name-index/read.ts';
import { hashOfWord, keysOfWord, lettersOf, soundOfWord, type Vocabulary } from './page-vocabulary.ts';

export interface IndexMemo {
  readonly index: MatchIndex;
  readonly words: Vocabulary;
  /** Generation of the words that the numbers below belong to. */
  generation: number;
  /** By word: the token that has its letters, -1, or -2 when it was not yet looked for. */
  tokenOf: Int32Array;
  /** By word: tokens that resemble it; and the same for the only words of a line. */
  similar: (readonly number[] | undefined)[];
  further: (readonly number[] | undefined)[];
  /** Sounds of tokens, and by token the offset of its own, or -1 when it was not yet read. */
  sounds: Sounds;
  soundOf: Int32Array;
  /** By token: its first sounds, or 0 when they were not yet read. */
  headOf: Int32Array;
  /** By token: what kind of word it is, one bit each. */
  kinds: Uint8Array;
  cores: Map<number, Core>;
  /** By token: the row of its last comparison (`compare-words.ts`), from 1. */
  rowOf: Float64Array;
  /** By token: the last window of running text of which a word may stand for it, from 1. */
  windowOf: Float64Array;
  windows: number;
}

/** Where the memo of each index is kept, and the words whose numbers it holds. */
export interface Memos {
  memos: WeakMap<MatchIndex, IndexMemo>;
  words: Vocabulary;
}

/** The words of a name that must agree. */
export interface Core {
  /** Without particles and titles, unless there is nothing else or it ends in them (Oskar Bishop). None for a name that is one word. */
  tokens: readonly number[];
  /** Letters of each. */
  lengths: readonly number[];
  /** Offsets of their sounds. */
  sounds: readonly number[];
  /** First sounds of each. */
  heads: readonly number[];
  /** Offsets of the sounds of each with the one after it, as one word; the first stands after the last. -1 when it was not yet asked for. */
  joined: number[];
  person: boolean;
  /** In a script without vowels. */
  abjad: boolean;
  /** One of them is elsewhere a title or a particle. */
  titled: boolean;
  /** Two of them have the letters that tell a name from a syllable. */
  long: boolean;
}

const NOT_YET = -1;
const NOT_LOOKED_FOR = -2;
/** Names whose core words are kept. */
const MOST_CORES = 50_000;
/** Units of sounds that are kept of an index. */
const MOST_UNITS = 4_000_000;

export function memoOf({ memos, words }: Memos, index: MatchIndex): IndexMemo {
  let read = memos.get(index);
  if (read === undefined) {
    read = {
      index,
      words,
      generation: words.generation,
      tokenOf: new Int32Array(0),
      similar: [],
      further: [],
      sounds: createSounds(),
      soundOf: new Int32Array(index.tokens).fill(NOT_YET),
      headOf: new Int32Array(index.tokens),
      kinds: new Uint8Array(index.tokens),
      cores: new Map(),
      rowOf: new Float64Array(index.tokens),
      windowOf: new Float64Array(index.tokens),
      windows: 0,
    };
    memos.set(index, read);
  }
  if (read.generation !== words.generation) {
    read.generation = words.generation;
    read.tokenOf = new Int32Array(0);
    read.similar = [];
    read.further = [];
  }
  if (read.sounds.length > MOST_UNITS || read.cores.size > MOST_CORES) {
    read.sounds = createSounds();
    read.soundOf.fill(NOT_YET);
    read.cores.clear();
  }
  return read;
}

/** The token of the index that has the word letter by letter, or -1. */
export function tokenOfWord(read: IndexMemo, word: number): number {
  if (word >= read.tokenOf.length) {
    const wider = new Int32Array(Math.max(1024, word * 2)).fill(NOT_LOOKED_FOR);
    wider.set(read.tokenOf);
    read.tokenOf = wider;
  }
  let token = read.tokenOf[word]!;
  if (token === NOT_LOOKED_FOR) {
    const letters = lettersOf(read.words, word);
    token = findToken(read.index, hashOfWord(read.words, word), () => letters);
    if (token >= 0 && foldedOf(read.index, token) !== letters) token = -1;
    read.tokenOf[word] = token;
  }
  return token;
}

export function soundOfToken(read: IndexMemo, token: number): number {
  let offset = read.soundOf[token]!;
  if (offset === NOT_YET) {
    offset = addSounds(read.sounds, foldedOf(read.index, token));
    read.soundOf[token] = offset;
  }
  return offset;
}

/** The first sounds of a token, for `mayBeOne`. */
export function headOfToken(read: IndexMemo, token: number): number {
  let head = read.headOf[token]!;
  if (head === 0) {
    head = headOf(read.sounds, soundOfToken(read, token));
    read.headOf[token] = head;
  }
  return head;
}

/** Shorter words propose only the names that have them. */
const LEAST_LETTERS = 3;
const LEAST_OF_LINE = 2;

/**
 * Tokens of the index that have a skeleton of the word and lie within its budget; the token itself first. `thorough`: also those that have
 * another reading of its skeleton.
 */
export function similarTokens(read: IndexMemo, word: number, thorough: boolean): readonly number[] {
  const known = thorough ? read.further : read.similar;
  let tokens = known[word];
  if (tokens === undefined) {
    tokens = findSimilar(read, word, thorough);
    known[word] = tokens;
  }
  return tokens;
}

function findSimilar(read: IndexMemo, word: number, thorough: boolean): number[] {
  const { index } = read;
  const found: number[] = [];
  const same = tokenOfWord(read, word);
  if (same >= 0) found.push(same);
  const offset = soundOfWord(read.words, word);
  if (offset === NO_SOUNDS || lettersOf(read.words, word).length < (thorough ? LEAST_OF_LINE : LEAST_LETTERS))
    return found;
  const { skeletonBuckets, skeletonTokens } = index;
  const shift = 32 - Math.log2(skeletonBuckets.length - 1);
  const own = read.words.table;
  const keys = keysOfWord(read.words, word);
  for (const key of thorough ? [...keys, ...otherSkeletonHashes(own, offset)] : keys) {
    const bucket = mix(key) >>> shift;
    for (let i = skeletonBuckets[bucket]!; i < skeletonBuckets[bucket + 1]!; i++) {
      const token = skeletonTokens[i]!;
      if (token === same || found.includes(token)) continue;
      const other = soundOfToken(read, token);
      // The cost is known sooner than the skeleton, for tokens that only share the bucket.
      if (spellingCost(own, offset, read.sounds, other) === Number.POSITIVE_INFINITY) continue;
      if (hasSkeleton(read.sounds, other, key)) found.push(token);
    }
  }
  return found;
}

/** Letters of a word that counts as a part of a name in running text, where vowels are not written. */
const LEAST_CORE = 3;

export function coreOf(read: IndexMemo, name: number): Core {
  let core = read.cores.get(name);
  if (core === undefined) {
    core = readCore(read, name);
    read.cores.set(name, core);
  }
  return core;
}

function readCore(read: IndexMemo, name: number): Core {
  const { index } = read;
  const all = nameTokens(index, name);
  const abjad = isAbjad(foldedOf(index, all[0]!));
  const person = isPerson(index, name);
  // A name that its joiner splits into a word and an ending is one word.
  const isWord = abjad && !/[^\s\u200c][\s_-]+[^\s\u200c]/.test(nameInfo(index, name).text);
  const strong = all.filter((token, place) => place === all.length - 1 || !isLight(read, token, all[place - 1]));
  const tokens = isWord ? [] : strong.length > 1 ? strong : all;
  return {
    tokens,
    lengths: tokens.map((token) => foldedOf(index, token).length),
    sounds: tokens.map((token) => soundOfToken(read, token)),
    heads: tokens.map((token) => headOfToken(read, token)),
    joined: tokens.map(() => NOT_YET),
    person,
    abjad: tokens.length > 0 && isAbjad(foldedOf(index, tokens[0]!)),
    titled: tokens.some((token, place) => isLight(read, token, tokens[place - 1])),
    long: !abjad || tokens.filter((token) => foldedOf(index, token).length >= LEAST_CORE).length > 1,
  };
}

const KNOWN = 1;
const LIGHT = 2;
const TITLED = 4;

/** Whether the token is a particle, or a title after the token `before`. */
function isLight({ index, kinds }: IndexMemo, token: number, before: number | undefined): boolean {
  let kind = kinds[token]!;
  if (kind === 0) {
    const folded = foldedOf(index, token);
    kind = KNOWN | (isParticle(folded) ? LIGHT : 0) | (isTitleWord(folded) ? TITLED : 0);
    kinds[token] = kind;
  }
  if (kind === KNOWN) return false;
  if ((kind & LIGHT) !== 0) return true;
  return isTitleIn(foldedOf(index, token), before === undefined ? undefined : foldedOf(index, before));
}
