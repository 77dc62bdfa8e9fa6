import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokens, foldedReading, foldedToken, hashFolded } from './token-list.ts';
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
  return tokens.readings.map((reading) => foldedReading(tokens, reading));
}

test.each([
  ['Javaid Rehman, who', ['Javaid', 'Rehman', 'who']],
  ['PMOI/MEK', ['PMOI', 'MEK']],
  ['مجلس الخبراء اليوم', ['مجلس', 'الخبراء', 'اليوم']],
  ['Jose\u0301, na\u00ad\u200b', ['Jose\u0301', 'na']],
  ['Qurʾān Sanʿaʾ.', ['Qurʾān', 'Sanʿaʾ']],
  ['(@jvmifoundation) @Maryam_Rajavi!', ['@jvmifoundation', '@Maryam_Rajavi']],
  ['mail me@example.org now', ['mail', 'now']],
  ['👉 https://t.co/hHi7Q2GCjN pic.twitter.com/Vs51Ta0kmU end', ['end']],
  ['#MaryamRajavi #1988Massacre', ['Maryam', 'Rajavi', '1988', 'Massacre']],
  ['on 🇮🇷: x', ['on', '🇮🇷', 'x']],
  ['the U.N. said. Then', ['the', 'U.N.', 'said', 'Then']],
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
  ['ℂℝ ᴬ', ['cr', 'a']],
])('folds %j', (text, expected) => {
  expect(folded(text)).toEqual(expected);
});

test.each([
  ['Khomeini’s', '', ['khomeini']],
  ["l'Iran", 'fr', ['iran']],
  ["Tahran'da", 'tr', ['tahran']],
  ['Khomeinis', 'de', ['khomeini']],
  ['Europäischen', 'de', ['europaische', 'europaischer', 'europaisches']],
  ['internationalem', 'de', ['internationale', 'internationaler', 'internationales']],
  ['Revolutionäre', 'de', ['revolutionarer', 'revolutionares']],
  ['Strafgerichtshofes', 'de', ['strafgerichtshof']],
  ['خامنه‌ای‌ها', 'fa', ['خامنهای']],
  ['سیدمحمد', 'fa', ['محمد']],
  ['بالخميني', 'ar', ['الخمینی', 'خمینی']],
])('reads %j also without what the language writes on to it', (text, lang, expected) => {
  expect(readings(text, lang)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['Europäischen', 'en', []],
  ['gestern', 'de', []],
  ['Maschine', 'de', []],
  ['Khomeini', 'de', []],
  ['Georges', 'de', ['george']],
  ['سیدنی', 'fa', []],
])('reads %j in no other way in %j', (text, lang, expected) => {
  expect(readings(text, lang)).toEqual(expected);
});

/** Letters and any unit at all, halves of pairs among them. (fast-check's own `binary` takes seconds to get ready.) */
const unit = fc.oneof(
  fc.constantFrom(..."aZé0 .'’@#-رجوиشß"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);

test('the hash of a token is the hash of its folded letters, for any text', () => {
  const tokens = createTokens();
  // Letters and any unit at all, halves of pairs among them. (fast-check's own `binary` takes seconds to get ready.)
  const unit = fc.oneof(
    fc.constantFrom(..."aZé0 .'’@#-رجوиشß"),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
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

test('the hash of a reading is the hash of its folded letters, for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit, maxLength: 4 }),
    fc.constantFrom(
      'والخميني',
      'هایی',
      '\u200c',
      'ﻻ',
      'ﷲ',
      'للشيخ',
      'Путиным',
      'Иванова',
      'Europäischen',
      'Gerichtshofes',
      'של',
      'ו',
      'l’',
      'Iran',
      '’s',
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', 'de', 'tr'), (pieces, lang) => {
      const tokens = createTokens();
      tokenise(pieces.join(''), tokens, lang);
      for (const reading of tokens.readings) {
        expect(reading.hash).toBe(hashFolded(foldedReading(tokens, reading)));
        expect(reading.start).toBeGreaterThanOrEqual(tokens.start[reading.token]!);
        expect(reading.end).toBeLessThanOrEqual(tokens.end[reading.token]!);
      }
    }),
  );
});

test('a long text has the tokens of its lines, whatever they hold', () => {
  const line = fc.oneof(
    fc.string({ unit, maxLength: 8 }),
    fc.constantFrom(
      'said Javaid Rehman,',
      'U.N.',
      'a.b',
      '#MaryamRajavi1988',
      '@me',
      'Müller’s “word” — so',
      'خامنه‌ای',
      '赖清德',
      '\ud83d',
      '👉🇮🇷',
      'https://t.co/x',
      '’s',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.nat(300),
      fc.constantFrom('', 'de'),
      (some, times, lang) => {
        const lines = Array.from({ length: times + 1 }, () => some).flat();
        const expected: number[][] = [];
        const tokens = createTokens();
        let offset = 0;
        for (const each of lines) {
          tokenise(each, tokens, lang);
          for (let i = 0; i < tokens.count; i++)
            expected.push([tokens.start[i]! + offset, tokens.end[i]! + offset, tokens.hash[i]!]);
          offset += each.length + 1;
        }
        tokenise(lines.join('\n'), tokens, lang);
        const found = Array.from({ length: tokens.count }, (_, i) => [
          tokens.start[i]!,
          tokens.end[i]!,
          tokens.hash[i]!,
        ]);
        expect(found).toEqual(expected);
      },
    ),
  );
});

test('the last dot of an abbreviation belongs to it, that of a sentence does not', () => {
  expect(words('the U.S.A. and Oslo.')).toEqual(['the', 'U.S.A.', 'and', 'Oslo']);
});

test('a quotation mark inside a Hebrew acronym is its gershayim', () => {
  expect(words('מכ"ל של הים')).toEqual(['מכ"ל', 'של', 'הים']);
  expect(words('"מכל" של')).toEqual(['מכל', 'של']);
});

test('a space without width parts two words where a capital follows a small letter', () => {
  expect(words('Tobias\u200bVeldhoven, Veld\u200bhoven')).toEqual(['Tobias', 'Veldhoven', 'Veld\u200bhoven']);
});

test('two Persian words that a non-joiner joins are two, an ending belongs to its word', () => {
  expect(words('کتاب‌خانه و کتاب‌ها')).toEqual(['کتاب', 'خانه', 'و', 'کتاب‌ها']);
});
