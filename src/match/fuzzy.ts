/**
 * Pass 2: names in another spelling, over what pass 1 left. A window is a run of capitalised words (any words, in scripts without
 * case). Each word proposes tokens of the index with its consonant skeleton; the names in which those stand are verified word by
 * word. All core words of a name must be there, and at least two.
 */
import { isCommonWord } from '../text/common-words.ts';
import { isSwapped, phoneDistance, SWAPPED_LETTERS, tokenBudget } from '../text/distance.ts';
import { isShortForm } from '../text/given-names.ts';
import { type Phones, phonesOf } from '../text/phones.ts';
import { isAbjad } from '../text/romanise.ts';
import { skeletonHashes } from '../text/skeleton.ts';
import { foldedToken, hashFolded, type Tokens } from '../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from './blocks.ts';
import { isParticle, isTitleWord } from './context.ts';
import type { Hit } from './exact.ts';
import { mix } from './layout.ts';
import { findToken, foldedOf, isPerson, type MatchIndex, namesWith, nameTokens } from './open.ts';
import { surplusBits } from './weight.ts';

export interface FuzzyHit extends Hit {
  /** Sum of the costs of its words. */
  cost: number;
  /** What the name says beyond what its spelling leaves open: see `weight.ts`. */
  bits: number;
}

interface Word {
  /** Tokens of the block, both inclusive. */
  from: number;
  to: number;
  folded: string;
  /** A frequent word: as part of a name it must be spelled as the name is. */
  exactOnly: boolean;
}

/** A token in more names than this says too little to look all of them through. */
const MOST_NAMES = 64;
/** Windows longer than this are lists or headlines; they are read in pieces. */
const LONGEST_WINDOW = 12;
const LEAST_LETTERS = 4;
/** Letters of a word that counts as a part of a name, where vowels are not written. */
const LEAST_CORE = 3;
/** Words of a line that is nothing but a name. */
const LONGEST_NAME = 6;

interface Window {
  words: Word[];
  /** Words before the comma of "Surname, Given", which only a line of a list may begin with; 0 for none. */
  comma: number;
}

/** `covered`: tokens that pass 1 has already given to a name of two or more words. */
export function scanFuzzy(index: MatchIndex, block: Block, tokens: Tokens, covered: Uint8Array): FuzzyHit[] {
  const hits: FuzzyHit[] = [];
  for (let token = 0; token < block.count; ) {
    const window = windowAt(block, tokens, token, covered);
    const { words } = window;
    if (words.length === 0) {
      token++;
      continue;
    }
    if (words.length > 1) searchWindow(index, window, tokens, hits);
    token = words[words.length - 1]!.to + 1;
  }
  return hits;
}

function windowAt(block: Block, tokens: Tokens, start: number, covered: Uint8Array): Window {
  const words: Word[] = [];
  let comma = 0;
  for (let token = start; token < block.count && words.length < LONGEST_WINDOW; token++) {
    if (token > start && !isNextWord(block, token - 1)) {
      if (comma > 0 || start > 0 || !/^, ?$/.test(block.text.slice(block.end[token - 1], block.start[token]))) break;
      comma = words.length;
    }
    if (covered[token]) break;
    const at = block.start[token]!;
    const folded = foldedToken(tokens, token);
    const skipped = (words.length > 0 && isParticle(folded)) || isTitleWord(folded);
    if (!skipped && !isCapitalised(block, token) && !mayBeName(block, at, folded, words.length > 0)) break;
    if (!skipped) words.push({ from: token, to: token, folded, exactOnly: false });
  }
  return { words, comma };
}

interface Sound {
  phones: Phones | undefined;
  /** Hashes of its skeletons. */
  keys: number[];
  /** A frequent word: as part of a name it must be spelled as the name is. */
  common: boolean;
}

const sounds = new Map<string, Sound>();
/** Pages repeat their words; other pages have others. */
const MOST_SOUNDS = 5_000;

function soundOf(folded: string): Sound {
  let sound = sounds.get(folded);
  if (sound === undefined) {
    sound = { phones: phonesOf(folded), keys: skeletonHashes(folded), common: isCommonWord(folded) };
    if (sounds.size >= MOST_SOUNDS) sounds.clear();
    sounds.set(folded, sound);
  }
  return sound;
}

/** A shorter word in lower case is no part of a name. */
const LEAST_LOWER = 5;

/** Words of scripts without case, and after a capital the uncommon word that a hasty writer left in lower case. */
function mayBeName(block: Block, at: number, folded: string, after: boolean): boolean {
  if (isCaseless(block.text, at)) return folded.charCodeAt(0) > 0x3a;
  return after && folded.length >= LEAST_LOWER && !isCommonWord(folded);
}

