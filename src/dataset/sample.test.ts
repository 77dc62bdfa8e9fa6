import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sample } from './sample.ts';

const items = Array.from({ length: 100 }, (_, i) => i);

test('a seed draws the same items each time, and another seed others', () => {
  expect(sample(items, 5, 7)).toEqual(sample(items, 5, 7));
  expect(sample(items, 5, 7)).not.toEqual(sample(items, 5, 8));
  expect(sample(items, 5, 7)).toEqual(sample(items, 50, 7).slice(0, 5));
});

test('no item is drawn twice, and no more than there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(200), fc.integer(), (all, size, seed) => {
      const drawn = sample(all, size, seed);
      expect(drawn).toHaveLength(Math.min(size, all.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((item) => all.includes(item))).toBe(true);
    }),
  );
});

test('every item is drawn about as often as any other', () => {
  const counts = new Map<number, number>();
  for (let seed = 0; seed < 2000; seed++)
    for (const item of sample(items, 10, seed)) counts.set(item, (counts.get(item) ?? 0) + 1);
  // 200 each on average, with a standard deviation of 13.
  expect(Math.min(...items.map((item) => counts.get(item) ?? 0))).toBeGreaterThan(130);
  expect(Math.max(...counts.values())).toBeLessThan(270);
});
