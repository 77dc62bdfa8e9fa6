/**
 * The words of pages, each distinct one once and by number: its letters, what kind of word it is, how it sounds. Remembered from page to page, since
 * pages repeat their words, until there are too many.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { headOf } from '../../text/first-sounds.ts';
import { FOLD } from '../../text/fold.ts';
import { addSounds } from '../../text/phones.ts';
import { isAbjad } from '../../text/romanise.ts';
import { skeletonHashesInText } from '../../text/skeleton.ts';
import { createSounds, type Sounds } from '../../text/sound-list.ts';
import { foldedToken, hashStep, type Tokens } from '../../text/token-list.ts';
import { isParticle, isTitleWord } from '../context.ts';
import { mix } from '../name-index/format.ts';
import { outlineOf } from '../name-index/outlines.ts';

/** Kinds of a word, one bit each. */
export const COMMON = 1;
export const PARTICLE = 2;
/** A title after some words at least: see `isTitleIn`. */
export const TITLE = 4;
/** In a script without vowels. */
export const ABJAD_WORD = 8;

/** Beyond so many, all are forgotten before the next block of text is read. */
const MOST_WORDS = 20_000;
const NOT_YET = -1;

export interface Vocabulary {
  /** Rises when all words are forgotten, and with them what else was remembered by their numbers. */
  generation: number;
  count: number;
  folded: string[];
  keys: (number[] | undefined)[];
  hashes: Int32Array;
  kinds: Uint8Array;
  /** Offset of the sounds of each word in `table`, or -1 when they were not yet read. */
  sounds: Int32Array;
  /** First sounds of each word, or 0 when they were not yet read. */
  heads: Int32Array;
  /** Outline of each word (`outlines.ts`), or 0 when it was not yet drawn. */
  outlines: Uint32Array;
  /** Word + 1 at the place of its hash, with linear probing. */
  slots: Int32Array;
  table: Sounds;
  /** Pairs of words and the word that they make together, each at one place of the table, where a later pair takes the place of an earlier one. */
  pairs: Int32Array;
}

const emptyWords = () => ({
  count: 0,
  folded: [],
  keys: [],
  hashes: new Int32Array(1024),
  kinds: new Uint8Array(1024),
  sounds: new Int32Array(1024),
  heads: new Int32Array(1024),
  outlines: new Uint32Array(1024),
  slots: new Int32Array(4096),
  table: createSounds(),
});

/** Places of `pairs`. */
const PAIRS = 4096;

export function createVocabulary(): Vocabulary {
  return { generation: 0, ...emptyWords(), pairs: new Int32Array(PAIRS * 3).fill(NOT_YET) };
}

/** Forgets all words if there are too many. Called when no number of a word is in use. */
export function boundWords(words: Vocabulary): void {
  if (words.count <= MOST_WORDS) return;
  Object.assign(words, emptyWords());
  words.generation++;
  words.pairs.fill(NOT_YET);
}

/** The word that a token is. */
export function wordOfToken(own: Vocabulary, tokens: Tokens, token: number): number {
  const hash = tokens.hash[token]!;
  const mask = own.slots.length - 1;
  let slot = mix(hash) & mask;
  for (let word = own.slots[slot]! - 1; word >= 0; word = own.slots[slot]! - 1) {
    if (own.hashes[word] === hash && isWord(tokens, token, own.folded[word]!)) return word;
    slot = (slot + 1) & mask;
  }
  return addWord(own, foldedToken(tokens, token), hash, slot);
}

/** Whether the letters of a token are these. */
function isWord(tokens: Tokens, token: number, letters: string): boolean {
  const { text } = tokens;
  const start = tokens.start[token]!;
  if (tokens.end[token]! - start !== letters.length) return foldedToken(tokens, token) === letters;
  for (let i = 0; i < letters.length; i++)
    if (FOLD[text.charCodeAt(start + i)] !== letters.charCodeAt(i)) return foldedToken(tokens, token) === letters;
  return true;
}

/** The word with these folded letters, whose hash is given. */
export function wordOf(own: Vocabulary, letters: string, hash: number): number {
  const mask = own.slots.length - 1;
  let slot = mix(hash) & mask;
  for (let word = own.slots[slot]! - 1; word >= 0; word = own.slots[slot]! - 1) {
    if (own.hashes[word] === hash && own.folded[word] === letters) return word;
    slot = (slot + 1) & mask;
  }
  return addWord(own, letters, hash, slot);
}

