/**
 * Windows of pass 2: runs of words that may be or hold a name. Capitalised words, or any words in scripts without case; titles and
 * particles inside belong to the run without being words of it.
 */
import type { Tokens } from '../../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isTitleIn, mayBeTitle } from '../context.ts';
import { COMMON, isKind, lettersOf, PARTICLE, TITLE, wordOfToken } from './page-vocabulary.ts';

/** Neighbouring words of a block: their numbers (`words.ts`) and their tokens. */
export interface Run {
  words: readonly number[];
  tokens: readonly number[];
}

export interface Window {
  names: Run;
  /** The same with the titles and particles among and around them. */
  all: Run;
  /** For each word of `all` its place in `names`, or -1. */
  placeInNames: readonly number[];
  /** Words before the comma of "Surname, Given", which only a line of a list may begin with; 0 for none. */
  comma: number;
}

/** Windows longer than this are lists or headlines; they are read in pieces. */
const LONGEST_WINDOW = 12;
/** The same with titles and particles; their places are bits of a number. */
const LONGEST_RUN = 31;

/** All windows of two words or more. `covered`: tokens that pass 1 has already given to a name of two or more words. */
export function windowsOf(block: Block, tokens: Tokens, covered: Uint8Array): Window[] {
  const windows: Window[] = [];
  for (let token = 0; token < block.count; ) {
    if (covered[token] || !mayBegin(block, tokens, token)) {
      token++;
      continue;
    }
    const comma = readWindow(block, tokens, token, covered);
    if (length > 1) windows.push(keptWindow(comma));
    token += Math.max(1, length);
  }
  return windows;
}

/** The window that was read last: most are one word long, and are not kept. */
const words = new Int32Array(LONGEST_RUN);
const places = new Int32Array(LONGEST_RUN);
const inNames = new Int32Array(LONGEST_RUN);
let length = 0;
let named = 0;

function keptWindow(comma: number): Window {
  const names = { words: [] as number[], tokens: [] as number[] };
  const all = { words: [] as number[], tokens: [] as number[] };
  const placeInNames: number[] = [];
  for (let i = 0; i < length; i++) {
    all.words.push(words[i]!);
    all.tokens.push(places[i]!);
    placeInNames.push(inNames[i]!);
    if (inNames[i]! < 0) continue;
    names.words.push(words[i]!);
    names.tokens.push(places[i]!);
  }
  return { names, all, placeInNames, comma };
}

/** Whether a window may begin at a token: nearly all of a text are left here. */
function mayBegin(block: Block, tokens: Tokens, token: number): boolean {
  const at = block.start[token]!;
  return isCapitalised(block, token) || isCaseless(block.text, at) || mayBeTitle(tokens.hash[token]!);
}

/** Reads the window that begins at `start`, without words when none does. @returns its `comma` */
function readWindow(block: Block, tokens: Tokens, start: number, covered: Uint8Array): number {
  length = 0;
  named = 0;
  let comma = 0;
  for (let token = start; token < block.count && named < LONGEST_WINDOW; token++) {
    if (length === LONGEST_RUN) break;
    if (token > start && !isNextWord(block, token - 1)) {
      if (comma > 0 || start > 0 || !/^, ?$/.test(block.text.slice(block.end[token - 1], block.start[token]))) break;
      comma = named;
    }
    if (covered[token]) break;
    const word = wordOfToken(tokens, token);
    const skipped = (named > 0 && isKind(word, PARTICLE)) || (isKind(word, TITLE) && isTitleHere(word));
    const isName = skipped || isCapitalised(block, token);
    if (!isName && !mayBeName(block, block.start[token]!, word, named > 0)) break;
    words[length] = word;
    places[length] = token;
    inNames[length] = skipped ? -1 : named++;
    length++;
  }
  return comma;
}

/** Whether the word is a title after what was read. */
function isTitleHere(word: number): boolean {
  return isTitleIn(lettersOf(word), length === 0 ? undefined : lettersOf(words[length - 1]!));
}

/** A shorter word in lower case is no part of a name. */
const LEAST_LOWER = 5;

/** Words of scripts without case, and after a capital the uncommon word that a hasty writer left in lower case. */
function mayBeName(block: Block, at: number, word: number, after: boolean): boolean {
  const letters = lettersOf(word);
  if (isCaseless(block.text, at)) return letters.charCodeAt(0) > 0x3a;
  return after && letters.length >= LEAST_LOWER && !isKind(word, COMMON);
}
