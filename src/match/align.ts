/** Whether the words of a window are the words of a name in another spelling, one by one, and at what cost. */
import { isShortForm } from '../text/given-names.ts';
import type { Phones } from '../text/phones.ts';
import { foldedOf, type MatchIndex } from './open.ts';
import { phonesOfToken } from './readings.ts';
import { costBetween, soundOf } from './sounds.ts';
import type { Word } from './windows.ts';

/** Words of the window, both inclusive, and the sum of their costs. */
export interface Alignment {
  first: number;
  last: number;
  cost: number;
  /** What of it letters cost: not short forms, middle names and another order. */
  letters: number;
  /** The tokens of the name that have a counterpart, and whether the first of them is its given name. */
  core: readonly number[];
  given: boolean;
  /** First of the words that the name has not, and that stand in its middle. */
  middle?: number;
}

/** Cost of a word in another script: vowels that are not written say nothing. */
const OTHER_SCRIPT = 0.1;
/** Cost of a given name in a short form; as much as a vowel and a half. */
const SHORT_FORM = 0.6;
/** Cost of another order of the words, where the script has a usual one. */
export const TURNED = 0.3;
/** Cost of a joined or split word, so that a whole one wins. */
export const JOINED = 0.1;
/** What a joined or split word may cost beside: two liberties with one word are one too many. */
export const MOST_JOINED = 0.5;
/** Cost of a middle name, and of a middle initial, that the name in the index has not. */
const MIDDLE_NAME = 0.5;
const MIDDLE_INITIAL = 0.1;
const MOST_MIDDLE_NAMES = 2;

/** The cheapest way to read the name in `words`, of which `comma` stand before a comma, such that its token `token` is the word at `place`.
 * `middleNames`: words may stand before the last one that the name has not. */
export function alignName(
  index: MatchIndex,
  core: readonly number[],
  words: readonly Word[],
  comma: number,
  place: number,
  token: number,
  middleNames: boolean,
): Alignment | undefined {
  const at = core.indexOf(token);
  if (core.length < 2 || at < 0 || place < 0 || core.length > words.length + 1) return undefined;
  let best: Alignment | undefined;
  // The name may begin with any of its words ("Rafsanjani Akbar Hashemi"); a word may have been split or joined before the anchor.
  for (let turn = 0; turn < core.length; turn++) {
    const order = turn === 0 ? core : [...core.slice(turn), ...core.slice(0, turn)];
    const anchored = place - order.indexOf(token);
    for (const first of [anchored, anchored - 1, anchored + 1]) {
      if (comma > 0 && first < comma && core.length - turn !== comma - first) continue;
      const aligned = align(index, order, words, first, core[0]!, middleNames);
      if (aligned && turn > 0 && comma === 0) aligned.cost += TURNED;
      if (aligned && (best === undefined || aligned.cost < best.cost)) best = { first, ...aligned, core, given: true };
    }
  }
  return best;
}

/** Sum of costs of the name's core tokens over the words from `first` on, each within its budget; `given` may be a short form. */
function align(
  index: MatchIndex,
  core: readonly number[],
  words: readonly Word[],
  first: number,
  given: number,
  middleNames: boolean,
): { last: number; cost: number; letters: number; middle?: number } | undefined {
  if (first < 0) return undefined;
  let cost = 0;
  let letters = 0;
  let word = first;
  let middle: number | undefined;
  for (let i = 0; i < core.length; i++, word++) {
    const step = alignToken(index, core, i, words, word, given);
    if (step) {
      cost += step.cost;
      if (!step.short) letters += step.cost;
      i += step.tokens - 1;
      word += step.words - 1;
      continue;
    }
    // Middle names stand before the last token only.
    if (!middleNames || i === 0 || i < core.length - 1) return undefined;
    let skipped = 0;
    let found: ReturnType<typeof alignToken>;
    while (!found && skipped < MOST_MIDDLE_NAMES && words[word + 1]) {
      const initial = words[word]!.folded.length === 1;
      cost += initial ? MIDDLE_INITIAL : MIDDLE_NAME;
      if (!initial) middle ??= word;
      skipped++;
      word++;
      found = alignToken(index, core, i, words, word, given);
    }
    if (!found) return undefined;
    cost += found.cost;
    letters += found.cost;
    word += found.words - 1;
  }
  // Two words must agree, also when one of them holds two tokens of the name.
  return word - first < 2 ? undefined : { last: word - 1, cost, letters, ...(middle !== undefined && { middle }) };
}

/** Spellings of one name differ in length, but not by more than some vowels. */
function isAsLong(a: number, b: number): boolean {
  return Math.abs(a - b) <= 4;
}

/** One token against one word, against two that are joined in the name, or two tokens against one word; undefined when none fits. */
function alignToken(
  index: MatchIndex,
  core: readonly number[],
  i: number,
  words: readonly Word[],
  word: number,
  given: number,
): { cost: number; tokens: number; words: number; short?: boolean } | undefined {
  const at = words[word];
  if (at === undefined) return undefined;
  const phones = phonesOfToken(index, core[i]!);
  const cost = costOfWord(at, foldedOf(index, core[i]!), phones);
  if (core[i] === given && cost > SHORT_FORM && isShortForm(at.folded, foldedOf(index, core[i]!)))
    return { cost: SHORT_FORM, tokens: 1, words: 1, short: true };
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

export function costOfWord({ folded, exactOnly }: Word, other: string, otherPhones: Phones | undefined): number {
  if (folded === other) return 0;
  const { phones } = soundOf(folded);
  if (exactOnly && (phones?.abjad || !otherPhones?.abjad)) return Number.POSITIVE_INFINITY;
  return costBetween(phones, otherPhones) + (phones?.abjad === otherPhones?.abjad ? 0 : OTHER_SCRIPT);
}
