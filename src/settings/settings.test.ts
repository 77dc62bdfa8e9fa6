import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { defaultSettings, fromItems, type Items, settingsVersion, toItems } from './schema.ts';
import { withSite } from './sites.ts';
import { createStore } from './store.ts';
import { anySettings, memoryArea } from './testing.ts';
import { importSettings } from './transfer.ts';
import type { Settings } from './types.ts';

describe('stored settings', () => {
  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(fromItems(JSON.parse(JSON.stringify(toItems(settings))))).toEqual({ settings, problems: [] });
      }),
    );
  });

  test('hold nothing but the version while all is at its default', () => {
    expect(toItems(defaultSettings())).toEqual({ version: settingsVersion });
  });

  test('are always usable, and every value that was not taken is reported', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (items) => {
        const { settings, problems } = fromItems(items);
        expect(fromItems(toItems(settings)).problems).toEqual([]);
        for (const { key, expected } of problems) {
          expect(items).toHaveProperty([key]);
          expect(expected).not.toBe('');
        }
      }),
    );
  });

  test('lose only the broken value', () => {
    const { settings, problems } = fromItems({
      dwell: '500',
      show: 'all',
      'site.example.org': 'maybe',
      'muted.x': true,
    });
    expect(settings).toEqual({ ...defaultSettings(), show: 'all', muted: ['x'] });
    expect(problems.map(({ key, used }) => [key, used])).toEqual([
      ['dwell', 500],
      ['site.example.org', undefined],
    ]);
  });

  test('know one zero', () => {
    expect(fromItems({ 'set.pausedUntil': -0 }).settings.pausedUntil).toBe(0);
  });

  test.each([
    ['site.not a host', 'off', 'a host name'],
    ['muted.x', 7, 'true, or the fingerprint of an entry'],
    ['muted.x', 'f'.repeat(65), 'true, or the fingerprint of an entry'],
    ['packOff.x', 'yes', 'true'],
    [`muted.${'x'.repeat(254)}`, true, 'a setting that this version knows'],
    ['hat.x', true, 'a setting that this version knows'],
    ['site.', 'off', 'a setting that this version knows'],
  ])('leave out %s: %s, and say what was expected', (key, found, expected) => {
    const { settings, problems } = fromItems({ [key]: found });
    expect(settings).toEqual(defaultSettings());
    expect(problems).toEqual([{ key, found, expected, used: undefined }]);
  });

  test('keep a setting named like a part of every object apart from it', () => {
    const { settings } = fromItems(
      JSON.parse('{"site.__proto__": "off", "__proto__": {"show": "all"}, "muted.constructor": true}'),
    );
    expect(settings.show).toBe('first');
    expect(settings.muted).toEqual(['constructor']);
    expect(({} as Record<string, unknown>).show).toBe(undefined);
  });
});

describe('migrations', () => {
  const steps = [
    (items: Items) => ({ ...items, version: 2, dwell: Number(items.delay) }),
    (items: Items) => ({ ...items, version: 3, open: items.open === 'press' ? 'click' : items.open }),
  ];

  test('run one after the other from the stored version', () => {
    expect(migrate({ version: 1, delay: '300', open: 'press' }, steps, 3)).toMatchObject({ dwell: 300, open: 'click' });
    expect(migrate({ version: 2, dwell: 250, open: 'press' }, steps, 3)).toMatchObject({ dwell: 250, open: 'click' });
  });

  test('leave items of the present and of a later version as they are', () => {
    expect(migrate({ version: 3, open: 'press' }, steps, 3)).toEqual({ version: 3, open: 'press' });
    expect(migrate({ version: 9, open: 'press' }, steps, 3)).toEqual({ version: 9, open: 'press' });
  });

  test('take items without a readable version for the first one', () => {
    expect(migrate({ version: 'x', delay: 300 }, steps, 2)).toMatchObject({ dwell: 300 });
  });
});

