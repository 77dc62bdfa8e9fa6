/**
 * The consonant skeleton of a token: what is left when vowels go and letters that romanisations exchange become one class
 * (q, g, gh, k; s, sh, ch, z; t, d, th). Two spellings of one name nearly always share it, across scripts too. It only proposes
 * candidates; `distance.ts` decides. In the manner of Double Metaphone, with the classes of the news. It is kept as a hash.
 */

import { codeOf, isAssimilated, SYMBOLS, VOWEL } from './sound-codes.ts';
import { ABJAD, bareOf, CODE, NO_SOUNDS, type Sounds, soundCount, soundsAt } from './sound-list.ts';
import type { SkeletonWord } from './sound-scratch.ts';
import { HASH_SEED, hashStep } from './token-list.ts';

/** Longer skeletons differ by more than spelling. */
const LONGEST = 8;

const [B, T, K, S, J, F, H] = [1, 2, 3, 4, 5, 6, 7];

const CLASSES = new Uint8Array(SYMBOLS);
for (const [symbols, sound] of [
  ['bp', B],
  ['tdTD', T],
  ['kqgGXQ', K],
  ['szScCP', S],
  ['jZ', J],
  ['f', F],
  ['lmnr0123456789', 0],
] as const) {
  for (const symbol of symbols) CLASSES[codeOf(symbol)] = sound || codeOf(symbol);
}

/**
 * Another value of the sounds `of` (of any, if it is empty): the class of the one at a place, 0 where it is no consonant there, -1 where it is read as ever.
 */
interface Sounding {
  of: Uint8Array;
  read(word: SkeletonWord, code: number, place: number): number;
}

function sounding(of: string, read: Sounding['read']): Sounding {
  return { of: Uint8Array.from(of, codeOf), read };
}

/** All sounds of the one list are read as the class of the other. */
function as(of: string, sound: number): Sounding {
  const own = new Uint8Array(SYMBOLS);
  for (const symbol of of) own[codeOf(symbol)] = 1;
  return sounding(of, (_, code) => (own[code] === 1 ? sound : -1));
}

const [SOFT_J, LATE_J, HARD_G, GH, SMALL_L, SMALL_K, SMALL_M, SMALL_H, SMALL_Y, SMALL_I, SMALL_V, SMALL_W, SMALL_U, SMALL_B, SMALL_D, SMALL_F] = [
  ...'jZgGlkmhyivwubdf',
].map(codeOf) as [number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number]; // biome-ignore format: one each
const FRONT = new Uint8Array(SYMBOLS);
for (const symbol of 'eiEy') FRONT[codeOf(symbol)] = 1;

/** Readings under which a token is kept beside the first one: soft g, and the d and th that Persian reads as z and s. */
const KEPT: Sounding[] = [
  sounding('g', (word, code, place) =>
    code === HARD_G && place + 1 < word.count && FRONT[word.codes[place + 1]!] === 1 ? J : -1,
  ),
  as('D', S),
  // Abdurrahman for Abdulrahman
  sounding('l', (word, code, place) =>
    code === SMALL_L && isAssimilated(word.codes, word.count, place) && isServant(word) ? 0 : -1,
  ),
];
/** A letter that Arabic lacks is written as another: v as f, which vowels swallow inside a Latin word, and in Egypt the hard g as j. */
const isF = (code: number, place: number) => code === SMALL_F && place > 0;
/** Readings of a word without vowels in running text. */
const TRIED_IN_TEXT: Sounding[] = [
  as('j', K),
  sounding('f', (_, code, place) => (isF(code, place) ? 0 : -1)),
  sounding('jf', (_, code, place) => (code === SOFT_J ? K : isF(code, place) ? 0 : -1)),
];
/** Readings that are tried for a word alone on its line: the letters that alphabets and tongues hear as another class. */
const TRIED: Sounding[] = [
  sounding('CPQ', (_, code) => (code === codeOf('Q') ? S : code === codeOf('C') || code === codeOf('P') ? K : -1)), // Christian, Bach
  as('CPz', J), // Celal for Jalal
  as('CX', 0), // Achmad for Ahmad
  sounding('h', (_, code, place) => (code === SMALL_H && place > 0 ? K : -1)), // and the other way round
  sounding('', (word, code, place) => (place > 0 && code === word.codes[place - 1] ? 0 : -1)), // a double letter
  sounding('l', (word, code, place) => (code === SMALL_L && isMute(word, place) ? 0 : -1)), // Walker, as it is heard
  sounding('l', (word, code, place) => (code === SMALL_L && isAssimilated(word.codes, word.count, place) ? 0 : -1)), // Nureddin for Nureldin
  as('jZ', 0), // Juri for Yuri
  sounding('yi', (_, code, place) => (place === 0 && (code === SMALL_Y || code === SMALL_I) ? J : -1)),
  // Gamal for Jamal
  sounding('jZgG', (_, code) => (code === SOFT_J || code === LATE_J ? K : code === HARD_G || code === GH ? J : -1)),
  as('jZ', S),
  as('Tcsz', T), // Fadil for Fazil
  as('Td', S),
  sounding('f', (_, code, place) => (code === SMALL_F && place > 0 ? 0 : -1)), // v inside a word
  sounding('vw', (_, code, place) => (place > 0 && (code === SMALL_V || code === SMALL_W) ? F : -1)),
  sounding('vwh', (_, code, place) =>
    place === 0 && (code === SMALL_V || code === SMALL_W || code === SMALL_H) ? 0 : -1,
  ), // Uladzimir, Issene
  sounding('u', (_, code, place) => (code === SMALL_U && place === 0 ? F : -1)),
];

