import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeArchive, openArchive } from './archive.ts';

const files = new Map([
  ['a.index', Uint8Array.of(1, 2, 3)],
  ['b.index', Uint8Array.of(4, 5, 6, 7, 8)],
]);
const archive = () => encodeArchive(files).buffer;

test('every file is read as it was put in, from where numbers of any width may be read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.uint8Array()), (contents) => {
      const read = openArchive(encodeArchive(new Map(Object.entries(contents))).buffer);
      for (const [name, content] of Object.entries(contents)) {
        expect([...read(name)]).toEqual([...content]);
        expect(read(name).byteOffset % 8).toBe(0);
      }
    }),
  );
});

test('the same files give the same bytes', () => {
  expect(encodeArchive(files)).toEqual(encodeArchive(files));
});

test('a file that it does not have is named, and those that it has', () => {
  expect(() => openArchive(archive())('toString')).toThrow(
    'packs: expected toString in the archive, found a.index, b.index',
  );
});

test('of an archive that was cut the files before the cut are read, and the others say so', () => {
  const whole = archive();
  const read = openArchive(whole.slice(0, whole.byteLength - 8));
  expect([...read('a.index')]).toEqual([1, 2, 3]);
  expect(() => read('b.index')).toThrow(
    `packs: expected ${whole.byteLength} bytes of archive, found ${whole.byteLength - 8}: b.index was cut`,
  );
});

test('what is no archive, one of another version and one whose table cannot be read are refused', () => {
  expect(() => openArchive(new ArrayBuffer(3))).toThrow('expected an archive of packs, found something else');
  const other = archive();
  new Uint32Array(other)[1] = 9;
  expect(() => openArchive(other)).toThrow('expected an archive of version 1, found 9');
  expect(() => openArchive(archive().slice(0, 20))).toThrow('the table of the archive cannot be read');
});

test('whatever bit of its table is flipped, a file is read or there is an error that says what to do', () => {
  const end = openArchive(archive())('a.index').byteOffset;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: end * 8 - 1 }), (bit) => {
      const damaged = new Uint8Array(archive());
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      try {
        expect(openArchive(damaged.buffer)('b.index')).toBeInstanceOf(Uint8Array);
      } catch (error) {
        expect(String(error)).toMatch(/^Error: packs: /);
      }
    }),
  );
});
