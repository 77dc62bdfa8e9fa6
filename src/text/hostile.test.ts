/** Text made to take for ever, ten times of which `npm run fuzz` reads (quality/fuzz/endless.ts). Beside the other tests, since mutation testing runs those thousands of times and leaves these out. */
import { expect, test } from 'vitest';
import { createTokens, foldedToken } from './token-list.ts';
import { tokenise } from './tokens.ts';

function folded(text: string): string[] {
  const tokens = createTokens();
  tokenise(text, tokens);
  return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
}

test('a text of a million letters without a space is one token', () => {
  expect(folded('a'.repeat(1_000_000)).map(({ length }) => length)).toEqual([1_000_000]);
});

test('a great many combining marks are dropped', () => {
  expect(folded(`e${'\u0301'.repeat(200_000)}f`)).toEqual(['ef']);
});
