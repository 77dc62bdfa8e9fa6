/** The slow path of the tokeniser: tokens that are not a plain run of letters, and things that are not words at all. */
import { clitics, elisions, otherReadings, possessives } from './affixes.ts';
import {
  APOSTROPHE,
  AT,
  CHARACTER,
  COLON,
  DOT,
  DROP,
  EXPAND,
  expansionOf,
  FOLD,
  foldSpan,
  HASH,
  LAST_CLASS,
  NON_JOINER,
  SEPARATOR,
  SURROGATE,
  styledLetter,
  VOICING,
} from './fold.ts';
import {
  addReading,
  addToken,
  HASH_SEED,
  hashFolded,
  hashStep,
  INFLECTION,
  PREFIX,
  SUFFIX,
  type Tokens,
} from './token-list.ts';

/** Reads what begins at `start`, adds its tokens, and returns the offset after it. */
export function readSpecial(tokens: Tokens, start: number): number {
  const { text } = tokens;
  const value = FOLD[text.charCodeAt(start)]!;
  if (value === AT) return readHandle(tokens, start);
  if (value === HASH) return readHashtag(tokens, start + 1);
  if (value === SURROGATE) return readSupplementary(tokens, start);
  if (
    value === CHARACTER ||
    (value === EXPAND && FOLD[expansionOf(text.charCodeAt(start)).charCodeAt(0)] === CHARACTER)
  ) {
    const end = FOLD[text.charCodeAt(start + 1)] === VOICING ? start + 2 : start + 1;
    addToken(tokens, start, end, hashFolded(foldSpan(text, start, end)));
    return end;
  }
  if (value > LAST_CLASS || value === EXPAND) return readWord(tokens, start);
  return start + 1;
}

/** A word with apostrophes, joiners, abbreviation dots, ligatures or styled letters in it. */
function readWord(tokens: Tokens, start: number): number {
  const { text } = tokens;
  const length = text.length;
  let hash = HASH_SEED;
  let letters = 0;
  let i = start;
  let end = start;
  /** First and last apostrophe, last non-joiner: where a reading may be cut. */
  let firstApostrophe = -1;
  let lastApostrophe = -1;
  let nonJoiner = -1;
  let lettersSinceDot = 0;
  let dotted = false;
  for (; i < length; i++) {
    const unit = text.charCodeAt(i);
    const value = FOLD[unit]!;
    if (value > LAST_CLASS) {
      hash = hashStep(hash, value);
      letters++;
      lettersSinceDot++;
      end = i + 1;
      continue;
    }
    if (value === DROP) {
      if (unit === ZERO_WIDTH_SPACE && letters > 0 && isRise(text, i)) break;
      // A final hamza or accent belongs to the word: خبراء.
      if (end === i && letters > 0 && !isFormat(unit)) end = i + 1;
      continue;
    }
    if (unit === QUOTE && isHebrewAt(text, i - 1) && isHebrewAt(text, i + 1)) continue;
    if (value === EXPAND) {
      const expansion = expansionOf(unit);
      if (FOLD[expansion.charCodeAt(0)] === CHARACTER) break;
      for (let k = 0; k < expansion.length; k++) hash = hashStep(hash, expansion.charCodeAt(k));
      letters++;
      lettersSinceDot++;
      end = i + 1;
      continue;
    }
    if (value === SURROGATE) {
      const styled = styledLetter(text, i);
      if (styled === '') break;
      hash = hashStep(hash, styled.charCodeAt(0));
      letters++;
      i++;
      end = i + 1;
      continue;
    }
    if (value === APOSTROPHE && isLetterAt(text, i + 1)) {
      if (firstApostrophe < 0) firstApostrophe = i;
      lastApostrophe = i;
      continue;
    }
    if (value === NON_JOINER) {
      // Two words of three letters or more are two words, with a space or without one between them.
      if (letters >= LEAST_WORD && isWordAfter(text, i + 1)) break;
      nonJoiner = i;
      continue;
    }
    if (value === DOT) {
      if (lettersSinceDot === 1 && isSingleLetterAt(text, i + 1)) {
        lettersSinceDot = 0;
        dotted = true;
        continue;
      }
      if (isAddress(text, i)) return skipToSpace(text, i);
      // The last dot of an abbreviation belongs to it.
      if (lettersSinceDot === 1 && dotted) end = i + 1;
      break;
    }
    if (value === COLON && (text.startsWith('//', i + 1) || text[i + 1] === '\\')) return skipToSpace(text, i);
    if (value === AT && isLetterAt(text, i + 1)) return skipToSpace(text, i);
    break;
  }
  if (letters === 0) return Math.max(i, start + 1);
  const token = addToken(tokens, start, end, hash);
  const add = (from: number, to: number, kind: number) => addReading(tokens, token, from, to, kind);
  if (lastApostrophe >= 0) {
    const possessive = possessives(text, lastApostrophe + 1, end, tokens.lang);
    if (possessive) add(start, lastApostrophe, SUFFIX);
    if (elisions(text, start, firstApostrophe)) {
      add(firstApostrophe + 1, end, PREFIX);
      if (possessive && lastApostrophe > firstApostrophe) add(firstApostrophe + 1, lastApostrophe, PREFIX);
    }
  }
  if (nonJoiner > start && nonJoiner < end && clitics(text, nonJoiner + 1, end))
    add(start, nonJoiner, isEzafe(text, nonJoiner + 1, end) ? INFLECTION : SUFFIX);
  otherReadings(tokens, token);
  return i;
}

