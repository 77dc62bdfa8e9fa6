/** Names run together in a hashtag without a capital: "#carloveldhoven". A tag with capitals is cut by the tokeniser. */
import { HASH_SEED, hashStep, type Tokens } from '../text/token-list.ts';
import type { Hit } from './blocks.ts';
import { narrow, narrowEnd } from './exact.ts';
import { findToken, foldedOf, type MatchIndex, tokenAt } from './name-index/read.ts';

/** Shorter tags are words. UTF-16 code units. */
const LEAST = 8;
/** Longer ones are no names. */
const LONGEST = 60;

/** Calls `report` for each name of two words or more whose words, one after the other, are a hashtag. */
export function scanHashtags(index: MatchIndex, tokens: Tokens, report: (hit: Hit) => void): void {
  const { text, count } = tokens;
  if (!text.includes('#')) return;
  for (let token = 0; token < count; token++) {
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    if (text[start - 1] !== '#' || end - start < LEAST || end - start > LONGEST) continue;
    const folded = text.slice(start, end).toLowerCase();
    namesRunTogether(index, folded, 0, 0, 0, index.names, (name) =>
      report({ name, start, end, from: token, to: token }),
    );
  }
}

/** Names in [low, high), which all begin with the `depth` words that end at `at`, whose further words are the rest of the letters. */
function namesRunTogether(
  index: MatchIndex,
  folded: string,
  at: number,
  depth: number,
  low: number,
  high: number,
  report: (name: number) => void,
): void {
  let hash = HASH_SEED;
  for (let end = at + 1; end <= folded.length; end++) {
    hash = hashStep(hash, folded.charCodeAt(end - 1));
    const word = folded.slice(at, end);
    const token = findToken(index, hash, () => word);
    if (token < 0 || foldedOf(index, token) !== word) continue;
    const from = depth === 0 ? index.first[token]! : narrow(index, low, high, depth, token);
    const to = depth === 0 ? index.first[token + 1]! : from < 0 ? -1 : narrowEnd(index, from, high, depth, token);
    if (from < 0 || from >= to) continue;
    if (end < folded.length) namesRunTogether(index, folded, end, depth + 1, from, to, report);
    else for (let name = from; depth > 0 && name < to && tokenAt(index, name, depth + 1) < 0; name++) report(name);
  }
}
