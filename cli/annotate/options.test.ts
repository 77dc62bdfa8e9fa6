import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a document is one file or standard input', () => {
  expect(readOptions(['a.html', '--format', 'json', '--pack', 'x', '--pack', 'y', '--strict'])).toMatchObject({
    input: 'a.html',
    format: 'json',
    packs: ['x', 'y'],
    strict: true,
    bundled: true,
    first: false,
  });
});

test.each([
  [[], 'one file'],
  [['a', 'b'], 'a b'],
  [['--jsonl', 'a'], 'standard input'],
  [['a', '--format', 'pdf'], 'pdf'],
  [['a', '--all', '--first'], 'found both'],
  [['a', '--colour'], '--colour'],
])('%j is refused with words that name what was found', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