/** Where a name was proposed: a word of the window and the token of the index that it resembles. */
interface Proposal {
  anchors: { place: number; token: number }[];
  /** One word has a token of it letter by letter, or two words resemble two: worth the comparison. */
  strong: boolean;
}

function searchWindow(index: MatchIndex, window: Window, tokens: Tokens, hits: FuzzyHit[]): void {
  const { words } = window;
  const proposals = new Map<number, Proposal>();
  // A line that is a name is worth every comparison.
  const thorough = words.length <= LONGEST_NAME && words.length >= tokens.count - 1;
  for (const word of words) {
    const { common, phones } = soundOf(word.folded);
    word.exactOnly = common && !(thorough && phones?.abjad);
  }
  const propose = (folded: string, place: number) => {
    const read = readOf(index);
    const caseless = soundOf(folded).phones?.abjad ?? false;
    for (const token of similarTokens(index, folded)) {
      if (
        words[place]!.exactOnly &&
        foldedOf(index, token) !== folded &&
        !(thorough && isAbjad(foldedOf(index, token)))
      )
        continue;
      const strong = thorough || foldedOf(index, token) === folded;
      for (const name of remembered(read.names, token, () => namesWith(index, token, MOST_NAMES))) {
        // Names of other things are made of words, which resemble words: without capitals they are left to the exact pass.
        if (caseless && !isPerson(index, name)) continue;
        const known = proposals.get(name);
        if (known === undefined) proposals.set(name, { anchors: [{ place, token }], strong });
        else {
          known.strong ||= strong || known.anchors[0]!.place !== place;
          known.anchors.push({ place, token });
        }
      }
    }
  };
  for (const [place, { folded }] of words.entries()) {
    const { phones } = soundOf(folded);
    if (phones === undefined || folded.length < 2) continue;
    propose(folded, place);
    const next = words[place + 1];
    // Where Arabic letters put a space inside a name is a matter of taste.
    if (thorough && phones.abjad && next) propose(folded + next.folded, place);
  }
  for (const [name, { anchors, strong }] of proposals) {
    if (!strong) continue;
    for (const { place, token } of anchors) if (verify(index, name, window, place, token, tokens, hits)) break;
  }
}

/** What was read from an index for earlier words and pages. */
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

