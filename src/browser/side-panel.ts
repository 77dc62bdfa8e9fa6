/** The panel beside the page: Chromium's side panel, Firefox's sidebar, and a tab where there is neither (Android). */
import { browser } from './polyfilled.ts';

/** What a panel is opened for; without either it follows the page. */
export interface PanelRequest {
  query?: string;
  entity?: string;
}

/** Chromium's API, which the polyfill passes through and does not describe. */
interface SidePanel {
  open(where: { tabId: number } | { windowId: number }): Promise<void>;
}

const requestKey = 'panel.request';

export function panelPage(request: PanelRequest): string {
  return `sidepanel.html?${new URLSearchParams({ ...request })}`;
}

/** Opens the panel. To be called while a click or a key press is being handled, with nothing awaited before. */
export async function openPanel(
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
  request: PanelRequest = {},
): Promise<void> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };
  const opened =
    sidePanel && tab?.windowId !== undefined
      ? sidePanel.open({ windowId: tab.windowId })
      : browser.sidebarAction?.open();
  // A panel that is open already, or opens now, finds here what it is asked for.
  await browser.storage.session.set({ [requestKey]: { ...request, at: Date.now() } });
  await (opened ?? browser.tabs.create({ url: browser.runtime.getURL(panelPage(request)) }));
}

/** ms: an older request was for a panel that did not open. */
const freshness = 5000;

/** Calls back with what the panel was opened for, now and whenever it is asked for something else. */
export function onPanelRequest(listener: (request: PanelRequest) => void): () => void {
  const take = (value: unknown) => {
    const { at = 0, ...request } = (value ?? {}) as PanelRequest & { at?: number };
    if (Date.now() - at >= freshness || !(request.query || request.entity)) return;
    listener(request);
    // Answered once: a panel that opens later begins with its page.
    browser.storage.session.remove(requestKey);
  };
  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[requestKey]) take(changes[requestKey].newValue);
  };
  browser.storage.session.get(requestKey).then((stored) => take(stored[requestKey]));
  browser.storage.session.onChanged.addListener(changed);
  return () => browser.storage.session.onChanged.removeListener(changed);
}
