/**
 * Pass 2: names in another spelling, over what pass 1 left. Each word of a window (`windows.ts`) proposes tokens of the index with its
 * consonant skeleton (`readings.ts`); the names in which those stand are verified word by word (`align.ts`). All core words of a name
 * must be there, and at least two.
 */
import { isAbjad } from '../text/romanise.ts';
import type { Tokens } from '../text/token-list.ts';
import { type Alignment, alignName } from './align.ts';
import { assignName } from './assign.ts';
import type { Hit } from './exact.ts';
import { mayHavePair, unorderedKey } from './layout.ts';
import { findToken, foldedOf, isPerson, type MatchIndex } from './open.ts';
import { coreOf, hasLongCore, hasTitle, namesOfToken, similarTokens } from './readings.ts';
import { soundOf } from './sounds.ts';
import { surplusBits } from './weight.ts';
import type { Window, Word } from './windows.ts';

export interface FuzzyHit extends Hit {
  /** Sum of the costs of its words. */
  cost: number;
  /** What of it letters cost. */
  letters: number;
  /** What the name says beyond what its spelling leaves open: see `weight.ts`. */
  bits: number;
  /** The block holds nothing else, or nothing but some further words of the name. */
  alone: boolean;
  /** Token of the block: a middle name that the name in the index has not. */
  middle?: number;
}

/** Words of a line that is nothing but a name. */
const LONGEST_NAME = 8;

export function scanFuzzy(index: MatchIndex, windows: readonly Window[], tokens: Tokens): FuzzyHit[] {
  const hits: FuzzyHit[] = [];
  for (const window of windows) searchWindow(index, window, tokens, hits);
  return hits;
}

/** Where a name was proposed: a word of the window and the token of the index that it resembles. */
interface Proposal {
  anchors: { place: number; token: number }[];
  /** One word has a token of it letter by letter, or two words resemble two: worth the comparison. */
  strong: boolean;
}

function searchWindow(index: MatchIndex, window: Window, tokens: Tokens, hits: FuzzyHit[]): void {
  // A line that is a name is worth every comparison.
  const thorough = window.all.length <= LONGEST_NAME && window.all.length >= tokens.count - 1;
  const words = window.all;
  const proposals = proposalsOf(index, words, thorough);
  for (const [name, { anchors, strong }] of proposals) {
    if (!strong) continue;
    const core = coreOf(index, name);
    if (core.length < 2) continue;
    // A title or a particle that is a word of the name is one in the text too.
    const own = hasTitle(index, core) ? window.all : window.words;
    if (thorough && isPerson(index, name)) {
      const found = assignName(index, core, own, window.comma);
      if (found) hits.push(hitOf(index, name, found, own, tokens, isAllName(own, found)));
      continue;
    }
    if (!hasLongCore(index, core)) continue;
    // Where no capital shows what is a name, and in the names of other things, a further word makes another name: "Mohammad Reza".
    const middle = isPerson(index, name) && !isAbjad(words[anchors[0]!.place]!.folded);
    for (const { place, token } of anchors) {
      const found = alignName(index, core, own, window.comma, own.indexOf(words[place]!), token, middle);
      if (found === undefined) continue;
      hits.push(hitOf(index, name, found, own, tokens, false));
      break;
    }
  }
}

/** Whether the words of the line that are not in the name may be further names of its bearer. */
function isAllName(words: readonly Word[], { first, last }: Alignment): boolean {
  return words.every((word, place) => (place >= first && place <= last) || !soundOf(word.folded).common);
}

function hitOf(
  index: MatchIndex,
  name: number,
  { first, last, cost, letters, core, given, middle }: Alignment,
  words: readonly Word[],
  tokens: Tokens,
  alone: boolean,
): FuzzyHit {
  const { from } = words[first]!;
  const { to } = words[last]!;
  const bits = surplusBits(index, core, cost, given);
  const hit = { name, start: tokens.start[from]!, end: tokens.end[to]!, from, to, cost, letters, bits, alone };
  return middle === undefined ? hit : { ...hit, middle: words[middle]!.from };
}

const EVERY_PLACE = -1;

/**
 * Places, one bit each, of the words that may help to propose a name in running text: those that are tokens of the index, and those that have,
 * with another word of the window, the skeletons of two tokens of one name. The others are left without being compared with anything.
 */
function pairedPlaces(index: MatchIndex, words: readonly Word[]): number {
  let paired = 0;
  for (let place = 0; place < words.length; place++) {
    const { folded, hash } = words[place]!;
    const token = findToken(index, hash, () => folded);
    if (token < 0 || foldedOf(index, token) !== folded) continue;
    // Without a skeleton nothing says which words go with it.
    if (soundOf(folded).keys.length === 0) return EVERY_PLACE;
    paired |= 1 << place;
  }
  for (let place = 1; place < words.length; place++) {
    for (let before = 0; before < place; before++) {
      const both = (1 << place) | (1 << before);
      if ((paired & both) !== both && isPaired(index, words[before]!, words[place]!)) paired |= both;
    }
  }
  return paired;
}

function isPaired({ soundPairs, soundShift }: MatchIndex, a: Word, b: Word): boolean {
  const others = soundOf(b.folded).keys;
  for (const key of soundOf(a.folded).keys) {
    for (const other of others) if (mayHavePair(soundPairs, soundShift, unorderedKey(key, other))) return true;
  }
  return false;
}

function proposalsOf(index: MatchIndex, words: readonly Word[], thorough: boolean): Map<number, Proposal> {
  const proposals = new Map<number, Proposal>();
  for (const word of words) {
    const { common, phones } = soundOf(word.folded);
    word.exactOnly = common && !(thorough && phones?.abjad);
  }
  const propose = (folded: string, place: number) => {
    const caseless = soundOf(folded).phones?.abjad ?? false;
    for (const token of similarTokens(index, folded, thorough)) {
      if (
        words[place]!.exactOnly &&
        foldedOf(index, token) !== folded &&
        !(thorough && isAbjad(foldedOf(index, token)))
      )
        continue;
      const strong = thorough || foldedOf(index, token) === folded;
      for (const name of namesOfToken(index, token, thorough && !words[place]!.exactOnly)) {
        // Names of other things are made of words, which resemble words: without capitals, and in another script, they are left to the exact pass.
        if (!isPerson(index, name) && (caseless || isAbjad(foldedOf(index, token)))) continue;
        const known = proposals.get(name);
        if (known === undefined) proposals.set(name, { anchors: [{ place, token }], strong });
        else {
          known.strong ||= strong || known.anchors[0]!.place !== place;
          known.anchors.push({ place, token });
        }
      }
    }
  };
  const paired = thorough ? EVERY_PLACE : pairedPlaces(index, words);
  for (let place = 0; place < words.length; place++) {
    const { folded } = words[place]!;
    const { phones } = soundOf(folded);
    if ((paired & (1 << place)) === 0 || phones === undefined || folded.length < 2) continue;
    propose(folded, place);
    const next = words[place + 1];
    // Where Arabic letters put a space inside a name is a matter of taste.
    if (thorough && phones.abjad && next) propose(folded + next.folded, place);
  }
  return proposals;
}
