import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { compileIndex, openIndex } from '../index.ts';
import { packIndex } from './columns.ts';
import { ELECTION_KINDS } from './nations.ts';
import { ORDERS, stateNounsOf } from './state-nouns.ts';

test('an index carries the table, packed or not, with its patterns', () => {
  const plain = compileIndex([], { states });
  for (const index of [openIndex(plain), openIndex(packIndex(plain))]) {
    const nouns = stateNounsOf([openIndex(compileIndex([])), index])!;
    expect(nouns.bodies.length).toBe(states.bodies.length);
    expect(nouns.bodies.filter(({ named }) => named).every(({ named }) => named instanceof RegExp)).toBe(true);
  }
  expect(stateNounsOf([openIndex(compileIndex([]))])).toBeUndefined();
});

test('the table has the orders and fields that the matcher knows, and no phrase twice for one body', () => {
  const fields = [...ORDERS, 'bodies', 'alone', 'named', 'other', 'single', 'written', 'unlike', 'headed', 'regions'];
  for (const noun of states.bodies) {
    expect(Object.keys(noun).filter((key) => !fields.includes(key))).toEqual([]);
    expect(
      Object.keys('alone' in noun ? noun.alone! : {}).filter((key) => !(ORDERS as readonly string[]).includes(key)),
    ).toEqual([]);
  }
  for (const kind of ELECTION_KINDS) expect(Object.keys(states.elections[kind])).toEqual([...ORDERS]);
});
