/** Host access: asked for by the reader's press of a button, given and taken back by the browser at any time. */
import { browser } from './polyfilled.ts';

/** Where Sidelight may read pages: everywhere, on some sites, or nowhere until the toolbar button is pressed. */
export interface Access {
  everywhere: boolean;
  /** Host names of the sites that were chosen. */
  sites: string[];
}

const everywhere = '<all_urls>';

export async function readAccess(): Promise<Access> {
  const { origins = [] } = await browser.permissions.getAll();
  return {
    everywhere: origins.some((origin) => origin === everywhere || /^(?:\*|https?):\/\/\*\//.test(origin)),
    sites: origins.flatMap((origin) => /^[^:]+:\/\/(?:\*\.)?([^*/]+)\//.exec(origin)?.[1] ?? []),
  };
}

/** Must be called from the press of a button. False when the reader said no. */
export function requestEverywhere(): Promise<boolean> {
  return browser.permissions.request({ origins: [everywhere] });
}

/** Must be called from the press of a button. False when the reader said no. */
export function requestSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern(host)] });
}

export function dropSite(host: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern(host)] });
}

/** Gives all host access back: from then on only a press of the toolbar button starts anything. */
export async function dropAll(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

export function watchAccess(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** The site and its subdomains; an address of numbers has none. */
function pattern(host: string): string {
  return /^[\d.]+$|^\[/.test(host) || !host.includes('.') ? `*://${host}/*` : `*://*.${host}/*`;
}
