/**
 * The words of a window in outline (`outlines.ts`): whether the tokens of a name may be among them, before anything of the name is decoded. Never false where
 * a comparison finds the name.
 */
import { hardBeginnings, hardClasses, LOOSE_CLASS, softBeginnings, softClasses } from '../../text/head-classes.ts';
import { HIGH_BIT } from '../name-index/format.ts';
import {
  areLike,
  bothConsonants,
  consonantsOf,
  headClass,
  isDoubtful,
  isFree,
  isLightToken,
  isLongToken,
  isWithoutVowels,
  lettersIn,
  MANY_LETTERS,
  mayBeShort,
} from '../name-index/outlines.ts';
import { firstToken } from '../name-index/read.ts';
import { MOST_MIDDLE_NAMES, MOST_VOWELS } from './align.ts';
import { MOST_EVER } from './compare-words.ts';
import { type IndexMemo, tokenOfWord } from './index-memo.ts';
import type { Window } from './name-windows.ts';
import { ABJAD_WORD, COMMON, headOfWord, isKind, lettersOf, outlineOfWord } from './page-vocabulary.ts';

/** Words of a window, and tokens of a name, at most. */
const SIDE = 32;

/** By word of the window, titles and particles among them. */
export interface WindowOutlines {
  window: Window | undefined;
  read: IndexMemo | undefined;
  /** Words that are looked at, of all. */
  from: number;
  to: number;
  /** 1: what stands below is known of the word. */
  known: Uint8Array;
  outline: Uint32Array;
  letters: Int32Array;
  /** Classes of first sounds that it may be, of tokens with vowels and of those without, and of those that begin alike. */
  hard: Int32Array;
  soft: Int32Array;
  abjadHard: Int32Array;
  abjadSoft: Int32Array;
  hardBegins: Int32Array;
  softBegins: Int32Array;
  abjadHardBegins: Int32Array;
  /** 1: as a token with vowels it is spelled as it is, or a part of another word. */
  exact: Uint8Array;
  /** The tokens of a name that must be there, and their outlines. */
  tokens: Int32Array;
  outlines: Uint32Array;
}

export function createWindowOutlines(): WindowOutlines {
  const row = () => new Int32Array(SIDE);
  return {
    window: undefined,
    read: undefined,
    from: 0,
    to: 0,
    known: new Uint8Array(SIDE),
    outline: new Uint32Array(SIDE),
    letters: row(),
    hard: row(),
    soft: row(),
    abjadHard: row(),
    abjadSoft: row(),
    hardBegins: row(),
    softBegins: row(),
    abjadHardBegins: row(),
    exact: new Uint8Array(SIDE),
    tokens: row(),
    outlines: new Uint32Array(SIDE),
  };
}

/** Begins with a window. To be called before `mayHoldName`. */
export function outlineWindow(on: WindowOutlines, read: IndexMemo, window: Window): void {
  if (on.window === window && on.read === read) return;
  on.window = window;
  on.read = read;
  on.known.fill(0, 0, window.all.words.length);
}

function outlineWord(on: WindowOutlines, { words: own }: IndexMemo, word: number, i: number): void {
  const head = headOfWord(own, word);
  on.known[i] = 1;
  on.outline[i] = outlineOfWord(own, word);
  on.letters[i] = lettersOf(own, word).length;
  on.hard[i] = hardClasses(head, false);
  on.soft[i] = softClasses(head, false);
  on.abjadHard[i] = hardClasses(head, true);
  on.abjadSoft[i] = softClasses(head, true);
  on.hardBegins[i] = hardBeginnings(head, false);
  on.softBegins[i] = softBeginnings(head, false);
  on.abjadHardBegins[i] = hardBeginnings(head, true);
  on.exact[i] = isKind(own, word, COMMON) && !isKind(own, word, ABJAD_WORD) ? 1 : 0;
}

/**
 * Whether all tokens of a name that must be in a text may be in the window, alone, joined or split. `place`: of the word that is one of them, where they stand
 * around it; or -1.
 */
