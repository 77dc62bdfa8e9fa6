import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents, file, fresh, linesOfJson, own, run } from './testing.ts';
import { startThreads } from './threads.ts';

const corpus = documents(400);
const lines = linesOfJson(corpus);
const read = (path: string) => readFileSync(path, 'utf8');
const answersIn = (path: string) =>
  read(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What one thread answers to the whole corpus. */
const whole = fresh('whole.jsonl');
await run(file('corpus.jsonl', lines), '--jobs', '1', '--out', whole);

test('every document has one answer, in the order of the corpus, with what it says of itself', () => {
  const answers = answersIn(whole);
  expect(answers.map(({ id }) => id)).toEqual(corpus.map(({ id }) => id));
  expect(answers[2]).toMatchObject({ outlet: 'River News', published: '2024-03-11' });
  expect(answers[2].mentions.map(({ entity }: { entity: string }) => entity)).toEqual([
    'survey-office',
    'gertrude-bell',
    'gertrude-bell',
  ]);
});

test.each([2, 3])('%i threads give the bytes of one', async (jobs) => {
  const out = fresh('out.jsonl');
  expect(await run(file('corpus.jsonl', lines), '--jobs', String(jobs), '--out', out)).toEqual({ code: 0, said: '' });
  expect(read(out)).toBe(read(whole));
});

test('gzip is read whatever the file is called, and written where the name ends in .gz', async () => {
  const out = fresh('out.jsonl.gz');
  // Packed in two members, as programs write that append.
  const packed = Buffer.concat([gzipSync(lines.slice(0, 5000)), gzipSync(lines.slice(5000))]);
  expect((await run(file('corpus', packed), '--out', out)).code).toBe(0);
  expect(gunzipSync(readFileSync(out)).toString()).toBe(read(whole));
});

test('several inputs are one corpus', async () => {
  const out = fresh('out.jsonl');
  const half = linesOfJson(corpus.slice(0, 200));
  await run(file('a.jsonl', half), file('b.jsonl.gz', gzipSync(lines.slice(half.length))), '--out', out);
  expect(read(out)).toBe(read(whole));
});

test('a document that cannot be used is reported with its place, and the others are answered', async () => {
  const out = fresh('out.jsonl');
  const input = file(
    'bad.jsonl',
    `${lines.slice(0, lines.indexOf('\n'))}\n{"id":\n\n{"id":"x"}\n{"id":9,"text":"Gertrude Bell"}`,
  );
  const { code, said } = await run(input, '--out', out);
  expect(code).toBe(1);
  expect(said.split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(/bad\.jsonl, line 2: .*JSON/),
    expect.stringMatching(/bad\.jsonl, line 4: expected "text" to be a text; found nothing/),
  ]);
  expect(answersIn(out).map(({ id, error }) => [id, Boolean(error)])).toEqual([
    [0, false],
    [null, true],
    ['x', true],
    [9, false],
  ]);
});

test('what stands before the place where a packed file is cut is answered', async () => {
  const out = fresh('out.jsonl');
  const packed = gzipSync(lines);
  const { code, said } = await run(file('cut.jsonl.gz', packed.subarray(0, packed.length - 20)), '--out', out);
  expect(code).toBe(1);
  expect(said).toMatch(/cut\.jsonl\.gz: expected a whole gzip file/);
  expect(answersIn(out).at(-1).error).toContain('gzip');
});

test('reports a missing input before any work', async () => {
  const out = fresh('out.jsonl');
  await expect(run(file('corpus.jsonl', lines), fresh('nothing'), '--out', out)).rejects.toThrow('nothing');
  expect(existsSync(out)).toBe(false);
});

test('a thread that ends fails what it was given and what comes after, with the places', async () => {
  // No index, so that the thread ends at its start.
  const threads = startThreads(1, { buffers: [new SharedArrayBuffer(4)], options: { strict: false, first: false } });
  const items = [{ form: 'lost', place: 'corpus.jsonl, line 7', size: 0, id: null, problem: '' } as const];
  for (const _ of ['given', 'after'])
    await expect(threads.answer(items)).rejects.toThrow(/corpus\.jsonl, line 7 .*index: expected at least/);
  await threads.close();
});

