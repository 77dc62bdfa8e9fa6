import { expect, test } from 'vitest';
import { dispute, entity, position, statement } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], string[]]>([
  [
    'a statement without a citation',
    [entity('a', { statements: [statement('It was.', { citations: [] })] }), entity('b')],
    ['cited-statement entities/a.statements[0]'],
  ],
  [
    'a position without a citation',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Yes.'), position('B', 'No.', { citations: [] })] })],
      }),
    ],
    ['cited-statement entities/a.disputes[0].positions[1]'],
  ],
  [
    'a sentence of 31 words',
    [entity('a', { statements: [statement(`It was ${'very '.repeat(28)}old.`)] })],
    ['short-sentence entities/a.statements[0].text'],
  ],
  [
    'a sentence of 31 words in a position',
    [
      entity('a', {
        disputes: [
          dispute({ positions: [position('A', `Yes. It was ${'very '.repeat(28)}old.`), position('B', 'No.')] }),
        ],
      }),
    ],
    ['short-sentence entities/a.disputes[0].positions[0].text'],
  ],
  [
    'a description of 121 characters',
    [entity('a', { description: 'x'.repeat(121) })],
    ['short-description entities/a.description'],
  ],
  [
    'a quotation of 15 words in a citation',
    [
      entity('a', {
        statements: [
          statement('It was.', {
            citations: [{ source: 'alpha', supports: 'direct', quotes: ['word '.repeat(15).trim()] }],
          }),
        ],
      }),
    ],
    ['short-quotation entities/a.statements[0].citations[0].quotes[0]'],
  ],
  [
    'a quotation of 15 words in a sentence',
    [
      entity('a', {
        statements: [
          statement(`It said “${'word '.repeat(15).trim()}”.`, {
            citations: [{ source: 'alpha', supports: 'direct', locator: 'p. 2' }],
          }),
        ],
      }),
    ],
    ['short-quotation entities/a.statements[0].text'],
  ],
  [
    'a quotation that cannot be looked up',
    [entity('a', { statements: [statement('It said “we never saw these letters”.')] })],
    ['located-quotation entities/a.statements[0].text'],
  ],
  [
    '"now" without asOf',
    [entity('a', { statements: [statement('It now sits in Bern.')] })],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"current" without asOf',
    [entity('a', { statements: [statement('Its current seat is Bern.')] })],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"since" without a date',
    [entity('a', { statements: [statement('It has sat in Bern since 1994.')] })],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"still" in a position without a date',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'It still does.'), position('B', 'No.')] })] })],
    ['dated-present entities/a.disputes[0].positions[0]'],
  ],
  [
    '"since" in a description that nothing dates',
    [entity('a', { description: 'Club in Bern since 1994' })],
    ['dated-present entities/a.description'],
  ],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});

test.each<[string, Entity[]]>([
  ['"now" inside a quotation', [entity('a', { statements: [statement('It said “act now”.')] })]],
])('%s is allowed', (_, entities) => {
  expect(problemsOf(entities)).toEqual([]);
});
