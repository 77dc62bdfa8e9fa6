import { expect, test } from 'vitest';
import { numbersIn } from './numbers.ts';

test.each([
  ['the E3 of 2025', ['3', '2025']],
  ['30,000 in 1988', ['30000', '1988']],
  ['۳۰٬۰۰۰', ['30000']],
  ['٣٠٬٠٠٠', ['30000']],
  ['30 000 or 30.000', ['30000', '30000']],
  ['1988, 200 people', ['1988', '200']],
  ['in 1988 300 people', ['1988', '300']],
])('the numbers of "%s" are %j', (words, numbers) => {
  expect(numbersIn(words)).toEqual(numbers);
});
