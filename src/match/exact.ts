/**
 * Pass 1: every place where the folded letters of a name stand, with word boundaries, whatever its meaning. All names that begin
 * at a token are reported, the longest last; the page decision chooses among them.
 */
import { CHARACTER, FOLD } from '../text/fold.ts';
import { foldedReading, foldedToken, PREFIX, SUFFIX, type Tokens } from '../text/token-list.ts';
import type { Hit } from './blocks.ts';
import { ALONE, mayHavePair, pairKey } from './name-index/format.ts';
import { findToken, foldedOf, type MatchIndex, tokenAt } from './name-index/read.ts';

/** Calls `report` for each hit in the order of the first token. The hit object is new each time. */
export function scanExact(index: MatchIndex, tokens: Tokens, report: (hit: Hit) => void): void {
  const { count, hash, firstReading } = tokens;
  const { names, singles, pairs, pairShift } = index;
  if (names === 0) return;
  if (count === 0) return;
  const inflected = tokens.readings.length > 0;
  let first = hash[0]!;
  for (let token = 0; token < count; token++) {
    const second = token + 1 < count ? hash[token + 1]! : ALONE;
    // Nearly all places of a text are left here, after one look into the filter.
    if (
      mayHavePair(pairs, pairShift, pairKey(first, second)) ||
      (singles > 0 && mayHavePair(pairs, pairShift, pairKey(first, ALONE))) ||
      (inflected && token + 1 < count && firstReading[token + 1] !== 0 && mayGoOn(index, tokens, first, token + 1))
    ) {
      startToken(index, tokens, report, token);
    }
    if (inflected && firstReading[token] !== 0) startReadings(index, tokens, report, token);
    first = second;
  }
}

/** Whether a name may begin with a hash and any reading of the token after it. */
function mayGoOn(
  { pairs, pairShift }: MatchIndex,
  { hash, firstReading, readings }: Tokens,
  first: number,
  next: number,
) {
  if (mayHavePair(pairs, pairShift, pairKey(first, hash[next]!))) return true;
  for (let r = firstReading[next]! - 1; r >= 0 && readings[r]?.token === next; r++) {
    if (mayHavePair(pairs, pairShift, pairKey(first, readings[r]!.hash))) return true;
  }
  return false;
}

function startToken(index: MatchIndex, tokens: Tokens, report: (hit: Hit) => void, token: number): void {
  const id = findToken(index, tokens.hash[token]!, () => foldedToken(tokens, token));
  if (id < 0 || index.first[id]! >= index.first[id + 1]!) return;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  step(index, tokens, report, id, token, token, 1, index.first[id]!, index.first[id + 1]!, start, end, []);
}

function startReadings(index: MatchIndex, tokens: Tokens, report: (hit: Hit) => void, token: number): void {
  const { count, readings, firstReading } = tokens;
  for (let r = firstReading[token]! - 1; readings[r]?.token === token; r++) {
    const reading = readings[r]!;
    const { start, end, hash, kind } = reading;
    const alone = index.singles > 0 && mayHavePair(index.pairs, index.pairShift, pairKey(hash, ALONE));
    if (!alone && (token + 1 === count || !mayGoOn(index, tokens, hash, token + 1))) continue;
    const id = findToken(index, hash, () => foldedReading(tokens, reading));
    if (id < 0 || index.first[id]! >= index.first[id + 1]!) continue;
    if (foldedOf(index, id) !== foldedReading(tokens, reading)) continue;
    const from = kind === SUFFIX ? tokens.start[token]! : start;
    const most = kind === SUFFIX ? 1 : Number.MAX_SAFE_INTEGER;
    step(index, tokens, report, id, token, token, 1, index.first[id]!, index.first[id + 1]!, from, end, [r], most);
  }
}

/**
 * Reports the names of the range [low, high), which all begin with the `depth` tokens read so far, that end here; then reads on.
 * `used` holds the readings taken, by their position in `tokens.readings`.
 */
