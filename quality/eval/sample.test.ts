import { expect, test } from 'vitest';
import { sampleRows } from './sample.ts';

/** Floors: to be raised when matching gets better, never lowered. `npm run eval -- --only sample` prints what they stand under. */
const floors = { recall: 0.9, precision: 0.95 };

test('the sample in each language is marked at least as well as its floor', async () => {
  const rows = await sampleRows();
  expect(new Set(rows.map((row) => row.case)).size).toBe(6);
  const under = rows.filter(({ metric, value }) => value < floors[metric as keyof typeof floors]);
  expect(under).toEqual([]);
});
