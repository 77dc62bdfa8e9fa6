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
        expect(await Array.fromAsync(linesOf(inChunks(bytes, size)))).toEqual(lines);
      },
    ),
  );
});

test('a carriage return before the line feed is no part of the line, and the last line needs no end', async () => {
  expect(await Array.fromAsync(linesOf(inChunks(new TextEncoder().encode('a\r\nb'), 2)))).toEqual(['a', 'b']);
});
