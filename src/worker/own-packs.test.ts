import { describe, expect, test } from 'vitest';
import { annotate } from '../match/index.ts';
import { acceptImport } from '../own-packs/jobs.ts';
import { removePack, setMark } from '../own-packs/store.ts';
import { freshDatabase, read, table, today } from '../own-packs/testing.ts';
import { answerAnnotate, answerCard, answerSearch, type Ground } from './answers.ts';
import { createOwnPacks } from './own-packs.ts';
import { filesOf, groundOn, held } from './testing.ts';

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

describe('packs of the reader', () => {
  async function withOwn(packsOff: string[] = []) {
    const database = await freshDatabase();
    await acceptImport(
      database,
      await read(database, 'name,kind,description\nExample House,person,A house\nJavaid Example,person,\n', 'mine.csv'),
      today,
    );
    return groundOn(
      filesOf(held),
      { packsOff },
      createOwnPacks(async () => database),
    );
  }
  const text = { blocks: ['Javaid Rehman came to Example House.'] };

  test('are marked, and have cards, for whoever may hear of them', async () => {
    const ground = await withOwn();
    const answer = await answerAnnotate(ground, { page: text, known: [] }, 'all');
    expect(answer.names).toEqual({ 'javaid-rehman': 'Javaid Rehman', 'mine-example-house': 'Example House' });
    expect((await answerCard(ground, { entity: 'mine-example-house' }, 'all'))?.pack.id).toBe('mine');
    const page = await answerAnnotate(ground, { page: text, known: [] }, 'always');
    expect(Object.keys(page.names)).toEqual(['javaid-rehman']);
    expect(await answerCard(ground, { entity: 'mine-example-house' }, 'always')).toBe(null);
  });

  test('never take the mark or the card of a bundled entry, whatever speaks for theirs, and their cards say whose they are', async () => {
    const database = await freshDatabase();
    const rows = 'name,kind,cues\nJavaid Rehman,person,spoke\nExample House,organisation,\n';
    await acceptImport(database, await read(database, rows, 'mine.csv'), today);
    const own = createOwnPacks(async () => database);
    const ground = groundOn(filesOf(held), {}, own);
    const text = { blocks: ['Javaid Rehman spoke at Example House.'] };
    const { mentions } = await answerAnnotate(ground, { page: text, known: [] }, 'all');
    expect(mentions.map(({ entity }) => entity)).toEqual(['javaid-rehman', 'mine-example-house']);
    expect(mentions[0]!.alternatives).toEqual([{ entity: 'mine-javaid-rehman', score: 0 }]);
    expect(await answerCard(ground, { entity: 'javaid-rehman' }, 'all')).not.toHaveProperty('brought');
    expect(await answerCard(ground, { entity: 'mine-javaid-rehman' }, 'all')).toMatchObject({ brought: true });
    // With the bundled pack off, the reader's own is what is left.
    const alone = groundOn(filesOf(held), { packsOff: ['people'] }, own);
    const left = (await answerAnnotate(alone, { page: text, known: [] }, 'all')).mentions;
    expect(left.map(({ entity }) => entity)).toEqual(['mine-javaid-rehman', 'mine-example-house']);
  });

  test('are found by the search, and by name alone where they are too large to be held', async () => {
    const ground = await withOwn();
    const { packs, key } = await ground.own.searchable([]);
    expect(key).not.toBe('');
    expect((await packs())[0]?.entities).toEqual([
      { id: 'mine-example-house', kind: 'person', name: 'Example House', description: 'A house' },
      { id: 'mine-javaid-example', kind: 'person', name: 'Javaid Example' },
    ]);
    const [house] = (await packs())[0]!.entities;
    const large: Ground = { ...ground, own: { ...ground.own, named: async () => [{ entity: house!, pack: 'mine' }] } };
    expect((await answerSearch(large, { query: 'example house', limit: 5 })).map(({ entity }) => entity)).toEqual([
      'mine-example-house',
    ]);
    expect(await answerSearch(large, { query: 'javaid', limit: 1 })).toHaveLength(1);
  });
});
