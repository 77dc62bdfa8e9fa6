/** A middle name that the pack does not have: mostly the same person, written in full; sometimes a brother or a father. */
import type { Block, Hit } from '../blocks.ts';
import { isHeadline, wordAt } from '../context.ts';
import { type Places, standsBefore } from '../evidence.ts';
import { findToken, foldedOf, type MatchIndex, nameTokens, tokenAt } from '../name-index/read.ts';

/** Titles that rulers have inside their names. */
const RULERS = new Set('shah schah chah sah sha shahanshah khan sultan شاه خان'.split(' '));

/** Whether the name over the tokens `from` to `to`, with `middle` as its middle name, is somebody else's than the same name without it. */
export function isAnotherByMiddle(
  index: MatchIndex,
  blocks: readonly Block[],
  places: Places,
  number: number,
  from: number,
  middle: number,
  to: number,
): boolean {
  const block = blocks[number]!;
  if (isCompound(index, block, from, middle)) return true;
  // Names get shorter along a text, not longer: a father with a second first name, in a life of his son.
  return standsBefore(places, block.hash[to]!, { block: number, from, to }, (at) => !isHeadline(blocks[at]!));
}

/** Whether others in the index have both as their first names: where Mohammad Reza is a name, he is not Mohammad. */
function isCompound(index: MatchIndex, block: Block, given: number, middle: number): boolean {
  const first = tokenOf(index, block, given);
  const second = tokenOf(index, block, middle);
  if (first < 0 || second < 0) return false;
  // Names are sorted by their tokens: those that begin with `first` are one range.
  for (let name = index.first[first]!; name < index.first[first + 1]!; name++)
    if (tokenAt(index, name, 1) === second) return true;
  return false;
}

function tokenOf(index: MatchIndex, block: Block, token: number): number {
  const folded = wordAt(block, token);
  const found = findToken(index, block.hash[token]!, () => folded);
  return found >= 0 && foldedOf(index, found) === folded ? found : -1;
}

/** Whether a ruler's title stands inside the name where the pack has none: Reza Shah Pahlavi is not Reza Pahlavi. */
export function isRulerOfTheName(index: MatchIndex, block: Block, { name, from, to }: Hit): boolean {
  for (let token = from + 1; token < to; token++) {
    const word = wordAt(block, token);
    if (RULERS.has(word) && !nameTokens(index, name).some((known) => foldedOf(index, known) === word)) return true;
  }
  return false;
}
