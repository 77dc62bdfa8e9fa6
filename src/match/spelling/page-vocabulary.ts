/**
 * The words of pages, each distinct one once and by number: its letters, what kind of word it is, how it sounds. Remembered from page to page, since
 * pages repeat their words, until there are too many.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { headOf } from '../../text/distance.ts';
import { FOLD } from '../../text/fold.ts';
import { addSounds, createSounds } from '../../text/phones.ts';
import { isAbjad } from '../../text/romanise.ts';
import { skeletonHashes } from '../../text/skeleton.ts';
import { foldedToken, hashStep, type Tokens } from '../../text/token-list.ts';
import { isParticle, isTitleWord } from '../context.ts';
import { mix } from '../name-index/format.ts';

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

/** Rises when all words are forgotten, and with them what else was remembered by their numbers. */
let generation = 0;
let count = 0;
let folded: string[] = [];
let keys: (number[] | undefined)[] = [];
let hashes = new Int32Array(1024);
let kinds = new Uint8Array(1024);
let sounds = new Int32Array(1024);
/** First sounds of each word, or 0 when they were not yet read. */
let heads = new Int32Array(1024);
/** Word + 1 at the place of its hash, with linear probing. */
let slots = new Int32Array(4096);
let table = createSounds();

/** Number of the vocabulary that the numbers of words belong to. */
export function vocabulary(): number {
  return generation;
}

/** Forgets the vocabulary if it has grown too large. Called when no number of a word is in use. */
export function boundWords(): void {
  if (count <= MOST_WORDS) return;
  generation++;
  count = 0;
  folded = [];
  keys = [];
  hashes = new Int32Array(1024);
  kinds = new Uint8Array(1024);
  sounds = new Int32Array(1024);
  heads = new Int32Array(1024);
  slots = new Int32Array(4096);
  table = createSounds();
  pairs.fill(NOT_YET);
}

/** The word that a token is. */
export function wordOfToken(tokens: Tokens, token: number): number {
  const hash = tokens.hash[token]!;
  const mask = slots.length - 1;
  let slot = mix(hash) & mask;
  for (let word = slots[slot]! - 1; word >= 0; word = slots[slot]! - 1) {
    if (hashes[word] === hash && isWord(tokens, token, folded[word]!)) return word;
    slot = (slot + 1) & mask;
  }
  return addWord(foldedToken(tokens, token), hash, slot);
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

function wordOf(letters: string, hash: number): number {
  const mask = slots.length - 1;
  let slot = mix(hash) & mask;
  for (let word = slots[slot]! - 1; word >= 0; word = slots[slot]! - 1) {
    if (hashes[word] === hash && folded[word] === letters) return word;
    slot = (slot + 1) & mask;
  }
  return addWord(letters, hash, slot);
}

function addWord(letters: string, hash: number, slot: number): number {
  if (count === hashes.length) grow();
  const word = count++;
  folded[word] = letters;
  keys[word] = undefined;
  hashes[word] = hash;
  kinds[word] =
    (isCommonWord(letters) ? COMMON : 0) |
    (isParticle(letters) ? PARTICLE : 0) |
    (isTitleWord(letters) ? TITLE : 0) |
    (isAbjad(letters) ? ABJAD_WORD : 0);
  sounds[word] = NOT_YET;
  heads[word] = 0;
  slots[slot] = word + 1;
  if (count * 2 > slots.length) spread();
  return word;
}

function grow(): void {
  const size = hashes.length * 2;
  const widened = (array: Int32Array<ArrayBuffer>) => {
    const wider = new Int32Array(size);
    wider.set(array);
    return wider;
  };
  hashes = widened(hashes);
  sounds = widened(sounds);
  heads = widened(heads);
  const widerKinds = new Uint8Array(size);
  widerKinds.set(kinds);
  kinds = widerKinds;
}

function spread(): void {
  slots = new Int32Array(slots.length * 2);
  const mask = slots.length - 1;
  for (let word = 0; word < count; word++) {
    let slot = mix(hashes[word]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = word + 1;
  }
}

/** Folded letters of a word. */
export function lettersOf(word: number): string {
  return folded[word]!;
}

export function hashOfWord(word: number): number {
  return hashes[word]!;
}

export function isKind(word: number, kind: number): boolean {
  return (kinds[word]! & kind) !== 0;
}

/** Where the sounds of words stand. Another object when the vocabulary is another. */
export function wordSounds() {
  return table;
}

/** Offset of the sounds of a word in `wordSounds()`, or `NO_SOUNDS`. */
export function soundOfWord(word: number): number {
  const known = sounds[word]!;
  if (known !== NOT_YET) return known;
  const offset = addSounds(table, folded[word]!);
  sounds[word] = offset;
  return offset;
}

/** The first sounds of a word, for `mayBeOne`. */
export function headOfWord(word: number): number {
  if (heads[word] === 0) heads[word] = headOf(table, soundOfWord(word));
  return heads[word]!;
}

/** Hashes of the skeletons of a word. */
export function keysOfWord(word: number): number[] {
  const known = keys[word];
  if (known !== undefined) return known;
  const offset = soundOfWord(word);
  const own = skeletonHashes(table.units, offset);
  keys[word] = own;
  return own;
}

/** Pairs of words and the word that they make together, each at one place of the table, where a later pair takes the place of an earlier one. */
const PAIRS = 4096;
const pairs = new Int32Array(PAIRS * 3).fill(NOT_YET);

/** The word that two words would be without the space between. */
export function joinedWord(left: number, right: number): number {
  const at = (mix(Math.imul(left, 0x9e3779b1) ^ right) & (PAIRS - 1)) * 3;
  if (pairs[at] === left && pairs[at + 1] === right) return pairs[at + 2]!;
  const letters = folded[left]! + folded[right]!;
  let hash = hashes[left]!;
  for (let i = folded[left]!.length; i < letters.length; i++) hash = hashStep(hash, letters.charCodeAt(i));
  const word = wordOf(letters, hash);
  pairs[at] = left;
  pairs[at + 1] = right;
  pairs[at + 2] = word;
  return word;
}
