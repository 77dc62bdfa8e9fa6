import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpacked } from './input.ts';

async function sizeOf(file: Blob, limit?: number): Promise<number> {
  let size = 0;
  for await (const chunk of unpacked(file, () => undefined, limit)) size += chunk.length;
  return size;
}

const megabyte = 2 ** 20;

test('a file that grows a thousandfold when it is unpacked is refused, long before the limit of all files', async () => {
  const bomb = new Blob([gzipSync(Buffer.alloc(80 * megabyte, 'x'))]);
  await expect(sizeOf(bomb)).rejects.toMatchObject({ why: 'size' });
});

test('a small file may grow as it likes, and is unpacked to its end', async () => {
  expect(await sizeOf(new Blob([gzipSync(Buffer.alloc(20 * megabyte, 'x'))]))).toBe(20 * megabyte);
});

test('a file that unpacks to more than the limit is refused, and so is one that is larger as it is', async () => {
  const text = Buffer.alloc(3 * megabyte, 'x');
  for (const file of [new Blob([gzipSync(text)]), new Blob([text])]) {
    expect(await sizeOf(file, 3 * megabyte)).toBe(3 * megabyte);
    await expect(sizeOf(file, 3 * megabyte - 1)).rejects.toMatchObject({ why: 'size' });
  }
});
