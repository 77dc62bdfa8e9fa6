import { expect, test } from 'vitest';
import { entity, person } from '../builders.ts';
import type { Entity } from '../schema.ts';
import { problemsOf } from './testing.ts';

test.each<[string, Entity[], string[]]>([
  [
    'a name of two entities without cues',
    [
      entity('a', { names: [{ text: 'ICC' }], cues: ['court'] }),
      entity('b', { names: [{ text: 'I.C.C.' }, { text: 'icc cricket' }] }),
      entity('c', { names: [{ text: 'ICC' }] }),
    ],
    ['shared-name entities/c.names[0]'],
  ],
  [
    'a handle of two entities',
    [
      entity('a', { names: [{ text: '@x_y', kind: 'handle' }], cues: ['x'] }),
      entity('b', { names: [{ text: '@x_y', kind: 'handle' }], cues: ['y'] }),
    ],
    ['shared-name entities/a.names[0]', 'shared-name entities/b.names[0]'],
  ],
  ['a common word as a name', [entity('a', { names: [{ text: 'Post' }] })], ['common-word entities/a.names[0]']],
  ['a common word as the name', [entity('a', { name: 'Court' })], ['common-word entities/a.name']],
  [
    'an epithet that nobody uses',
    [entity('a', { names: [{ text: 'the Hammer', kind: 'epithet' }] })],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a pejorative that nobody uses',
    [entity('a', { names: [{ text: 'Turncoats', kind: 'pejorative' }] })],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a self-designation that nobody uses',
    [entity('a', { names: [{ text: 'Free House', kind: 'self-designation' }] })],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a handle without its sign',
    [entity('a', { names: [{ text: 'house_a', kind: 'handle' }] })],
    ['well-formed-name entities/a.names[0]'],
  ],
  [
    'a name that stands twice',
    [entity('a', { names: [{ text: 'Aay' }, { text: 'Aay' }] })],
    ['well-formed-name entities/a.names[0]', 'well-formed-name entities/a.names[1]'],
  ],
  ['a name of one letter', [entity('a', { names: [{ text: 'A.' }] })], ['matchable-name entities/a.names[0]']],
  [
    'two people one letter apart',
    [person('a', { name: 'Jan Rehman' }), person('b', { name: 'Jan Rahman' })],
    ['distinct-people entities/a.name'],
  ],
])('%s is refused', (_, entities, expected) => {
  expect(problemsOf(entities)).toEqual(expected);
});

test.each<[string, Entity[]]>([
  [
    'a common word with a case rule',
    [
      entity('a', {
        name: 'Court',
        names: [
          { text: 'Court', exactCase: true },
          { text: 'Post', needs: ['paper'] },
        ],
      }),
    ],
  ],
  [
    'a shared name with cues on both',
    [
      entity('a', { names: [{ text: 'ICC' }], cues: ['court'] }),
      entity('b', { names: [{ text: 'ICC' }], cues: ['cricket'] }),
    ],
  ],
  [
    'two people one letter apart who are kept distinct',
    [person('a', { name: 'Jan Rehman', distinctFrom: ['b'] }), person('b', { name: 'Jan Rahman' })],
  ],
])('%s is allowed', (_, entities) => {
  expect(problemsOf(entities)).toEqual([]);
});
