import { expect, test } from 'vitest';
import { dispute, entity, position } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], string[]]>([
  [
    'a dispute with one holder',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'Yes.'), position('a', 'Certainly.')] })] })],
    ['several-holders entities/a.disputes[0]'],
  ],
  [
    'a dispute in which one side has most of the words',
    [
      entity('a', {
        disputes: [
          dispute({
            sides: ['x', 'y'],
            positions: [
              position('A', 'One two three four five six seven.', { side: 'x' }),
              position('B', 'One two three four.', { side: 'y' }),
            ],
          }),
        ],
      }),
    ],
    ['balanced-sides entities/a.disputes[0]'],
  ],
  [
    'a dispute in which one side says nothing',
    [
      entity('a', {
        disputes: [
          dispute({ sides: ['x', 'y'], positions: [position('A', 'One.', { side: 'x' }), position('B', 'Two.')] }),
        ],
      }),
    ],
    ['balanced-sides entities/a.disputes[0]'],
  ],
  [
    'a side that the dispute does not name',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'One.', { side: 'x' }), position('B', 'Two.')] })],
      }),
    ],
    ['balanced-sides entities/a.disputes[0].positions[0].side'],
  ],
  [
    'numbers out of order',
    [
      entity('a', {
        disputes: [
          dispute({
            unit: 'people',
            positions: [position('A', 'Many.', { low: 30 }), position('B', 'Few.', { low: 10, high: 20 })],
          }),
        ],
      }),
    ],
    ['ordered-numbers entities/a.disputes[0].positions[1]'],
  ],
  [
    'a low number above the high one',
    [
      entity('a', {
        disputes: [
          dispute({
            unit: 'people',
            positions: [position('A', 'Some.', { low: 30, high: 20 }), position('B', 'None.')],
          }),
        ],
      }),
    ],
    ['ordered-numbers entities/a.disputes[0].positions[0]'],
  ],
  [
    'numbers that count nothing',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Some.', { low: 30 }), position('B', 'None.')] })],
      }),
    ],
    ['ordered-numbers entities/a.disputes[0].unit'],
  ],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});
