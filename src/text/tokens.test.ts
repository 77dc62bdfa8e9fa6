import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokens, foldedToken, hashFolded } from './token-list.ts';
import { tokenise } from './tokens.ts';

function words(text: string, lang = ''): string[] {
  const tokens = createTokens();
  tokenise(text, tokens, lang);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i]!, tokens.end[i]!));
}

function folded(text: string, lang = ''): string[] {
  const tokens = createTokens();
  tokenise(text, tokens, lang);
  return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
}

function readings(text: string, lang = ''): string[] {
  const tokens = createTokens();
  tokenise(text, tokens, lang);
  return tokens.readings.map((reading) => reading.folded);
}

test.each([
  ['Javaid Rehman, who', ['Javaid', 'Rehman', 'who']],
  ['PMOI/MEK', ['PMOI', 'MEK']],
  ['(@jvmifoundation) @Maryam_Rajavi!', ['@jvmifoundation', '@Maryam_Rajavi']],
  ['mail me@example.org now', ['mail', 'now']],
  ['👉 https://t.co/hHi7Q2GCjN pic.twitter.com/Vs51Ta0kmU end', ['end']],
  ['#MaryamRajavi #1988Massacre', ['Maryam', 'Rajavi', '1988', 'Massacre']],
  ['on 🇮🇷: x', ['on', '🇮🇷', 'x']],
  ['the U.N. said. Then', ['the', 'U.N', 'said', 'Then']],
  ['赖清德，总统', ['赖', '清', '德', '总', '统']],
  ['\ud83d lone \udc00 end', ['lone', 'end']],
  ['a\u0301\u0301\u0301b', ['a\u0301\u0301\u0301b']],
])('splits %j where a reader would', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each([
  ['Müller Straße Ægir', ['muller', 'strasse', 'aegir']],
  ['خامنه\u200cای محمّد كريم ٢٠٢٤', ['خامنهای', 'محمد', 'کریم', '2024']],
  ['𝗞𝗵𝗮𝗺𝗲𝗻𝗲𝗶', ['khamenei']],
  ['O’Brien Sa‘id', ['obrien', 'said']],
  ['soft\u00adhyphen', ['softhyphen']],
  ['İstanbul ﬁne', ['istanbul', 'fine']],
])('folds %j', (text, expected) => {
  expect(folded(text)).toEqual(expected);
});

test.each([
  ['Khomeini’s', '', ['khomeini']],
  ["l'Iran", 'fr', ['iran']],
  ["Tahran'da", 'tr', ['tahran']],
  ['Khomeinis', 'de', ['khomeini']],
  ['خامنه‌ای‌ها', 'fa', ['خامنهای']],
  ['بالخميني', 'ar', ['الخمینی', 'خمینی']],
])('reads %j also without what the language writes on to it', (text, lang, expected) => {
  expect(readings(text, lang)).toEqual(expect.arrayContaining(expected));
});

test('the hash of a token is the hash of its folded letters, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = createTokens();
      tokenise(text, tokens);
      let before = 0;
      for (let i = 0; i < tokens.count; i++) {
        if (tokens.hash[i] !== hashFolded(foldedToken(tokens, i))) return false;
        if (tokens.start[i]! < before || tokens.end[i]! <= tokens.start[i]!) return false;
        before = tokens.end[i]!;
      }
      return true;
    }),
  );
});

test('a text of ten million letters without a space is one token', () => {
  expect(words('a'.repeat(10_000_000))).toHaveLength(1);
});

test('millions of combining marks are dropped in linear time', () => {
  expect(folded(`e${'\u0301'.repeat(2_000_000)}f`)).toEqual(['ef']);
});
