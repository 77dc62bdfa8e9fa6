/**
 * Windows of pass 2: runs of words that may be or hold a name. Capitalised words, or any words in scripts without case; titles and
 * particles inside belong to the run without being words of it.
 */
import { isCommonWord } from '../text/common-words.ts';
import { foldedToken, type Tokens } from '../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from './blocks.ts';
import { isParticle, isTitleIn } from './context.ts';

export interface Word {
  /** Tokens of the block, both inclusive. */
  from: number;
  to: number;
  folded: string;
  hash: number;
  /** A frequent word: as part of a name it must be spelled as the name is. */
  exactOnly: boolean;
}

export interface Window {
  words: Word[];
  /** The same with the titles and particles among and around them. */
  all: Word[];
  /** Words before the comma of "Surname, Given", which only a line of a list may begin with; 0 for none. */
  comma: number;
}

/** Windows longer than this are lists or headlines; they are read in pieces. */
const LONGEST_WINDOW = 12;

/** All windows of two words or more. `covered`: tokens that pass 1 has already given to a name of two or more words. */
export function windowsOf(block: Block, tokens: Tokens, covered: Uint8Array): Window[] {
  const windows: Window[] = [];
  for (let token = 0; token < block.count; ) {
    const window = windowAt(block, tokens, token, covered);
    const { all } = window;
    if (all.length > 1) windows.push(window);
    token = all.length === 0 ? token + 1 : all[all.length - 1]!.to + 1;
  }
  return windows;
}

/** The window that begins at `start`, without words when none does. */
function windowAt(block: Block, tokens: Tokens, start: number, covered: Uint8Array): Window {
  const words: Word[] = [];
  const all: Word[] = [];
  let comma = 0;
  for (let token = start; token < block.count && words.length < LONGEST_WINDOW; token++) {
    if (token > start && !isNextWord(block, token - 1)) {
      if (comma > 0 || start > 0 || !/^, ?$/.test(block.text.slice(block.end[token - 1], block.start[token]))) break;
      comma = words.length;
    }
    if (covered[token]) break;
    const at = block.start[token]!;
    const folded = foldedToken(tokens, token);
    const skipped = (words.length > 0 && isParticle(folded)) || isTitleIn(folded, all[all.length - 1]?.folded);
    if (!skipped && !isCapitalised(block, token) && !mayBeName(block, at, folded, words.length > 0)) break;
    const word = { from: token, to: token, folded, hash: block.hash[token]!, exactOnly: false };
    if (!skipped) words.push(word);
    all.push(word);
  }
  return { words, all, comma };
}

/** A shorter word in lower case is no part of a name. */
const LEAST_LOWER = 5;

/** Words of scripts without case, and after a capital the uncommon word that a hasty writer left in lower case. */
function mayBeName(block: Block, at: number, folded: string, after: boolean): boolean {
  if (isCaseless(block.text, at)) return folded.charCodeAt(0) > 0x3a;
  return after && folded.length >= LEAST_LOWER && !isCommonWord(folded);
}
