import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** A clock that each step moves on by 10 ms, and work that notes its steps. */
function bench() {
  let time = 0;
  const log: string[] = [];
  const inTurns = createTurns(
    () => Promise.resolve(),
    () => time,
  );
  function* work(name: string, steps: number): Generator<void, string> {
    for (let step = 0; step < steps; step++) {
      time += 10;
      log.push(name);
      yield;
    }
    return name;
  }
  return { log, inTurns, work };
}

test('two pages take turns, and each gets its own answer', async () => {
  const { log, inTurns, work } = bench();
  const answers = await Promise.all([inTurns(work('a', 6), false), inTurns(work('b', 2), false)]);
  expect(answers).toEqual(['a', 'b']);
  expect(log.join('')).toBe('aaaabbaa');
});

test('a page in front goes before one that came first', async () => {
  const { log, inTurns, work } = bench();
  await Promise.all([inTurns(work('a', 8), false), inTurns(work('b', 6), true)]);
  expect(log.join('')).toBe('aabbbbbbaaaaaa');
});

test('work that throws fails alone', async () => {
  const { inTurns, work } = bench();
  const broken = inTurns(
    {
      next() {
        throw new Error('torn');
      },
    },
    false,
  );
  const whole = inTurns(work('a', 3), false);
  await expect(broken).rejects.toThrow('torn');
  expect(await whole).toBe('a');
});
