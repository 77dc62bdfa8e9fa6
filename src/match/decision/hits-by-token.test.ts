import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hit } from '../blocks.ts';
import { createScratch } from '../scratch.ts';
import { hitsOver } from './hits-by-token.ts';

test('the hits over a token are found in long blocks as in short ones', () => {
  const hit = fc.record({ name: fc.nat(9), from: fc.nat(60), more: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(hit, { maxLength: 90 }), fc.nat(66), (list, token) => {
      const hits = list.map(({ name, from, more }): Hit => ({ name, from, to: from + more, start: 0, end: 0 }));
      const over = hits.filter(({ from, to }) => from <= token && to >= token);
      const found = hitsOver(createScratch(), hits, token);
      expect(new Set(found)).toEqual(new Set(over));
      expect(found).toHaveLength(over.length);
    }),
  );
});
