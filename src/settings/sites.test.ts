import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHost, defaultSettings } from './schema.ts';
import { isPaused, pageSettings, pauseLength, siteRule, stateFor, withSite } from './sites.ts';
import { anySettings } from './testing.ts';
import type { Settings } from './types.ts';

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

  test('are never paused for more than an hour, wherever the clock is set meanwhile', () => {
    const day = 86_400_000;
    const begun = 5 * day;
    const paused = { pausedUntil: begun + pauseLength };
    expect([0, 1, pauseLength - 1, pauseLength, day].map((later) => isPaused(paused, begun + later))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    // Back by a minute it is still that hour; back by a day it would be twenty-five.
    expect(isPaused(paused, begun + 120_000 - 60_000)).toBe(true);
    expect(isPaused(paused, begun - day)).toBe(false);
  });

  test('that can be none change nothing', () => {
    expect(withSite(settings, 'not a host', 'off')).toBe(settings);
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
    ['.', undefined],
    ['a'.repeat(300), undefined],
  ])('typed as %s mean %s', (typed, host) => {
    expect(cleanHost(typed)).toBe(host);
  });

  test('are not told to a page', () => {
    expect(pageSettings(settings)).not.toHaveProperty('sites');
    expect(siteRule(settings, 'unknown.example')).toBe(undefined);
  });
});
