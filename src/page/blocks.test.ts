import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, offsetInBlock, type Piece, spans } from './blocks.ts';

/** A block of text nodes, between some of which the collector has put a separator; nodes are told apart by identity only. */
function blockOf(parts: readonly { data: string; gap: boolean }[]): Block {
  let text = '';
  const pieces: Piece[] = [];
  for (const { data, gap } of parts) {
    if (gap) text += '\n';
    pieces.push({ node: { data } as Text, from: 0, start: text.length, length: data.length });
    text += data;
  }
  return { text, pieces, heading: false, mentions: [] };
}

const block = fc
  .array(fc.record({ data: fc.string({ minLength: 1, maxLength: 6 }), gap: fc.boolean() }), { minLength: 1 })
  .map(blockOf);

test('the spans of a stretch hold its text, without the separators', () => {
  fc.assert(
    fc.property(block, fc.nat(), fc.nat(), (one, a, b) => {
      const start = a % one.text.length;
      const end = start + (b % (one.text.length - start + 1));
      const found = spans(one, start, end);
      const inNodes = new Set(
        one.pieces.flatMap((piece) => Array.from({ length: piece.length }, (_, i) => piece.start + i)),
      );
      const expected = [...Array(end - start).keys()].map((i) => start + i).filter((i) => inNodes.has(i));
      expect(found.map((span) => span.node.data.slice(span.start, span.end)).join('')).toBe(
        expected.map((i) => one.text[i]).join(''),
      );
    }),
  );
});

test('an offset in a node and the offset in the block lead to each other', () => {
  fc.assert(
    fc.property(block, fc.nat(), (one, at) => {
      const offset = at % one.text.length;
      const [span] = spans(one, offset, offset + 1);
      if (span) expect(offsetInBlock(one, span.node, span.start)).toBe(offset);
    }),
  );
});
