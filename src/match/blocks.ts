/** One block of text, scanned: what pass 1 leaves for the page decision. */
import { APOSTROPHE, DOT, DROP, FOLD, NON_JOINER } from '../text/fold.ts';
import { createTokens, type Reading } from '../text/token-list.ts';
import { tokenise } from '../text/tokens.ts';
import { type Hit, scanExact } from './exact.ts';
import { type FuzzyHit, scanFuzzy } from './fuzzy.ts';
import type { MatchIndex } from './open.ts';
import { windowsOf } from './windows.ts';

export interface Block {
  text: string;
  count: number;
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  firstReading: Int32Array;
  readings: Reading[];
  /** Hits of each index. */
  hits: Hit[][];
  /** Spelling variants found in each index; empty when the pass is switched off. */
  variants: FuzzyHit[][];
}

const tokens = createTokens();

export function scanBlock(indexes: readonly MatchIndex[], text: string, lang: string, fuzzy: boolean): Block {
  tokenise(text, tokens, lang);
  const { count, start, end, hash, firstReading, readings } = tokens;
  const block: Block = {
    text,
    count,
    start: start.slice(0, count),
    end: end.slice(0, count),
    hash: hash.slice(0, count),
    firstReading: firstReading.slice(0, count),
    readings: [...readings],
    hits: indexes.map((index) => {
      const found: Hit[] = [];
      scanExact(index, tokens, (hit) => found.push(hit));
      return found;
    }),
    variants: [],
  };
  if (fuzzy && count > 1) {
    const windows = windowsOf(block, tokens, coveredTokens(block));
    if (windows.length > 0) block.variants = indexes.map((index) => scanFuzzy(index, windows, tokens));
  }
  return block;
}

/** Tokens that stand in a name of two or more words already. */
function coveredTokens({ count, hits }: Block): Uint8Array {
  const covered = new Uint8Array(count);
  for (const found of hits) for (const { from, to } of found) if (to > from) covered.fill(1, from, to + 1);
  return covered;
}

export function isUpper(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase();
}

/** Whether the letter has no case at all: Arabic, Chinese, digits. */
export function isCaseless(text: string, at: number): boolean {
  const char = text[at];
  return char === undefined || char.toLowerCase() === char.toUpperCase();
}

export function isCapitalised(block: Block, token: number): boolean {
  if (token < 0 || token >= block.count) return false;
  const at = block.start[token]!;
  return isUpper(block.text, block.text[at] === '@' ? at + 1 : at);
}

export function isAllUpper(text: string, start: number, end: number): boolean {
  const span = text.slice(start, end);
  return span === span.toUpperCase() && span !== span.toLowerCase();
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
const JOINERS = '-‐‑&·・_';

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
