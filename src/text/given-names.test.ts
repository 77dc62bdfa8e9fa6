import { expect, test } from 'vitest';
import { isShortForm } from './given-names.ts';

test.each([
  ['donald', 'don', true],
  ['don', 'donnie', true],
  ['kenneth', 'ken', true],
  // The beginning of the other, from three letters on.
  ['alexander', 'alex', true],
  ['al', 'alexander', false],
  // The end of the other, from four letters on.
  ['elizabeth', 'beth', true],
  ['christian', 'ian', false],
  ['donald', 'ken', false],
])('%s and %s may be one name: %s', (a, b, expected) => {
  expect(isShortForm(a, b)).toBe(expected);
  expect(isShortForm(b, a)).toBe(expected);
});
