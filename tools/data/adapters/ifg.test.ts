import { expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const output = readFixture('gb-ministers');

test('several rows of a person are one: the newest name stands', () => {
  expect(namesOf(record(output, 'gb-mp-500'))).toEqual(['Lord Example', 'Alpha Example']);
});

test('former ministers are told for the cabinet only, those in office for every post', () => {
  expect(record(output, 'gb-mp-500').facts).toMatchObject([
    {
      property: 'office-held',
      value: 'Secretary of State for Examples',
      from: '1999-01-01',
      to: '2001-05-05',
      within: 'country-gb',
    },
  ]);
  expect(values(record(output, 'gb-minister-beta-example'), 'office-held')).toEqual(['Minister for Samples']);
});

test('an appointment without an end is open, and the first office is that of the head of government', () => {
  const [fact] = record(output, 'gb-mp-12').facts!;
  expect(fact).toMatchObject({ property: 'head-of-government-of', value: 'country-gb', from: '2024-07-05' });
  expect(fact).not.toHaveProperty('to');
});

test('departments that exist are entities; offices of a person and old departments are none', () => {
  const ministries = output.entities.filter(({ id }) => id.startsWith('gb-ministry'));
  expect(ministries.map(namesOf)).toEqual([['Department for Examples, Samples and Rural Affairs', 'DESRA']]);
});

test.each([
  ['p3,o3,2024-07-05', 'p3,o3,05/07/2024', /appointment\.csv:5: expected a day, YYYY-MM-DD/u],
  ['p3,o3', 'p3,o9', /appointment\.csv:5: expected the id of a post, found "o9"/u],
  ['id_parliament', 'parliament', /person\.csv:1: expected the column id_parliament/u],
  ['p3,12.0,Gamma', 'p9,12.0,Gamma', /person\.csv:1: expected the person p3, found "none"/u],
])('it stops where %s has become %s', (from, to, message) =>
  expect(() => readFixture('gb-ministers', { replace: [from, to] })).toThrow(message),
);
