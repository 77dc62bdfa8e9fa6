/**
 * The consonant skeleton of a token: what is left when vowels go and letters that romanisations exchange become one class
 * (q, g, gh, k; s, sh, ch, z; t, d, th). Two spellings of one name nearly always share it, across scripts too. It only proposes
 * candidates; `distance.ts` decides. In the manner of Double Metaphone, with the classes of the news. It is kept as a hash.
 */
import { ABJAD, bareOf, CODE, MOST_SOUNDS, NO_SOUNDS, soundCount, soundsAt } from './phones.ts';
import { codeOf, isAssimilated, SYMBOLS, VOWEL } from './sound-codes.ts';
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

/** The token that is read: its sounds, and which there are. */
const codes = new Uint8Array(MOST_SOUNDS);
let count = 0;
let abjad = false;
const there = new Uint8Array(SYMBOLS);

/**
 * Another reading of the sounds `of` (of any, if it is empty): the class of the one at a place, 0 where it is no consonant there, -1 where it is read as ever.
 */
interface Reading {
  of: Uint8Array;
  read(code: number, place: number): number;
}

function reading(of: string, read: (code: number, place: number) => number): Reading {
  return { of: Uint8Array.from(of, codeOf), read };
}

/** All sounds of the one list are read as the class of the other. */
function as(of: string, sound: number): Reading {
  const own = new Uint8Array(SYMBOLS);
  for (const symbol of of) own[codeOf(symbol)] = 1;
  return reading(of, (code) => (own[code] === 1 ? sound : -1));
}

const [SOFT_J, LATE_J, HARD_G, GH, SMALL_L, SMALL_K, SMALL_M, SMALL_H, SMALL_Y, SMALL_I, SMALL_V, SMALL_W, SMALL_U, SMALL_B, SMALL_D, SMALL_F] = [
  ...'jZgGlkmhyivwubdf',
].map(codeOf) as [number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number]; // biome-ignore format: one each
const FRONT = new Uint8Array(SYMBOLS);
for (const symbol of 'eiEy') FRONT[codeOf(symbol)] = 1;

/** Readings under which a token is kept beside the first one: soft g, and the d and th that Persian reads as z and s. */
const KEPT: Reading[] = [
  reading('g', (code, place) => (code === HARD_G && place + 1 < count && FRONT[codes[place + 1]!] === 1 ? J : -1)),
  as('D', S),
  // Abdurrahman for Abdulrahman
  reading('l', (code, place) => (code === SMALL_L && isAssimilated(codes, count, place) && isServant() ? 0 : -1)),
];
/** Readings that are tried for a word alone on its line: the letters that alphabets and tongues hear as another class. */
const TRIED: Reading[] = [
  reading('CPQ', (code) => (code === codeOf('Q') ? S : code === codeOf('C') || code === codeOf('P') ? K : -1)), // Christian, Bach
  as('CPz', J), // Celal for Jalal
  as('CX', 0), // Achmad for Ahmad
  reading('h', (code, place) => (code === SMALL_H && place > 0 ? K : -1)), // and the other way round
  reading('', (code, place) => (place > 0 && code === codes[place - 1] ? 0 : -1)), // a double letter
  reading('l', (code, place) => (code === SMALL_L && isMute(place) ? 0 : -1)), // Walker, as it is heard
  reading('l', (code, place) => (code === SMALL_L && isAssimilated(codes, count, place) ? 0 : -1)), // Nureddin for Nureldin
  as('jZ', 0), // Juri for Yuri
  reading('yi', (code, place) => (place === 0 && (code === SMALL_Y || code === SMALL_I) ? J : -1)),
  // Gamal for Jamal
  reading('jZgG', (code) => (code === SOFT_J || code === LATE_J ? K : code === HARD_G || code === GH ? J : -1)),
  as('jZ', S),
  as('Tcsz', T), // Fadil for Fazil
  as('Td', S),
  reading('f', (code, place) => (code === SMALL_F && place > 0 ? 0 : -1)), // v inside a word
  reading('vw', (code, place) => (place > 0 && (code === SMALL_V || code === SMALL_W) ? F : -1)),
  reading('vwh', (code, place) => (place === 0 && (code === SMALL_V || code === SMALL_W || code === SMALL_H) ? 0 : -1)), // Uladzimir, Issene
  reading('u', (code, place) => (code === SMALL_U && place === 0 ? F : -1)),
];