export function mayHoldName(on: WindowOutlines, name: number, place: number): boolean {
  const { index } = on.read!;
  const { all, names } = on.window!;
  const tail = index.tail[name]!;
  const { rest, outlines } = index;
  if (tail === 0) return true;
  if (tail < HIGH_BIT) {
    const first = firstToken(index, name);
    limit(on, place, 2);
    return mayHoldToken(on, tail - 1, outlines[tail - 1]!) && mayHoldFirst(on, first, outlines[first]!);
  }
  const at = tail - HIGH_BIT;
  const further = rest[at]!;
  let count = 0;
  let token = firstToken(index, name);
  for (let i = 0; ; i++) {
    const outline = outlines[token]!;
    if (isDoubtful(outline)) return true;
    // The last one is no title.
    if (i === further || !isLightToken(outline)) {
      on.tokens[count] = token;
      on.outlines[count++] = outline;
    }
    if (i === further) break;
    token = rest[at + 1 + i]!;
  }
  if (count < 2) return true;
  const words = (isLightToken(on.outlines[count - 1]!) ? all : names).words.length;
  if (count > words + 1) return false;
  limit(on, place, count);
  let parted = count <= words;
  for (let i = 0; i < count; i++) {
    const stands = (on.tokens[i] === on.tokens[0] ? mayHoldFirst : mayHoldToken)(on, on.tokens[i]!, on.outlines[i]!);
    if (stands && parted) continue;
    const isPart = count > 2 && mayBePart(on, on.outlines[i]!, on.outlines[i + 1 < count ? i + 1 : 0]!);
    if (!stands && !isPart) {
      const before = i > 0 ? i - 1 : count - 1;
      if (count === 2 || !mayBePart(on, on.outlines[before]!, on.outlines[i]!)) return false;
    }
    parted ||= isPart;
  }
  return parted;
}

/** Sets the words among which so many tokens may stand, and sees to it that they are known. */
function limit(on: WindowOutlines, place: number, tokens: number): void {
  const { all, names } = on.window!;
  const count = all.words.length;
  const whole = place < 0 || names.words.length < count;
  on.from = whole ? 0 : Math.max(0, place - tokens);
  on.to = whole ? count : Math.min(count, place + 2 * tokens + 1 + MOST_MIDDLE_NAMES);
  for (let i = on.from; i < on.to; i++) if (on.known[i] === 0) outlineWord(on, on.read!, all.words[i]!, i);
}

/** Whether the first token of a name may be there, or a short form of it. */
function mayHoldFirst(on: WindowOutlines, token: number, outline: number): boolean {
  if (mayHoldToken(on, token, outline)) return true;
  for (let i = on.from; i < on.to; i++) if (mayBeShort(outline, on.outline[i]!)) return true;
  return false;
}

/** Whether a token may be one of the words, or two of them. */
function mayHoldToken(on: WindowOutlines, token: number, outline: number): boolean {
  const { words } = on.window!.all;
  const abjad = isWithoutVowels(outline);
  const own = headClass(outline);
  const bit = own & 31;
  const masks = own < 32 ? (abjad ? on.abjadHard : on.hard) : abjad ? on.abjadSoft : on.soft;
  const consonants = consonantsOf(outline);
  for (let i = on.from; i < on.to; i++) {
    if (tokenOfWord(on.read!, words[i]!) === token) return true;
    const may =
      own === LOOSE_CLASS || ((masks[i]! >>> bit) & 1) !== 0 || (isLongToken(outline) && isLongToken(on.outline[i]!));
    if (!may) continue;
    if ((on.exact[i] === 0 || abjad) && areLike(consonants, consonantsOf(on.outline[i]!))) return true;
    if ((isFree(on.outline[i]!) || mayBegin(on, i, outline)) && mayJoin(on, i, outline)) return true;
  }
  return false;
}

/** Whether a word and the one behind it, titles aside or not, may be a token, by letters and consonants. */
function mayJoin(on: WindowOutlines, word: number, outline: number): boolean {
  const { all, placeInNames } = on.window!;
  const count = all.words.length;
  for (let next = word + 1; next < count; next++) {
    if (on.known[next] === 0) outlineWord(on, on.read!, all.words[next]!, next);
    const letters = on.letters[word]! + on.letters[next]!;
    const isLike = lettersIn(outline) === MANY_LETTERS || Math.abs(letters - lettersIn(outline)) <= MOST_EVER;
    if (isLike && areLike(bothConsonants(on.outline[word]!, on.outline[next]!), consonantsOf(outline))) return true;
    if (placeInNames[next]! >= 0) return false;
  }
  return false;
}

/** Whether a word and a token may begin alike. */
function mayBegin(on: WindowOutlines, word: number, outline: number): boolean {
  const own = headClass(outline);
  if (own === LOOSE_CLASS) return true;
  const abjad = isWithoutVowels(outline);
  if (own >= 32) return abjad || on.softBegins[word] !== 0 || isFree(outline);
  return (((abjad ? on.abjadHardBegins : on.hardBegins)[word]! >>> own) & 1) !== 0;
}

/** Whether some word may be two tokens together. */
function mayBePart(on: WindowOutlines, outline: number, after: number): boolean {
  const letters = lettersIn(outline);
  const lettersAfter = lettersIn(after);
  const many = letters === MANY_LETTERS || lettersAfter === MANY_LETTERS;
  const both = letters + lettersAfter;
  const consonants = bothConsonants(outline, after);
  for (let i = on.from; i < on.to; i++) {
    if (!many && Math.abs(both - on.letters[i]!) > MOST_VOWELS) continue;
    if (!areLike(consonantsOf(on.outline[i]!), consonants)) continue;
    if (isFree(outline) || mayBegin(on, i, outline)) return true;
  }
  return false;
}
