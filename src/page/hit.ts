import type { Mention } from '../match/types.ts';
import { type BlockList, offsetInBlock, spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import { textNode } from './nodes.ts';

/** CSS pixels around the glyphs that still count: the gap between two lines of a mark, the underline below it. */
const slack = 2;

/** Client rectangles of a mention, one for each line and text node. */
export function rectsOf({ block, mention }: Placed): DOMRect[] {
  const rects: DOMRect[] = [];
  for (const { node, start, end } of spans(block, mention.start, mention.end)) {
    if (!node.isConnected || node.length < end) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
  }
  return rects;
}

function onGlyphs(placed: Placed, x: number, y: number): boolean {
  return rectsOf(placed).some(
    ({ left, right, top, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  );
}

interface CaretPoint {
  offsetNode: Node;
  offset: number;
}

function caretAt(page: Document, x: number, y: number, roots: readonly ShadowRoot[]): CaretPoint | null {
  const find = page.caretPositionFromPoint as
    | ((x: number, y: number, options?: { shadowRoots: readonly ShadowRoot[] }) => CaretPoint | null)
    | undefined;
  return find?.call(page, x, y, { shadowRoots: roots }) ?? null;
}

/**
 * The mention whose glyphs lie under a point, in client coordinates. The browser is asked for the caret there, which costs
 * the same on every page, and the offset is looked up in our own table; `highlightsFromPoint` grows with the number of marks.
 *
 * @param shown whether it can be seen: text that cannot may lie over a name that can
 */
export function createHitTest(
  page: Document,
  list: BlockList,
  roots: () => readonly ShadowRoot[],
  accept: (mention: Mention) => boolean,
  shown: (placed: Placed) => boolean,
): (x: number, y: number) => Placed | null {
  /** At an offset of a text where one is given; where one mention lies within another, the shorter. */
  function within(node: Node, x: number, y: number, caret?: number): Placed | null {
    let found: Placed | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const block of list.markedAt(node)) {
      const offset = caret === undefined ? caret : offsetInBlock(block, node, caret);
      for (const mention of block.mentions) {
        const { start, end } = mention;
        const near = offset === undefined || (start <= offset && offset <= end);
        if (!near || end - start >= least || !accept(mention) || !onGlyphs({ block, mention }, x, y)) continue;
        found = { block, mention };
        least = end - start;
      }
    }
    return found;
  }

  function among(elements: Iterable<Element | null>, x: number, y: number): Placed | null {
    let left = mostTexts;
    for (const element of elements)
      for (let node = element?.firstChild; node && left-- > 0; node = node.nextSibling) {
        const found = within(node, x, y);
        if (found && shown(found)) return found;
      }
    return null;
  }

  return (x, y) => {
    const caret = caretAt(page, x, y, roots());
    if (!caret) return null;
    const { offsetNode, offset } = caret;
    // In Firefox no caret stands within `user-select: all`.
    if (offsetNode.nodeType !== textNode) return among([page.elementFromPoint(x, y)], x, y);
    const found = within(offsetNode, x, y, offset);
    return found && !shown(found) ? among(page.elementsFromPoint(x, y), x, y) : found;
  };
}

/** Texts at a point that are looked through. */
const mostTexts = 100;
