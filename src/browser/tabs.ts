import type { Sender } from '../messages/index.ts';
import type { Activation } from '../messages/protocol.ts';
import { browser } from './polyfilled.ts';

/** Where the build puts entrypoints/annotate.ts. */
export const contentScript = '/annotate.js';
/** Where it puts entrypoints/keys.ts. */
export const keyScript = '/keys.js';
/** Where it puts the further parts of the content script (entrypoints/follow.ts, marks.ts, card.ts), which come into a frame when they are asked for. */
const laterScripts = { follow: '/follow.js', marks: '/marks.js', viewer: '/card.js' } as const;

/** A tab, with its address where the extension may know it. */
export interface Tab {
  id: number;
  url?: string;
}

/**
 * The tab that a popup or a panel is about: the one in front. One that is opened as a page of its own (by hand, or in
 * tests) says which tab it means: `popup.html?tab=12`.
 */
export async function tabInQuestion(): Promise<Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  const [tab] =
    named === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(Number(named))];
  return tab?.id === undefined ? undefined : { id: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }) };
}

/** Calls back when another tab comes to the front of any window, or a tab has loaded another page. */
export function watchActiveTab(listener: () => void): () => void {
  const updated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Runs further parts of the content script in the frame that asks. Rejects when the browser does not let us. */
export async function injectLater({ tab, frame }: Sender, ...parts: (keyof typeof laterScripts)[]): Promise<undefined> {
  if (tab === undefined) throw new Error('expected a frame of a tab');
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame ?? 0] },
    files: parts.map((part) => laterScripts[part]),
  });
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
