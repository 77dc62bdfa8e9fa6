/** Lines in which capitals say less than in a sentence. */
import { type Block, isAllUpper, isCapitalised, isNextWord, isUpper } from './blocks.ts';

/** Words that a headline may leave in lower case. */
const LEAST_HEADLINE_WORD = 4;
/** Fewer words do not show how the line is written; more are a paragraph. */
const HEADLINE = { least: 4, most: 30 };

/** Words of the longest line that is a heading. */
const LONGEST_HEADING = 20;

/** A headline, or a short line that ends without the sign of a sentence. */
export function isHeading(block: Block): boolean {
  return isHeadline(block) || (block.count <= LONGEST_HEADING && !/[.!?…。؟:,;]["”’»)]*\s*$/.test(block.text));
}

/** Whether a capital inside a sentence says that the word is a name: not where it begins one, nor where every noun or every word has a capital. */
export function isNameByCapital(
  block: Block,
  { from, start, end }: { from: number; start: number; end: number },
): boolean {
  if (block.nouns || !isUpper(block.text, start) || isAllUpper(block.text, start, end) || isHeadline(block))
    return false;
  if (from === 0 || /[.!?…:]/.test(block.text.slice(block.end[from - 1], start))) return false;
  // "the Reunion of 1907", "Christmas Island"
  return !isCapitalised(block, from - 1) || !isNextWord(block, from - 1);
}

/** Whether nearly all longer words of the block begin with a capital. */
export function isHeadline(block: Block): boolean {
  let { headline } = block;
  if (headline === undefined) {
    let long = 0;
    let capital = 0;
    if (block.count >= HEADLINE.least && block.count <= HEADLINE.most) {
      for (let token = 0; token < block.count; token++) {
        if (block.end[token]! - block.start[token]! < LEAST_HEADLINE_WORD) continue;
        long++;
        if (isCapitalised(block, token)) capital++;
      }
    }
    headline = long > 2 && capital >= long * 0.8;
    block.headline = headline;
  }
  return headline;
}
