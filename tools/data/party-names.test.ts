import { expect, test } from 'vitest';
import { withPartyNames } from './party-names.ts';

const shortOf = (name: string, type = 'political-party') => {
  const facts = [{ property: 'type' as const, value: type, asOf: '2026-01-01', source: 'x' }];
  const [extract] = withPartyNames([{ source: 'x', entities: [{ id: 'x', kind: 'organisation', name, facts }] }]);
  return extract!.entities[0]!.names?.map(({ text }) => text);
};

test('a party of words of its own is also called by them alone', () => {
  expect(shortOf('Zorbden Quorl Party')).toEqual(['Zorbden Quorl']);
});

test('a word that stands in the names of several bodies is none of one party', () => {
  const facts = [{ property: 'type' as const, value: 'political-party', asOf: '2026-01-01', source: 'x' }];
  const named = (id: string, name: string) => ({ id, kind: 'organisation' as const, name, facts });
  const given = [{ source: 'x', entities: [named('a', 'Zorbden Party'), named('b', 'Union of Zorbden')] }];
  expect(withPartyNames(given)).toEqual(given);
});

test('words of English, codes, and what is no party keep their names', () => {
  expect(shortOf('Green Party')).toBeUndefined();
  expect(shortOf('Zorbden Workers Party')).toBeUndefined();
  expect(shortOf('ZQP Party')).toBeUndefined();
  expect(shortOf('Zorbden Party', 'event')).toBeUndefined();
  expect(shortOf('Party of Zorbden')).toBeUndefined();
});
