import { expect, test } from 'vitest';
import { entity, person, source, statement } from '../builders.ts';
import type { Entity, Source } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], Source[], string[]]>([
  [
    'an entity without reviewBy',
    [{ id: 'a', kind: 'place', name: 'Aa' }, entity('b')],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a living person who is not read again within six months',
    [person('a', { living: true, reviewBy: '2027-06-22' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'somebody in office who is not read again within three months',
    [person('a', { living: true, roles: [{ title: 'Mayor', from: '2024' }], reviewBy: '2027-04-01' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a card that is not read again within two years',
    [entity('a', { reviewBy: '2029-01-01' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a person of whom it is not said whether they live',
    [{ id: 'a', kind: 'person', name: 'Aa', reviewBy: '2027-01-01' }, entity('b')],
    [],
    ['living-person entities/a.living'],
  ],
  [
    'an organisation that lives',
    [entity('a', { living: true, reviewBy: '2027-01-01' })],
    [],
    ['living-person entities/a.living'],
  ],
  [
    'a role without an end of somebody who has died, but not of somebody who lives',
    [
      person('a', { living: false, roles: [{ title: 'Mayor', from: '1990' }] }),
      person('b', { name: 'Bo Bee', living: true, roles: [{ title: 'Mayor', from: '2024' }], reviewBy: '2027-01-01' }),
      person('c', { name: 'Cy Cee', living: false, roles: [{ title: 'Mayor', from: '1990', to: '1994' }] }),
    ],
    [],
    ['ended-role entities/a.roles[0].to'],
  ],
  [
    'a day that the calendar does not have',
    [entity('a', { statements: [statement('It met.', { date: '2024-02-30' })] })],
    [],
    ['real-date entities/a.statements[0].date'],
  ],
  [
    'something known as of a day to come',
    [entity('a', { statements: [statement('It met.', { asOf: '2027' })] })],
    [],
    ['real-date entities/a.statements[0].asOf'],
  ],
  [
    'a role that ends before it begins',
    [person('a', { roles: [{ title: 'Mayor', from: '2001', to: '1999' }] })],
    [],
    ['real-date entities/a.roles[0]'],
  ],
  [
    'a source read on a day to come',
    [entity('a')],
    [source('alpha', { accessed: { 'date-parts': [[2026, 12, 1]] } })],
    ['real-date sources/alpha.accessed'],
  ],
])('%s is refused', (_, entities, sources, expected) => {
  expect(problemsOf(entities, sources)).toEqual(expected);
});
