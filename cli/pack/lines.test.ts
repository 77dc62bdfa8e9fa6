import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathText } from '../../src/dataset/problem.ts';
import { linesOf } from './lines.ts';

const record = JSON.stringify({ id: 'a', names: [{ text: 'A' }, { text: 'B', kind: 'full' }] }, null, 2);

test.each([
  ['id', 2],
  ['names', 3],
  ['names[1]', 7],
  ['names[1].kind', 9],
  ['', 1],
])('finds the line of "%s"', (path, line) => {
  expect(linesOf(record)(path)).toBe(line);
});

test('a value that is missing is reported at the value around it', () => {
  expect(linesOf(record)('names[1].lang')).toBe(7);
  expect(linesOf(record)('statements[4].text')).toBe(1);
});

test('a text that is no JSON is reported at its first mistake', () => {
  expect(linesOf('{\n  "id": "a"\n  "name": "A"\n}')('x')).toBe(3);
});

test('finds every value of any record', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.dictionary(key, fc.array(fc.integer(), { minLength: 1 }), { minKeys: 1 }), (value) => {
      const text = JSON.stringify(value, null, 1);
      for (const [name, list] of Object.entries(value))
        for (const [place, item] of list.entries()) {
          const line = text.split('\n')[linesOf(text)(pathText('', [name, place])) - 1]!;
          expect(line.replace(',', '').trim()).toBe(String(item));
        }
    }),
  );
});
