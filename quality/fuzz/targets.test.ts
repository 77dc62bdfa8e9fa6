import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targets } from './targets.ts';

// A part of what `npm run fuzz` tries for minutes; the seed is fixed, so that a failure here is a change, not luck.
test.each(targets)('$name: what must hold, holds for a hundred inputs', async ({ property }) => {
  const result = await fc.check(property as fc.IAsyncProperty<[]>, { seed: 20261122, numRuns: 100 });
  expect(fc.defaultReportMessage(result) ?? 'holds').toBe('holds');
});
