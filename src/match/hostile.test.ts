/** Text and packs that nobody means well with: a clear error or none, never a crash. What takes long is in quality/fuzz/endless.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from './index.ts';
import type { NamedEntity } from './types.ts';

const index = openIndex(
  compileIndex([
    { id: 'a', kind: 'person', name: 'Ruhollah Khomeini', cues: ['revolution'] },
    { id: 'b', kind: 'organisation', name: 'United Nations', names: [{ text: 'UN', kind: 'acronym' }] },
    { id: 'c', kind: 'person', name: '赖清德' },
    { id: 'd', kind: 'person', name: 'روح‌الله خمینی' },
    { id: 'e', kind: 'term', name: 'x' },
  ]),
);

test('any text at all is annotated, and every mention lies inside its block', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 4 }), (blocks) => {
      for (const { block, start, end } of annotate(index, { blocks })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(blocks[block]!.length);
      }
    }),
  );
});

test('names are found between lone surrogates and bidi overrides, at their original offsets', () => {
  const text = '\ud83d Ruhollah\u202e \u2066Khomeini\u2069 \udc00';
  expect(annotate(index, { blocks: [text] }).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ruhollah\u202e \u2066Khomeini',
  ]);
});

test('a pack of names that are all the same, and of one letter, says nothing rather than something', () => {
  const same = Array.from(
    { length: 5_000 },
    (_, i): NamedEntity => ({ id: `e${i}`, kind: 'person', name: i % 2 ? 'Ali Hosseini' : 'A' }),
  );
  const many = openIndex(compileIndex(same));
  expect(annotate(many, { blocks: ['Ali Hosseini and A met Ali Hoseini.'] })).toEqual([]);
});

test('names without a letter are no names', () => {
  const empty = openIndex(
    compileIndex([
      { id: 'a', kind: 'term', name: '!!!' },
      { id: 'b', kind: 'term', name: '\u200d' },
    ]),
  );
  expect(empty.names).toBe(0);
  expect(annotate(empty, { blocks: ['!!! anything'] })).toEqual([]);
});

test('a pack may name its entities and rules after properties of objects', () => {
  const odd = openIndex(
    compileIndex([
      { id: 'constructor', kind: 'term', name: '__proto__', names: [{ text: 'constructor', needs: ['toString'] }] },
    ]),
  );
  expect(annotate(odd, { blocks: ['constructor toString'] }).map(({ entity }) => entity)).toEqual(['constructor']);
});
