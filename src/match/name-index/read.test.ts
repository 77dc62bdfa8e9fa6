import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileIndex } from './compile.ts';
import { openIndex } from './open.ts';

const buffer = compileIndex([
  { id: 'a', kind: 'person', name: 'Ruhollah Khomeini', cues: ['revolution'] },
  { id: 'b', kind: 'organisation', name: 'United Nations', names: [{ text: 'UN', kind: 'acronym' }] },
]);

test('an empty index is an index', () => {
  expect(openIndex(compileIndex([])).names).toBe(0);
});

test('two entities with one id are refused, with the id', () => {
  expect(() =>
    compileIndex([
      { id: 'a', kind: 'term', name: 'x' },
      { id: 'a', kind: 'term', name: 'y' },
    ]),
  ).toThrow('"a" twice');
});

test('a buffer that was cut anywhere is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: buffer.byteLength - 1 }), (length) => {
      expect(() => openIndex(buffer.slice(0, length))).toThrow(/^index: expected/);
    }),
  );
});

test('a buffer with any bit flipped is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: buffer.byteLength * 8 - 1 }), (bit) => {
      const damaged = new Uint8Array(buffer.slice(0));
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openIndex(damaged.buffer)).toThrow(/^index: /);
    }),
  );
});

test('an index of another version says so', () => {
  const other = buffer.slice(0);
  new Uint32Array(other)[1] = 99;
  expect(() => openIndex(other)).toThrow('found 99: build the pack again');
});
