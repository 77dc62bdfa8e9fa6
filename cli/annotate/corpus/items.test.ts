import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio';
import { itemsOf } from './items.ts';
import { file, fresh, run } from './testing.ts';

const answersOf = async (...inputs: string[]) => {
  const out = fresh('out.jsonl');
  const { code, said } = await run(...inputs, '--out', out);
  const answers = readFileSync(out, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, said, answers };
};
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><title>Levels</title>${head}<p>${body}</p><p>Gertrude Bell went on.</p>`;
const text = 'Gertrude Bell saw the Karun River.';

describe('a folder', () => {
  test('gives its pages in the order of their paths, and tells what else is there', async () => {
    const folder = fresh('pages');
    mkdirSync(join(folder, 'b'), { recursive: true });
    writeFileSync(join(folder, 'b', 'two.htm'), page('The Karun River rose.'));
    writeFileSync(join(folder, 'c.html.gz'), gzipSync(page(text, '<meta name=date content="2024-05-06">')));
    writeFileSync(join(folder, 'a.xhtml'), page(text, '<link rel=canonical href="https://www.gauge.example/1">'));
    writeFileSync(join(folder, 'notes.txt'), text);
    const { code, said, answers } = await answersOf(folder);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a.xhtml', 'b/two.htm', 'c.html.gz']);
    expect(answers[0]).toMatchObject({ outlet: 'gauge.example', url: 'https://www.gauge.example/1', title: 'Levels' });
    expect(answers[2]).toMatchObject({ published: '2024-05-06', lang: 'en' });
    for (const { text: own, mentions } of answers)
      for (const one of mentions) expect(own.slice(one.start, one.end)).toBe(one.text);
    expect(said).toContain('1 other files were left out, notes.txt first');
  });

  test('tells a page that cannot be unpacked, and reads on', async () => {
    const folder = fresh('pages');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.html.gz'), gzipSync(page(text)).subarray(0, 60));
    writeFileSync(join(folder, 'b.html'), page(text));
    const { code, said, answers } = await answersOf(folder);
    expect(code).toBe(1);
    expect(said).toContain('a.html.gz: ');
    expect(answers.map(({ id, error }) => [id, Boolean(error)])).toEqual([
      ['a.html.gz', true],
      ['b.html', false],
    ]);
  });
});

async function record(body: string | Uint8Array, http: Record<string, string>, more: WARCRecordOpts = {}) {
  async function* whole() {
    yield typeof body === 'string' ? new TextEncoder().encode(body) : body;
  }
  const options: WARCRecordOpts = {
    ...{ url: 'https://www.gauge.example/levels', date: '2024-01-02T00:00:00Z', type: 'response' },
    ...{ warcVersion: 'WARC/1.1', httpHeaders: { 'Content-Type': 'text/html', ...http }, ...more },
  };
  return WARCSerializer.serialize(WARCRecord.create(options, whole()));
}

describe('a web archive', () => {
  const latin1 = Buffer.from(page('Größe: Karun River', '<meta charset="iso-8859-1">'), 'latin1');
  const chunks = (body: string) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;

  test.each([
    ['as it is', page(text), {}],
    ['by gzip', gzipSync(page(text)), { 'Content-Encoding': 'gzip' }],
    ['by Brotli', brotliCompressSync(page(text)), { 'Content-Encoding': 'br' }],
    ['by deflate', deflateSync(page(text)), { 'Content-Encoding': 'deflate' }],
    ['by deflate without its frame', deflateRawSync(page(text)), { 'Content-Encoding': 'deflate' }],
    ['in chunks', chunks(page(text)), { 'Transfer-Encoding': 'chunked' }],
    ['unpacked, with its old header', page(text), { 'Content-Encoding': 'gzip' }],
  ])('gives a page that came %s', async (_, body, headers) => {
    const archive = file('one.warc', await record(body, headers));
    const { code, answers } = await answersOf(archive);
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { url: 'https://www.gauge.example/levels', outlet: 'gauge.example', title: 'Levels' },
    ]);
    expect(answers[0].id).toMatch(/^<urn:uuid:/);
    expect(answers[0].mentions.map((one: { entity: string }) => one.entity)).toEqual([
      'gertrude-bell',
      'karun-river',
      'gertrude-bell',
    ]);
  });

  test('decodes pages by what the server or they themselves say', async () => {
    const archive = Buffer.concat([
      await record(latin1, {}),
      await record(Buffer.from(page('Größe'), 'utf16le'), { 'Content-Type': 'text/html; charset="utf-16le"' }),
      await record(page('Größe'), {}),
      await record(Buffer.from(page('Größe'), 'latin1'), { 'Content-Type': 'text/html; charset=no-such-thing' }),
    ]);
    const { answers } = await answersOf(file('letters.warc', archive));
    expect(answers.map((one) => one.text.slice(0, 5))).toEqual(['Größe', 'Größe', 'Größe', 'Größe']);
  });

  test('is read packed record by record, gives resources and texts too, and tells what is left out', async () => {
    const parts = [
      await record('a: b\r\n', {}, { type: 'warcinfo' }),
      await record('GET / HTTP/1.1\r\n\r\n', {}, { type: 'request' }),
      await record(page(text), {}),
      await record('gone', {}, { statusline: 'HTTP/1.1 404 Not Found' }),
      await record('PNG', { 'Content-Type': 'image/png' }),
      await record(page(text), {}, { type: 'resource', warcHeaders: { 'Content-Type': 'text/html' } }),
      await record(text, {}, { type: 'conversion', warcHeaders: { 'Content-Type': 'text/plain' } }),
    ];
    const { code, said, answers } = await answersOf(
      file('x.warc.gz', Buffer.concat(parts.map((one) => gzipSync(one)))),
    );
    expect(code).toBe(0);
    expect(answers.map(({ mentions }) => mentions.length)).toEqual([3, 3, 2]);
    expect(said).toMatch(
      /x\.warc\.gz: left out: 1 records of type warcinfo, 1 records of type request, 1 responses with status 404, 1 responses that are no HTML/,
    );
  });

  test('that is cut gives its whole records and tells where it ends', async () => {
    const [first, second] = [await record(page(text), {}), await record(page(text), {})];
    for (const end of [30, 250, second.length - 30]) {
      const archive = Buffer.concat([first, second.subarray(0, end)]);
      const { code, said, answers } = await answersOf(file('cut.warc', archive));
      expect(code).toBe(1);
      expect(said).toMatch(/cut\.warc, record 2: expected .* cut/);
      expect(answers.map(({ error }) => Boolean(error))).toEqual([false, true]);
    }
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('with a page that is cut in its %s gives what there is of it, and tells', async (coding, pack) => {
    const long = page(`${text} ${Array.from({ length: 2000 }, (_, i) => `Level ${i * 7919}.`).join(' ')}`);
    const packed = pack(long);
    const archive = await record(packed.subarray(0, packed.length - 40), { 'Content-Encoding': coding });
    const { code, said, answers } = await answersOf(file('short.warc', archive));
    expect(code).toBe(0);
    expect(said).toContain('record 1: expected a whole page; found one that is cut');
    expect(answers[0].mentions.length).toBeGreaterThan(1);
  });

  test('with a page that cannot be unpacked is read on', async () => {
    const archive = Buffer.concat([
      await record(Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(40, 0xff)]), {
        'Content-Encoding': 'gzip',
      }),
      await record(page(text), { 'Content-Encoding': 'compress' }),
      await record(page(text), {}),
    ]);
    const { code, said, answers } = await answersOf(file('damaged.warc', archive));
    expect(code).toBe(1);
    expect(said).toContain('record 2: expected gzip, deflate, br or zstd; found the encoding "compress"');
    expect(answers.map(({ error }) => Boolean(error))).toEqual([true, true, false]);
  });

  test('with any damage gives what can be read and tells the rest', async () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const archive = Buffer.concat([
      await record(page(text), {}),
      await record(page(text), {}),
      await record(page(text), {}),
    ]);
    const change = fc.tuple(
      fc.integer({ min: 5, max: archive.length - 1 }),
      fc.nat(20),
      fc.uint8Array({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let bytes = archive;
        for (const [at, length, put] of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
        let told = '';
        const items = await Array.fromAsync(itemsOf(file('any.warc', bytes), (_, what) => (told += what)));
        expect(items.length > 0 || told !== '').toBe(true);
        for (const item of items) if (item.form === 'lost') expect(item.problem).not.toBe('');
      }),
      { numRuns: 100 },
    );
    quiet.mockRestore();
  });
});
