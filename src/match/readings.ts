/** What pass 2 has read from an index for earlier words and pages: sounds of its tokens, tokens that resemble a word, core words of names. */
import { type Phones, phonesOf } from '../text/phones.ts';
import { isAbjad } from '../text/romanise.ts';
import { skeletonHashes } from '../text/skeleton.ts';
import { hashFolded } from '../text/token-list.ts';
import { isParticle, isTitleWord } from './context.ts';
import { mix } from './layout.ts';
import { findToken, foldedOf, type MatchIndex, namesWith, nameTokens } from './open.ts';
import { costBetween, soundOf } from './sounds.ts';

interface Read {
  keys: Map<number, number[]>;
  phones: Map<number, Phones | undefined>;
  similar: Map<string, number[]>;
  names: Map<number, number[]>;
  core: Map<number, number[]>;
}

const readings = new WeakMap<MatchIndex, Read>();
/** Entries of each map that are kept. */
const MOST_READ = 50_000;

function readOf(index: MatchIndex): Read {
  let read = readings.get(index);
  if (read === undefined) {
    read = { keys: new Map(), phones: new Map(), similar: new Map(), names: new Map(), core: new Map() };
    readings.set(index, read);
  }
  return read;
}

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    if (map.size >= MOST_READ) map.clear();
    map.set(key, value);
  }
  return value;
}

/** A token in more names than this says too little to look all of them through. */
const MOST_NAMES = 64;

/** Names in which the token stands; none when there are too many. */
export function namesOfToken(index: MatchIndex, token: number): number[] {
  return remembered(readOf(index).names, token, () => namesWith(index, token, MOST_NAMES));
}

const LEAST_LETTERS = 4;

/** Tokens of the index that have a skeleton of the word and lie within its budget; the token itself first. */
export function similarTokens(index: MatchIndex, folded: string): number[] {
  return remembered(readOf(index).similar, folded, () => findSimilar(index, folded));
}

function findSimilar(index: MatchIndex, folded: string): number[] {
  const { phones, keys } = soundOf(folded);
  const found: number[] = [];
  const same = findToken(index, hashFolded(folded), () => folded);
  if (same >= 0 && foldedOf(index, same) === folded) found.push(same);
  if (phones === undefined || folded.length < LEAST_LETTERS - 1) return found;
  const bits = Math.log2(index.skeletonBuckets.length - 1);
  for (const key of keys) {
    const bucket = mix(key) >>> (32 - bits);
    for (let i = index.skeletonBuckets[bucket]!; i < index.skeletonBuckets[bucket + 1]!; i++) {
      const token = index.skeletonTokens[i]!;
      if (token === same || found.includes(token) || !keysOfToken(index, token).includes(key)) continue;
      if (costBetween(phones, phonesOfToken(index, token)) < Number.POSITIVE_INFINITY) found.push(token);
    }
  }
  return found;
}

function keysOfToken(index: MatchIndex, token: number): number[] {
  return remembered(readOf(index).keys, token, () => skeletonHashes(foldedOf(index, token)));
}

export function phonesOfToken(index: MatchIndex, token: number): Phones | undefined {
  return remembered(readOf(index).phones, token, () => phonesOf(foldedOf(index, token)));
}

/** Letters of a word that counts as a part of a name, where vowels are not written. */
const LEAST_CORE = 3;

/** Core tokens of a name: without particles and titles. */
export function coreOf(index: MatchIndex, name: number): number[] {
  return remembered(readOf(index).core, name, () => {
    const all = nameTokens(index, name);
    const core = all.filter((token) => {
      const folded = foldedOf(index, token);
      return !isParticle(folded) && !isTitleWord(folded);
    });
    // Ben and Don are names too; a name split by its joiner into a word and a syllable is one word.
    const long = core.filter((token) => foldedOf(index, token).length >= LEAST_CORE).length;
    return core.length > 1 ? (long > 1 || !isAbjad(foldedOf(index, core[0]!)) ? core : []) : all;
  });
}
