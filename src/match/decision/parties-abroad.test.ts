import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const typed = (id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: ['land'],
  ...more,
});

test('a party is its own country’s in news of another one, unless it also fights', () => {
  const type = (value: string) => ({ property: 'type' as const, value });
  const names: NamedEntity['names'] = [{ text: 'Common Front', kind: 'full', needs: ['rockets'] }];
  const front = (...types: string[]): NamedEntity[] => [
    ...['league', 'pact', 'house', 'guild', 'choir', 'union', 'bank'].flatMap((each) => [
      typed(`common-${each}`, `Common ${each}`, 'political-party'),
      typed(`front-${each}`, `Front ${each}`, 'political-party'),
    ]),
    typed('land', 'Examplia', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
    typed('other', 'Otheria', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
    typed('front', 'Common Front', '', { names, facts: types.map(type) }),
  ];
  const text = [
    'Otheria closed its schools.',
    'Otheria called up reserves. In Otheria rockets of the Common Front fell.',
  ];
  const marks = (...types: string[]) =>
    annotate(openIndex(compileIndex(front(...types))), { blocks: text }).filter(({ entity }) => entity === 'front');
  expect(marks('political-party')).toEqual([]);
  expect(marks('political-party', 'conflict-party')).toHaveLength(1);
});

test('a party by its article and noun in French stands where its country alone is named', () => {
  const index = openIndex(
    compileIndex([
      typed('land', 'Examplie', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
      typed('other', 'Autrie', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
      typed('quorins', 'Les Quorins', 'political-party', { cues: ['Examplie'] }),
    ]),
  );
  const marks = (text: string) =>
    annotate(index, { blocks: [text], lang: 'fr' }).filter(({ entity }) => entity === 'quorins').length;
  expect(marks('En Examplie, la gauche et les Quorins ont signé.')).toBe(1);
  expect(marks('En Examplie, la gauche et les quorins ont signé.')).toBe(0);
  expect(marks('En Examplie, la gauche et les Quorins libéraux ont signé.')).toBe(0);
  expect(marks('En Examplie et en Autrie, la gauche et les Quorins ont signé.')).toBe(0);
});

test('in a longer name that goes on with another country it is that country’s', () => {
  const index = openIndex(
    compileIndex([
      typed('land', 'Examplia', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
      typed('other', 'Otheria', 'country-or-territory', { kind: 'place', related: [], cues: [] }),
      typed('quorins', 'Union for Quorin Peace', 'political-party', { cues: ['Examplia'] }),
    ]),
  );
  const marks = (text: string) =>
    annotate(index, { blocks: [text] }).filter(({ entity }) => entity === 'quorins').length;
  expect(marks('In Examplia the Union for Quorin Peace met.')).toBe(1);
  expect(marks('In Examplia the Union for Quorin Peace in Otheria met.')).toBe(0);
});
