import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entity, pack } from './builders.ts';
import { inTodaysForm } from './earlier.ts';
import { readPack } from './read.ts';

const earlier = { source: 'alpha', supports: 'direct', quote: 'three of them' };
const now = { source: 'alpha', supports: 'direct', quotes: ['three of them'] };

/** An entity whose every list of citations holds this one. */
const citing = (citation: unknown) => ({
  ...entity('a'),
  statements: [{ text: 'It was a club.', kind: 'identity', citations: [citation] }],
  disputes: [
    { id: 'why', question: 'Why?', positions: [{ holder: 'A', relation: 'x', text: 'So.', citations: [citation] }] },
  ],
  roles: [{ title: 'Club', citations: [citation] }],
});

const file = (...entities: unknown[]) => ({ format: 'sidelight-pack', formatVersion: 1, ...pack([]), entities });

test('a pack of the time when a citation had one quotation is read', () => {
  expect(readPack(file(citing(earlier)))).toEqual({ pack: file(citing(now)), problems: [] });
});

test('a citation that has a quotation in both forms is refused', () => {
  const { problems } = readPack(file(citing({ ...now, quote: 'four' })));
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatchObject({ path: 'entities[0].statements[0].citations[0].quote', found: 'the key "quote"' });
});

test('an entity in today’s form, and anything that is no entity, stays as it is', () => {
  const lists = fc.constantFrom('statements', 'disputes', 'positions', 'roles', 'citations', 'quotes', 'name');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(lists, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      expect(inTodaysForm(any)).toEqual(any);
    }),
  );
  expect(inTodaysForm(citing(now))).toEqual(citing(now));
});
