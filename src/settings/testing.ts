/** Settings of any kind, for the tests of what must hold for all. */
import * as fc from 'fast-check';
import { entityKinds } from '../dataset/kinds.ts';
import { cleanHost } from './schema.ts';
import type { Settings } from './types.ts';

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
