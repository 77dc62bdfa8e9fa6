import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ends, scaleEnd } from './dispute.ts';

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
