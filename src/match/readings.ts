/** What pass 2 has read from an index for earlier words and pages: sounds of its tokens, tokens that resemble a word, core words of names. */
import { type Phones, phonesOf } from '../text/phones.ts';
import { isAbjad } from '../text/romanise.ts';
import { otherSkeletonHashes, skeletonHashes } from '../text/skeleton.ts';
import { hashFolded } from '../text/token-list.ts';
import { isParticle, isTitleIn } from './context.ts';
import { mix } from './layout.ts';
import { findToken, foldedOf, type MatchIndex, nameInfo, namesWith, nameTokens } from './open.ts';
import { costBetween, soundOf } from './sounds.ts';

interface Read {
  keys: Map<number, number[]>;
  phones: Map<number, Phones | undefined>;
  similar: Map<string, number[]>;
  /** As `similar`, for the only words of a line. */
  further: Map<string, number[]>;
  names: Map<number, number[]>;
  many: Map<number, number[]>;
  core: Map<number, readonly number[]>;
}

const readings = new WeakMap<MatchIndex, Read>();
/** Entries of each map that are kept. */
const MOST_READ = 50_000;

function readOf(index: MatchIndex): Read {
  let read = readings.get(index);
  if (read === undefined) {
    read = {
      keys: new Map(),
      phones: new Map(),
      similar: new Map(),
      further: new Map(),
      names: new Map(),
      many: new Map(),
      core: new Map(),
    };
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

/** The same, for a line that is nothing but a name. */
const MOST_NAMES_OF_LINE = 512;

/** Names in which the token stands; none when there are too many. `thorough`: as many as one line is worth. */
export function namesOfToken(index: MatchIndex, token: number, thorough: boolean): number[] {
  const { many, names } = readOf(index);
  return remembered(thorough ? many : names, token, () =>
    namesWith(index, token, thorough ? MOST_NAMES_OF_LINE : MOST_NAMES),
  );
}

/** Shorter words propose only the names that have them. */
const LEAST_LETTERS = 3;
const LEAST_OF_LINE = 2;

/**
 * Tokens of the index that have a skeleton of the word and lie within its budget; the token itself first. `thorough`: also those that have
 * another reading of its skeleton.
 */
export function similarTokens(index: MatchIndex, folded: string, thorough: boolean): number[] {
  const { further, similar } = readOf(index);
  return remembered(thorough ? further : similar, folded, () => findSimilar(index, folded, thorough));
}

/** Whether some name of the index has the word letter by letter. */
export function isWordOf(index: MatchIndex, folded: string): boolean {
  const token = findToken(index, hashFolded(folded), () => folded);
  return token >= 0 && foldedOf(index, token) === folded;
}

function findSimilar(index: MatchIndex, folded: string, thorough: boolean): number[] {
  const { phones, keys } = soundOf(folded);
  const found: number[] = [];
  const same = findToken(index, hashFolded(folded), () => folded);
  if (same >= 0 && foldedOf(index, same) === folded) found.push(same);
  if (phones === undefined || folded.length < (thorough ? LEAST_OF_LINE : LEAST_LETTERS)) return found;
  const bits = Math.log2(index.skeletonBuckets.length - 1);
  for (const key of thorough ? [...keys, ...otherSkeletonHashes(phones)] : keys) {
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
  return remembered(readOf(index).keys, token, () => skeletonHashes(phonesOfToken(index, token)));
}

export function phonesOfToken(index: MatchIndex, token: number): Phones | undefined {
  return remembered(readOf(index).phones, token, () => phonesOf(foldedOf(index, token)));
}

/** Letters of a word that counts as a part of a name in running text, where vowels are not written. */
const LEAST_CORE = 3;

/** Core tokens of a name: without particles and titles, unless there is nothing else or it ends in them (Angus King). None for a name that is one word. */
export function coreOf(index: MatchIndex, name: number): readonly number[] {
  return remembered(readOf(index).core, name, () => {
    const all = nameTokens(index, name);
    const core = all.filter((token, place) => place === all.length - 1 || !isLight(index, token, all[place - 1]));
    // A name that its joiner splits into a word and an ending is one word.
    if (isAbjad(foldedOf(index, all[0]!)) && !/[^\s\u200c][\s_-]+[^\s\u200c]/.test(nameInfo(index, name).text))
      return [];
    return core.length > 1 ? core : all;
  });
}

function isLight(index: MatchIndex, token: number, before: number | undefined): boolean {
  const folded = foldedOf(index, token);
  return isParticle(folded) || isTitleIn(folded, before === undefined ? undefined : foldedOf(index, before));
}

/** Whether one of the core tokens is elsewhere a title or a particle. */
export function hasTitle(index: MatchIndex, core: readonly number[]): boolean {
  return core.some((token, place) => isLight(index, token, core[place - 1]));
}

/** Whether two words of the name have the letters that tell a name from a syllable. */
export function hasLongCore(index: MatchIndex, core: readonly number[]): boolean {
  if (core.length === 0 || !isAbjad(foldedOf(index, core[0]!))) return true;
  return core.filter((token) => foldedOf(index, token).length >= LEAST_CORE).length > 1;
}
