import { browser } from './browser.ts';
import type { Sender } from './index.ts';
import type { Activation } from './protocol.ts';

/** Where the build puts entrypoints/annotate.ts. */
export const contentScript = '/annotate.js';
/** Where it puts entrypoints/card.ts. */
const viewerScript = '/card.js';

/** The tab that a popup, a panel or a command is about. */
export async function activeTab(): Promise<{ id: number; url?: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }) };
}

/** Runs what shows an entity in one frame. Rejects when the browser does not let us. */
export async function injectViewer({ tab, frame }: Sender): Promise<undefined> {
  if (tab === undefined) throw new Error('expected a frame of a tab');
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame ?? 0] }, files: [viewerScript] });
}

/** Starts the content script in every frame of a tab that lets us; it sees to it itself that it runs only once. */
export async function inject(tab: number): Promise<Activation> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [contentScript] });
    return 'running';
  } catch {
    return 'no access';
  }
}
