import { expect, test } from 'vitest';
import { namesOf, readFixture, record } from '../fixture.ts';

test('a constitution is told by its country, where there is one', () => {
  const output = readFixture('factbook-constitutions');
  expect(output.entities.map(({ id }) => id)).toEqual(['constitution-de']);
  expect(namesOf(record(output, 'constitution-de'))).toEqual([
    'Constitution of Germany',
    'Constitution',
    'Constitución',
  ]);
  expect(record(output, 'constitution-de')).toMatchObject({
    kind: 'law',
    facts: [{ value: 'constitution', asOf: '2026-01-22' }, {}],
  });
});

test('a remark that says that there is none is no constitution', () => {
  const replace = ['previous 1919', 'no formal constitution'] as const;
  expect(readFixture('factbook-constitutions', { replace }).entities).toEqual([]);
});

test('the field that no profile has any more stops the adapter', () => {
  expect(() => readFixture('factbook-constitutions', { replace: ['"Constitution"', '"Basic law"'] })).toThrow(
    /Government > Constitution > history: expected this field in some of them/u,
  );
});
