import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { cleanHost, defaultSettings, fromItems, type Items, toItems } from './schema.ts';
import { pageSettings, siteRule, stateFor, withSite } from './sites.ts';
import { type Area, createStore } from './store.ts';
import type { Settings } from './types.ts';

function memoryArea(initial: Items = {}): Area & { items: Items; writes: string[][] } {
  const items = { ...initial };
  const writes: string[][] = [];
  const listeners = new Set<(changes: Record<string, never>, area: string) => void>();
  const tell = (keys: string[]) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])) as never, 'local');
  };
  return {
    items,
    writes,
    get: async () => structuredClone(items),
    set: async (more) => {
      Object.assign(items, structuredClone(more));
      writes.push(Object.keys(more));
      tell(Object.keys(more));
    },
    remove: async (keys) => {
      for (const key of keys) delete items[key];
      tell(keys);
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener as never),
      removeListener: (listener) => listeners.delete(listener as never),
    },
  };
}

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    show: fc.constantFrom('first', 'section', 'all'),
    open: fc.constantFrom('hover', 'modifier', 'click'),
    dwell: fc.integer({ min: 100, max: 3000 }),
    strictness: fc.constantFrom('strict', 'normal', 'generous'),
    kinds: fc.subarray<Settings['kinds'][number]>([
      'person',
      'organisation',
      'event',
      'document',
      'place',
      'role',
      'law',
      'term',
    ]),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    language: fc.constantFrom('auto', 'en', 'fa', 'ar', 'fr', 'de', 'es'),
    pausedUntil: fc.nat(),
    badge: fc.boolean(),
    sync: fc.boolean(),
    sites: fc.dictionary(
      fc.domain().map((host) => cleanHost(host)!),
      fc.constantFrom('on', 'off'),
      { noNullPrototype: true },
    ),
    muted: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/)).map((ids) => ids.sort()),
    packsOff: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]+$/)).map((ids) => ids.sort()),
  })
  // Every other silenced name only until its entry changes.
  .map((settings) => ({
    ...settings,
    mutedFor: Object.fromEntries(settings.muted.filter((_, place) => place % 2 === 1).map((id) => [id, '1f2e3d'])),
  }));

describe('stored settings', () => {
  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(fromItems(JSON.parse(JSON.stringify(toItems(settings))))).toEqual({ settings, problems: [] });
      }),
    );
  });

  test('hold nothing but the version while all is at its default', () => {
    expect(toItems(defaultSettings())).toEqual({ version: 1 });
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
    expect(area.items).toEqual({ 'pack.mine': 'kept' });
  });

  test('says when storage refuses, and works again afterwards', async () => {
    const area = memoryArea();
    const set = area.set;
    area.set = () => Promise.reject(new Error('QuotaExceededError'));
    const store = createStore(area);
    await expect(store.update((settings) => ({ ...settings, badge: true }))).rejects.toThrow('QuotaExceededError');
    area.set = set;
    expect((await store.update((settings) => ({ ...settings, badge: true }))).badge).toBe(true);
  });

  test('tells every watcher about a change from anywhere', async () => {
    const area = memoryArea();
    const seen = new Promise<Settings>((resolve) => createStore(area).watch(resolve));
    await createStore(area).update((settings) => ({ ...settings, theme: 'dark' }));
    expect((await seen).theme).toBe('dark');
  });
});

describe('sites', () => {
  const settings: Settings = { ...defaultSettings(), sites: { 'example.org': 'off', 'good.example.org': 'on' } };

  test.each([
    ['example.org', 'off'],
    ['www.example.org', 'off'],
    ['deep.sub.example.org', 'off'],
    ['good.example.org', 'on'],
    ['a.good.example.org', 'on'],
    ['notexample.org', 'on'],
    ['org', 'on'],
    ['', 'on'],
  ])('%s is %s', (host, state) => {
    expect(stateFor(settings, host, 0)).toBe(state);
  });

  test('are all off while paused, and no longer', () => {
    const paused = { ...settings, pausedUntil: 1000 };
    expect(stateFor(paused, 'good.example.org', 999)).toBe('off');
    expect(stateFor(paused, 'good.example.org', 1000)).toBe('on');
  });

  test('keep no rule that changes nothing', () => {
    expect(withSite(defaultSettings(), 'a.example', 'on').sites).toEqual({});
    expect(withSite(withSite(defaultSettings(), 'www.a.example', 'off'), 'a.example', 'on').sites).toEqual({});
    expect(withSite(settings, 'sub.example.org', 'on').sites).toMatchObject({ 'sub.example.org': 'on' });
  });

  test('end in the state that was asked for', () => {
    fc.assert(
      fc.property(anySettings, fc.domain(), fc.constantFrom('on', 'off'), (any, host, state) => {
        expect(stateFor({ ...withSite(any, host, state), pausedUntil: 0 }, host, 1)).toBe(state);
      }),
    );
  });

  test.each([
    ['https://www.Example.org/path?q', 'example.org'],
    ['example.org', 'example.org'],
    ['  münchen.example ', 'xn--mnchen-3ya.example'],
    ['127.0.0.1:8080', '127.0.0.1'],
    ['', undefined],
    ['not a host', undefined],
    ['user@example.org', undefined],
  ])('typed as %s mean %s', (typed, host) => {
    expect(cleanHost(typed)).toBe(host);
  });

  test('are not told to a page', () => {
    expect(pageSettings(settings)).not.toHaveProperty('sites');
    expect(siteRule(settings, 'unknown.example')).toBe(undefined);
  });
});
