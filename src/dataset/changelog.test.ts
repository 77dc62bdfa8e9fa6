import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite, dispute, entity, pack, position, source, statement } from './builders.ts';
import { changelog } from './changelog.ts';

test('added, removed and changed entities and sources are told apart', () => {
  const before = pack([entity('a'), entity('b'), entity('c')], [source('beta')]);
  const after = pack(
    [entity('b'), entity('c', { description: 'A club' }), entity('d')],
    [source('beta', { title: 'New' }), source('gamma')],
  );
  expect(changelog(before, after)).toEqual({
    added: [{ id: 'd', name: 'House of d' }],
    removed: [{ id: 'a', name: 'House of a' }],
    changed: [{ id: 'c', name: 'House of c', changes: [{ part: 'description', after: 'A club' }] }],
    sources: { added: ['gamma'], removed: [], changed: ['beta'] },
  });
});

test('a changed sentence is shown as the old one and the new one, a changed position by its holder', () => {
  const disputes = (text: string) => [
    dispute({ positions: [position('The council', text), position('The union', 'No.')] }),
  ];
  const before = pack([entity('a', { statements: [statement('It was a club.')], disputes: disputes('Yes.') })]);
  const after = pack([entity('a', { statements: [statement('It was a party.')], disputes: disputes('Perhaps.') })]);
  expect(changelog(before, after).changed[0]?.changes).toEqual([
    { part: 'statement', before: 'It was a club.' },
    { part: 'statement', after: 'It was a party.' },
    { part: 'position', before: 'The council: Yes.', after: 'The council: Perhaps.' },
  ]);
});

test('a new citation of the same sentence is a change of that sentence', () => {
  const before = pack([entity('a')]);
  const after = pack([entity('a', { statements: [statement('It was a club.', { date: '1999' })] })]);
  expect(changelog(before, after).changed[0]?.changes).toEqual([
    { part: 'statement', before: 'It was a club.', after: 'It was a club.' },
  ]);
});

test('order is no change, and a pack does not differ from itself', () => {
  const statements = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 });
  fc.assert(
    fc.property(statements, (texts) => {
      const of = (list: string[]) => pack([entity('a', { statements: list.map((text) => statement(text)) })]);
      const { added, removed, changed } = changelog(of(texts), of([...texts].reverse()));
      expect([...added, ...removed, ...changed]).toEqual([]);
    }),
  );
});

test('names, offices, relations and whole disputes are told apart by what a reader would call the same', () => {
  const role = { title: 'Mayor', citations: cite('alpha') };
  const before = entity('a', {
    names: [{ text: 'Club' }, { text: 'Verein', lang: 'de' }],
    roles: [role, { ...role, title: 'Judge', from: '1999', to: '2001' }],
    related: [{ id: 'b', kind: 'part of' }],
    distinctFrom: ['c'],
    cues: ['strike'],
    disputes: [dispute({ unit: 'people' })],
    description: 'A club',
    living: false,
  });
  const after = entity('a', {
    names: [{ text: 'Club', kind: 'short' }],
    roles: [
      { ...role, to: '2020' },
      { ...role, title: 'Judge', from: '1998' },
    ],
    disputes: [dispute({ question: 'Who closed it?' })],
  });
  expect(changelog(pack([before]), pack([after])).changed[0]?.changes).toEqual([
    { part: 'description', before: 'A club' },
    { part: 'living', before: 'false' },
    { part: 'name', before: 'Verein' },
    { part: 'name', before: 'Club', after: 'Club' },
    { part: 'dispute', before: 'Why was it closed?', after: 'Who closed it?' },
    { part: 'role', before: 'Judge, 1999 to 2001' },
    { part: 'role', after: 'Judge, 1998 to now' },
    { part: 'role', before: 'Mayor, ? to now', after: 'Mayor, ? to 2020' },
    { part: 'relation', before: 'part of: b' },
    { part: 'kept apart from', before: 'c' },
    { part: 'cue', before: 'strike' },
  ]);
});
