/**
 * First sounds of tokens in 64 classes, so that what a word may be is told by two numbers of 32 bits. Coarser than `mayBeOne`, and like it never against a
 * pair that a comparison would join.
 */
import { firstSound, isAbjadHead, isLooseHead, SOFT, secondSound } from './first-sounds.ts';
import { codeOf, SYMBOLS } from './sound-codes.ts';
import { ABJAD_SUBSTITUTION, OTHER, SUBSTITUTION } from './sound-costs.ts';

/** Classes of tokens that begin with a soft sound: by the sound after it. */
const SOFT_FIRST = 32;
/** Its first sounds say nothing of what a token may be taken for. */
export const LOOSE_CLASS = 63;

/** Group of each code: 0 soft, one for each consonant, and one for all else. */
const CONSONANTS = 'bptdTDkqgGXQszScCPjZflmnrvw';
const REST = CONSONANTS.length + 1;
const GROUP = new Uint8Array(SYMBOLS).fill(REST);
for (let code = 0; code < SYMBOLS; code++) if (SOFT[code] === 1) GROUP[code] = 0;
for (const [i, symbol] of [...CONSONANTS].entries()) GROUP[codeOf(symbol)] = i + 1;

/** By code: groups of the sounds that it may be taken for at the beginning, one bit each. */
function nearGroups(table: Float32Array): Int32Array {
  const near = new Int32Array(SYMBOLS);
  const codes = [...CONSONANTS, ...'aeiouEOAhyY'].map(codeOf);
  for (let code = 0; code < SYMBOLS; code++) near[code] = 1 << GROUP[code]!;
  for (const code of codes)
    for (const other of codes) if (table[code * SYMBOLS + other]! < OTHER) near[code]! |= 1 << GROUP[other]!;
  return near;
}

const NEAR = nearGroups(SUBSTITUTION);
const ABJAD_NEAR = nearGroups(ABJAD_SUBSTITUTION);
const W = codeOf('w');
const Y = codeOf('y');
const ALL = -1;

/** The class of a token by its first sounds (`headOf`). */
export function classOfHead(head: number): number {
  if (isLooseHead(head)) return LOOSE_CLASS;
  const own = classOf(firstSound(head, false), secondSound(head, false));
  return own === classOf(firstSound(head, true), secondSound(head, true)) ? own : LOOSE_CLASS;
}

function classOf(first: number, second: number): number {
  return SOFT[first] === 1 ? SOFT_FIRST | GROUP[second]! : GROUP[first]!;
}

/** Classes below 32 of tokens that a word with these first sounds may be, one bit each. `abjad`: of tokens that are written without vowels. */
export function hardClasses(head: number, abjad: boolean): number {
  if (isLooseHead(head)) return ALL;
  const first = firstSound(head, abjad);
  const second = secondSound(head, abjad);
  const near = isAbjadHead(head) || abjad ? ABJAD_NEAR : NEAR;
  const bits = near[first]! | (1 << GROUP[second]!);
  if (SOFT[first] === 0) return bits;
  return (isAbjadHead(head) && abjad) || SOFT[second] === 1 || second === W ? ALL : bits | near[second]!;
}

/** The same for those from 32 on. */
export function softClasses(head: number, abjad: boolean): number {
  if (isLooseHead(head)) return ALL;
  const first = firstSound(head, abjad);
  const near = (isAbjadHead(head) || abjad ? ABJAD_NEAR : NEAR)[first]!;
  return SOFT[first] === 1 || (isAbjadHead(head) && abjad) || (near & 1) !== 0 ? ALL : near | 1 | (1 << GROUP[W]!);
}

/** The same two, of tokens that begin alike (`mayBeginAlike`). */
export function hardBeginnings(head: number, abjad: boolean): number {
  if (isLooseHead(head)) return ALL;
  const first = firstSound(head, abjad);
  if (isAbjadHead(head) || abjad) return SOFT[first] === 1 ? ALL : ABJAD_NEAR[first]!;
  return first === Y ? ALL : NEAR[first]!;
}

export function softBeginnings(head: number, abjad: boolean): number {
  if (isLooseHead(head) || isAbjadHead(head) || abjad) return ALL;
  const first = firstSound(head, abjad);
  return first === Y || (NEAR[first]! & 1) !== 0 ? ALL : 0;
}

/** Whether the token begins with a y, which begins like any sound. */
export function beginsWithY(head: number): boolean {
  return !isLooseHead(head) && firstSound(head, false) === Y;
}