test('answers that are there are not written over', async () => {
  const out = file('there.jsonl', 'something\n');
  await expect(run(file('corpus.jsonl', lines), '--out', out)).rejects.toThrow('--skip-done');
  expect(read(out)).toBe('something\n');
});

test('progress says how many documents and bytes were answered', async () => {
  const { said } = await run(file('corpus.jsonl', lines), '--progress', '--out', fresh('out.jsonl'));
  expect(said).toContain(`400 documents, ${(Buffer.byteLength(lines) / 1e6).toFixed(1)} MB, `);
});

describe('--skip-done', () => {
  test.each([
    ['lines', 'out.jsonl', (text: string) => Buffer.from(text), (bytes: Buffer) => bytes.toString()],
    ['gzip', 'out.jsonl.gz', (text: string) => gzipSync(text), (bytes: Buffer) => gunzipSync(bytes).toString()],
  ])('a run that was broken off anywhere in its %s goes on to the same end', async (_, name, pack, unpack) => {
    const input = file('corpus.jsonl', linesOfJson(corpus.slice(0, 30)));
    const complete = fresh('complete.jsonl');
    await run(input, '--out', complete);
    const packed = pack(read(complete));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: packed.length - 1 }), async (end) => {
        const out = fresh(name);
        writeFileSync(out, packed.subarray(0, end));
        expect((await run(input, '--out', out, '--skip-done', out)).code).toBe(0);
        expect(unpack(readFileSync(out))).toBe(read(complete));
      }),
      { numRuns: 10 },
    );
  });

  test('the rest is written elsewhere when the file of answers is not the output', async () => {
    const input = file('corpus.jsonl', lines);
    const some = read(whole).split('\n').slice(0, 100);
    const done = file('done.jsonl', `${some.join('\n')}\n{"id":"cut","men`);
    const out = fresh('rest.jsonl');
    const { said } = await run(input, '--skip-done', done, '--out', out);
    expect(said).toContain('the last line was cut');
    expect(said).toContain('100 documents are done');
    expect(read(done) + read(out)).toBe(read(whole));
  });

  test('documents with one id are as many as the corpus has', async () => {
    const twice = [corpus[1], corpus[1], corpus[2]] as object[];
    const input = file('twice.jsonl', linesOfJson(twice));
    const [done, out] = [fresh('done.jsonl'), fresh('out.jsonl')];
    await run(file('once.jsonl', linesOfJson(twice.slice(0, 1))), '--out', done);
    await run(input, '--skip-done', done, '--out', out);
    expect(answersIn(out).map(({ id }) => id)).toEqual(['d1', 'd2']);
  });

  test('errors of the earlier run count, and what is no answer is reported', async () => {
    const done = file('done.jsonl', '{"id":"d1","error":"was bad"}\nnothing\n{"id":"d2","mentions":[]}\n');
    const { code, said } = await run(
      file('in.jsonl', linesOfJson(corpus.slice(1, 3))),
      '--skip-done',
      done,
      '--out',
      fresh('o'),
    );
    expect(code).toBe(1);
    expect(said).toMatch(/done\.jsonl, line 2: expected an answer; found .*JSON/);
    expect(said).toContain('2 documents are done, 1 of them with an error');
  });
});

test('whoever writes a line and waits gets its answer', async () => {
  const child = spawn(process.execPath, ['cli/annotate/main.ts', '--jsonl', ...own], { stdio: 'pipe' });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (const { id, text } of corpus.slice(0, 3)) {
    child.stdin.write(`${JSON.stringify({ id, text })}\n`);
    expect(JSON.parse((await answers.next()).value ?? '').id).toBe(id);
  }
  child.stdin.end();
  expect((await answers.next()).done).toBe(true);
});

test('a reader that has seen enough ends the run without an error', async () => {
  const child = spawn(process.execPath, ['cli/annotate/main.ts', '--jsonl', file('corpus.jsonl', lines), ...own]);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.once('close', done));
  expect([code, said]).toEqual([0, '']);
});
