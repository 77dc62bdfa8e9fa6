import { spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import { showText } from './nodes.ts';

/**
 * Where marks stand in the text of the page's body, in code points, as the Web Annotation model counts (TextPositionSelector) and other
 * annotators read it; nothing for what stands in a shadow tree, which is not part of that text.
 */
export function positionsIn(page: Document, marks: readonly Placed[]): (readonly [number, number] | undefined)[] {
  const places = marks.map(({ block, mention }) => spans(block, mention.start, mention.end));
  const asked = new Set(places.flatMap((parts) => parts.map(({ node }) => node)));
  const starts = new Map<Node, number>();
  const texts = page.createNodeIterator(page.body ?? page.documentElement, showText);
  let count = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (asked.has(node as Text)) starts.set(node, count);
    count += points((node as Text).data);
  }
  const place = (node: Text, offset: number) => starts.get(node)! + points(node.data.slice(0, offset));
  return places.map((parts) => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || !starts.has(first.node) || !starts.has(last.node)) return undefined;
    return [place(first.node, first.start), place(last.node, last.end)];
  });
}

/** Code points of a text. */
function points(text: string): number {
  return [...text].length;
}
