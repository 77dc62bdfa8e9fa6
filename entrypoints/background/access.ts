import { browser } from '../../src/browser/polyfilled.ts';
import { contentScript, inject, keyScript } from '../../src/browser/tabs.ts';

/** What is registered for every page that we have access to, by id. */
const scripts = {
  keys: { js: [keyScript], runAt: 'document_start' },
  annotate: { js: [contentScript], runAt: 'document_idle' },
} as const;

let last: Promise<void> = Promise.resolve();

/**
 * Makes the registered content scripts agree with the host access there is. Access can be given and taken in the
 * browser's own pages at any time, so this runs whenever the worker starts and whenever permissions change. One run
 * after the other: where access was given just after it was taken back, the older run would take the scripts away last.
 */
export function registerContentScript(): Promise<void> {
  last = last.catch(() => undefined).then(agree);
  return last;
}

async function agree(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered });
    return;
  }
  for (const [id, { js, runAt }] of Object.entries(scripts)) {
    // Frames without an address of their own (srcdoc, about:blank) belong to the page that made them.
    const script = { id, js: [...js], runAt, matches: origins, allFrames: true, matchOriginAsFallback: true };
    if (registered.includes(id)) await browser.scripting.updateContentScripts([script]);
    // Another start of the worker may have come first; then there is nothing left to do.
    else
      await browser.scripting
        .registerContentScripts([script])
        .catch(() => browser.scripting.updateContentScripts([script]));
  }
}

/** Pages that are already open do not wait for a reload. */
export async function injectOpenTabs(granted: { origins?: string[] }): Promise<void> {
  if (!granted.origins?.length) return;
  const tabs = await browser.tabs.query({ url: granted.origins });
  await Promise.all(tabs.map((tab) => (tab.id === undefined || tab.discarded ? undefined : inject(tab.id))));
}
