import { describe, expect, test } from 'vitest';
import { page } from './testing.ts';
import { checked } from './validate-request.ts';

describe('the border of the worker', () => {
  test('lets through what is right, without what does not belong', () => {
    expect(checked('card', { entity: 'x', extra: 1 })).toEqual({ entity: 'x' });
    expect(checked('annotate', { page, known: ['a'] })).toEqual({ page, known: ['a'] });
  });

  test.each([
    ['card', {}],
    ['card', { entity: 'x'.repeat(201) }],
    ['search', { query: 'x', limit: 0 }],
    ['search', { query: 'x', limit: 1e9 }],
    ['annotate', { page: { blocks: 'text' }, known: [] }],
    ['annotate', { page: { blocks: ['x'.repeat(10_000_001)] }, known: [] }],
    ['site', { host: 'a', state: 'maybe' }],
    ['mute', null],
    ['activate', { tab: 1.5 }],
  ] as const)('refuses %s with another request than it expects', (name, request) => {
    expect(() => checked(name, request)).toThrow('expected another request');
  });
});
