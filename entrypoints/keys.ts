import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { KeyGate } from '../src/card/index.ts';

/** What an open card keeps from the page. */
const kept = [
  'keydown',
  'keyup',
  'focusin',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
];

/**
 * Runs before any script of the page: keys and presses in an open card are heard first, and a page that listens on `window` in the capture
 * phase gets neither the Escape that closes it nor a press that would close a panel of its own. All else waits until the page is there
 * (annotate.ts).
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { sidelightKeys?: KeyGate };
  if (world.sidelightKeys) return;
  const gate: KeyGate = {};
  // One for all: it is made anew in every frame of a page.
  const hear = (event: Event) => gate.handle?.(event);
  for (const type of kept) addEventListener(type, hear, { capture: true, passive: !type.startsWith('key') });
  world.sidelightKeys = gate;
});
