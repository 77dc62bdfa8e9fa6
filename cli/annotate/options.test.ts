import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a document is one file or standard input', () => {
  expect(readOptions(['a.html', '--format', 'json', '--pack', 'x', '--pack', 'y', '--strict'])).toMatchObject({
    inputs: ['a.html'],
    format: 'json',
    packs: ['x', 'y'],
    strict: true,
    bundled: true,
    first: false,
  });
});

test('a corpus is standard input, or any number of files and folders', () => {
  expect(readOptions(['--jsonl'])).toMatchObject({ inputs: ['-'] });
  expect(readOptions(['--jsonl', 'a.warc.gz', 'b', '--jobs', '3', '--out', 'c', '--skip-done', 'c'])).toMatchObject({
    inputs: ['a.warc.gz', 'b'],
    jobs: 3,
    out: 'c',
    skipDone: 'c',
  });
});

test.each([
  [[], 'one file'],
  [['a', 'b'], 'a b'],
  [['a', '--jobs', '2'], '--jsonl'],
  [['--jsonl', '--format', 'csv'], 'one document'],
  [['--jsonl', '--jobs', '0'], 'found "0"'],
  [['a', '--format', 'pdf'], 'pdf'],
  [['a', '--sources', 'word'], '--sources: expected ris, bibtex'],
  [['a', '--all', '--first'], 'found both'],
  [['a', '--colour'], '--colour'],
])('%j is refused with words that name what was found', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
