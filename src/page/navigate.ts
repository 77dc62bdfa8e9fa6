import { spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import { rectsOf } from './hit.ts';

/** The mark after (or before) `current` in reading order, from the viewport when there is none; goes round at the end. */
export function nextMark(
  marks: readonly Placed[],
  current: Placed | null,
  direction: 'next' | 'previous',
): Placed | null {
  if (!marks.length) return null;
  const at = marks.findIndex(({ block, mention }) => block === current?.block && mention === current.mention);
  if (at >= 0) {
    const step = direction === 'next' ? 1 : -1;
    return marks[(at + step + marks.length) % marks.length] ?? null;
  }
  // From where the reader is: the first mark below the top of the window, or the last one above it.
  const below = marks.findIndex((mark) => rectsOf(mark).some((rect) => rect.top >= 0));
  if (direction === 'next') return marks[Math.max(below, 0)] ?? null;
  return marks.at(below - 1) ?? null;
}

/** Brings a mark into view without moving the focus. False when it is not shown on the page now. */
export function bringIntoView(placed: Placed): boolean {
  const [first] = spans(placed.block, placed.mention.start, placed.mention.end);
  const parent = first?.node.parentElement;
  if (!first || !parent || !rectsOf(placed).length) return false;
  parent.scrollIntoView({ block: 'center', inline: 'nearest' });
  // In an element taller than the window the middle may be far from the mark.
  const view = parent.ownerDocument.defaultView!;
  const [rect] = rectsOf(placed);
  if (rect && (rect.top < 0 || rect.bottom > view.innerHeight)) {
    view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
  }
  return true;
}

/** ms that the live region stays where the browser has no `ariaNotify`: long enough for a screen reader to take it up. */
const liveRegion = 1500;

/** Says something to screen readers without moving the focus. */
export function announce(page: Document, text: string): void {
  const notify = (page as { ariaNotify?: (text: string) => void }).ariaNotify;
  if (notify) {
    notify.call(page, text);
    return;
  }
  const host = page.createElement('div');
  host.style.cssText = 'all:initial;position:fixed;clip-path:inset(50%)';
  const region = page.createElement('div');
  region.ariaLive = 'polite';
  host.attachShadow({ mode: 'closed' }).append(region);
  page.documentElement.append(host);
  // A region that is filled as it arrives is not read.
  setTimeout(() => {
    region.textContent = text;
  }, 100);
  setTimeout(() => host.remove(), liveRegion);
}
