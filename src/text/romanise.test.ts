import { expect, test } from 'vitest';
import { isAbjad, romanise, romanLetter, withoutArticle } from './romanise.ts';

test.each([
  ['رجوی', 'rjvy'],
  ['خمینی', 'khmyny'],
  ['путин', 'putin'],
  ['хрущев', 'khrushchev'],
  ['παπαδοπουλοσ', 'papadopoylos'],
  ['נתניהו', 'ntnyhv'],
  // Latin letters and digits are what they are, those with marks of their own too.
  ['rajavi', 'rajavi'],
  ['1988', '1988'],
  ['ə'.normalize(), ''],
  // No table: nothing rather than a part.
  ['赖清德', ''],
  ['путин赖', ''],
  ['', ''],
])('%s is %j in Latin letters', (folded, expected) => {
  expect(romanise(folded)).toBe(expected);
});

test.each([
  ['رجوی', true],
  ['נתניהו', true],
  ['ݐ', true],
  ['ݿ', true],
  ['\u0590', true],
  ['\u06ff', true],
  ['\u0700', false],
  ['\u074f', false],
  ['\u0780', false],
  ['\u058f', false],
  ['путин', false],
  ['rajavi', false],
  ['', false],
])('%j is in a script that leaves vowels out: %s', (folded, expected) => {
  expect(isAbjad(folded)).toBe(expected);
});

test('an article is taken off where enough of a name is left', () => {
  expect(withoutArticle('الخمینی')).toBe('خمینی');
  expect(withoutArticle('الخم')).toBe('');
  expect(withoutArticle('الخمی')).toBe('خمی');
  expect(withoutArticle('خمینی')).toBe('');
  expect(withoutArticle('کمال')).toBe('');
});

test('a letter is read alone, and no property of objects is one', () => {
  expect([romanLetter('ش'), romanLetter('ع'), romanLetter('赖'), romanLetter('constructor')]).toEqual([
    'sh',
    '',
    undefined,
    undefined,
  ]);
});