function step(
  index: MatchIndex,
  tokens: Tokens,
  report: (hit: Hit) => void,
  firstId: number,
  from: number,
  to: number,
  depth: number,
  low: number,
  high: number,
  start: number,
  end: number,
  used: number[],
  most = Number.MAX_SAFE_INTEGER,
): void {
  let name = low;
  if (
    tokenAt(index, name, depth) < 0 &&
    isBounded(tokens.text, start, end) &&
    lettersFit(index, tokens, firstId, from, depth, name, used)
  ) {
    while (name < high && tokenAt(index, name, depth) < 0) report({ name: name++, start, end, from, to });
  } else {
    while (name < high && tokenAt(index, name, depth) < 0) name++;
  }
  const next = to + 1;
  if (name === high || next === tokens.count || depth >= most) return;
  const id = findToken(index, tokens.hash[next]!, () => foldedToken(tokens, next));
  if (id >= 0) {
    const range = narrow(index, name, high, depth, id);
    if (range >= 0) {
      step(
        index,
        tokens,
        report,
        firstId,
        from,
        next,
        depth + 1,
        range,
        narrowEnd(index, range, high, depth, id),
        start,
        tokens.end[next]!,
        used,
        most,
      );
    }
  }
  if (tokens.firstReading[next] === 0) return;
  for (let r = tokens.firstReading[next]! - 1; tokens.readings[r]?.token === next; r++) {
    const reading = tokens.readings[r]!;
    if (reading.kind === PREFIX) continue;
    const other = findToken(index, reading.hash, () => foldedReading(tokens, reading));
    if (other < 0 || foldedOf(index, other) !== foldedReading(tokens, reading)) continue;
    const range = narrow(index, name, high, depth, other);
    if (range < 0) continue;
    const rangeEnd = narrowEnd(index, range, high, depth, other);
    const limit = reading.kind === SUFFIX ? depth + 1 : most;
    step(
      index,
      tokens,
      report,
      firstId,
      from,
      next,
      depth + 1,
      range,
      rangeEnd,
      start,
      reading.end,
      [...used, r],
      limit,
    );
  }
}

/** First name in [low, high), which all have the same tokens before `depth`, with `token` at `depth`; -1 when there is none. */
export function narrow(index: MatchIndex, low: number, high: number, depth: number, token: number): number {
  let left = low;
  let right = high;
  while (left < right) {
    const middle = (left + right) >> 1;
    if (tokenAt(index, middle, depth) < token) left = middle + 1;
    else right = middle;
  }
  return left < high && tokenAt(index, left, depth) === token ? left : -1;
}

/** The end of the names with `token` at `depth`, of which `low` is the first. */
export function narrowEnd(index: MatchIndex, low: number, high: number, depth: number, token: number): number {
  let left = low;
  let right = high;
  while (left < right) {
    const middle = (left + right) >> 1;
    if (tokenAt(index, middle, depth) <= token) left = middle + 1;
    else right = middle;
  }
  return left;
}

/** Tokens were found by hash: before a hit counts, its letters are compared. */
function lettersFit(
  index: MatchIndex,
  tokens: Tokens,
  firstId: number,
  from: number,
  depth: number,
  name: number,
  used: number[],
): boolean {
  for (let place = 0; place < depth; place++) {
    const token = from + place;
    if (used.some((r) => tokens.readings[r]!.token === token)) continue; // compared when the reading was taken
    const id = place === 0 ? firstId : tokenAt(index, name, place);
    if (foldedOf(index, id) !== foldedToken(tokens, token)) return false;
  }
  return true;
}

/** Endings that Korean writes on to a name. */
const KOREAN_PARTICLES =
  /^(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|만|에게|에서|까지|부터|께서|씨|측|등|이라|라|이다|였|이나|나)/;

/** In scripts without spaces a name may not be part of a longer run of the same letters that is one word. */
function isBounded(text: string, start: number, end: number): boolean {
  if (FOLD[text.charCodeAt(start)] === CHARACTER && isSyllable(text, start) && isSyllable(text, start - 1))
    return false;
  if (FOLD[text.charCodeAt(end - 1)] !== CHARACTER && !isKatakana(text, end - 1)) return true;
  if (isKatakana(text, start) && isKatakana(text, start - 1)) return false;
  if (isKatakana(text, end - 1) && isKatakana(text, end)) return false;
  if (isSyllable(text, end - 1) && isSyllable(text, end)) return KOREAN_PARTICLES.test(text.slice(end, end + 3));
  return true;
}

function isKatakana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || (unit >= 0xff66 && unit <= 0xff9f);
}

function isSyllable(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xac00 && unit <= 0xd7a3;
}
