/**
 * Text to tokens with original offsets.
 *
 * The fast path is one load from the fold table and one multiplication for each UTF-16 unit. Whatever is not a plain run of
 * letters (apostrophes, handles, hashtags, addresses, emoji flags, scripts without spaces) takes the slow path of
 * `tokens-special.ts`, which reads the same token again from its start.
 */
import { GENITIVE_S, otherReadings } from './affixes.ts';
import { APOSTROPHE, CHARACTER, DOT, DROP, FOLD, LAST_CLASS, NON_JOINER, SEPARATOR } from './fold.ts';
import { addToken, HASH_PRIME, HASH_SEED, type Tokens } from './token-list.ts';
import { readSpecial } from './tokens-special.ts';

/** Units below this belong to scripts whose words have no other readings unless the language says so. */
const FIRST_INFLECTED = 0x0400;

/**
 * Fills `tokens` with the tokens of `text`. `lang` (BCP 47) switches on the endings of a language that would be wrong in
 * another: German -s, Turkish apostrophe endings.
 */
export function tokenise(text: string, tokens: Tokens, lang = ''): void {
  tokens.text = text;
  tokens.lang = lang.slice(0, 2).toLowerCase();
  tokens.count = 0;
  for (const { token } of tokens.readings) tokens.firstReading[token] = 0;
  tokens.readings.length = 0;
  const genitive = GENITIVE_S.has(tokens.lang);
  const length = text.length;
  let i = 0;
  while (i < length) {
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
      if (value === SEPARATOR || (value === DOT && endsSentence(text, i))) {
        const token = tokens.count;
        if (token < tokens.start.length) {
          // What addToken does, without the call: this is the line that most words pass.
          tokens.start[token] = start;
          tokens.end[token] = i;
          tokens.hash[token] = hash;
          tokens.count = token + 1;
        } else addToken(tokens, start, i, hash);
        if (first >= FIRST_INFLECTED || (genitive && last === 0x73)) otherReadings(tokens, token);
        i++;
      } else {
        i = readSpecial(tokens, start);
      }
    } else if (first === CHARACTER) {
      addToken(tokens, i, i + 1, Math.imul(HASH_SEED ^ text.charCodeAt(i), HASH_PRIME));
      i++;
    } else if (first === SEPARATOR || first === APOSTROPHE || first === DOT || first === DROP || first === NON_JOINER) {
      i++;
    } else {
      i = readSpecial(tokens, i);
    }
  }
}

function endsSentence(text: string, dot: number): boolean {
  return dot + 1 >= text.length || FOLD[text.charCodeAt(dot + 1)] === SEPARATOR;
}
