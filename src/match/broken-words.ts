/** Names that something breaks: the end of a line ("Tobias Veld-", and below "hoven"), or a nickname in quotation marks ("Tobias “Tobi” Veldhoven"). */
import { tokenise } from '../text/tokens.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isUpper } from './blocks.ts';
import { scanExact } from './exact.ts';
import { isPerson, type MatchIndex, nameTokens } from './name-index/read.ts';
import type { Scratch } from './scratch.ts';

/** UTF-16 offsets of a hyphen and of the spaces after it, or of a nickname with its marks and the space after it. */
interface Break {
  start: number;
  end: number;
  nickname?: true;
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

const OPENS = '"“”„«‘‚\'’(';
/** From the space before a nickname to the word after it. */
const NICKNAME = /^\s["“”„«‘‚'’(]\s?\p{L}[\p{L}\p{M}.'’-]*(?:(?<!-) \p{L}[\p{L}\p{M}'’]*)?\s?["”“»‘’')]\s(?=\p{L})/u;
const LONGEST_NICKNAME = 32;

/** Nicknames between two words of one name, as far as signs and capitals tell. */
function nicknamesIn(block: Block): Break[] {
  const { text, count, start: starts, end: ends } = block;
  const found: Break[] = [];
  for (let token = 0; token + 2 < count; token++) {
    const before = ends[token]!;
    if (starts[token + 1]! - before < 2 || !OPENS.includes(text[before + 1]!) || !isOfName(block, token)) continue;
    const nickname = NICKNAME.exec(text.slice(before, before + LONGEST_NICKNAME));
    if (nickname && isOfName(block, token + 1))
      found.push({ start: before + 1, end: before + nickname[0].length, nickname: true });
  }
  return found;
}

function isOfName(block: Block, token: number): boolean {
  return isCapitalised(block, token) || isCaseless(block.text, block.start[token]!);
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
  const breaks = [...breaksIn(text), ...nicknamesIn(block)].sort((a, b) => a.start - b.start);
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
      const within = breaks.filter((each) => each.start > start && each.end < end);
      if (within.length === 0) return;
      const nickname = within.some((each) => each.nickname);
      if (nickname && !isPerson(index, hit.name)) return;
      block.hits[i]!.push({ ...hitAt(block, hit.name, start, end), ...(nickname && { nickname }) });
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
