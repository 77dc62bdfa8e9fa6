import { browser } from '../../src/messages/browser.ts';
import { contentScript, inject } from '../../src/messages/tabs.ts';

const id = 'annotate';

/**
 * Makes the registered content script agree with the host access there is. Access can be given and taken in the
 * browser's own pages at any time, so this runs whenever the worker starts and whenever permissions change.
 */
export async function registerContentScript(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [contentScript],
    matches: origins,
    allFrames: true,
    // Frames without an address of their own (srcdoc, about:blank) belong to the page that made them.
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  };
  if (registered.length === 0) {
    // Another start of the worker may have come first; then there is nothing left to do.
    await browser.scripting
      .registerContentScripts([script])
      .catch(() => browser.scripting.updateContentScripts([script]));
  } else await browser.scripting.updateContentScripts([script]);
}

/** Pages that are already open do not wait for a reload. */
export async function injectOpenTabs(granted: { origins?: string[] }): Promise<void> {
  if (!granted.origins?.length) return;
  const tabs = await browser.tabs.query({ url: granted.origins });
  await Promise.all(tabs.map((tab) => (tab.id === undefined || tab.discarded ? undefined : inject(tab.id))));
}
