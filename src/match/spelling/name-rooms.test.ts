/** What a name may cost is known before it is compared: what is left out for it counts nowhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileIndex, type NamedEntity, openIndex } from '../index.ts';
import { isPerson, nameTokens } from '../name-index/read.ts';
import { spareBits } from '../name-index/rooms.ts';
import { memoOf } from './index-memo.ts';
import { hasRoom } from './name-rooms.ts';
import { createSpellingScratch } from './scratch.ts';
import { SPELLING_BITS } from './thresholds.ts';
import { surplusBits } from './weight.ts';

const given = fc.constantFrom('Tobias', 'Emilia', 'Mohammad', 'Oskar', 'J');
const surname = fc.stringMatching(/^[A-Z][a-z]{3,8}$/);
const name = fc.oneof(
  fc.tuple(given, surname).map((words) => words.join(' ')),
  fc.tuple(given, given, surname).map((words) => words.join(' ')),
);
const pack = fc.array(name, { minLength: 1, maxLength: 60 }).chain((names) =>
  fc
    .tuple(fc.boolean(), fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }))
    .map(([openData, persons]): NamedEntity[] =>
      names.map((each, i) => ({
        id: `e${i}`,
        kind: persons[i] ? 'person' : 'organisation',
        name: each,
        ...(openData && { facts: [{ property: 'type', value: 'body' }] }),
      })),
    ),
);

test('a name has room for all that its weight lets it cost', () => {
  let tight = 0;
  fc.assert(
    fc.property(pack, fc.double({ min: 0, max: 3, noNaN: true }), fc.boolean(), (entities, cost, generous) => {
      const index = openIndex(compileIndex(entities));
      const read = memoOf(createSpellingScratch(), index, generous);
      const { least, running } = SPELLING_BITS[generous ? 'generous' : 'normal'];
      for (let each = 0; each < index.names; each++) {
        const asked = index.openData && isPerson(index, each) ? running : least;
        const counts = surplusBits(index, nameTokens(index, each), cost) >= asked;
        if (counts) expect(hasRoom(read, each, cost, false, spareBits(index.openData, generous, false))).toBe(true);
        else tight += hasRoom(read, each, cost, false, spareBits(index.openData, generous, false)) ? 0 : 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(tight).toBeGreaterThan(30);
});
