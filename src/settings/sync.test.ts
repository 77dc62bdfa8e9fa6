import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsVersion } from './schema.ts';
import { type Area, createStore } from './store.ts';
import { follow, reconcile } from './sync.ts';
import { memoryArea } from './testing.ts';

test('rules of both devices are kept when they meet, and a value of this one stands', async () => {
  const here = memoryArea({ 'set.site.a.example': 'off', 'set.dwell': 300 });
  const account = memoryArea({ 'set.site.b.example': 'off', 'set.dwell': 900, 'set.muted.x': true });
  await reconcile(here, account);
  const both = {
    'set.version': settingsVersion,
    'set.site.a.example': 'off',
    'set.site.b.example': 'off',
    'set.dwell': 300,
    'set.muted.x': true,
  };
  expect(here.items).toMatchObject(both);
  expect(account.items).toEqual(both);
});

test('a removal on one device is a removal on all, also when nobody watched', async () => {
  const account = memoryArea({});
  const [one, two] = [memoryArea({ 'set.muted.x': true, 'set.theme': 'dark' }), memoryArea({})];
  await reconcile(one, account);
  await reconcile(two, account);
  await two.remove(['set.muted.x']);
  await reconcile(two, account);
  await reconcile(one, account);
  expect(one.items).toMatchObject({ 'set.theme': 'dark' });
  for (const { items } of [one, two, account]) expect(items).not.toHaveProperty(['set.muted.x']);
});

test('two devices end alike, and every item that only one of them changed is as that one left it', async () => {
  const change = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.integer()));
  const apply = async (device: Area, changes: Record<string, number | null>) => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) await device.remove([`set.${key}`]);
      else await device.set({ [`set.${key}`]: value });
    }
  };
  await fc.assert(
    fc.asyncProperty(change, change, change, async (first, second, third) => {
      const [one, two, account] = [memoryArea({}), memoryArea({}), memoryArea({})];
      await apply(one, first);
      for (const device of [one, two]) await reconcile(device, account);
      await apply(one, second);
      await apply(two, third);
      for (const device of [two, one, two]) await reconcile(device, account);
      for (const device of [one, two]) {
        const { 'sync.base': _, ...items } = device.items;
        expect(items).toEqual(account.items);
      }
      for (const [changes, others] of [
        [second, third],
        [third, second],
      ] as const) {
        for (const [key, value] of Object.entries(changes)) {
          if (!(key in others)) expect(account.items[`set.${key}`] ?? null).toBe(value);
        }
      }
    }),
  );
});

test('what belongs to one device or to no setting stays where it is', async () => {
  const [here, account] = [memoryArea({ 'set.sync': true, 'set.pausedUntil': 5, 'pack.mine': 'x' }), memoryArea({})];
  await reconcile(here, account);
  expect(account.items).toEqual({});
});

test('an account that is full loses nothing here, and gets it all when there is room', async () => {
  const here = memoryArea({ 'set.dwell': 300 });
  const account = memoryArea({});
  account.full = true;
  await expect(reconcile(here, account)).rejects.toThrow('QUOTA_BYTES');
  expect(here.items).toEqual({ 'set.dwell': 300 });
  account.full = false;
  await reconcile(here, account);
  expect(account.items).toEqual({ 'set.version': settingsVersion, 'set.dwell': 300 });
});

test('settings of a later version are left alone', async () => {
  const here = memoryArea({ 'set.dwell': 300 });
  const account = memoryArea({ 'set.version': 99, 'set.dwell': 'long' });
  await expect(reconcile(here, account)).rejects.toThrow('later version');
  expect(here.items).toEqual({ 'set.dwell': 300 });
  expect(account.items).toEqual({ 'set.version': 99, 'set.dwell': 'long' });
});

test('two devices that leave out different kinds both have their way, also when one comes from version 1', async () => {
  const kinds = ['person', 'organisation', 'event', 'document', 'place', 'role', 'law'];
  const before = { 'set.version': 1, 'set.dwell': 300 };
  const here = memoryArea({ ...before, 'set.kinds': kinds, 'sync.base': before });
  const account = memoryArea({ 'set.version': 2, 'set.dwell': 300, 'set.kindOff.place': true });
  await reconcile(here, account);
  const both = { 'set.version': 2, 'set.dwell': 300, 'set.kindOff.place': true, 'set.kindOff.term': true };
  expect(account.items).toEqual(both);
  expect(here.items).toEqual({ ...both, 'sync.base': both });
});

test('an account of an older version is brought to this one', async () => {
  const here = memoryArea({});
  const account = memoryArea({ 'set.version': 1, 'set.kinds': ['person'], 'set.theme': 'dark' });
  await reconcile(here, account);
  expect(here.items).toMatchObject({ 'set.theme': 'dark', 'set.kindOff.term': true });
  expect(account.items).not.toHaveProperty(['set.kinds']);
});

test('changes of either side are followed until it is ended', async () => {
  const [here, account] = [memoryArea({}), memoryArea({})];
  let heard = () => {};
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  const begun = next();
  const stop = follow(here, account, () => heard());
  await begun;
  const copied = next();
  await here.set({ 'set.theme': 'dark' });
  await copied;
  expect(account.items).toEqual({ 'set.version': settingsVersion, 'set.theme': 'dark' });
  stop();
  await account.set({ 'set.theme': 'light' });
  expect(here.items).toMatchObject({ 'set.theme': 'dark' });
});

test('a side that fails is reported, in its own words, and the next change is followed again', async () => {
  const [here, account] = [memoryArea({ 'set.dwell': 300 }), memoryArea({})];
  account.full = true;
  const outcomes: (string | undefined)[] = [];
  let heard = () => {};
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  const begun = next();
  const stop = follow(here, account, (failure) => {
    outcomes.push(failure);
    heard();
  });
  await begun;
  // Some browsers reject with a text.
  const get = account.get;
  account.get = () => Promise.reject('offline');
  const failed = next();
  await here.set({ 'set.dwell': 400 });
  await failed;
  account.get = get;
  account.full = false;
  const copied = next();
  await here.set({ 'set.dwell': 500 });
  await copied;
  stop();
  expect(outcomes.slice(0, 3)).toEqual(['QUOTA_BYTES quota exceeded', 'offline', undefined]);
  expect(account.items).toEqual({ 'set.version': settingsVersion, 'set.dwell': 500 });
});

test('an account in which another device, or somebody else, left garbage gives settings all the same', async () => {
  const here = memoryArea({ 'set.theme': 'dark', 'sync.base': 7 });
  const account = memoryArea({
    'set.version': 'old',
    'set.dwell': { deep: [1] },
    'set.site.a.example': 'off',
    other: 'x',
  });
  await reconcile(here, account);
  const { settings, problems } = await createStore(here).read();
  expect(settings).toMatchObject({ theme: 'dark', dwell: 500, sites: { 'a.example': 'off' } });
  expect(problems.map(({ key }) => key)).toEqual(['dwell']);
  expect(account.items).toMatchObject({ other: 'x', 'set.theme': 'dark' });
});
