import { describe, expect, test } from 'vitest';
import type { FactProperty } from '../dataset/fact-properties.ts';
import { answerBrowse } from './browse.ts';
import { filesOf, groundOn, held, pack } from './testing.ts';

describe('the worker', () => {
  test('lists the countries of open data, and of one what belongs to it today', async () => {
    const fact = (property: FactProperty, value: string, more: object = {}) => ({
      property,
      value,
      asOf: '2026',
      source: 'data',
      ...more,
    });
    const open = pack('world', [
      { id: 'land', kind: 'place', name: 'Land', facts: [fact('type', 'country-or-territory'), fact('country', 'XA')] },
      { id: 'house', kind: 'organisation', name: 'House', facts: [fact('country', 'XA')] },
      { id: 'head', kind: 'person', name: 'Head', facts: [fact('head-of-state-of', 'land', { from: '2020' })] },
      { id: 'former', kind: 'person', name: 'Former', facts: [fact('head-of-state-of', 'land', { to: '2020-01-01' })] },
      { id: 'member', kind: 'person', name: 'Member', facts: [fact('member-of', 'house')] },
    ]);
    const ground = groundOn(filesOf([...held, open], ['world']));
    const listed = async (entity?: string) =>
      (await answerBrowse(ground, { entity })).map(({ entity: id, property }) => `${property}: ${id}`);
    expect(await listed()).toEqual(['country: land']);
    expect(await listed('land')).toEqual(['head-of-state-of: head', 'country: house']);
    expect(await listed('house')).toEqual(['member-of: member']);
  });
});
