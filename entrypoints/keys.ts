import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { KeyGate } from '../src/card/index.ts';

/**
 * Runs before any script of the page: the keys of an open card are heard first, and a page that listens on `window` in the capture phase
 * does not get the Escape that closes it. All else waits until the page is there (annotate.ts).
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { sidelightKeys?: KeyGate };
  if (world.sidelightKeys) return;
  const gate: KeyGate = {};
  for (const type of ['keydown', 'keyup', 'focusin']) addEventListener(type, (event) => gate.handle?.(event), true);
  world.sidelightKeys = gate;
});