/** Tokens of the index that have a skeleton of the word and lie within its budget; the token itself first. */
function similarTokens(index: MatchIndex, folded: string): number[] {
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

function phonesOfToken(index: MatchIndex, token: number): Phones | undefined {
  return remembered(readOf(index).phones, token, () => phonesOf(foldedOf(index, token)));
}

/** Cost within the budget of the shorter of the two, or infinity. */
function costBetween(a: Phones | undefined, b: Phones | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  const { cost, edits } = tokenBudget(
    a.abjad === b.abjad ? Math.min(a.letters, b.letters) : Math.max(a.letters, b.letters),
  );
  let found = phoneDistance(a, b, cost, edits);
  if (a.bare) found = Math.min(found, phoneDistance(a.bare, b, cost, edits));
  if (b.bare) found = Math.min(found, phoneDistance(a, b.bare, cost, edits));
  return found > SWAPPED_LETTERS && isSwapped(a.roman, b.roman) ? SWAPPED_LETTERS : found;
}

function costOf({ folded, exactOnly }: Word, other: string, otherPhones: Phones | undefined): number {
  if (folded === other) return 0;
  const { phones } = soundOf(folded);
  if (exactOnly && (phones?.abjad || !otherPhones?.abjad)) return Number.POSITIVE_INFINITY;
  return costBetween(phones, otherPhones) + (phones?.abjad === otherPhones?.abjad ? 0 : OTHER_SCRIPT);
}

/** Cost of a word in another script: vowels that are not written say nothing. */
const OTHER_SCRIPT = 0.1;

/** Cost of a given name in a short form; as much as a vowel and a half. */
const SHORT_FORM = 0.6;

/** Core tokens of a name: without particles and titles. */
function coreOf(index: MatchIndex, name: number): number[] {
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

function verify(
  index: MatchIndex,
  name: number,
  { words, comma }: Window,
  place: number,
  token: number,
  tokens: Tokens,
  hits: FuzzyHit[],
): boolean {
  const core = coreOf(index, name);
  const at = core.indexOf(token);
  const alone = words.length >= tokens.count - 1;
  if (core.length < 2 || at < 0 || core.length > words.length + 1) return false;
  let best: { first: number; last: number; cost: number } | undefined;
  // The name may begin with any of its words ("Rafsanjani Akbar Hashemi"); a word may have been split or joined before the anchor.
  for (let turn = 0; turn < core.length; turn++) {
    const order = turn === 0 ? core : [...core.slice(turn), ...core.slice(0, turn)];
    const anchored = place - order.indexOf(token);
    for (const first of [anchored, anchored - 1, anchored + 1]) {
      if (comma > 0 && first < comma && core.length - turn !== comma - first) continue;
      const aligned = align(index, order, words, first, core[0]!);
      if (aligned && turn > 0 && comma === 0 && !(alone && soundOf(words[first]!.folded).phones?.abjad))
        aligned.cost += TURNED;
      if (aligned && (best === undefined || aligned.cost < best.cost)) best = { first, ...aligned };
    }
  }
  if (best === undefined) return false;
  const { first, last, cost } = best;
  const from = words[first]!.from;
  const to = words[last]!.to;
  const bits = surplusBits(index, core, cost);
  hits.push({ name, start: tokens.start[from]!, end: tokens.end[to]!, from, to, cost, bits });
  return true;
}

/** Cost of another order of the words, where the script has a usual one. */
const TURNED = 0.3;
/** Cost of a joined or split word, so that a whole one wins. */
const JOINED = 0.1;
/** What a joined or split word may cost beside: two liberties with one word are one too many. */
const MOST_JOINED = 0.5;
/** Cost of a middle name, and of a middle initial, that the name in the index has not. */
const MIDDLE_NAME = 0.7;
const MIDDLE_INITIAL = 0.1;
const MOST_MIDDLE_NAMES = 2;

/** Sum of costs of the name's core tokens over the words from `first` on, each within its budget; `given` may be a short form. */
function align(
  index: MatchIndex,
  core: number[],
  words: Word[],
  first: number,
  given: number,
): { last: number; cost: number } | undefined {
  if (first < 0) return undefined;
  let cost = 0;
  let word = first;
  for (let i = 0; i < core.length; i++, word++) {
    const step = alignToken(index, core, i, words, word, given);
    if (step) {
      cost += step.cost;
      i += step.tokens - 1;
      word += step.words - 1;
      continue;
    }
    // Middle names stand before the last token only.
    if (i === 0 || i < core.length - 1) return undefined;
    let skipped = 0;
    let found: ReturnType<typeof alignToken>;
    while (!found && skipped < MOST_MIDDLE_NAMES && words[word + 1]) {
      cost += words[word]!.folded.length === 1 ? MIDDLE_INITIAL : MIDDLE_NAME;
      skipped++;
      word++;
      found = alignToken(index, core, i, words, word, given);
    }
    if (!found) return undefined;
    cost += found.cost;
    word += found.words - 1;
  }
  // Two words must agree, also when one of them holds two tokens of the name.
  return word - first < 2 ? undefined : { last: word - 1, cost };
}

/** Spellings of one name differ in length, but not by more than some vowels. */
function isAsLong(a: number, b: number): boolean {
  return Math.abs(a - b) <= 4;
}

/** One token against one word, against two that are joined in the name, or two tokens against one word; undefined when none fits. */
function alignToken(
  index: MatchIndex,
  core: number[],
  i: number,
  words: Word[],
  word: number,
  given: number,
): { cost: number; tokens: number; words: number } | undefined {
  const at = words[word];
  if (at === undefined) return undefined;
  const phones = phonesOfToken(index, core[i]!);
  let cost = costOf(at, foldedOf(index, core[i]!), phones);
  if (core[i] === given && cost > SHORT_FORM && isShortForm(at.folded, foldedOf(index, core[i]!))) cost = SHORT_FORM;
  if (cost < Number.POSITIVE_INFINITY) return { cost, tokens: 1, words: 1 };
  const next = words[word + 1];
  const nextToken = core[i + 1];
  const own = foldedOf(index, core[i]!);
  let joined = Number.POSITIVE_INFINITY;
  if (next && isAsLong(at.folded.length + next.folded.length, own.length)) {
    joined = costBetween(soundOf(at.folded + next.folded).phones, phones);
  }
  let split = Number.POSITIVE_INFINITY;
  if (nextToken !== undefined) {
    const both = own + foldedOf(index, nextToken);
    if (isAsLong(both.length, at.folded.length)) split = costBetween(soundOf(at.folded).phones, soundOf(both).phones);
  }
  if (joined <= MOST_JOINED && joined <= split) return { cost: joined + JOINED, tokens: 1, words: 2 };
  return split <= MOST_JOINED ? { cost: split + JOINED, tokens: 2, words: 1 } : undefined;
}
