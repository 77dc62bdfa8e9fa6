import { expect, test } from 'vitest';
import { annotate } from '../match/index.ts';
import { acceptImport } from '../own-packs/jobs.ts';
import { removePack, setMark } from '../own-packs/store.ts';
import { freshDatabase, read, table, today } from '../own-packs/testing.ts';
import { createOwnPacks } from './own-packs.ts';

async function taken(...names: string[]) {
  const database = await freshDatabase();
  for (const name of names) await acceptImport(database, await read(database, table(2, name), `${name}.csv`), today);
  return { database, own: createOwnPacks(async () => database) };
}

const page = { blocks: ['They met Example House 1 and Example Home 1.'] };

test('a page hears only of packs that are marked everywhere, unless the reader asked for all', async () => {
  const { database, own } = await taken('House', 'Home');
  const marked = async (scope: 'all' | 'always') =>
    annotate(await own.indexes([], scope), page).map(({ entity }) => entity);
  expect(await marked('always')).toEqual([]);
  expect(await marked('all')).toEqual(['house-example-house-1', 'home-example-home-1']);
  expect(await own.find('house-example-house-1', [], 'always')).toBeUndefined();
  expect((await own.find('house-example-house-1', [], 'all'))?.entities[0]?.name).toBe('Example House 1');
  await setMark(database, 'house', 'always');
  own.forget();
  expect(await marked('always')).toEqual(['house-example-house-1']);
  expect(await own.find('home-example-home-1', [], 'always')).toBeUndefined();
});

test('a pack that is switched off or removed is not heard of', async () => {
  const { database, own } = await taken('House');
  expect((await own.searchable([])).key).not.toBe('');
  expect((await own.searchable(['house'])).key).toBe('');
  expect(await own.find('house-example-house-1', ['house'], 'all')).toBeUndefined();
  await removePack(database, 'house');
  own.forget();
  expect(await own.list([], 'all')).toEqual([]);
});

test('packs whose data is lost, and a browser without a database, leave everything else at work', async () => {
  const { database, own } = await taken('House', 'Home');
  const [lost] = await database.getAllKeys('indexes');
  await database.delete('indexes', lost!);
  expect(await own.indexes([], 'all')).toHaveLength(1);
  const none = createOwnPacks(() => Promise.reject(new Error('not allowed')));
  expect([await none.list([], 'all'), await none.indexes([], 'all')]).toEqual([[], []]);
});
