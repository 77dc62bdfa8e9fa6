/** One block of text, scanned: what passes 1 and 2 leave for the page decision. */
import { APOSTROPHE, DOT, DROP, FOLD, NON_JOINER } from '../text/fold.ts';
import type { Reading } from '../text/token-list.ts';

/** A name that stands in a block. */
export interface Hit {
  name: number;
  /** UTF-16 offsets in the block. */
  start: number;
  end: number;
  /** Tokens of the block, both inclusive. */
  from: number;
  to: number;
  /** The end of a line breaks one of its words: `from` and `to` are tokens of pieces. */
  broken?: true;
  /** A nickname in quotation marks or brackets stands in it. */
  nickname?: true;
}

/** A name that stands there in another spelling. */
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

export interface Block {
  text: string;
  /** Every noun begins with a capital: German. */
  nouns: boolean;
  /** "M." before a name is a title: French. */
  monsieur: boolean;
  /** Of the name of a body only the first word has a capital: French, Spanish. */
  firstCapital: boolean;
  count: number;
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  /** Empty where there are no readings. */
  firstReading: Int32Array;
  readings: Reading[];
  /** Hits of each index. */
  hits: Hit[][];
  /** Spelling variants found in each index; empty when the pass is switched off. */
  variants: FuzzyHit[][];
  /** Names that the spelling pass compared with its words. */
  compared: number;
  /** Whether it is a headline, when this was first asked. */
  headline?: boolean;
  /** Whether all of it is in capitals, when this was first asked. */
  allCapitals?: boolean;
  /** Whether it has capitals, or too few words to show it, when this was first asked. */
  capitals?: boolean;
}

/** Hebrew to Myanmar, and kana to Yi: nearly all units of texts without capitals. Asking the platform takes fifty times as long. */
function hasNoCase(unit: number): boolean {
  return (unit >= 0x0590 && unit < 0x10a0) || (unit >= 0x3000 && unit < 0xa640);
}

export function isUpper(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (hasNoCase(unit)) return false;
  const char = text[at];
  return char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase();
}

/** Whether the letter has no case at all: Arabic, Chinese, digits. */
export function isCaseless(text: string, at: number): boolean {
  const unit = text.charCodeAt(at) | 0x20;
  if (unit < 0x80) return unit < 0x61 || unit > 0x7a;
  if (hasNoCase(unit)) return true;
  const char = text[at];
  return char === undefined || char.toLowerCase() === char.toUpperCase();
}

export function isCapitalised(block: Block, token: number): boolean {
  if (token < 0 || token >= block.count) return false;
  const at = block.start[token]!;
  return isUpper(block.text, block.text.charCodeAt(at) === 0x40 ? at + 1 : at);
}

export function isAllUpper(text: string, start: number, end: number): boolean {
  const span = text.slice(start, end);
  return span === span.toUpperCase() && span !== span.toLowerCase();
}

/** Kept: each name of a long block may ask. */
export function isAllCapitals(block: Block): boolean {
  block.allCapitals ??= isAllUpper(block.text, 0, block.text.length);
  return block.allCapitals;
}

/**
 * Whether something between two neighbouring tokens separates names: anything but spaces, hyphens, apostrophes, `&`, and the dot
 * of a short abbreviation.
 */
export function isHardGap(block: Block, left: number): boolean {
  const from = block.end[left]!;
  const to = block.start[left + 1]!;
  if (to - from === 1 && block.text.charCodeAt(from) === 0x20) return false;
  let spaces = 0;
  for (let i = from; i < to; i++) {
    const unit = block.text.charCodeAt(i);
    const value = FOLD[unit]!;
    if (isSpace(unit)) {
      if (unit === 0x0a && ++spaces > 1) return true;
      continue;
    }
    if (value === DOT && i === from && from - block.start[left]! <= LONGEST_ABBREVIATION) continue;
    if (value === APOSTROPHE || value === DROP || value === NON_JOINER) continue;
    if (JOINERS.includes(block.text[i]!)) continue;
    return true;
  }
  return false;
}

const LONGEST_ABBREVIATION = 3;
const JOINERS = '-‐‑&·・･_';

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0xa0 ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    unit === 0x202f ||
    unit === 0x3000
  );
}

/** Two tokens that only spaces or an abbreviation dot separate: the next word of the same phrase. */
export function isNextWord(block: Block, left: number): boolean {
  return left >= 0 && left + 1 < block.count && !isHardGap(block, left);
}

/** Whether the token is the first of its sentence, as far as signs tell. */
export function beginsSentence(block: Block, token: number): boolean {
  return !isNextWord(block, token - 1) || /[.!?…]/.test(block.text.slice(block.end[token - 1], block.start[token]));
}
