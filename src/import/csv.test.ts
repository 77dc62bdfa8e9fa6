import { expect, test } from 'vitest';
import { type Row, rowsOf } from './csv.ts';

async function rows(bytes: Uint8Array, size: number): Promise<Row[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return Array.fromAsync(rowsOf(pieces()));
}
const encode = (text: string) => new TextEncoder().encode(text);
const cellsOf = (found: Row[]) => found.map(({ cells }) => cells);

test('a table reads alike in whatever pieces its bytes come', async () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `${i};"é; ""${i}""\nzwei";سلام`);
  const bytes = encode(`a;b;c\n${lines.join('\n')}\n`);
  const whole = await rows(bytes, bytes.length);
  expect(whole).toHaveLength(9001);
  expect(whole[9000]?.cells).toEqual(['8999', 'é; "8999"\nzwei', 'سلام']);
  for (const size of [4093, 65_536]) expect(await rows(bytes, size)).toEqual(whole);
});

test('a byte order mark, empty rows and a missing last line break are no matter', async () => {
  expect(cellsOf(await rows(encode('\uFEFFname,kind\r\n\r\nA B,person'), 5))).toEqual([
    ['name', 'kind'],
    ['A B', 'person'],
  ]);
});

test('a quotation mark that is never closed does not fill the memory', async () => {
  const found = await rows(encode(`name,kind\nA,person\n"${'x'.repeat(3 * 2 ** 20)}`), 65_536);
  expect(cellsOf(found)).toEqual([['name', 'kind'], ['A', 'person'], undefined]);
  expect(found[2]?.problem?.expected).toBe('a closing quotation mark');
});
