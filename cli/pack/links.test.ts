import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { source } from '../../src/dataset/builders.ts';
import { type LinkReport, openAll } from './links.ts';

/** A site of this machine's own: the command itself is for a network and is not run by tests. */
let server: Server;
let site: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/page' }).end();
    else if (request.url === '/page')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title> A\n page </title>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

test('status, redirect and title are noted, and a stored copy is proposed for a page that is gone', async () => {
  const found: LinkReport[] = [];
  const sources = ['page', 'moved', 'gone'].map((id) => source(id, { URL: `${site}/${id}` }));
  await openAll(
    sources,
    (report) => found.push(report),
    async (url) => `archive of ${url}`,
  );
  expect(found).toEqual([
    { id: 'page', url: `${site}/page`, status: 200, title: 'A page' },
    { id: 'moved', url: `${site}/moved`, status: 200, moved: `${site}/page`, title: 'A page' },
    { id: 'gone', url: `${site}/gone`, status: 404, archive: `archive of ${site}/gone` },
  ]);
});

test('an address that nobody answers is an error with its cause', async () => {
  const found: LinkReport[] = [];
  await openAll(
    [source('x', { URL: 'http://127.0.0.1:1/' })],
    (report) => found.push(report),
    async () => undefined,
  );
  expect(found).toMatchObject([{ id: 'x', error: expect.stringMatching(/ECONNREFUSED|bad port|connect/u) }]);
});
