import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heading, lineAt } from './place.ts';

const box = { left: 100, top: 100, right: 300, bottom: 200 };

test('a step is on its way to the card when the line through it meets the card', () => {
  expect(heading({ x: 50, y: 20 }, { x: 60, y: 40 }, box)).toBe(true);
  expect(heading({ x: 50, y: 20 }, { x: 40, y: 0 }, box)).toBe(false);
  expect(heading({ x: 50, y: 20 }, { x: 90, y: 20 }, box)).toBe(false);
  expect(heading({ x: 50, y: 20 }, { x: 50, y: 20 }, box)).toBe(false);
});

test('a step that ends in the card was always on its way to it', () => {
  const inside = fc.record({ x: fc.integer({ min: 100, max: 300 }), y: fc.integer({ min: 100, max: 200 }) });
  const outside = fc.record({ x: fc.integer({ min: -500, max: 80 }), y: fc.integer({ min: -500, max: 500 }) });
  fc.assert(fc.property(outside, inside, (from, to) => heading(from, to, box)));
});

test('the line of a mark is the one nearest to the pointer, the first without one', () => {
  const rect = (left: number, top: number) =>
    ({ left, top, right: left + 40, bottom: top + 20 }) as unknown as DOMRectReadOnly;
  const lines = [rect(300, 0), rect(0, 25)];
  expect(lineAt(lines, { x: 10, y: 30 })).toBe(lines[1]);
  expect(lineAt(lines, null)).toBe(lines[0]);
  expect(lineAt([], { x: 0, y: 0 })).toBe(undefined);
});
