/**
 * Pass 1: every place where the folded letters of a name stand, with word boundaries, whatever its meaning. All names that begin
 * at a token are reported, the longest last; the page decision chooses among them.
 */
import { CHARACTER, FOLD } from '../text/fold.ts';
import { foldedToken, PREFIX, SUFFIX, type Tokens } from '../text/token-list.ts';
import { mix } from './layout.ts';
import { findToken, foldedOf, type MatchIndex, tokenAt } from './open.ts';

/** A name that stands in a block. */
export interface Hit {
  name: number;
  /** UTF-16 offsets in the block. */
  start: number;
  end: number;
  /** Tokens of the block, both inclusive. */
  from: number;
  to: number;
}

let ids = new Int32Array(256);
/** Tokens at which a name may begin. */
let starts = new Int32Array(256);

/** Calls `report` for each hit in the order of the first token. The hit object is new each time. */
export function scanExact(index: MatchIndex, tokens: Tokens, report: (hit: Hit) => void): void {
  const { count, hash } = tokens;
  if (index.names === 0) return;
  if (ids.length < count) {
    ids = new Int32Array(tokens.hash.length);
    starts = new Int32Array(tokens.hash.length);
  }
  const { first, cells, idMask } = index;
  let token = 0;
  let found = 0;
  const folded = () => foldedToken(tokens, token);
  for (; token < count; token++) {
    // Most words of a text are in no name and hit an empty cell: they cost no call.
    const id = cells[mix(hash[token]!) & idMask] === 0 ? -1 : findToken(index, hash[token]!, folded);
    ids[token] = id;
    if (id >= 0 && first[id]! < first[id + 1]!) starts[found++] = token;
  }
  let reading = 0;
  for (let at = 0; at < found; at++) {
    const i = starts[at]!;
    reading = startReadings(index, tokens, report, reading, i);
    const id = ids[i]!;
    step(index, tokens, report, i, i, 1, first[id]!, first[id + 1]!, tokens.start[i]!, tokens.end[i]!, []);
  }
  startReadings(index, tokens, report, reading, count);
}

/** Starts at the readings of tokens before `until`, from reading `r` on, and returns the next reading. */
function startReadings(
  index: MatchIndex,
  tokens: Tokens,
  report: (hit: Hit) => void,
  r: number,
  until: number,
): number {
  let next = r;
  for (; next < tokens.readings.length && tokens.readings[next]!.token < until; next++) {
    const { token, start, end, folded, hash, kind } = tokens.readings[next]!;
    const id = findToken(index, hash, () => folded);
    if (id < 0 || index.first[id]! >= index.first[id + 1]! || foldedOf(index, id) !== folded) continue;
    const from = kind === SUFFIX ? tokens.start[token]! : start;
    const most = kind === SUFFIX ? 1 : Number.MAX_SAFE_INTEGER;
    step(index, tokens, report, token, token, 1, index.first[id]!, index.first[id + 1]!, from, end, [next], most);
  }
  return next;
}

/**
 * Reports the names of the range [low, high), which all begin with the `depth` tokens read so far, that end here; then reads on.
 * `used` holds the readings taken, by their position in `tokens.readings`.
 */
function step(
  index: MatchIndex,
  tokens: Tokens,
  report: (hit: Hit) => void,
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
    lettersFit(index, tokens, from, depth, name, used)
  ) {
    while (name < high && tokenAt(index, name, depth) < 0) report({ name: name++, start, end, from, to });
  } else {
    while (name < high && tokenAt(index, name, depth) < 0) name++;
  }
  const next = to + 1;
  if (name === high || next === tokens.count || depth >= most) return;
  const id = ids[next]!;
  if (id >= 0) {
    const range = narrow(index, name, high, depth, id);
    if (range >= 0) {
      step(
        index,
        tokens,
        report,
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
    const other = findToken(index, reading.hash, () => reading.folded);
    if (other < 0 || foldedOf(index, other) !== reading.folded) continue;
    const range = narrow(index, name, high, depth, other);
    if (range < 0) continue;
    const rangeEnd = narrowEnd(index, range, high, depth, other);
    const limit = reading.kind === SUFFIX ? depth + 1 : most;
    step(index, tokens, report, from, next, depth + 1, range, rangeEnd, start, reading.end, [...used, r], limit);
  }
}

/** First name in [low, high) with `token` at `depth`, or -1. */
function narrow(index: MatchIndex, low: number, high: number, depth: number, token: number): number {
  let left = low;
  let right = high;
  while (left < right) {
    const middle = (left + right) >> 1;
    if (tokenAt(index, middle, depth) < token) left = middle + 1;
    else right = middle;
  }
  return left < high && tokenAt(index, left, depth) === token ? left : -1;
}

function narrowEnd(index: MatchIndex, low: number, high: number, depth: number, token: number): number {
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
  from: number,
  depth: number,
  name: number,
  used: number[],
): boolean {
  for (let place = 0; place < depth; place++) {
    const token = from + place;
    if (used.some((r) => tokens.readings[r]!.token === token)) continue; // compared when the reading was taken
    const id = place === 0 ? ids[token]! : tokenAt(index, name, place);
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
  if (FOLD[text.charCodeAt(end - 1)] !== CHARACTER) return true;
  if (isKatakana(text, start) && isKatakana(text, start - 1)) return false;
  if (isKatakana(text, end - 1) && isKatakana(text, end)) return false;
  if (isSyllable(text, end - 1) && isSyllable(text, end)) return KOREAN_PARTICLES.test(text.slice(end, end + 3));
  return true;
}

function isKatakana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc;
}

function isSyllable(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xac00 && unit <= 0xd7a3;
}
