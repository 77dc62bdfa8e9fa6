import { expect, test } from 'vitest';
import { textFragment } from './fragment.ts';

test('a quotation becomes a text directive whose syntax characters are escaped', () => {
  expect(textFragment('https://example.org/a', 'crimes, so-called & "others"')).toBe(
    'https://example.org/a#:~:text=crimes%2C%20so%2Dcalled%20%26%20%22others%22',
  );
});

test('the fragment that an address has is kept', () => {
  expect(textFragment('https://example.org/a#s2', 'x')).toBe('https://example.org/a#s2:~:text=x');
});

test('without a quotation, and for a PDF, the address stays as it is', () => {
  expect(textFragment('https://example.org/a', undefined)).toBe('https://example.org/a');
  expect(textFragment('https://example.org/a.pdf?download=1', 'x')).toBe('https://example.org/a.pdf?download=1');
});

test('half a character in a quotation, which no address can hold, does not keep the link from being made', () => {
  expect(textFragment('https://example.org/a', 'cut \ud83d')).toBe('https://example.org/a#:~:text=cut%20%EF%BF%BD');
});
