import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBlocks } from './text.ts';

const long =
  'A line of an article as it is copied from a page, which runs on well past the width that anyone wraps mail to by hand.';

test('every line of unwrapped text is a paragraph', () => {
  expect(splitBlocks(`${long}\n${long}`).map(({ start }) => start)).toEqual([0, long.length + 1]);
});

test('a line break in hard-wrapped text is only a space', () => {
  expect(splitBlocks('The jurist Javaid\nRehman spoke.\n\nThen others did.').map(({ text }) => text)).toEqual([
    'The jurist Javaid\nRehman spoke.',
    'Then others did.',
  ]);
});

test('blocks stand where they say, in order, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('word', ' ', '\n', '\r\n', '👉', long)), (parts) => {
      const whole = parts.join('');
      let end = 0;
      for (const { text, start } of splitBlocks(whole)) {
        expect(whole.slice(start, start + text.length)).toBe(text);
        expect(whole.slice(end, start).trim()).toBe('');
        end = start + text.length;
      }
      expect(whole.slice(end).trim()).toBe('');
    }),
  );
});
