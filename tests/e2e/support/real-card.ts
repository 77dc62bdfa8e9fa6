/** Opens the card of the real extension on a page, with a real pointer, as a reader does. */
import type { Frame, Page } from 'puppeteer-core';
import { explained } from './explain.ts';
import { inClosedShadow, inFront } from './harness.ts';
import { until } from './until.ts';

/** Whatever element carries the card. */
export const host = '[popover=manual]';

/** The world of the test in a page or a frame: what the page has done to its own built-ins does not reach it. */
export function isolated(where: Page | Frame): Frame {
  const frame = 'mainFrame' in where ? where.mainFrame() : where;
  return (frame as unknown as { isolatedRealm(): Frame }).isolatedRealm();
}

/** Middle of the first place where `words` stand in one text node, scrolled into view, once it stands still; client coordinates. */
export async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  let before = await placeNow(page, words);
  return until(async () => {
    const { x, y } = before;
    before = await placeNow(page, words);
    if (before.x !== x || before.y !== y) throw new Error(`Expected "${words}" to stand still.`);
    return before;
  });
}

function placeNow(page: Page, words: string): Promise<{ x: number; y: number }> {
  return isolated(page).evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0 || !node.parentElement?.checkVisibility()) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`Expected "${wanted}" on the page and did not find it.`);
  }, words);
}

/** Waits until a mark is registered. The layers are there before anything stands in them, and the page listens for the pointer a moment later. */
export function marked(page: Page, timeout?: number): Promise<void> {
  return until(async () => {
    const found = await isolated(page).evaluate(() => {
      let marks = 0;
      // Firefox lets no other world than the page's own go through its iterators.
      CSS.highlights.forEach(({ size }) => {
        marks += size;
      });
      return marks;
    });
    if (found === 0) throw new Error('Expected marks, found none.');
  }, timeout).catch((error) => explained(page, error));
}

/** How many elements of the page look like our host. */
export function hosts(page: Page): Promise<number> {
  return isolated(page).evaluate((tag) => document.querySelectorAll(tag).length, host);
}

export function waitForHosts(page: Page, wanted: number, timeout?: number): Promise<void> {
  return until(async () => {
    const found = await hosts(page);
    if (found !== wanted) throw new Error(`Expected ${wanted} cards on the page, found ${found}.`);
  }, timeout).catch((error) => explained(page, error));
}

/** Two frames of a page that is in front: a press before them goes where a scroll by script has not arrived. */
function drawn(page: Page): Promise<void> {
  return isolated(page).evaluate(
    () =>
      new Promise<void>((done) => {
        if (document.hidden) done();
        else requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );
}

/**
 * Where to press the first of `selector` in the card, or the first that says just these words: scrolled into the card's view, once it is there and
 * stands still; client coordinates.
 */
export async function placeInCard(page: Page, selector: string, words?: string): Promise<{ x: number; y: number }> {
  let before = '';
  return until(async () => {
    const place = await inClosedShadow(
      page,
      (root, wanted, said) => {
        const all = [...root.querySelectorAll(wanted)];
        const found = said === null ? all[0] : all.find(({ textContent }) => textContent === said);
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
        return width > 0 && { x: left + Math.min(12, width / 2), y: top + height / 2 };
      },
      selector,
      words ?? null,
    );
    if (!place) throw new Error(`Expected ${selector} ${JSON.stringify(words ?? '')} in the card.`);
    await drawn(page);
    const same = before === JSON.stringify(place);
    before = JSON.stringify(place);
    if (!same) throw new Error(`Expected ${selector} in the card to stand still; it is at ${before}.`);
    return place;
  }).catch((error) => explained(page, error));
}

/** Rests the pointer on `words` until its card is there. */
export async function openCard(page: Page, words: string): Promise<{ x: number; y: number }> {
  await inFront(page);
  await marked(page);
  const at = await placeOf(page, words);
  const before = await hosts(page);
  // Marks are there a moment before the page listens for the pointer, which then has to move again.
  await until(async () => {
    await page.mouse.move(at.x - 3, at.y);
    await page.mouse.move(at.x, at.y);
    await waitForHosts(page, before + 1, 5000);
  });
  return at;
}
