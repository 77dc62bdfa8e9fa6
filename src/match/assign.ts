/**
 * Where a name is all that a line holds, its words may stand in any order, joined or split, with fathers' names and middle names that only one
 * of the two has: the cheapest one-to-one assignment of words to the tokens of a name.
 */
import { isShortForm } from '../text/given-names.ts';
import { type Alignment, costOfWord, JOINED, MOST_JOINED, TURNED } from './align.ts';
import { foldedOf, type MatchIndex } from './open.ts';
import { isWordOf, phonesOfToken } from './readings.ts';
import { costBetween, soundOf } from './sounds.ts';
import type { Word } from './windows.ts';

/** Cost of a given name in a short form. More than in running text: a line asks for less weight, and two people of one surname often have like names. */
const SHORT_FORM = 0.9;
/** A word that stands in other names as it is written is likelier another name than a misspelling of this one: its cost counts more, if it is more than
 * another romanisation. */
const OTHER_NAME = 1.5;
const SOUNDS_ALIKE = 0.25;
/** Cost of the first word or token that has no counterpart, and of each after it: lists of names differ in how many they give. */
const MISSING = 0.3;
const MORE_MISSING = 0.1;
/** Added where it is the first or the last of its side: what is left is then more often another name. */
const OUTER_MISSING = 0.15;
/** Cost of an initial that has no counterpart, or that stands for a middle name. */
const INITIAL = 0.1;
/** Cost of an order that is neither that of the name nor begins it elsewhere. */
const SCRAMBLED = 0.5;

/** A way to read `tokens` tokens of the name, from `token` on, in `words` words, from `word` on. */
interface Pair {
  token: number;
  tokens: number;
  word: number;
  words: number;
  cost: number;
  /** An initial: it fits, and says nothing. */
  initial?: boolean;
}

/** Assigns `words` to `core`, of which the first is the given name; `comma` words stand before a comma. */
export function assignName(
  index: MatchIndex,
  core: readonly number[],
  words: readonly Word[],
  comma: number,
): Alignment | undefined {
  const pairs = pairsOf(index, core, words);
  if (!agreeTwice(pairs)) return undefined;
  const chosen: Pair[] = [];
  let best: Alignment | undefined;
  const visit = (from: number, used: number, cost: number) => {
    if (best !== undefined && cost >= best.cost) return;
    let open = false;
    for (let i = from; i < pairs.length; i++) {
      const pair = pairs[i]!;
      const last = chosen[chosen.length - 1];
      if (last && pair.token < last.token + last.tokens) continue;
      const mask = ((1 << pair.words) - 1) << pair.word;
      if (used & mask) continue;
      open = true;
      chosen.push(pair);
      visit(i + 1, used | mask, cost + pair.cost);
      chosen.pop();
    }
    if (open && chosen.length < 2) return;
    const whole = cost + costOfRest(index, core, words, chosen, comma);
    if (best === undefined || whole < best.cost) best = alignment(core, chosen, whole);
  };
  visit(0, 0, 0);
  return best;
}

