/**
 * Windows of pass 2: runs of words that may be or hold a name. Capitalised words, or any words in scripts without case; titles and
 * particles inside belong to the run without being words of it.
 */
import { hashFolded, INFLECTION, type Tokens } from '../../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isTitleIn, mayBeTitle } from '../context.ts';
import { COMMON, isKind, lettersOf, PARTICLE, TITLE, type Vocabulary, wordOf, wordOfToken } from './page-vocabulary.ts';

/** Neighbouring words of a block: their numbers (`page-vocabulary.ts`) and their tokens. */
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

/** The window that was read last: most are one word long, and are not kept. */
export interface WindowRead {
  words: Int32Array;
  places: Int32Array;
  /** Place of each among the names, or -1. */
  inNames: Int32Array;
  length: number;
  named: number;
}

export function createWindowRead(): WindowRead {
  const row = () => new Int32Array(LONGEST_RUN);
  return { words: row(), places: row(), inNames: row(), length: 0, named: 0 };
}

/** All windows of two words or more. `covered`: tokens that pass 1 has already given to a name of two or more words. */
export function windowsOf(
  read: WindowRead,
  own: Vocabulary,
  block: Block,
  tokens: Tokens,
  covered: Uint8Array,
): Window[] {
  const windows: Window[] = [];
  for (let token = 0; token < block.count; ) {
    if (covered[token] || !mayBegin(block, tokens, token)) {
      token++;
      continue;
    }
    const comma = readWindow(read, own, block, tokens, token, covered);
    if (read.length > 1) {
      const window = keptWindow(read, comma);
      windows.push(window);
      if (tokens.readings.length > 0) pushNominatives(windows, own, tokens, window);
    }
    token += Math.max(1, read.length);
  }
  return windows;
}

function keptWindow(read: WindowRead, comma: number): Window {
  const names = { words: [] as number[], tokens: [] as number[] };
  const all = { words: [] as number[], tokens: [] as number[] };
  const placeInNames: number[] = [];
  for (let i = 0; i < read.length; i++) {
    all.words.push(read.words[i]!);
    all.tokens.push(read.places[i]!);
    placeInNames.push(read.inNames[i]!);
    if (read.inNames[i]! < 0) continue;
    names.words.push(read.words[i]!);
    names.tokens.push(read.places[i]!);
  }
  return { names, all, placeInNames, comma };
}

/** Whether a token begins the block or an entry of a list in it: "Surname, Given, 12; Surname, Given, 44". */
function beginsEntry(block: Block, token: number): boolean {
  return token === 0 || /[;:•|\n]/.test(block.text.slice(block.end[token - 1], block.start[token]));
}

/** Case endings that only women's names have, where the window is read as a man's name. */
const NOT_OF_A_MAN = /[иыя]$/;

/** The window with the case endings of its Cyrillic words put into the nominative: as the name of a man, and of a woman. */
function pushNominatives(windows: Window[], own: Vocabulary, tokens: Tokens, window: Window): void {
  for (const ending of ['', 'а']) {
    let changed = false;
    const nominative = (token: number, word: number): number => {
      const first = tokens.firstReading[token]! - 1;
      const stem =
        first < 0 || tokens.readings[first]!.kind !== INFLECTION ? undefined : tokens.readings[first]!.letters;
      if (stem === undefined || (ending === '' && NOT_OF_A_MAN.test(lettersOf(own, word)))) return word;
      changed = true;
      return wordOf(own, stem + ending, hashFolded(stem + ending));
    };
    const inNominative = ({ words, tokens: places }: Run): Run => ({
      words: words.map((word, place) => nominative(places[place]!, word)),
      tokens: places,
    });
    const names = inNominative(window.names);
    const all = inNominative(window.all);
    if (changed) windows.push({ ...window, names, all });
  }
}

/** Whether a window may begin at a token: nearly all of a text are left here. */
function mayBegin(block: Block, tokens: Tokens, token: number): boolean {
  const at = block.start[token]!;
  return isCapitalised(block, token) || isCaseless(block.text, at) || mayBeTitle(tokens.hash[token]!);
}

/** Reads the window that begins at `start`, without words when none does. @returns its `comma` */
function readWindow(
  read: WindowRead,
  own: Vocabulary,
  block: Block,
  tokens: Tokens,
  start: number,
  covered: Uint8Array,
): number {
  read.length = 0;
  read.named = 0;
  let comma = 0;
  for (let token = start; token < block.count && read.named < LONGEST_WINDOW; token++) {
    if (read.length === LONGEST_RUN) break;
    if (token > start && !isNextWord(block, token - 1)) {
      if (
        comma > 0 ||
        !beginsEntry(block, start) ||
        !/^, ?$/.test(block.text.slice(block.end[token - 1], block.start[token]))
      )
        break;
      comma = read.named;
    }
    if (covered[token]) break;
    const word = wordOfToken(own, tokens, token);
    const skipped =
      (read.named > 0 && isKind(own, word, PARTICLE)) || (isKind(own, word, TITLE) && isTitleHere(read, own, word));
    const isName = skipped || isCapitalised(block, token);
    if (!isName && !mayBeName(own, block, block.start[token]!, word, read.named > 0)) break;
    read.words[read.length] = word;
    read.places[read.length] = token;
    read.inNames[read.length] = skipped ? -1 : read.named++;
    read.length++;
  }
  return comma;
}

/** Whether the word is a title after what was read. */
function isTitleHere(read: WindowRead, own: Vocabulary, word: number): boolean {
  return isTitleIn(lettersOf(own, word), read.length === 0 ? undefined : lettersOf(own, read.words[read.length - 1]!));
}

/** A shorter word in lower case is no part of a name. */
const LEAST_LOWER = 5;

/** Words of scripts without case, and after a capital the uncommon word that a hasty writer left in lower case. */
function mayBeName(own: Vocabulary, block: Block, at: number, word: number, after: boolean): boolean {
  const letters = lettersOf(own, word);
  if (isCaseless(block.text, at)) return letters.charCodeAt(0) > 0x3a;
  return after && letters.length >= LEAST_LOWER && !isKind(own, word, COMMON);
}
