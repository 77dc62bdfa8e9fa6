import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadScript } from '../src/browser/trusted-types.ts';
import type * as Libraries from '../src/import/libraries.ts';
import type { Pause } from '../src/own-packs/pause.ts';
import { lastWord } from '../src/own-packs/thread.ts';
import { readImports } from '../src/worker/imports.ts';

declare const DedicatedWorkerGlobalScope: unknown;

const world = globalThis as {
  sidelightImports?: (pause?: Pause, load?: typeof loadScript) => Promise<void>;
  sidelightLibraries?: typeof Libraries;
};

/**
 * A script of its own: most files need none of it. `load` is that of whoever runs this script: the policy under which scripts are loaded
 * may be made only once in a service worker.
 */
async function libraries(load: typeof loadScript): Promise<typeof Libraries> {
  if (!world.sidelightLibraries) load('/import-libraries.js');
  if (!world.sidelightLibraries) throw new Error('expected the libraries in /import-libraries.js, found none');
  return world.sidelightLibraries;
}

/** As a thread it reads imports and tells whoever started it when nothing is left; a service worker loads it to do so itself. */
export default defineUnlistedScript(async () => {
  world.sidelightImports = (pause, load = loadScript) => readImports(() => libraries(load), pause);
  if (typeof DedicatedWorkerGlobalScope === 'undefined') return;
  postMessage(await lastWord(world.sidelightImports()));
});
