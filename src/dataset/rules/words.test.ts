import { expect, test } from 'vitest';
import { dispute, entity, position, statement } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], string[]]>([
  [
    'a loaded word in our voice',
    [entity('a', { statements: [statement('It fought the regime.')] })],
    ['neutral-words entities/a.statements[0].text'],
  ],
  [
    'a loaded word in a description',
    [entity('a', { description: 'A terrorist group' })],
    ['neutral-words entities/a.description'],
  ],
  [
    'a loaded word in a question',
    [entity('a', { disputes: [dispute({ question: 'Who ordered the massacre?' })] })],
    ['neutral-words entities/a.disputes[0].question'],
  ],
  [
    'a loaded word in a neutral name',
    [entity('a', { kind: 'event', names: [{ text: '1988 massacre', kind: 'variant' }] })],
    ['neutral-words entities/a.names[0]'],
  ],
  [
    'a loaded word in lower case in the name of an organisation',
    [entity('a', { name: 'the regime' })],
    ['neutral-words entities/a.name'],
  ],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});

test.each<[string, Entity[]]>([
  [
    'a loaded word in quotation marks with who says it',
    [entity('a', { statements: [statement('The council called it “the massacre”.')] })],
  ],
  [
    'a loaded word in a position',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'The regime did it.'), position('B', 'No.')] })] })],
  ],
  [
    'a loaded word that is a technical term',
    [entity('a', { statements: [statement('It keeps a sanctions regime.')] })],
  ],
  [
    'a loaded word in the title of a law',
    [entity('a', { statements: [statement('It was a Foreign Terrorist Organization until 2012.')] })],
  ],
  [
    'a loaded word in the title of an organisation, and its mention elsewhere',
    [
      entity('a', { name: 'Victims of the Massacre' }),
      entity('b', { statements: [statement('It joined Victims of the Massacre.')] }),
    ],
  ],
  [
    'a loaded word as an epithet with who uses it',
    [entity('a', { kind: 'event', names: [{ text: '1988 massacre', kind: 'epithet', usedBy: 'opponents' }] })],
  ],
])('%s is allowed', (_, entities) => {
  expect(problemsOf(entities)).toEqual([]);
});
