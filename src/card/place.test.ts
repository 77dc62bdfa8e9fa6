import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heading, lineAt, place } from './place.ts';

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

test('the card goes below its mark, above it when only there is room, and starts where the mark starts', () => {
  const card = { width: 200, height: 100 };
  const view = { width: 1000, height: 600 };
  const mark = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 20 });
  expect(place(mark(100, 100), card, view, 'ltr')).toEqual({ x: 100, y: 126 });
  expect(place(mark(100, 550), card, view, 'ltr')).toEqual({ x: 100, y: 444 });
  expect(place(mark(500, 100), card, view, 'rtl')).toEqual({ x: 350, y: 126 });
});

test('a card that fits into the window is always wholly inside it', () => {
  const size = (max: number) => fc.integer({ min: 20, max });
  fc.assert(
    fc.property(
      size(1000),
      size(600),
      size(900),
      size(500),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (left, top, width, height, direction) => {
        const at = place(
          { left, top, right: left + 40, bottom: top + 20 },
          { width, height },
          { width: 1000, height: 600 },
          direction,
        );
        return at.x >= 0 && at.y >= 0 && at.x + width <= 1000 && at.y + height <= 600;
      },
    ),
  );
});
