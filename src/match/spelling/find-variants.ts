/**
 * Pass 2: names in another spelling, over what pass 1 left. Each word of a window (`name-windows.ts`) proposes tokens of the index with its
 * consonant skeleton (`index-memo.ts`); the names in which those stand are verified word by word (`align.ts`). All core words of a name
 * must be there, and at least two.
 */
import type { Tokens } from '../../text/token-list.ts';
import type { FuzzyHit } from '../blocks.ts';
import type { MatchIndex } from '../name-index/read.ts';
import { type Alignment, alignName, mayAlign } from './align.ts';
import { assignName } from './assign.ts';
import { erase } from './candidate-names.ts';
import { type Core, coreOf, type IndexMemo, memoOf } from './index-memo.ts';
import type { Run, Window } from './name-windows.ts';
import { ABJAD_WORD, COMMON, isKind } from './page-vocabulary.ts';
import { proposeForLine, proposeForText } from './propose-names.ts';
import type { SpellingScratch } from './scratch.ts';
import { surplusBits } from './weight.ts';

/**
 * Pairs of token and word (`align.ts`) that count as one more name compared: a row of given names proposes the same names by each of its words, and
 * costs ten times what their number says. A name in news takes some ten.
 */
const PAIRS_OF_A_NAME = 16;
/** Names passed over by one look that count as one more. */
const PASSED_OF_A_NAME = 16;

/** Words of a line that is nothing but a name. */
const LONGEST_NAME = 8;

/**
 * @param most names to compare; windows after that are passed over
 * @returns the names found, and how many were compared, one that was laid beside many words for several
 */
export function scanFuzzy(
  scratch: SpellingScratch,
  index: MatchIndex,
  windows: readonly Window[],
  tokens: Tokens,
  most: number,
  generous: boolean,
): { hits: FuzzyHit[]; compared: number } {
  const hits: FuzzyHit[] = [];
  let compared = 0;
  if (index.names === 0) return { hits, compared };
  const read = memoOf(scratch, index, generous);
  const { proposals } = scratch;
  const inLine = tokensBeforeBracket(tokens);
  for (const window of windows) {
    if (compared >= most) break;
    // A line that is a name is worth every comparison.
    const { length } = window.all.words;
    const line = length <= LONGEST_NAME && length >= inLine - 1 && mayBeName(read, window.all.words);
    if (line) proposeForLine(scratch, read, window);
    else proposeForText(scratch, read, window);
    compared += Math.floor(proposals.passed / PASSED_OF_A_NAME);
    proposals.passed = 0;
    if (proposals.count === 0) continue;
    const before = scratch.aligning.pairs;
    verify(scratch, read, window, line, tokens, hits);
    compared += proposals.count + Math.floor((scratch.aligning.pairs - before) / PAIRS_OF_A_NAME);
    erase(proposals);
  }
  return { hits, compared };
}

function verify(
  scratch: SpellingScratch,
  read: IndexMemo,
  window: Window,
  line: boolean,
  tokens: Tokens,
  hits: FuzzyHit[],
): void {
  const { proposals } = scratch;
  for (let proposal = 0; proposal < proposals.count; proposal++) {
    if (proposals.strong[proposal] === 0) continue;
    const name = proposals.name[proposal]!;
    const core = coreOf(read, name);
    if (core.tokens.length < 2) continue;
    // A title or a particle that is a word of the name is one in the text too.
    const own = core.titled ? window.all : window.names;
    if (line && core.person) {
      const found = assignName(scratch.assigning, read, core, own.words, window.comma);
      if (found) hits.push(hitOf(read.index, name, found, own, tokens, isAllName(read, own.words, found)));
      continue;
    }
    if (!core.long) continue;
    const found = alignAtAnchor(scratch, read, core, window, own, proposal, line);
    if (found) hits.push(hitOf(read.index, name, found, own, tokens, false));
  }
}

/** The name in the words of `own`, by the first of its anchors that it fits. */
function alignAtAnchor(
  scratch: SpellingScratch,
  read: IndexMemo,
  core: Core,
  window: Window,
  own: Run,
  proposal: number,
  line: boolean,
): Alignment | undefined {
  const { proposals } = scratch;
  const first = proposals.firstAnchor[proposal]!;
  if (!mayAlign(scratch.aligning, read, core, own.words, line)) return undefined;
  // Where no capital shows what is a name, and in the names of other things, a further word makes another name: "Mohammad Reza".
  const middle = core.person && !isKind(read.words, window.all.words[proposals.place[first]!]!, ABJAD_WORD);
  for (let anchor = first; anchor >= 0; anchor = proposals.next[anchor]!) {
    const at = proposals.place[anchor]!;
    const place = core.titled ? at : window.placeInNames[at]!;
    const found = alignName(scratch.aligning, core, own.words, window.comma, place, proposals.token[anchor]!, middle);
    if (found) return found;
  }
  return undefined;
}

/** Whether the words of the line that are not in the name may be further names of its bearer. */
function isAllName(read: IndexMemo, words: readonly number[], { first, last }: Alignment): boolean {
  return words.every((word, place) => (place >= first && place <= last) || !isKind(read.words, word, COMMON));
}

/** Words of a line without capitals up to which it may be a name whatever they are, and frequent words that make a sentence of a longer one. */
const SHORT_LINE = 5;
const WORDS_OF_SENTENCE = 2;

/** Whether a short line may be a name and nothing else. Without capitals, headlines look like one. */
function mayBeName({ words }: IndexMemo, line: readonly number[]): boolean {
  if (line.length <= SHORT_LINE) return true;
  let left = WORDS_OF_SENTENCE;
  for (const word of line)
    if (isKind(words, word, ABJAD_WORD) && isKind(words, word, COMMON) && --left === 0) return false;
  return true;
}

/** Tokens of the text without the bracket that ends it: "Veldhoven, Tobias (born 1939)" is a line that is a name. */
function tokensBeforeBracket({ text, count, start }: Tokens): number {
  const last = text.trimEnd();
  const open = last.endsWith(')') ? last.lastIndexOf('(') : -1;
  if (open < 1) return count;
  let before = count;
  while (before > 0 && start[before - 1]! > open) before--;
  return before;
}

function hitOf(
  index: MatchIndex,
  name: number,
  { first, last, cost, letters, core, given, middle }: Alignment,
  run: Run,
  tokens: Tokens,
  alone: boolean,
): FuzzyHit {
  const from = run.tokens[first]!;
  const to = run.tokens[last]!;
  const bits = surplusBits(index, core, cost, given);
  const hit = { name, start: tokens.start[from]!, end: tokens.end[to]!, from, to, cost, letters, bits, alone };
  return middle === undefined ? hit : { ...hit, middle: run.tokens[middle]! };
}
