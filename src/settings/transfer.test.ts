import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHost, defaultSettings } from './schema.ts';
import { exportSettings, importSettings, readSiteList } from './transfer.ts';

describe('a settings file', () => {
  test('brings back what was exported', () => {
    const settings = {
      ...defaultSettings(),
      dwell: 250,
      sites: { 'a.example': 'off' as const },
      muted: ['x'],
      language: 'fa' as const,
    };
    expect(importSettings(exportSettings(settings))).toEqual({ settings, problems: [] });
  });

  test('with one broken value is taken without it, and says so', () => {
    const file = JSON.stringify({
      format: 'sidelight-settings',
      version: 1,
      settings: { dwell: -4, show: 'all', hat: 'red' },
    });
    const { settings, problems } = importSettings(file);
    expect(settings).toEqual({ ...defaultSettings(), show: 'all' });
    expect(problems.map(({ key }) => key)).toEqual(['dwell', 'hat']);
  });

  test.each([1e300, 8.64e15 + 2, -1, '5'])('with a pause until %s is taken without it, and says so', (pausedUntil) => {
    const file = JSON.stringify({ format: 'sidelight-settings', version: 2, settings: { pausedUntil } });
    const { settings, problems } = importSettings(file);
    expect(settings).toEqual(defaultSettings());
    expect(problems.map(({ key }) => key)).toEqual(['pausedUntil']);
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"format":"other"}',
    '{"format":"sidelight-settings"}',
    '{"format":"sidelight-settings","settings":7}',
  ])('that is none is refused with a reason: %j', (text) => {
    expect(() => importSettings(text)).toThrow(/expected|JSON/i);
  });

  test('never gives settings that are not settings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (settings) => {
        const file = JSON.stringify({ format: 'sidelight-settings', version: 1, settings });
        if (typeof settings !== 'object' || settings === null) expect(() => importSettings(file)).toThrow();
        else expect(importSettings(exportSettings(importSettings(file).settings)).problems).toEqual([]);
      }),
    );
  });
});

test('a list of sites is read line by line, and what is no site is handed back', () => {
  const { sites, unread } = readSiteList(
    'a.example\nhttps://b.example/x # why\n\n- c.example\n# only a comment\nnot a site',
    cleanHost,
  );
  expect(sites).toEqual({ 'a.example': 'off', 'b.example': 'off', 'c.example': 'on' });
  expect(unread).toEqual(['not a site']);
});

test('a file too large for any settings is refused before it is read', () => {
  expect(() => importSettings(' '.repeat(5_000_001))).toThrow('expected at most 5000000 characters, found 5000001');
});
