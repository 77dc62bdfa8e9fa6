import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('lines come out whole however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-zé👉\u2028\u2029]*$/u)),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
        const filled = lines.flatMap((text, at) => (text === '' ? [] : { number: at + 1, text: text.trim() }));
        expect(await Array.fromAsync(linesOf(inChunks(bytes, size)))).toEqual(filled.filter(({ text }) => text !== ''));
      },
    ),
  );
});

test('a carriage return before the line feed is no part of the line, and the last line needs no end', async () => {
  expect(await Array.fromAsync(linesOf(inChunks(new TextEncoder().encode('a\r\nb'), 2)))).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
  ]);
});

test('a line that is not UTF-8 is reported, and the lines around it are kept', async () => {
  const bytes = Uint8Array.from([97, 10, 0xff, 10, 98]);
  expect(await Array.fromAsync(linesOf(inChunks(bytes, 3)))).toEqual([
    { number: 1, text: 'a' },
    { number: 2, problem: 'bytes that are not UTF-8' },
    { number: 3, text: 'b' },
  ]);
});