/** Whether the word begins as those that call their bearer a servant: Abdul-, Obaidul-. */
function isServant(): boolean {
  const at = codes[0] === SMALL_B ? 0 : 1;
  return codes[at] === SMALL_B && (codes[at + 1] === SMALL_D || codes[at + 2] === SMALL_D);
}

/** Before k and m. */
function isMute(place: number): boolean {
  return place + 1 < count && (codes[place + 1] === SMALL_K || codes[place + 1] === SMALL_M);
}

const NONE: number[] = [];

/** Hashes of the skeletons under which the token at `offset` is kept; empty when there are only vowels. */
export function skeletonHashes(units: Uint16Array, offset: number): number[] {
  return offset === NO_SOUNDS ? NONE : hashesOf(units, offset, KEPT);
}

/** Hashes of further skeletons that the token may be kept under in another spelling. */
export function otherSkeletonHashes(units: Uint16Array, offset: number): number[] {
  const kept = skeletonHashes(units, offset);
  const other = hashesOf(units, offset, TRIED).filter((hash) => !kept.includes(hash));
  // A vowel at the beginning may have lost its h.
  read(units, offset);
  if (VOWEL[codes[0]!] === 1) add(other, hashOf(undefined, H));
  return other;
}

/** Whether the token is kept under a skeleton. */
export function hasSkeleton(units: Uint16Array, offset: number, hash: number): boolean {
  read(units, offset);
  if (hashOf(undefined, 0) === hash) return true;
  for (const each of KEPT) if (applies(each) && hashOf(each, 0) === hash) return true;
  const bare = bareOf(units, offset);
  return bare !== NO_SOUNDS && hasSkeleton(units, bare, hash);
}

function read(units: Uint16Array, offset: number): void {
  for (let i = 0; i < count; i++) there[codes[i]!] = 0;
  abjad = (units[offset]! & ABJAD) !== 0;
  count = soundCount(units, offset, false);
  const from = soundsAt(units, offset, false);
  for (let i = 0; i < count; i++) {
    const code = units[from + i]! & CODE;
    codes[i] = code;
    there[code] = 1;
  }
}

function applies({ of }: Reading): boolean {
  for (let i = 0; i < of.length; i++) if (there[of[i]!] === 1) return true;
  return of.length === 0;
}

function hashesOf(units: Uint16Array, offset: number, readings: readonly Reading[]): number[] {
  read(units, offset);
  const hashes: number[] = [];
  add(hashes, hashOf(undefined, 0));
  for (const each of readings) if (applies(each)) add(hashes, hashOf(each, 0));
  const bare = bareOf(units, offset);
  if (bare !== NO_SOUNDS) for (const hash of hashesOf(units, bare, readings)) add(hashes, hash);
  return hashes;
}

function add(hashes: number[], hash: number): void {
  if (hash !== HASH_SEED && !hashes.includes(hash)) hashes.push(hash);
}

/** Hash of the classes in one reading, after `before` if it is not 0; the seed when there are none. */
function hashOf(another: Reading | undefined, before: number): number {
  let hash = before === 0 ? HASH_SEED : hashStep(HASH_SEED, before);
  let last = 0;
  let length = before === 0 ? 0 : 1;
  for (let i = 0; i < count && length < LONGEST; i++) {
    const code = codes[i]!;
    const other = another === undefined ? -1 : another.read(code, i);
    const sound = other < 0 ? classAt(code, i) : other;
    // A vowel between them keeps two consonants of one class apart; where vowels are not written there may be one.
    if (sound !== 0 && (sound !== last || abjad)) {
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
