import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namePairSections, readNamesWithPair } from './name-pairs.ts';
import type { MatchIndex } from './read.ts';

const pair = fc.record({ key: fc.integer(), name: fc.nat({ max: 999 }) });

test('each name is read by the keys of its pairs, and few by another', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 400 }), fc.integer(), (pairs, other) => {
      const index = { names: 1000, ...namePairSections(pairs, 1000) } as MatchIndex;
      const into: number[] = [];
      const found = (key: number) => Array.from({ length: readNamesWithPair(index, key, into) }, (_, i) => into[i]!);
      for (const { key, name } of pairs) expect(found(key)).toContain(name);
      expect(found(other).length).toBeLessThan(20);
    }),
  );
});
