import { expect, test } from 'vitest';
import { entity, statement } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], string[]]>([
  [
    'a text with a bidirectional override',
    [entity('a', { names: [{ text: 'Ab\u202Ecd' }] })],
    ['visible-text entities/a.names[0].text'],
  ],
  [
    'a text with a zero-width space',
    [entity('a', { names: [{ text: 'Ab\u200Bcd' }] })],
    ['visible-text entities/a.names[0].text'],
  ],
  [
    'a text with HTML',
    [entity('a', { statements: [statement('It <b>was</b>.')] })],
    ['tidy-text entities/a.statements[0].text'],
  ],
  ['a text with spare spaces', [entity('a', { description: 'A  club ' })], ['tidy-text entities/a.description']],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});
