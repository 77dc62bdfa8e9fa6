/** The names that were accepted in a block, to ask for those over a place. */
import type { Candidate } from './candidates.ts';

/** The names of a block in the order of its text, and the UTF-16 length of the longest. */
export interface NamesOfBlock {
  mentions: readonly Candidate[];
  longest: number;
}

export const NO_NAMES: NamesOfBlock = { mentions: [], longest: 0 };

export function namesOfBlock(names: readonly Candidate[]): NamesOfBlock {
  const mentions = names.toSorted((a, b) => a.start - b.start);
  return { mentions, longest: mentions.reduce((most, { start, end }) => Math.max(most, end - start), 0) };
}

/** The names over a place, but open ones. Only those that begin near enough are looked at: a block may have thousands. */
export function namesAround(
  { mentions, longest }: NamesOfBlock = NO_NAMES,
  { start, end }: { start: number; end: number },
): Candidate[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < end - longest) low = middle + 1;
    else high = middle;
  }
  const found: Candidate[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start <= start; i++) {
    const each = mentions[i]!;
    if (each.end >= end && !each.info.rule.open) found.push(each);
  }
  return found;
}
