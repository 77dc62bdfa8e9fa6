/** Passes 1 and 2 over one block of text. */
import { tokenise } from '../text/tokens.ts';
import type { Block, Hit } from './blocks.ts';
import { addBrokenNames } from './broken-words.ts';
import { scanExact } from './exact.ts';
import { scanHashtags } from './hashtags.ts';
import type { MatchIndex } from './name-index/read.ts';
import type { Scratch } from './scratch.ts';
import { scanFuzzy } from './spelling/find-variants.ts';
import { windowsOf } from './spelling/name-windows.ts';
import { boundWords } from './spelling/page-vocabulary.ts';

/** @param comparisons names that the spelling pass may compare with the words of the block
 * @param generous it takes what `MatchOptions` calls so */
export function scanBlock(
  scratch: Scratch,
  indexes: readonly MatchIndex[],
  text: string,
  lang: string,
  comparisons: number,
  generous: boolean,
): Block {
  const { tokens, spelling } = scratch;
  tokenise(text, tokens, lang);
  const { count, start, end, hash, firstReading, readings } = tokens;
  const block: Block = {
    text,
    nouns: tokens.lang === 'de',
    monsieur: tokens.lang === 'fr',
    firstCapital: tokens.lang === 'fr' || tokens.lang === 'es',
    count,
    start: keep(scratch, start, count),
    end: keep(scratch, end, count),
    hash: keep(scratch, hash, count),
    firstReading: readings.length > 0 ? keep(scratch, firstReading, count) : NONE,
    readings: [...readings],
    hits: indexes.map((index) => {
      const found: Hit[] = [];
      scanExact(index, tokens, (hit) => found.push(hit));
      scanHashtags(index, tokens, (hit) => found.push(hit));
      return found;
    }),
    variants: [],
    compared: 0,
  };
  if (comparisons > 0 && count > 1) {
    boundWords(spelling.words);
    const windows = windowsOf(spelling.windowRead, spelling.words, block, tokens, coveredTokens(block));
    for (const index of windows.length > 0 ? indexes : []) {
      const { hits, compared } = scanFuzzy(spelling, index, windows, tokens, comparisons - block.compared, generous);
      block.variants.push(hits);
      block.compared += compared;
    }
  }
  addBrokenNames(scratch, indexes, block, lang);
  return block;
}

const SLAB = 1 << 14;
const NONE = new Int32Array(0);

/** Copies the first numbers of an array that is used again. */
function keep(scratch: Scratch, numbers: Int32Array, count: number): Int32Array {
  if (scratch.slabUsed + count > scratch.slab.length) {
    scratch.slab = new Int32Array(Math.max(SLAB, count));
    scratch.slabUsed = 0;
  }
  const { slab, slabUsed: from } = scratch;
  for (let i = 0; i < count; i++) slab[from + i] = numbers[i]!;
  scratch.slabUsed += count;
  return slab.subarray(from, scratch.slabUsed);
}

/** Tokens that stand in a name of two or more words already. */
function coveredTokens({ count, hits }: Block): Uint8Array {
  const covered = new Uint8Array(count);
  for (const found of hits) for (const { from, to } of found) if (to > from) covered.fill(1, from, to + 1);
  return covered;
}
