import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { shelfFiles } from './export.ts';
import { createShelf } from './shelf.ts';

const shelf = createShelf(3);
const person = { entity: 'a', name: 'Ann', kind: 'person' as const, url: 'https://news.example/1', title: 'News' };
afterEach(() => shelf.clear());

test('an entity that is seen on a page again keeps its first date, and the latest comes first', async () => {
  await shelf.note({ ...person, url: `${person.url}#part` }, 10);
  await shelf.note({ ...person, entity: 'b', name: 'Ben' }, 20);
  await shelf.note(person, 30);
  expect(await shelf.list()).toEqual([
    { ...person, first: 10, last: 30 },
    { ...person, entity: 'b', name: 'Ben', first: 20, last: 20 },
  ]);
  await shelf.remove(person);
  expect((await shelf.list()).map(({ entity }) => entity)).toEqual(['b']);
});

test('a full shelf lets go of what was seen longest ago', async () => {
  for (const at of [1, 2, 3, 4, 5]) await shelf.note({ ...person, url: `https://news.example/${at}` }, at);
  expect((await shelf.list()).map(({ last }) => last)).toEqual([5, 4, 3]);
});

test('a title that fills the disk is cut', async () => {
  await shelf.note({ ...person, title: 'x'.repeat(100_000) }, 1);
  expect((await shelf.list())[0]?.title.length).toBe(300);
});

test('its files say what was seen, where and when; a title cannot be a formula', async () => {
  await shelf.note({ ...person, title: '=1+1' }, Date.UTC(2026, 10, 29, 12));
  const list = await shelf.list();
  expect(shelfFiles.csv.write(list)).toBe(
    "last,first,name,kind,entity,title,url\r\n2026-11-29T12:00:00.000Z,2026-11-29T12:00:00.000Z,Ann,person,a,'=1+1,https://news.example/1\r\n",
  );
  expect(JSON.parse(shelfFiles.json.write(list))).toMatchObject({
    format: 'sidelight-shelf',
    seen: [{ name: 'Ann', title: '=1+1', last: '2026-11-29T12:00:00.000Z' }],
  });
});
