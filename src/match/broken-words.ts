/** Words that a line's end breaks: "Tobias Veld-", and on the next line "hoven". */
import { tokenise } from '../text/tokens.ts';
import { type Block, type Hit, isUpper } from './blocks.ts';
import { scanExact } from './exact.ts';
import { type MatchIndex, nameTokens } from './name-index/read.ts';
import type { Scratch } from './scratch.ts';

/** UTF-16 offsets of a hyphen and of the spaces after it. */
interface Break {
  start: number;
  end: number;
}

/** Hyphens with space after them, between two small letters: "war- and" is one too, and makes no name. */
function breaksIn(text: string): Break[] {
  const breaks: Break[] = [];
  for (let start = text.indexOf('-', 1); start >= 0; start = text.indexOf('-', start + 1)) {
    let end = start + 1;
    while (end < text.length && isBlank(text.charCodeAt(end))) end++;
    if (end > start + 1 && isSmall(text, start - 1) && isSmall(text, end)) breaks.push({ start, end });
  }
  return breaks;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0xa0;
}

function isSmall(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && char !== char.toUpperCase() && !isUpper(text, at);
}

/** Adds the names of two words or more that stand over a break, in the tokens and offsets of the block. Writes on the tokens of the scratch. */
export function addBrokenNames({ tokens }: Scratch, indexes: readonly MatchIndex[], block: Block, lang: string): void {
  const { text } = block;
  const breaks = breaksIn(text);
  if (breaks.length === 0) return;
  let joined = '';
  let after = 0;
  for (const { start, end } of breaks) {
    joined += text.slice(after, start);
    after = end;
  }
  tokenise(joined + text.slice(after), tokens, lang);
  for (const [i, index] of indexes.entries()) {
    scanExact(index, tokens, (hit) => {
      if (nameTokens(index, hit.name).length < 2) return;
      const start = offsetOf(breaks, hit.start, false);
      const end = offsetOf(breaks, hit.end, true);
      if (!breaks.some((each) => each.start > start && each.end < end)) return;
      block.hits[i]!.push(hitAt(block, hit.name, start, end));
    });
  }
}

/** The offset in the text of one in the joined text; `end`: of the end of something, which lies before a break there. */
function offsetOf(breaks: readonly Break[], at: number, end: boolean): number {
  let offset = at;
  for (const each of breaks) {
    if (end ? offset <= each.start : offset < each.start) break;
    offset += each.end - each.start;
  }
  return offset;
}

function hitAt({ start: starts, end: ends, count }: Block, name: number, start: number, end: number): Hit {
  let from = 0;
  while (from < count - 1 && ends[from]! <= start) from++;
  let to = from;
  while (to < count - 1 && starts[to + 1]! < end) to++;
  return { name, start, end, from, to, broken: true };
}
