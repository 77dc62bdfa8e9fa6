/** Passes 1 and 2 over one block of text. */
import { createTokens } from '../text/token-list.ts';
import { tokenise } from '../text/tokens.ts';
import type { Block, Hit } from './blocks.ts';
import { scanExact } from './exact.ts';
import { scanFuzzy } from './fuzzy.ts';
import type { MatchIndex } from './open.ts';
import { windowsOf } from './windows.ts';
import { boundWords } from './words.ts';

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
    boundWords();
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
