import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Meta } from './entity-facts.ts';
import { decodeMeta, encodeMeta, needsInOneOrder } from './meta-rows.ts';

const words = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
const metas = fc.array(
  fc.record(
    {
      head: fc.constant<true>(true),
      since: fc.integer({ min: 0, max: 9999 }),
      type: fc.constantFrom('person', 'company'),
      cues: words,
      related: words,
      distinctFrom: words,
      roles: fc.array(fc.record({ title: fc.string(), office: fc.string() }), { minLength: 1 }),
      name: fc.string(),
      disputes: fc.array(
        fc.record({ id: fc.string(), cues: words, low: fc.nat(), high: fc.nat(), values: fc.array(fc.double()) }),
        { minLength: 1 },
      ),
      rules: fc.dictionary(fc.string(), fc.record({ needs: words, exactCase: fc.boolean() }), { minKeys: 1 }),
    },
    { requiredKeys: [] },
  ),
);

function decoded(rows: readonly Meta[]): { metas: Meta[]; values: Map<number, unknown> } {
  const { offsets, bytes, values } = encodeMeta(rows);
  const known = new Map<number, unknown>();
  const table = { ...values, letters: new Uint8Array(256) };
  return { metas: rows.map((_, row) => decodeMeta(bytes, offsets[row]!, table, known)), values: known };
}

test('every row is read as it was written', () => {
  fc.assert(
    fc.property(metas, (rows) => {
      // As JSON: there is no minus zero in it.
      expect(JSON.parse(JSON.stringify(decoded(rows as Meta[]).metas))).toEqual(JSON.parse(JSON.stringify(rows)));
    }),
  );
});

test('what several rows have stands, and is decoded, once', () => {
  const cues = ['Veldland', 'Veldlandish'];
  const { metas, values } = decoded([{ cues, since: 2001 }, { cues: [...cues] }, { type: 'company', cues }]);
  expect(metas[1]!.cues).toBe(metas[0]!.cues);
  expect([...values.values()]).toEqual([cues, 'company']);
});

test('a name that an object of its own accord has is a name like others', () => {
  const [meta] = decoded([{ rules: { constructor: { exactCase: true } } }]).metas;
  expect(meta!.rules!.constructor).toEqual({ exactCase: true });
  expect(decoded([{ rules: {} }]).metas[0]!.rules!.toString).toBe(undefined);
});

test('lists of needed words have their frequent words first, and lose none', () => {
  const rows = [
    { rules: { a: { needs: ['Velmark', 'minister', 'party'] }, b: { needs: ['party', 'Orsk', 'minister'] } } },
    { rules: { c: { exactCase: true as const, needs: ['minister', 'minister'] } }, since: 2001 },
    { since: 2002 },
  ];
  expect(needsInOneOrder(rows)).toEqual([
    { rules: { a: { needs: ['minister', 'party', 'Velmark'] }, b: { needs: ['minister', 'party', 'Orsk'] } } },
    { rules: { c: { exactCase: true, needs: ['minister'] } }, since: 2001 },
    { since: 2002 },
  ]);
});
