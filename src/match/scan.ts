/** Passes 1 and 2 over one block of text. */
import { createTokens } from '../text/token-list.ts';
import { tokenise } from '../text/tokens.ts';
import type { Block, Hit } from './blocks.ts';
import { scanExact } from './exact.ts';
import type { MatchIndex } from './name-index/read.ts';
import { scanFuzzy } from './spelling/find-variants.ts';
import { windowsOf } from './spelling/name-windows.ts';
import { boundWords } from './spelling/page-vocabulary.ts';

const tokens = createTokens();

/** @param comparisons names that the spelling pass may compare with the words of the block */
export function scanBlock(indexes: readonly MatchIndex[], text: string, lang: string, comparisons: number): Block {
  tokenise(text, tokens, lang);
  const { count, start, end, hash, firstReading, readings } = tokens;
  const block: Block = {
    text,
    count,
    start: keep(start, count),
    end: keep(end, count),
    hash: keep(hash, count),
    firstReading: readings.length > 0 ? keep(firstReading, count) : NONE,
    readings: [...readings],
    hits: indexes.map((index) => {
      const found: Hit[] = [];
      scanExact(index, tokens, (hit) => found.push(hit));
      return found;
    }),
    variants: [],
    compared: 0,
  };
  if (comparisons > 0 && count > 1) {
    boundWords();
    const windows = windowsOf(block, tokens, coveredTokens(block));
    for (const index of windows.length > 0 ? indexes : []) {
      const { hits, compared } = scanFuzzy(index, windows, tokens, comparisons - block.compared);
      block.variants.push(hits);
      block.compared += compared;
    }
  }
  return block;
}

/** Numbers of many blocks stand in one buffer: a buffer for each costs more than reading its text. */
const SLAB = 1 << 14;
let slab = new Int32Array(SLAB);
let used = 0;
const NONE = new Int32Array(0);

function keep(numbers: Int32Array, count: number): Int32Array {
  if (used + count > slab.length) {
    slab = new Int32Array(Math.max(SLAB, count));
    used = 0;
  }
  const from = used;
  for (let i = 0; i < count; i++) slab[from + i] = numbers[i]!;
  used += count;
  return slab.subarray(from, used);
}

/** Tokens that stand in a name of two or more words already. */
function coveredTokens({ count, hits }: Block): Uint8Array {
  const covered = new Uint8Array(count);
  for (const found of hits) for (const { from, to } of found) if (to > from) covered.fill(1, from, to + 1);
  return covered;
}
