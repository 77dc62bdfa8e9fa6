import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packIndex } from './columns.ts';
import { compileIndex } from './compile.ts';
import { openIndex } from './open.ts';

const indexOf = (names: readonly string[]) =>
  compileIndex(names.map((name, i) => ({ id: `e${i}`, kind: 'person', name, cues: [`cue ${i}`] })));

test('an index that is opened packed has the bytes that it had', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.lorem({ maxCount: 3 }), { maxLength: 30 }), (names) => {
      const index = indexOf(names);
      const packed = packIndex(index);
      openIndex(packed);
      expect(packed).toEqual(new Uint8Array(index));
      // Once more: it is unpacked by now.
      openIndex(packed);
      expect(packed).toEqual(new Uint8Array(index));
    }),
  );
});

test('packed it zips better', () => {
  const names = Array.from({ length: 2000 }, (_, i) => `${(i * 7919).toString(36)}n ${(i * 104_729).toString(36)}m`);
  const index = indexOf(names);
  const zipped = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 9 }).length;
  expect(zipped(packIndex(index))).toBeLessThan(0.95 * zipped(new Uint8Array(index)));
});

test('a packed index with any bit flipped is refused, and stays so', () => {
  const index = indexOf(['Ruhollah Khomeini', 'United Nations', 'A Name of Four Words']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: index.byteLength * 8 - 1 }), (bit) => {
      const damaged = packIndex(index);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openIndex(damaged)).toThrow(/^index: /);
      expect(() => openIndex(damaged)).toThrow(/^index: /);
    }),
  );
});
