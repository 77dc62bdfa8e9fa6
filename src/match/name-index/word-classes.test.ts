import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { compileIndex, openIndex } from '../index.ts';
import { packIndex } from './columns.ts';
import {
  BODY_CLASSES,
  bodyClassesOf,
  classesOf,
  isOfClassByHash,
  WORD_CLASSES,
  type WordClass,
} from './word-classes.ts';

test('every word of the table has its classes in an index, packed or not, and other words have none', () => {
  const plain = compileIndex([], words);
  for (const index of [openIndex(plain), openIndex(packIndex(plain))]) {
    for (const [name, lines] of Object.entries(words))
      for (const word of lines.flatMap((line) => line.split(' ')))
        expect(isOfClassByHash([index], hashFolded(foldText(word)), name as WordClass), word).toBe(true);
    expect(classesOf([index], hashFolded('parliament'))).toBe(0);
    expect(bodyClassesOf([index], hashFolded('parrot'))).toBe(0);
  }
});

test('the table has classes that the matcher knows, and words of one token', () => {
  expect(Object.keys(words).filter((name) => !(name in WORD_CLASSES || name in BODY_CLASSES))).toEqual([]);
  const all = Object.values(words).flatMap((lines) => lines.flatMap((line) => line.split(' ')));
  expect(all.filter((word) => word === '' || /[^\p{L}\p{M}\u200c]/u.test(word))).toEqual([]);
});
