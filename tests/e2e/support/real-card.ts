/** Opens the card of the real extension on a page, with a real pointer, as a reader does. */
import type { Frame, Page } from 'puppeteer-core';
import { explained } from './explain.ts';
import { inFront } from './harness.ts';

/** Whatever element carries the card. */
export const host = '[popover=manual]';

/** The world of the test in a page or a frame: what the page has done to its own built-ins does not reach it. */
export function isolated(where: Page | Frame): Frame {
  const frame = 'mainFrame' in where ? where.mainFrame() : where;
  return (frame as unknown as { isolatedRealm(): Frame }).isolatedRealm();
}

/** Middle of the first place where `words` stand in one text node, scrolled into view; client coordinates. */
export function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
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

/** Looks again until `look` does not throw; after `timeout` ms it has the last word. Not Vitest's, which pictures are taken without. */
async function until(look: () => Promise<void>, timeout: number): Promise<void> {
  for (const end = Date.now() + timeout; ; await new Promise((done) => setTimeout(done, 50))) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Waits until a mark is registered: the page can be pointed at. */
export function marked(page: Page, timeout = 30_000): Promise<void> {
  return until(async () => {
    if (!(await isolated(page).evaluate(() => CSS.highlights.size > 0))) throw new Error('Expected marks, found none.');
  }, timeout).catch((error) => explained(page, error));
}

/** How many elements of the page look like our host. */
export function hosts(page: Page): Promise<number> {
  return isolated(page).evaluate((tag) => document.querySelectorAll(tag).length, host);
}

export function waitForHosts(page: Page, wanted: number, timeout = 30_000): Promise<void> {
  return until(async () => {
    const found = await hosts(page);
    if (found !== wanted) throw new Error(`Expected ${wanted} cards on the page, found ${found}.`);
  }, timeout).catch((error) => explained(page, error));
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
  }, 30_000);
  return at;
}
