import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { viewer } from '../src/card/viewer.ts';

/** Run by the worker in a frame where a card is about to open; annotate.ts finds it in the world that both share. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { sidelightViewer: viewer });
});
