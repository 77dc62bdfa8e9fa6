import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readImports } from '../src/worker/imports.ts';

declare const DedicatedWorkerGlobalScope: unknown;

/** As a thread it reads imports and tells whoever started it when nothing is left; a service worker loads it to do so itself. */
export default defineUnlistedScript(async () => {
  (globalThis as { sidelightImports?: typeof readImports }).sidelightImports = readImports;
  if (typeof DedicatedWorkerGlobalScope === 'undefined') return;
  await readImports();
  postMessage('done');
});