describe('settings of version 1', () => {
  /** As version 1 stored and exported them. */
  const older = {
    version: 1,
    kinds: ['person', 'organisation', 'event', 'document', 'role', 'law'],
    dwell: 300,
    'site.a.example': 'off',
    'muted.x': true,
  };
  const stored = Object.fromEntries(Object.entries(older).map(([key, value]) => [`set.${key}`, value]));
  const now = {
    kinds: ['person', 'organisation', 'event', 'document', 'role', 'law'],
    dwell: 300,
    sites: { 'a.example': 'off' },
    muted: ['x'],
  };

  test('are read as they were meant', async () => {
    const { settings, problems } = await createStore(memoryArea(stored)).read();
    expect(settings).toMatchObject(now);
    expect(problems).toEqual([]);
  });

  test('are written in the new form with the first change, whole, and nothing of the old one stays', async () => {
    const area = memoryArea(stored);
    await createStore(area).update((settings) => ({ ...settings, badge: false }));
    expect(area.items).toEqual({
      'set.version': 2,
      'set.kindOff.place': true,
      'set.kindOff.term': true,
      'set.dwell': 300,
      'set.site.a.example': 'off',
      'set.muted.x': true,
      'set.badge': false,
    });
    expect((await createStore(area).read()).settings).toMatchObject({ ...now, badge: false });
  });

  test('are not touched while nothing is changed', async () => {
    const area = memoryArea(stored);
    await createStore(area).update((settings) => settings);
    expect(area.items).toEqual(stored);
  });

  test('keep a broken list, which is reported', async () => {
    const { settings, problems } = await createStore(memoryArea({ ...stored, 'set.kinds': ['robot'] })).read();
    expect(settings.kinds).toEqual(defaultSettings().kinds);
    expect(problems.map(({ key }) => key)).toEqual(['kinds']);
  });

  test('come in from a file that an older version exported', () => {
    const { version, ...settings } = older;
    const read = importSettings(JSON.stringify({ format: 'sidelight-settings', version, settings }));
    expect(read.settings).toMatchObject(now);
    expect(read.problems).toEqual([]);
  });
});

test('settings of a later version keep its number and what is not understood', async () => {
  const area = memoryArea({ 'set.version': 9, 'set.dwell': 300, 'set.shine': 'blue' });
  await createStore(area).update((settings) => ({ ...settings, badge: false }));
  expect(area.items).toEqual({ 'set.version': 9, 'set.dwell': 300, 'set.shine': 'blue', 'set.badge': false });
});

describe('the store', () => {
  test('writes only what changed, so that two pages do not undo each other', async () => {
    const area = memoryArea();
    const [popup, options] = [createStore(area), createStore(area)];
    await Promise.all([
      popup.update((settings) => withSite(settings, 'a.example', 'off')),
      options.update((settings) => ({ ...settings, dwell: 300 })),
    ]);
    expect((await popup.read()).settings).toMatchObject({ dwell: 300, sites: { 'a.example': 'off' } });
    expect(area.writes.every((keys) => keys.length === 2)).toBe(true);
  });

  test('lets quick changes on one page build on each other', async () => {
    const store = createStore(memoryArea());
    await Promise.all(
      [100, 1].map((more) => store.update((settings) => ({ ...settings, dwell: settings.dwell + more }))),
    );
    expect((await store.read()).settings.dwell).toBe(601);
  });

  test('removes what went back to its default and leaves what is not its own', async () => {
    const area = memoryArea({ 'pack.mine': 'kept', 'set.muted.x': true });
    await createStore(area).update((settings) => ({ ...settings, muted: [] }));
    expect(area.items).toEqual({ 'pack.mine': 'kept', 'set.version': settingsVersion });
  });

  test('deletes broken items on request, and nothing else', async () => {
    const area = memoryArea({ 'set.dwell': 'soon', 'set.shine': 1, 'set.theme': 'dark', 'pack.mine': 'kept' });
    const store = createStore(area);
    await store.discard((await store.read()).problems.map(({ key }) => key));
    expect(area.items).toEqual({ 'set.theme': 'dark', 'pack.mine': 'kept' });
  });

  test('says when storage refuses, and works again afterwards', async () => {
    const area = memoryArea();
    const set = area.set;
    area.set = () => Promise.reject(new Error('QuotaExceededError'));
    const store = createStore(area);
    await expect(store.update((settings) => ({ ...settings, badge: false }))).rejects.toThrow('QuotaExceededError');
    area.set = set;
    expect((await store.update((settings) => ({ ...settings, badge: false }))).badge).toBe(false);
  });

  test('does not call watchers for what is not its own, nor after they were let go, nor when it cannot be read', async () => {
    const area = memoryArea();
    const seen: string[] = [];
    const stop = createStore(area).watch(({ theme }) => seen.push(theme));
    await area.set({ 'pack.mine': 1 });
    const get = area.get;
    area.get = () => Promise.reject(new Error('disk'));
    await area.set({ 'set.theme': 'light' });
    area.get = get;
    const next = new Promise<Settings>((resolve) => createStore(area).watch(resolve));
    await area.set({ 'set.theme': 'dark' });
    await next;
    stop();
    await area.set({ 'set.theme': 'light' });
    expect(seen).toEqual(['dark']);
  });

  test('tells every watcher about a change from anywhere', async () => {
    const area = memoryArea();
    const seen = new Promise<Settings>((resolve) => createStore(area).watch(resolve));
    await createStore(area).update((settings) => ({ ...settings, theme: 'dark' }));
    expect((await seen).theme).toBe('dark');
  });
});
