import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withinOneEdit } from './one-edit.ts';

const ordered = (a: string, b: string) => (a.length <= b.length ? withinOneEdit(a, b) : withinOneEdit(b, a));
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });

test('one letter added, left out, exchanged or swapped with its neighbour is one edit', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('a', 'b', 'c'), (text, seed, letter) => {
      const at = seed % text.length;
      const [head, tail] = [text.slice(0, at), text.slice(at)];
      for (const edited of [
        head + letter + tail,
        head + tail.slice(1),
        head + letter + tail.slice(1),
        head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
      ])
        expect(ordered(text, edited)).toBe(true);
    }),
  );
});

test('what is within one edit is reached by one edit', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const letters = ['a', 'b', 'c'];
      const edits = new Set([a]);
      for (let i = 0; i <= a.length; i++) {
        const [head, tail] = [a.slice(0, i), a.slice(i)];
        for (const letter of letters) edits.add(head + letter + tail).add(head + letter + tail.slice(1));
        edits.add(head + tail.slice(1)).add(head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
      }
      expect(ordered(a, b)).toBe(edits.has(b));
    }),
  );
});

test('Khomeini and Khamenei are more than one edit apart', () => {
  expect(withinOneEdit('khomeini', 'khamenei')).toBe(false);
});
