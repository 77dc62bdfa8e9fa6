import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchCorpora } from './fetch.ts';
import { articlesOf, type Corpus, corpora, sentencesOf } from './list.ts';

const treebank = '# sent_id = 1\n# text = One.\n1\tOne\n\n# sent_id = 2\n# text = Two.\n1\tTwo\n';
const pages: Record<string, string> = { '/a/bank/c0ffee/one.conllu': treebank, '/a/bank/c0ffee/two.conllu': treebank };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let server: Server;
let address: string;
let to: string;
beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const page = pages[url!];
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), 'sidelight-corpora-'));
  return () => rm(to, { recursive: true });
});

const original = (path: string, hash = hashOf(treebank)) => ({ repository: 'a/bank', commit: 'c0ffee', path, hash });
const corpus = (change: Partial<Corpus> = {}): Corpus => ({
  file: 'news/xx.txt',
  licence: 'CC0',
  originals: [original('one.conllu'), original('two.conllu')],
  make: (texts) => sentencesOf(texts),
  hash: hashOf('One.\nTwo.\nOne.\nTwo.\n'),
  ...change,
});

async function fetched(wanted: Corpus[], from = address) {
  const said: string[] = [];
  const complaints: string[] = [];
  const missing = await fetchCorpora({
    corpora: wanted,
    to,
    server: from,
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { missing, said, complaints, files: await readdir(to, { recursive: true }) };
}

test('a corpus is made of its originals, and a second time it is there', async () => {
  expect(await fetched([corpus()])).toMatchObject({
    ...{ missing: 0, said: ['news/xx.txt: written (CC0)'], complaints: [], files: ['news', 'news/xx.txt'] },
  });
  expect(await readFile(join(to, 'news/xx.txt'), 'utf8')).toBe('One.\nTwo.\nOne.\nTwo.\n');
  expect((await fetched([corpus()])).said).toEqual(['news/xx.txt: is there already']);
});

test.each<[string, Partial<Corpus>, RegExp]>([
  [
    'an original with another hash',
    { originals: [original('one.conllu'), original('two.conllu', hashOf('other'))] },
    /^news\/xx\.txt: expected http:\S+two\.conllu to have the hash [0-9a-f]{64}, found [0-9a-f]{64}: nothing is written/,
  ],
  ['an original that is gone', { originals: [original('three.conllu')] }, /found the answer 404 Not Found$/],
  ['a corpus that comes out otherwise', { make: () => 'other' }, /expected the corpus .+ to have the hash/],
])('%s is refused, and nothing is written', async (_, change, complaint) => {
  const { missing, complaints, files } = await fetched([corpus(change)]);
  expect(complaints).toEqual([expect.stringMatching(complaint)]);
  expect([missing, files]).toEqual([1, []]);
});

test('what cannot be fetched keeps nothing back of the rest', async () => {
  const broken = corpus({ file: 'news/yy.txt', originals: [original('none')] });
  expect(await fetched([broken, corpus()])).toMatchObject({ missing: 1, files: ['news', 'news/xx.txt'] });
});

test('a server that does not answer is named with the reason', async () => {
  const { complaints } = await fetched([corpus()], 'http://127.0.0.1:1');
  expect(complaints).toEqual([expect.stringMatching(/expected an answer from http:\/\/127\.0\.0\.1:1\/\S+, found \S/)]);
});

test('a file of the same name with other text is left as it is', async () => {
  await mkdir(join(to, 'news'));
  await writeFile(join(to, 'news/xx.txt'), 'mine');
  const { missing, complaints } = await fetched([corpus()]);
  expect(complaints).toEqual([expect.stringContaining('move it away to fetch it anew')]);
  expect(missing).toBe(1);
  expect(await readFile(join(to, 'news/xx.txt'), 'utf8')).toBe('mine');
});

test('sentences are grouped by eight, and articles are taken from the column of texts', () => {
  const nine = Array.from({ length: 9 }, (_, at) => `# text = ${at}\n`).join('');
  expect(sentencesOf([nine])).toBe('0\n1\n2\n3\n4\n5\n6\n7\n\n8\n');
  expect(sentencesOf([nine], 1)).toBe('0\n1\n2\n3\n4\n5\n6\n7\n');
  expect(articlesOf("Sport;'It''s; on'\nWeb;Next\nWeb;Third\n", 2)).toBe("It's; on\n\nNext\n");
});

test('every corpus names its commit and its hashes whole, and no file twice', () => {
  for (const { hash, originals } of corpora) {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const one of originals)
      expect([one.commit, one.hash]).toEqual([
        expect.stringMatching(/^[0-9a-f]{40}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
  }
  expect(new Set(corpora.map(({ file }) => file)).size).toBe(corpora.length);
});
