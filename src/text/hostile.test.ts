/** Text made to take for ever. Beside the other tests, since mutation testing runs those thousands of times and leaves these out. */
import { expect, test } from 'vitest';
import { createTokens, foldedToken } from './token-list.ts';
import { tokenise } from './tokens.ts';

function folded(text: string): string[] {
  const tokens = createTokens();
  tokenise(text, tokens);
  return Array.from({ length: tokens.count }, (_, i) => foldedToken(tokens, i));
}

test('a text of ten million letters without a space is one token', () => {
  expect(folded('a'.repeat(10_000_000)).map(({ length }) => length)).toEqual([10_000_000]);
});

test('millions of combining marks are dropped in linear time', () => {
  expect(folded(`e${'\u0301'.repeat(2_000_000)}f`)).toEqual(['ef']);
});