const QUOTE = 0x22;
/** What is not seen: soft hyphens, marks of direction, joiners. */
function isFormat(unit: number): boolean {
  return unit === 0xad || (unit >= 0x200b && unit <= 0x206f) || unit === 0xfeff;
}

const ZERO_WIDTH_SPACE = 0x200b;

/** Typists write the gershayim of an acronym as a quotation mark. */
export function isHebrewAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x05d0 && unit <= 0x05ea;
}

/** Whether a capital follows a small letter: a space without width is all that parts two names. */
function isRise(text: string, at: number): boolean {
  const before = text[at - 1]!;
  const after = text[at + 1] ?? '';
  return before !== before.toUpperCase() && after !== after.toLowerCase();
}

const LEAST_WORD = 3;

/** Whether letters that are no ending follow, enough for a word. */
function isWordAfter(text: string, start: number): boolean {
  let end = start;
  let letters = 0;
  for (; end < text.length && FOLD[text.charCodeAt(end)]! > SEPARATOR; end++)
    if (FOLD[text.charCodeAt(end)]! > LAST_CLASS) letters++;
    else if (FOLD[text.charCodeAt(end)] === NON_JOINER) break;
  return letters >= LEAST_WORD && !clitics(text, start, end);
}

/** The ezafe joins a word to the next of the same name. */
function isEzafe(text: string, start: number, end: number): boolean {
  return end - start === 1 && FOLD[text.charCodeAt(start)] === 0x06cc;
}

/** `@name`: one token, folded with its sign, so that a handle is never taken for a word. */
function readHandle(tokens: Tokens, start: number): number {
  const { text } = tokens;
  let hash = hashStep(HASH_SEED, 0x40);
  let i = start + 1;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) break;
    const value = FOLD[unit]!;
    if (value > LAST_CLASS) hash = hashStep(hash, value);
    else if (unit === 0x5f) hash = hashStep(hash, unit);
    else break;
  }
  if (i > start + 1) addToken(tokens, start, i, hash);
  return i;
}

/** `#CamelCase`: one token for each word, cut where the case rises or digits begin or end. */
function readHashtag(tokens: Tokens, start: number): number {
  const { text } = tokens;
  let from = start;
  let i = start;
  let before = '';
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const inside = FOLD[unit]! > LAST_CLASS || FOLD[unit] === DROP;
    const kind = inside ? kindOf(text[i]!) : '';
    const cut =
      !inside ||
      (before !== '' && ((before !== 'upper' && kind === 'upper') || (before === 'digit') !== (kind === 'digit')));
    if (cut && i > from) {
      otherReadings(tokens, addToken(tokens, from, i, hashFolded(foldSpan(text, from, i))));
      from = i;
    }
    if (!inside) {
      if (unit !== 0x5f) break;
      from = i + 1;
      before = '';
      continue;
    }
    before = kind;
  }
  if (i === text.length && i > from)
    otherReadings(tokens, addToken(tokens, from, i, hashFolded(foldSpan(text, from, i))));
  return i;
}

function kindOf(char: string): 'digit' | 'upper' | 'lower' {
  const value = FOLD[char.charCodeAt(0)]!;
  if (value >= 0x30 && value <= 0x39) return 'digit';
  return char !== char.toLowerCase() ? 'upper' : 'lower';
}

/** Emoji flags and letters outside the basic plane are tokens by themselves; other emoji separate. */
function readSupplementary(tokens: Tokens, start: number): number {
  const { text } = tokens;
  const point = text.codePointAt(start)!;
  if (point < 0x10000) return start + 1;
  if (isRegionalIndicator(point)) {
    const second = text.codePointAt(start + 2) ?? 0;
    if (isRegionalIndicator(second)) {
      addToken(tokens, start, start + 4, hashUnits(text, start, start + 4));
      return start + 4;
    }
    return start + 2;
  }
  if (styledLetter(text, start) !== '') return readWord(tokens, start);
  if (/^\p{L}$/u.test(String.fromCodePoint(point)))
    addToken(tokens, start, start + 2, hashUnits(text, start, start + 2));
  return start + 2;
}

function hashUnits(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

function isRegionalIndicator(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const value = FOLD[text.charCodeAt(at)]!;
  return value > LAST_CLASS || value === EXPAND;
}

/** One letter and no second one: the next initial of "U.N." */
function isSingleLetterAt(text: string, at: number): boolean {
  return isLetterAt(text, at) && FOLD[text.charCodeAt(at)]! > 0x39 && !isLetterAt(text, at + 1);
}

/** A dot between ASCII letters or digits without a space, going on in lower case: a domain or a file name. */
function isAddress(text: string, dot: number): boolean {
  const before = text.charCodeAt(dot - 1);
  const after = text.charCodeAt(dot + 1);
  return isAsciiWord(before) && after >= 0x61 && after <= 0x7a;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function skipToSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
  return i;
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028;
}
