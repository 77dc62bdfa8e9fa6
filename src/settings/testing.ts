import * as fc from 'fast-check';
import { entityKinds } from '../dataset/kinds.ts';
import { cleanHost, type Items } from './schema.ts';
import type { Area } from './store.ts';
import type { Settings } from './types.ts';

/** Storage in memory that tells its listeners; `full`: it takes nothing more. */
export function memoryArea(initial: Items = {}): Area & { items: Items; writes: string[][]; full?: boolean } {
  const items = { ...initial };
  const writes: string[][] = [];
  const listeners = new Set<(changes: Record<string, never>, area: string) => void>();
  const tell = (keys: string[]) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])) as never, 'local');
  };
  const area: ReturnType<typeof memoryArea> = {
    items,
    writes,
    get: async () => structuredClone(items),
    set: async (more) => {
      if (area.full) throw new Error('QUOTA_BYTES quota exceeded');
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
  return area;
}

/** Settings of any kind, for the tests of what must hold for all. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    show: fc.constantFrom('first', 'section', 'all'),
    open: fc.constantFrom('hover', 'modifier', 'click'),
    dwell: fc.integer({ min: 100, max: 3000 }),
    strictness: fc.constantFrom('strict', 'normal', 'generous'),
    kinds: fc.subarray([...entityKinds]),
    theme: fc.constantFrom('auto', 'light', 'dark'),
    paint: fc.constantFrom('contested', 'politics'),
    language: fc.constantFrom('auto', 'en', 'fa', 'ar', 'fr', 'de', 'es'),
    cards: fc.constantFrom('interface', 'original'),
    pausedUntil: fc.nat(),
    badge: fc.boolean(),
    shelf: fc.boolean(),
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
