import type { Distance } from './text-run.ts';

/** Words that a page sets down one by one are a line where they look like one. */
export const distanceOf: Distance = (first, second) => {
  const [a, b] = [rectOf(first, -1), rectOf(second, 0)];
  if (!a || !b) return undefined;
  const height = Math.max(a.height, b.height);
  if (Math.abs(a.top - b.top) < height / 2) {
    const gap = Math.min(Math.abs(b.left - a.right), Math.abs(a.left - b.right));
    return gap > height ? undefined : gap > height / 10 ? 1 : 0;
  }
  return b.top > a.top && b.top - a.top < height * 2 && b.left < a.right ? 1 : undefined;
};

function rectOf(node: Text, at: number): DOMRect | undefined {
  const range = node.ownerDocument.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].at(at);
}
