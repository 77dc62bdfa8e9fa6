import { expect, test } from 'vitest';
import words from '../../data/words-beside-names.json' with { type: 'json' };
import { isFamilyNameFirst } from './family-name-first.ts';

const isFamily = (word: string, people: 'chinese' | 'korean') => words[people].join(' ').split(' ').includes(word);

test.each([
  ['xi jinping', true],
  ['li qiang', true],
  ['wang yi', true],
  ['yoon suk yeol', true],
  ['lee jae-myung', true],
  ['kim jong un', true],
  ['lee anderson', false],
  ['kim leadbeater', false],
  ['li brandt', false],
  ['wang', false],
  ['song joong ki lee', false],
  ['lee harvey oswaldson', false],
])('%s: %s', (name, first) => {
  expect(isFamilyNameFirst(name.split(/[ -]/), name.includes('-'), isFamily)).toBe(first);
});
