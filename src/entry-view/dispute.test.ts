import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ends, extremes, scaleEnd } from './dispute.ts';

test('"at least" reaches to the end of the scale, "at most" from its beginning', () => {
  expect(ends({ low: 2800, high: 5000 }, 30_000)).toEqual([2800, 5000]);
  expect(ends({ low: 2000 }, 30_000)).toEqual([2000, 30_000]);
  expect(ends({ high: 1000 }, 30_000)).toEqual([0, 1000]);
});

test('a scale ends at a round number that holds the highest figure and wastes little', () => {
  expect([0, 7, 33, 1000, 4480, 30_000].map(scaleEnd)).toEqual([1, 8, 40, 1000, 5000, 30_000]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
      const end = scaleEnd(highest);
      expect(end).toBeGreaterThanOrEqual(highest);
      expect(end).toBeLessThanOrEqual(highest * 1.50001);
    }),
  );
});

test('published numbers run from the least to the greatest that anybody gave, and beyond where that one is open', () => {
  const { least, greatest } = extremes([{ high: 1000 }, { low: 2800, high: 5000 }, { low: 30_000 }]);
  expect(least).toEqual({ value: 1000, open: true });
  expect(greatest).toEqual({ value: 30_000, open: true });
  expect(extremes([{ low: 26 }, { low: 69, high: 72 }])).toEqual({
    least: { value: 26, open: false },
    greatest: { value: 72, open: false },
  });
});