function pairsOf(index: MatchIndex, core: readonly number[], words: readonly Word[]): Pair[] {
  const pairs: Pair[] = [];
  const named = words.map(({ folded }) => isWordOf(index, folded));
  for (let token = 0; token < core.length; token++) {
    const own = foldedOf(index, core[token]!);
    const phones = phonesOfToken(index, core[token]!);
    const nextOwn = token + 1 < core.length ? own + foldedOf(index, core[token + 1]!) : undefined;
    for (let word = 0; word < words.length; word++) {
      const at = words[word]!;
      let cost = costOfWord(at, own, phones);
      if (cost > SOUNDS_ALIKE && named[word]) cost *= OTHER_NAME;
      if (token === 0 && cost > SHORT_FORM && isShortForm(at.folded, own)) cost = SHORT_FORM;
      if (token > 0 && token < core.length - 1 && isInitial(at.folded, own)) {
        pairs.push({ token, tokens: 1, word, words: 1, cost: INITIAL, initial: true });
        continue;
      }
      if (cost < Number.POSITIVE_INFINITY) {
        pairs.push({ token, tokens: 1, word, words: 1, cost });
        continue;
      }
      const next = words[word + 1];
      if (next && isAsLong(at.folded.length + next.folded.length, own.length)) {
        const joined = costBetween(soundOf(at.folded + next.folded).phones, phones);
        if (joined <= MOST_JOINED) pairs.push({ token, tokens: 1, word, words: 2, cost: joined + JOINED });
      }
      if (nextOwn !== undefined && isAsLong(nextOwn.length, at.folded.length)) {
        const split = costBetween(soundOf(at.folded).phones, soundOf(nextOwn).phones);
        if (split <= MOST_JOINED) pairs.push({ token, tokens: 2, word, words: 1, cost: split + JOINED });
      }
    }
  }
  return pairs;
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

/** Spellings of one name differ in length, but not by more than some vowels. */
function isAsLong(a: number, b: number): boolean {
  return Math.abs(a - b) <= 5;
}

/** Whether two pairs can stand together: another word for another token. */
function agreeTwice(pairs: readonly Pair[]): boolean {
  const full = pairs.filter((pair) => !pair.initial);
  return full.some((a) =>
    full.some((b) => b.token >= a.token + a.tokens && (b.word >= a.word + a.words || a.word >= b.word + b.words)),
  );
}

function costOfRest(
  index: MatchIndex,
  core: readonly number[],
  words: readonly Word[],
  chosen: readonly Pair[],
  comma: number,
): number {
  if (chosen.filter(({ initial }) => !initial).length < 2) return Number.POSITIVE_INFINITY;
  let tokens = 0;
  let used = 0;
  let descents = 0;
  let turn = 0;
  for (const [i, pair] of chosen.entries()) {
    tokens |= ((1 << pair.tokens) - 1) << pair.token;
    used |= ((1 << pair.words) - 1) << pair.word;
    if (i > 0 && pair.word < chosen[i - 1]!.word) {
      descents++;
      turn = chosen[0]!.word;
    }
  }
  // Given names are left out, or another of them is used; who bears only these is somebody else.
  if ((tokens & (1 << (core.length - 1))) === 0) return Number.POSITIVE_INFINITY;
  let cost = costOfMissing(core.length, tokens, (i) => foldedOf(index, core[i]!));
  cost += costOfMissing(words.length, used, (i) => words[i]!.folded);
  const turned = descents === 1 && chosen[chosen.length - 1]!.word < chosen[0]!.word;
  if (comma > 0) return cost + (turned && turn === comma ? 0 : TURNED);
  if (descents === 0) return cost;
  if (!turned) return cost + SCRAMBLED;
  // Lists of Arabic and Persian names have no usual order.
  return cost + (soundOf(words[0]!.folded).phones?.abjad || phonesOfToken(index, core[0]!)?.abjad ? 0 : TURNED);
}

function costOfMissing(length: number, used: number, folded: (i: number) => string): number {
  let cost = 0;
  for (let i = 0; i < length; i++) {
    if (used & (1 << i)) continue;
    if (folded(i).length === 1) cost += INITIAL;
    else cost += (cost < MISSING ? MISSING : MORE_MISSING) + (i === 0 || i === length - 1 ? OUTER_MISSING : 0);
  }
  return cost;
}

function alignment(core: readonly number[], chosen: readonly Pair[], cost: number): Alignment | undefined {
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const read: number[] = [];
  for (const { token, tokens, initial } of chosen) if (!initial) read.push(...core.slice(token, token + tokens));
  return {
    first: Math.min(...chosen.map(({ word }) => word)),
    last: Math.max(...chosen.map(({ word, words }) => word + words - 1)),
    cost,
    letters: cost,
    core: read,
    given: chosen[0]!.token === 0,
  };
}
