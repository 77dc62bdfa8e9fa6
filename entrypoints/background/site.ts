import type { Sender } from '../../src/messages/index.ts';

/** The site a content script speaks for: that of the tab, so that a frame follows the page it stands in. */
export function siteOf({ own, top, url }: Sender): string | undefined {
  const address = own ? undefined : (top ?? url);
  return address === undefined ? undefined : new URL(address).hostname;
}
