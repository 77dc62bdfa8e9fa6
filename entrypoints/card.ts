import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { viewer } from '../src/card/viewer.ts';
import type { OurWorld } from './annotate.ts';

/** Run by the worker in a frame where a card is about to open; annotate.ts finds it in the world that both share. */
export default defineUnlistedScript(() => {
  const { sidelight } = globalThis as OurWorld;
  if (sidelight) sidelight.viewer = viewer;
});