function addWord(own: Vocabulary, letters: string, hash: number, slot: number): number {
  if (own.count === own.hashes.length) grow(own);
  const word = own.count++;
  own.folded[word] = letters;
  own.keys[word] = undefined;
  own.hashes[word] = hash;
  own.kinds[word] =
    (isCommonWord(letters) ? COMMON : 0) |
    (isParticle(letters) ? PARTICLE : 0) |
    (isTitleWord(letters) ? TITLE : 0) |
    (isAbjad(letters) ? ABJAD_WORD : 0);
  own.sounds[word] = NOT_YET;
  own.heads[word] = 0;
  own.outlines[word] = 0;
  own.slots[slot] = word + 1;
  if (own.count * 2 > own.slots.length) spread(own);
  return word;
}

function grow(own: Vocabulary): void {
  const size = own.hashes.length * 2;
  const widened = <T extends Int32Array | Uint32Array>(array: T, wider: T): T => {
    wider.set(array);
    return wider;
  };
  own.hashes = widened(own.hashes, new Int32Array(size));
  own.sounds = widened(own.sounds, new Int32Array(size));
  own.heads = widened(own.heads, new Int32Array(size));
  own.outlines = widened(own.outlines, new Uint32Array(size));
  const widerKinds = new Uint8Array(size);
  widerKinds.set(own.kinds);
  own.kinds = widerKinds;
}

function spread(own: Vocabulary): void {
  own.slots = new Int32Array(own.slots.length * 2);
  const mask = own.slots.length - 1;
  for (let word = 0; word < own.count; word++) {
    let slot = mix(own.hashes[word]!) & mask;
    while (own.slots[slot] !== 0) slot = (slot + 1) & mask;
    own.slots[slot] = word + 1;
  }
}

/** Folded letters of a word. */
export function lettersOf(own: Vocabulary, word: number): string {
  return own.folded[word]!;
}

export function hashOfWord(own: Vocabulary, word: number): number {
  return own.hashes[word]!;
}

export function isKind(own: Vocabulary, word: number, kind: number): boolean {
  return (own.kinds[word]! & kind) !== 0;
}

/** Offset of the sounds of a word in the table, or `NO_SOUNDS`. */
export function soundOfWord(own: Vocabulary, word: number): number {
  const known = own.sounds[word]!;
  if (known !== NOT_YET) return known;
  const offset = addSounds(own.table, own.folded[word]!);
  own.sounds[word] = offset;
  return offset;
}

/** The first sounds of a word, for `mayBeOne`. */
export function headOfWord(own: Vocabulary, word: number): number {
  if (own.heads[word] === 0) own.heads[word] = headOf(own.table, soundOfWord(own, word));
  return own.heads[word]!;
}

/** The outline of a word. Never 0: a word has letters. */
export function outlineOfWord(own: Vocabulary, word: number): number {
  if (own.outlines[word] === 0) own.outlines[word] = outlineOf(own.folded[word]!, own.table, soundOfWord(own, word));
  return own.outlines[word]!;
}

/** Hashes of the skeletons of a word. */
export function keysOfWord(own: Vocabulary, word: number): number[] {
  const known = own.keys[word];
  if (known !== undefined) return known;
  const offset = soundOfWord(own, word);
  const found = skeletonHashesInText(own.table, offset);
  own.keys[word] = found;
  return found;
}

/** The word that two words would be without the space between. */
export function joinedWord(own: Vocabulary, left: number, right: number): number {
  const at = (mix(Math.imul(left, 0x9e3779b1) ^ right) & (PAIRS - 1)) * 3;
  if (own.pairs[at] === left && own.pairs[at + 1] === right) return own.pairs[at + 2]!;
  const letters = own.folded[left]! + own.folded[right]!;
  let hash = own.hashes[left]!;
  for (let i = own.folded[left]!.length; i < letters.length; i++) hash = hashStep(hash, letters.charCodeAt(i));
  const word = wordOf(own, letters, hash);
  own.pairs[at] = left;
  own.pairs[at + 1] = right;
  own.pairs[at + 2] = word;
  return word;
}
