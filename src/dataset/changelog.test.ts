import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispute, entity, pack, position, source, statement } from './builders.ts';
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
