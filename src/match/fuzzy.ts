/**
 * Pass 2: names in another spelling, over what pass 1 left. Each word of a window (`windows.ts`) proposes tokens of the index with its
 * consonant skeleton (`readings.ts`); the names in which those stand are verified word by word (`align.ts`). All core words of a name
 * must be there, and at least two.
 */
import { isAbjad } from '../text/romanise.ts';
import type { Tokens } from '../text/token-list.ts';
import { alignName } from './align.ts';
import type { Block } from './blocks.ts';
import type { Hit } from './exact.ts';
import { foldedOf, isPerson, type MatchIndex } from './open.ts';
import { coreOf, namesOfToken, similarTokens } from './readings.ts';
import { soundOf } from './sounds.ts';
import { surplusBits } from './weight.ts';
import { type Window, windowAt } from './windows.ts';

export interface FuzzyHit extends Hit {
  /** Sum of the costs of its words. */
  cost: number;
  /** What the name says beyond what its spelling leaves open: see `weight.ts`. */
  bits: number;
}

/** Words of a line that is nothing but a name. */
const LONGEST_NAME = 6;

/** `covered`: tokens that pass 1 has already given to a name of two or more words. */
export function scanFuzzy(index: MatchIndex, block: Block, tokens: Tokens, covered: Uint8Array): FuzzyHit[] {
  const hits: FuzzyHit[] = [];
  for (let token = 0; token < block.count; ) {
    const window = windowAt(block, tokens, token, covered);
    const { words } = window;
    if (words.length === 0) {
      token++;
      continue;
    }
    if (words.length > 1) searchWindow(index, window, tokens, hits);
    token = words[words.length - 1]!.to + 1;
  }
  return hits;
}

/** Where a name was proposed: a word of the window and the token of the index that it resembles. */
interface Proposal {
  anchors: { place: number; token: number }[];
  /** One word has a token of it letter by letter, or two words resemble two: worth the comparison. */
  strong: boolean;
}

function searchWindow(index: MatchIndex, window: Window, tokens: Tokens, hits: FuzzyHit[]): void {
  const { words } = window;
  const proposals = new Map<number, Proposal>();
  // A line that is a name is worth every comparison.
  const alone = words.length >= tokens.count - 1;
  const thorough = words.length <= LONGEST_NAME && alone;
  for (const word of words) {
    const { common, phones } = soundOf(word.folded);
    word.exactOnly = common && !(thorough && phones?.abjad);
  }
  const propose = (folded: string, place: number) => {
    const caseless = soundOf(folded).phones?.abjad ?? false;
    for (const token of similarTokens(index, folded)) {
      if (
        words[place]!.exactOnly &&
        foldedOf(index, token) !== folded &&
        !(thorough && isAbjad(foldedOf(index, token)))
      )
        continue;
      const strong = thorough || foldedOf(index, token) === folded;
      for (const name of namesOfToken(index, token)) {
        // Names of other things are made of words, which resemble words: without capitals they are left to the exact pass.
        if (caseless && !isPerson(index, name)) continue;
        const known = proposals.get(name);
        if (known === undefined) proposals.set(name, { anchors: [{ place, token }], strong });
        else {
          known.strong ||= strong || known.anchors[0]!.place !== place;
          known.anchors.push({ place, token });
        }
      }
    }
  };
  for (const [place, { folded }] of words.entries()) {
    const { phones } = soundOf(folded);
    if (phones === undefined || folded.length < 2) continue;
    propose(folded, place);
    const next = words[place + 1];
    // Where Arabic letters put a space inside a name is a matter of taste.
    if (thorough && phones.abjad && next) propose(folded + next.folded, place);
  }
  for (const [name, { anchors, strong }] of proposals) {
    if (!strong) continue;
    const core = coreOf(index, name);
    for (const { place, token } of anchors) {
      const found = alignName(index, core, window, place, token, alone);
      if (found === undefined) continue;
      const from = words[found.first]!.from;
      const to = words[found.last]!.to;
      const bits = surplusBits(index, core, found.cost);
      hits.push({ name, start: tokens.start[from]!, end: tokens.end[to]!, from, to, cost: found.cost, bits });
      break;
    }
  }
}