/** Whether the word begins as those that call their bearer a servant: Abdul-, Obaidul-. */
function isServant(word: SkeletonWord): boolean {
  const at = word.codes[0] === SMALL_B ? 0 : 1;
  return word.codes[at] === SMALL_B && (word.codes[at + 1] === SMALL_D || word.codes[at + 2] === SMALL_D);
}

/** Before k and m. */
function isMute(word: SkeletonWord, place: number): boolean {
  return place + 1 < word.count && (word.codes[place + 1] === SMALL_K || word.codes[place + 1] === SMALL_M);
}

const NONE: number[] = [];

/** Hashes of the skeletons under which the token at `offset` is kept; empty when there are only vowels. */
export function skeletonHashes(sounds: Sounds, offset: number): number[] {
  return offset === NO_SOUNDS ? NONE : hashesOf(sounds, offset, KEPT);
}

/** Hashes of the skeletons that a word of running text may be kept under. */
export function skeletonHashesInText(sounds: Sounds, offset: number): number[] {
  const kept = skeletonHashes(sounds, offset);
  if (kept.length === 0 || (sounds.units[offset]! & ABJAD) === 0) return kept;
  const hashes = [...kept];
  for (const hash of hashesOf(sounds, offset, TRIED_IN_TEXT)) add(hashes, hash);
  return hashes;
}

/** Hashes of further skeletons that the token may be kept under in another spelling. */
export function otherSkeletonHashes(sounds: Sounds, offset: number): number[] {
  const kept = skeletonHashes(sounds, offset);
  const other = hashesOf(sounds, offset, TRIED).filter((hash) => !kept.includes(hash));
  // A vowel at the beginning may have lost its h.
  const word = read(sounds, offset);
  if (VOWEL[word.codes[0]!] === 1) add(other, hashOf(word, undefined, H));
  return other;
}

/** Whether the token is kept under a skeleton. */
export function hasSkeleton(sounds: Sounds, offset: number, hash: number): boolean {
  const word = read(sounds, offset);
  if (hashOf(word, undefined, 0) === hash) return true;
  for (const each of KEPT) if (applies(word, each) && hashOf(word, each, 0) === hash) return true;
  const bare = bareOf(sounds.units, offset);
  return bare !== NO_SOUNDS && hasSkeleton(sounds, bare, hash);
}

function read({ units, scratch }: Sounds, offset: number): SkeletonWord {
  const word = scratch.skeleton;
  for (let i = 0; i < word.count; i++) word.there[word.codes[i]!] = 0;
  word.abjad = (units[offset]! & ABJAD) !== 0;
  word.count = soundCount(units, offset, false);
  const from = soundsAt(units, offset, false);
  for (let i = 0; i < word.count; i++) {
    const code = units[from + i]! & CODE;
    word.codes[i] = code;
    word.there[code] = 1;
  }
  return word;
}

function applies(word: SkeletonWord, { of }: Sounding): boolean {
  for (let i = 0; i < of.length; i++) if (word.there[of[i]!] === 1) return true;
  return of.length === 0;
}

function hashesOf(sounds: Sounds, offset: number, soundings: readonly Sounding[]): number[] {
  const word = read(sounds, offset);
  const hashes: number[] = [];
  add(hashes, hashOf(word, undefined, 0));
  for (const each of soundings) if (applies(word, each)) add(hashes, hashOf(word, each, 0));
  const bare = bareOf(sounds.units, offset);
  if (bare !== NO_SOUNDS) for (const hash of hashesOf(sounds, bare, soundings)) add(hashes, hash);
  return hashes;
}

function add(hashes: number[], hash: number): void {
  if (hash !== HASH_SEED && !hashes.includes(hash)) hashes.push(hash);
}

/** Hash of the classes in one sounding, after `before` if it is not 0; the seed when there are none. */
function hashOf(word: SkeletonWord, another: Sounding | undefined, before: number): number {
  let hash = before === 0 ? HASH_SEED : hashStep(HASH_SEED, before);
  let last = 0;
  let length = before === 0 ? 0 : 1;
  for (let i = 0; i < word.count && length < LONGEST; i++) {
    const code = word.codes[i]!;
    const other = another === undefined ? -1 : another.read(word, code, i);
    const sound = other < 0 ? classAt(code, i) : other;
    // A vowel between them keeps two consonants of one class apart; where vowels are not written there may be one.
    if (sound !== 0 && (sound !== last || word.abjad)) {
      hash = hashStep(hash, sound);
      length++;
    }
    last = sound;
  }
  return hash;
}

function classAt(code: number, place: number): number {
  // Inside a word one script's w is another's u, and h is heard or not.
  if (code === SMALL_V || code === SMALL_W) return place === 0 ? F : 0;
  if (code === SMALL_H) return place === 0 ? H : 0;
  return CLASSES[code]!;
}
