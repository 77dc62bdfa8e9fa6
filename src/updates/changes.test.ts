import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { entity, pack, source, statement } from '../dataset/builders.ts';
import { createKept } from './kept.ts';
import { type Dataset, type Kept, noteDataset, type Update } from './note.ts';

function memory(): Kept & { last?: Dataset | undefined; updates: Update[] } {
  const self: Kept & { last?: Dataset | undefined; updates: Update[] } = {
    updates: [],
    read: async () => ({ last: self.last, updates: self.updates }),
    write: async (last, updates) => {
      self.last = structuredClone(last);
      self.updates = updates;
    },
  };
  return self;
}

const older = pack([entity('a'), entity('b'), entity('c')], [source('alpha')]);
const newer = {
  ...pack([entity('b', { statements: [statement('It was a party.')] }), entity('c'), entity('d')], [source('alpha')]),
  released: '2027-01-05',
};

test('the first version on a device has nothing to compare with, and leaves itself for the next', async () => {
  const kept = memory();
  expect(await noteDataset(kept, { version: '1.0.0', packs: [older] }, '2026-12-01')).toEqual([]);
  expect(kept.last).toEqual({ version: '1.0.0', packs: [older] });
});

test('an update tells what came, what changed and what went, and is noted once', async () => {
  const kept = memory();
  await noteDataset(kept, { version: '1.0.0', packs: [older] }, '2026-12-01');
  const now = { version: '1.1.0', packs: [newer] };
  const [update, ...others] = await noteDataset(kept, now, '2027-01-06');
  expect(others).toEqual([]);
  expect(update).toMatchObject({ on: '2027-01-06', from: '1.0.0', to: '1.1.0' });
  expect(update?.packs).toHaveLength(1);
  expect(update?.packs[0]).toMatchObject({ id: older.id, before: older.released, now: '2027-01-05' });
  const { added, removed, changed } = update!.packs[0]!.log;
  expect([added, removed, changed].map((list) => list.map(({ id }) => id))).toEqual([['d'], ['a'], ['b']]);
  expect(changed[0]?.changes).toContainEqual({ part: 'statement', after: 'It was a party.' });
  expect(await noteDataset(kept, now, '2027-03-01')).toEqual([update]);
});

test('an update that left the data alone is reported as such', async () => {
  const kept = memory();
  await noteDataset(kept, { version: '1.0.0', packs: [older] }, '2026-12-01');
  const updates = await noteDataset(kept, { version: '1.0.1', packs: [older] }, '2026-12-02');
  expect(updates).toEqual([{ on: '2026-12-02', from: '1.0.0', to: '1.0.1', packs: [] }]);
});

test('a pack that came and one that went are reported with all their entries', async () => {
  const kept = memory();
  await noteDataset(kept, { version: '1.0.0', packs: [{ ...older, id: 'old' }] }, '2026-12-01');
  const [update] = await noteDataset(kept, { version: '2.0.0', packs: [{ ...newer, id: 'new' }] }, '2027-01-06');
  expect(update?.packs.map(({ id, before, now }) => [id, before, now])).toEqual([
    ['new', undefined, '2027-01-05'],
    ['old', older.released, undefined],
  ]);
  expect(update?.packs[0]?.log.added).toHaveLength(3);
  expect(update?.packs[1]?.log.removed).toHaveLength(3);
});

test('the latest update comes first, and twelve are kept', async () => {
  const kept = memory();
  for (let minor = 0; minor < 20; minor++) {
    await noteDataset(kept, { version: `1.${minor}.0`, packs: [older] }, '2027-01-06');
  }
  expect(kept.updates.map(({ to }) => to)).toEqual(Array.from({ length: 12 }, (_, at) => `1.${19 - at}.0`));
});

test('the copy that is kept in the database comes back as it was; one that is damaged is none', async () => {
  const kept = createKept();
  expect(await kept.read()).toEqual({ last: undefined, updates: [] });
  const packs = [JSON.parse(JSON.stringify(older))];
  const update = { on: '2027-01-06', from: '1.0.0', to: '1.1.0', packs: [] };
  await kept.write({ version: '1.1.0', packs }, [update]);
  expect(await createKept().read()).toEqual({ last: { version: '1.1.0', packs }, updates: [update] });

  const opening = indexedDB.open('sidelight.dataset');
  await new Promise((done) => opening.addEventListener('success', done));
  const writing = opening.result.transaction('kept', 'readwrite');
  writing.objectStore('kept').put({ version: '1.1.0', packs: new Blob(['no gzip']) }, 'last');
  await new Promise((done) => writing.addEventListener('complete', done));
  opening.result.close();
  expect(await createKept().read()).toEqual({ last: undefined, updates: [update] });
});
