/**
 * Text to tokens with original offsets.
 *
 * Text is read as UTF-8, which the encoder of the platform writes a piece at a time: a load from bytes costs less than `charCodeAt`, which
 * asks each time how the string is kept. A run of ASCII letters then takes two loads and one multiplication for each letter. What is no
 * such run is read from the string, as is all of a piece that is not mostly ASCII; and whatever is no plain run of letters (apostrophes,
 * handles, hashtags, addresses, emoji flags, scripts without spaces) takes the slow path of `tokens-special.ts`.
 */
import { inflectedLetters, otherReadings } from './affixes.ts';
import { APOSTROPHE, CHARACTER, DOT, DROP, EXPAND, FOLD, LAST_CLASS, NON_JOINER, SEPARATOR, VOICING } from './fold.ts';
import { addToken, HASH_PRIME, HASH_SEED, PIECE, reserve, type Tokens } from './token-list.ts';
import { isHebrewAt, readSpecial } from './tokens-special.ts';

/** Units below this belong to scripts whose words have no other readings unless the language says so. */
const FIRST_INFLECTED = 0x0400;

/**
 * Fills `tokens` with the tokens of `text`. `lang` (BCP 47) switches on the endings of a language that would be wrong in
 * another: German -s and adjectives, Turkish apostrophe endings.
 */
export function tokenise(text: string, tokens: Tokens, lang = ''): void {
  tokens.text = text;
  tokens.lang = lang.slice(0, 2).toLowerCase();
  tokens.count = 0;
  for (const { token } of tokens.readings) tokens.firstReading[token] = 0;
  tokens.readings.length = 0;
  const inflected = inflectedLetters(tokens.lang);
  if (text.length < LEAST_ENCODED) {
    readUnits(text, tokens, 0, text.length, inflected);
    return;
  }
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + PIECE);
    const { read, written } = encoder.encodeInto(piece, tokens.bytes);
    at =
      written > read * MOST_BYTES
        ? readUnits(text, tokens, at, at + read, inflected)
        : readBytes(text, tokens, at, at + read, written, inflected);
  }
}

/** A shorter text has been read before the encoder begins. */
const LEAST_ENCODED = 64;
/** Bytes for each UTF-16 unit beyond which a piece is read from the string. */
const MOST_BYTES = 1.2;
const encoder = new TextEncoder();
/** Classes of bytes; those of letters beyond ASCII have one that ends a run and begins none. */
const BYTE_FOLD = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? FOLD[byte]! : EXPAND));

/**
 * Reads the tokens that begin in the piece between two UTF-16 offsets, which is `length` bytes long, and returns the offset after what was
 * read. A token that the end of the piece cuts is left for the next one.
 */
function readBytes(
  text: string,
  tokens: Tokens,
  from: number,
  until: number,
  length: number,
  inflected: number,
): number {
  reserve(tokens, (length >> 1) + 1);
  const { bytes } = tokens;
  let { start, end, hash } = tokens;
  let token = tokens.count;
  /** UTF-16 offset less offset in bytes. */
  let shift = from;
  let i = 0;
  bytes[length] = 0;
  while (i < length) {
    const first = i;
    let value = BYTE_FOLD[bytes[i]!]!;
    if (value > LAST_CLASS) {
      let sum = HASH_SEED;
      let last = 0;
      do {
        sum = Math.imul(sum ^ value, HASH_PRIME);
        last = value;
        value = BYTE_FOLD[bytes[++i]!]!;
      } while (value > LAST_CLASS);
      // What is written at the end of the piece is known only when the text ends there too.
      const known = i + 1 < length || until === text.length;
      if (known && (value === SEPARATOR || (value === DOT && BYTE_FOLD[bytes[i + 1]!] === SEPARATOR))) {
        start[token] = first + shift;
        end[token] = i + shift;
        hash[token++] = sum;
        i++;
        if (inflected !== 0 && ((inflected >>> (last & 31)) & 1) === 1) {
          tokens.count = token;
          otherReadings(tokens, token - 1);
        }
        continue;
      }
    } else if (value === SEPARATOR || value === APOSTROPHE || value === DOT) {
      i++;
      continue;
    }
    tokens.count = token;
    const at = first + shift;
    // The next piece begins with the token, unless no piece is long enough for it.
    if (i >= length - 1 && until < text.length && first > 0) return at;
    const next = readUnits(text, tokens, at, at + 1, inflected);
    if (next >= until) return next;
    i = first + utf8Length(text, at, next);
    reserve(tokens, ((length - i) >> 1) + 1);
    ({ start, end, hash } = tokens);
    token = tokens.count;
    shift = next - i;
  }
  tokens.count = token;
  return until;
}

function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length++;
    else if (unit < 0x800) length += 2;
    else {
      length += 3;
      // A pair takes four; half of one is written as the replacement character, which takes three.
      if ((unit & 0xfc00) === 0xd800 && i + 1 < to && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        length++;
        i++;
      }
    }
  }
  return length;
}

/** Reads from the string the tokens that begin between two UTF-16 offsets, and returns the offset after what was read. */
function readUnits(text: string, tokens: Tokens, from: number, until: number, inflected: number): number {
  const length = text.length;
  let i = from;
  while (i < until) {
    const first = FOLD[text.charCodeAt(i)]!;
    if (first > LAST_CLASS) {
      const start = i;
      let value = first;
      let hash = HASH_SEED;
      let last = 0;
      do {
        hash = Math.imul(hash ^ value, HASH_PRIME);
        last = value;
        i++;
        value = i < length ? FOLD[text.charCodeAt(i)]! : SEPARATOR;
      } while (value > LAST_CLASS);
      const isQuoted = text.charCodeAt(i) === 0x22 && isHebrewAt(text, i - 1) && isHebrewAt(text, i + 1);
      if (!isQuoted && (value === SEPARATOR || (value === DOT && endsSentence(text, i)))) {
        const token = addToken(tokens, start, i, hash);
        if (first >= FIRST_INFLECTED || (inflected !== 0 && ((inflected >>> (last & 31)) & 1) === 1))
          otherReadings(tokens, token);
        i++;
      } else {
        i = readSpecial(tokens, start);
      }
    } else if (first === CHARACTER && FOLD[text.charCodeAt(i + 1)] !== VOICING) {
      addToken(tokens, i, i + 1, Math.imul(HASH_SEED ^ text.charCodeAt(i), HASH_PRIME));
      i++;
    } else if (first === SEPARATOR || first === APOSTROPHE || first === DOT || first === DROP || first === NON_JOINER) {
      i++;
    } else {
      i = readSpecial(tokens, i);
    }
  }
  return i;
}

function endsSentence(text: string, dot: number): boolean {
  return dot + 1 >= text.length || FOLD[text.charCodeAt(dot + 1)] === SEPARATOR;
}
