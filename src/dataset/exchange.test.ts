import { expect, test } from 'vitest';
import { cite, entity, pack, source, statement } from './builders.ts';
import { toExchange } from './exchange.ts';
import { createLibrary } from './library.ts';
import { readPack } from './read.ts';

const citing = (...ids: string[]) =>
  entity('club', { statements: [statement('It was.', { citations: cite(...ids) })] });

test('a pack goes out with the sources of other packs that it cites, its own before theirs, in the order of their ids', () => {
  const own = pack([citing('gamma', 'alpha')], [], 'own');
  const other = pack([], [source('gamma'), source('alpha', { title: 'Not ours' }), source('unused')], 'other');
  const file = toExchange(own, createLibrary([other, own]));
  expect(Object.keys(file.sources)).toEqual(['alpha', 'gamma']);
  expect(file.sources.alpha?.title).toBe('Report of alpha');
  expect(readPack(JSON.parse(JSON.stringify(file))).problems).toEqual([]);
});

test('a source that is in no pack stops it, and is named', () => {
  const own = pack([citing('lost')]);
  expect(() => toExchange(own, createLibrary([own]))).toThrow('expected the source lost, which test cites');
});
