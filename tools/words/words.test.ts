import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { looksLike } from '../../src/dataset/look-alikes.ts';
import { isCommonWord } from '../../src/text/common-words.ts';
import { isFrequentSurname, isGivenName } from '../../src/text/frequent-names.ts';
import { commonWords, commonWordsModule, givenNames, givenNamesModule } from './list.ts';
import { looks, looksModule } from './look-alikes.ts';

test('the list of common words is the one that its packages give', () => {
  const file = readFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), 'utf8');
  expect(file === commonWordsModule(), 'run `npm run words` and commit src/text/common-words.data.ts').toBe(true);
});

test('the list of given names is the one that its package gives', () => {
  const file = readFileSync(new URL('../../src/text/given-names.data.ts', import.meta.url), 'utf8');
  expect(file === givenNamesModule(), 'run `npm run words` and commit src/text/given-names.data.ts').toBe(true);
  expect(givenNames().filter((name) => !isGivenName(name))).toEqual([]);
  for (const name of ['', 'veldhoven', 'outfielder']) expect(isGivenName(name), name).toBe(false);
});

test('what ships is read as the words that it was made from', () => {
  expect(commonWords().filter((word) => !isCommonWord(word))).toEqual([]);
  for (const word of ['', 'veldhoven', 'aaccording']) expect(isCommonWord(word), word).toBe(false);
});

test('the table of look-alikes is the one that its package gives', () => {
  const file = readFileSync(new URL('../../src/dataset/look-alikes.data.ts', import.meta.url), 'utf8');
  expect(file === looksModule(), 'run `npm run words` and commit src/dataset/look-alikes.data.ts').toBe(true);
});

test('each character of the table of look-alikes is taken for what it looks like', () => {
  const found = [...looks()].filter(([char, look]) => look !== ' ' && !looksLike(`x${char}x`, `x${look}x`));
  expect(found).toEqual([]);
  expect(looks().size).toBeGreaterThan(2000);
});

test('the lists of frequent names hold names of the region as of the world, and no rare one', () => {
  for (const name of ['mohammad', 'ebrahim', 'mehmet', 'sergei']) expect(isGivenName(name), name).toBe(true);
  for (const name of ['smith', 'nguyen', 'mohammadi', 'petrov', 'hassan'])
    expect(isFrequentSurname(name), name).toBe(true);
  for (const name of ['veldhoven', 'orsolek', 'i', '']) expect(isFrequentSurname(name), name).toBe(false);
});
