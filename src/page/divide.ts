import type { Block, Piece } from './blocks.ts';
import { longBlock } from './limits.ts';

/** A long block as several, so that words that must stand near a name do, and none grows without end. */
export function divided(block: Block): Block[] {
  if (block.text.length < longBlock) return [block];
  const parts: Block[] = [];
  let start = 0;
  let first = 0;
  for (const end of cuts(block.text)) {
    const pieces: Piece[] = [];
    for (let i = first; i < block.pieces.length; i++) {
      const piece = block.pieces[i]!;
      if (piece.start >= end) break;
      first = i;
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.start + piece.length, end);
      if (from < to) {
        pieces.push({
          node: piece.node,
          from: piece.from + from - piece.start,
          start: from - start,
          length: to - from,
        });
      }
    }
    if (pieces.length) parts.push({ ...block, text: block.text.slice(start, end), pieces });
    start = end;
  }
  return parts;
}

/** Where the parts of a long text end. */
function* cuts(text: string): Generator<number> {
  const blankLine = /\n\s*\n/g;
  let start = 0;
  for (let end = 0; end < text.length; ) {
    const cut = blankLine.exec(text);
    end = cut ? cut.index + cut[0].length : text.length;
    while (end - start > longBlock) {
      start = cutBefore(text, start, start + longBlock);
      yield start;
    }
    if (end > start) yield end;
    start = end;
  }
}

/** The best place to cut in the second half of what stands between `start` and `end`. */
function cutBefore(text: string, start: number, end: number): number {
  const half = text.slice(start + longBlock / 2, end);
  const at = Math.max(half.lastIndexOf('\n'), half.lastIndexOf('. ')) + 1 || half.lastIndexOf(' ') + 1;
  return at ? end - half.length + at : end;
}
