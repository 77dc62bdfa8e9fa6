import { browser } from './browser.ts';
import type { Activation } from './protocol.ts';

/** Where the build puts entrypoints/annotate.ts. */
export const contentScript = '/annotate.js';

/** The tab that a popup, a panel or a command is about. */
export async function activeTab(): Promise<{ id: number; url?: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }) };
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
