import type { Frame, Page } from 'puppeteer-core';
import { patience } from '../../../browser-driver/patience.ts';
import { explained } from './explain.ts';

/**
 * The texts of all marks that are registered on the page, in reading order. The active mark's layer (priority 1) is left out. Other
 * highlights of the page have names that are not ours.
 */
export function marksOn(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const ranges: StaticRange[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Highlight & Iterable<StaticRange>>) {
      if (/^m[0-9a-f]{32}$/.test(name) && highlight.priority === 0) ranges.push(...highlight);
    }
    // Two nodes are compared in the innermost tree that holds both, or the hosts of both.
    const lineage = (node: Node): Node[] => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? [...lineage(root.host), node] : [node];
    };
    const compare = (a: Node, b: Node) => {
      const left = lineage(a);
      const right = lineage(b);
      let depth = 0;
      while (left[depth + 1] && right[depth + 1] && left[depth] === right[depth]) depth++;
      const position = left[depth]!.compareDocumentPosition(right[depth]!);
      return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    };
    ranges.sort((a, b) =>
      a.startContainer === b.startContainer
        ? a.startOffset - b.startOffset
        : compare(a.startContainer, b.startContainer),
    );
    return ranges.map(({ startContainer, startOffset, endOffset }) =>
      (startContainer as Text).data.slice(startOffset, endOffset),
    );
  });
}

/** Waits until exactly these texts are marked; a failure shows what was there instead. */
export async function expectMarks(
  page: Page | Frame,
  expected: readonly string[],
  timeout: number = patience,
): Promise<void> {
  const end = Date.now() + timeout;
  let seen: string[] = [];
  while (Date.now() < end) {
    seen = await marksOn(page);
    if (JSON.stringify(seen) === JSON.stringify(expected)) return;
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  }
  const error = new Error(
    `Expected the marks ${JSON.stringify(expected)} and found ${JSON.stringify(seen)} on ${page.url()}.`,
  );
  await explained('page' in page ? page.page() : page, error);
}
