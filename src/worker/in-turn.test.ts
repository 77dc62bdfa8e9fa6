import { expect, test, vi } from 'vitest';
import { inTurn } from './in-turn.ts';

test('each step is taken after the one before, also when that failed, and what failed is told', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const taken: string[] = [];
  const [rejected, thrown] = [new Error('rejected'), new Error('thrown')];
  await inTurn([
    () => Promise.reject(rejected),
    async () => {
      await Promise.resolve();
      taken.push('first');
    },
    () => {
      throw thrown;
    },
    async () => taken.push('second'),
  ]);
  expect(taken).toEqual(['first', 'second']);
  expect(told.mock.calls).toEqual([[rejected], [thrown]]);
  told.mockRestore();
});
