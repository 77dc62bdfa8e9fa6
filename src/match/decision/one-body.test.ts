import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const group = (id: string, land: string, name: string): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  names: [
    { text: name, kind: 'full' },
    { text: 'R23', kind: 'acronym', needs: ['rebels'] },
  ],
  facts: [{ property: 'type', value: 'conflict-party' }],
  related: [land],
  cues: ['rebels', 'valley'],
});
const marks = (...entities: NamedEntity[]) =>
  annotate(openIndex(compileIndex(entities)), { blocks: ['The rebels of R23 came into the valley.'] }).map(
    ({ entity }) => entity,
  );

test('letters of a body that two sources tell of under two ids are its letters', () => {
  expect(marks(group('a', 'land', 'Rivers Movement'), group('b', 'land', 'Rivers Movement'))).toEqual(['a']);
});

test('bodies of two names, or of two countries, are two', () => {
  expect(marks(group('a', 'land', 'Rivers Movement'), group('b', 'land', 'Roads Movement'))).toEqual([]);
  expect(marks(group('a', 'land', 'Rivers Movement'), group('b', 'other', 'Rivers Movement'))).toEqual([]);
});
