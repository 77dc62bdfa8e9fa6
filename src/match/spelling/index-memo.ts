/**
 * What pass 2 has read from an index for earlier words and pages, in tables by the numbers of tokens and words: sounds of its tokens, tokens that
 * resemble a word, core words of names.
 */
import { OTHER_SCRIPT, spellingCost } from '../../text/distance.ts';
import { headOf } from '../../text/first-sounds.ts';
import { addSounds } from '../../text/phones.ts';
import { alphabetOf, isAbjad, WITHOUT_CASE } from '../../text/romanise.ts';
import { hasSkeleton, otherSkeletonHashes } from '../../text/skeleton.ts';
import { createSounds, NO_SOUNDS, type Sounds } from '../../text/sound-list.ts';
import { isParticle, isTitleIn, isTitleWord } from '../context.ts';
import { GENEROUS_RELATION, relationOf } from '../name-index/format.ts';
import { findToken, foldedOf, isPerson, type MatchIndex, nameInfo, nameTokens } from '../name-index/read.ts';
import { costOfRoom, spareBits } from '../name-index/rooms.ts';
import { eachWithSkeleton } from '../name-index/skeletons.ts';
import { hashOfWord, keysOfWord, lettersOf, soundOfWord, type Vocabulary } from './page-vocabulary.ts';
import { NEAR_SPELLING } from './thresholds.ts';

export interface IndexMemo {
  readonly index: MatchIndex;
  readonly words: Vocabulary;
  /** Generation of the words that the numbers below belong to, and what they were looked up for. */
  generation: number;
  generous: boolean;
  /** By word: the token that has its letters, -1, or -2 when it was not yet looked for. */
  tokenOf: Int32Array;
  /** By word: tokens that resemble it; and the same for the only words of a line. */
  similar: (Similar | undefined)[];
  further: (Similar | undefined)[];
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
  /** By name: its room and whether it counts in near spellings only (`rooms.ts`), from 1, or 0 when it was not yet read. By token: its bits. */
  roomOf: Uint8Array;
  bitsOf: Float32Array;
  /** Relations of a text without vowels, and of one with them, to names that the index has: see `relationOf`. */
  relations: readonly [plain: readonly number[], written: readonly number[]];
  /** By token: the last window of running text of which a word may stand for it, from 1. */
  windowOf: Float64Array;
  windows: number;
}

/** Tokens that resemble a word, and what its letters cost as each. */
export interface Similar {
  tokens: readonly number[];
  costs: readonly number[];
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

export function memoOf({ memos, words }: Memos, index: MatchIndex, generous: boolean): IndexMemo {
  let read = memos.get(index);
  if (read === undefined) {
    read = {
      index,
      words,
      generation: words.generation,
      generous,
      tokenOf: new Int32Array(0),
      similar: [],
      further: [],
      sounds: createSounds(),
      soundOf: new Int32Array(index.tokens).fill(NOT_YET),
      headOf: new Int32Array(index.tokens),
      kinds: new Uint8Array(index.tokens),
      cores: new Map(),
      rowOf: new Float64Array(index.tokens),
      roomOf: new Uint8Array(index.names),
      bitsOf: new Float32Array(index.tokens),
      relations: [relationsOf(index, false, generous), relationsOf(index, true, generous)],
      windowOf: new Float64Array(index.tokens),
      windows: 0,
    };
    memos.set(index, read);
  }
  if (read.generous !== generous) {
    read.generous = generous;
    read.relations = [relationsOf(index, false, generous), relationsOf(index, true, generous)];
    read.similar = [];
    read.further = [];
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

function relationsOf({ relations }: MatchIndex, written: boolean, generous: boolean): number[] {
  const all = [false, true].flatMap((name) => [relationOf(written, name, false), relationOf(written, name, true)]);
  return all.filter((relation) => ((relations >> relation) & 1) !== 0 && (generous || relation < GENEROUS_RELATION));
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
function headOfToken(read: IndexMemo, token: number): number {
  let head = read.headOf[token]!;
  if (head === 0) {
    head = headOf(read.sounds, soundOfToken(read, token));
    read.headOf[token] = head;
  }
  return head;
}

/** Shorter words propose only the names that have them. */
export const LEAST_LETTERS = 3;
const LEAST_OF_LINE = 2;

/**
 * Tokens of the index that have a skeleton of the word, and of which some name has room for what the word costs as they (`rooms.ts`); the token itself
 * first. `line`: also those that have another reading of its skeleton.
 */
export function similarTokens(read: IndexMemo, word: number, line: boolean): Similar {
  const known = line ? read.further : read.similar;
  let similar = known[word];
  if (similar === undefined) {
    similar = findSimilar(read, word, line);
    known[word] = similar;
  }
  return similar;
}

/** `alphabetOf` Latin letters. */
const LATIN = 0;

function findSimilar(read: IndexMemo, word: number, line: boolean): Similar {
  const { index, generous } = read;
  const tokens: number[] = [];
  const costs: number[] = [];
  const same = tokenOfWord(read, word);
  if (same >= 0) {
    tokens.push(same);
    costs.push(0);
  }
  const offset = soundOfWord(read.words, word);
  if (offset === NO_SOUNDS || lettersOf(read.words, word).length < (line ? LEAST_OF_LINE : LEAST_LETTERS))
    return { tokens, costs };
  const own = read.words.table;
  const alphabet = alphabetOf(lettersOf(read.words, word).charCodeAt(0));
  const keys = keysOfWord(read.words, word);
  const spare = spareBits(index.openData, generous, line);
  const more = spareBits(index.openData, generous, line, alphabet === WITHOUT_CASE);
  for (const key of line ? [...keys, ...otherSkeletonHashes(own, offset)] : keys) {
    eachWithSkeleton(index, key, (token, room, near, other) => {
      let most = costOfRoom(room, other === LATIN ? more : spare);
      // What the other words of a name cost at least in another script is lost to this one.
      if ((other === WITHOUT_CASE) !== (alphabet === WITHOUT_CASE)) most -= 2 * OTHER_SCRIPT;
      else if (near && !generous && other === alphabet) most = Math.min(most, NEAR_SPELLING);
      if (most < 0) return;
      if (token === same || (key !== keys[0] && tokens.includes(token))) return;
      const sound = soundOfToken(read, token);
      const cost = spellingCost(own, offset, read.sounds, sound, most);
      if (cost === Number.POSITIVE_INFINITY || !hasSkeleton(read.sounds, sound, key)) return;
      tokens.push(token);
      costs.push(cost);
    });
  }
  return { tokens, costs };
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
