import { expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { isNumberWordHash, numberWord } from './number-words.ts';
import { hashFolded } from './token-list.ts';

test.each([
  ['three', 'unit', 3],
  ['fünfzig', 'unit', 50],
  ['سی', 'unit', 30],
  ['hundred', 'multiplier', 100],
  ['Millionen', 'multiplier', 1e6],
  ['هزار', 'multiplier', 1000],
  ['thousands', 'plural', 1000],
  ['dizaines', 'plural', 10],
  // "Three thousand" and "thousands" are one word in Arabic: what stands before it decides, not this table.
  ['آلاف', 'plural', 1000],
  ['dreißigtausend', 'unit', 30_000],
  ['zweihundert', 'unit', 200],
])('%s is a %s of %i', (word, role, value) => {
  expect(numberWord(foldText(word))).toEqual({ role, value });
});

test.each(['tausendschön', 'Jahrhundert', 'hauptausend', 'constructor', 'toString', '__proto__', ''])(
  '%j is no number',
  (word) => {
    expect(numberWord(foldText(word))).toBe(undefined);
  },
);

test('the hash tells every number word of the tables from other words', () => {
  for (const word of ['three', 'hundred', 'thousands', 'آلاف', 'once'])
    expect(isNumberWordHash(hashFolded(foldText(word)))).toBe(true);
  for (const word of ['rajavi', 'said', '']) expect(isNumberWordHash(hashFolded(word))).toBe(false);
});
