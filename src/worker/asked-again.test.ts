import { expect, test } from 'vitest';
import type { Sender } from '../messages/index.ts';
import { joined } from './asked-again.ts';

const sender: Sender = { own: false, tab: 7, frame: 2, origin: 'https://news.example', question: 0.5 };

/** An answer that is given when the test says so. */
function prepared() {
  const waiting: ((reply: string) => void)[] = [];
  const answer = joined<string, string>(() => new Promise((done) => waiting.push(done)));
  return { answer, waiting };
}

test('a question asked again waits for the answer that is being worked on', async () => {
  const { answer, waiting } = prepared();
  const both = [answer('a', sender), answer('a', sender)];
  expect(waiting).toHaveLength(1);
  waiting[0]!('reply');
  expect(await Promise.all(both)).toEqual(['reply', 'reply']);
});

test('a question asked again after its answer is answered anew', async () => {
  const { answer, waiting } = prepared();
  const first = answer('a', sender);
  waiting[0]!('first');
  await first;
  const second = answer('a', sender);
  waiting[1]!('second');
  expect(await second).toBe('second');
});

test('a question of another frame, tab or origin, or without a number, is one of its own', () => {
  const { answer, waiting } = prepared();
  const { question: _, ...unnumbered } = sender;
  const others = [
    { ...sender, frame: 3 },
    { ...sender, tab: 8 },
    { ...sender, origin: 'https://x.example' },
  ];
  for (const other of [sender, ...others, { ...sender, question: 0.6 }, unnumbered, unnumbered]) answer('a', other);
  expect(waiting).toHaveLength(7);
});

test('an answer that failed is not kept', async () => {
  let calls = 0;
  const answer = joined<string, number>(async () => {
    if (++calls === 1) throw new Error('the pack could not be read');
    return calls;
  });
  await expect(answer('a', sender)).rejects.toThrow('the pack could not be read');
  expect(await answer('a', sender)).toBe(2);
});
