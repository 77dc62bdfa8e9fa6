import { browser } from './polyfilled.ts';

/** Version of the extension. */
export function engineVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Whether this is Firefox, for words about the browser's own buttons. */
export function inFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-');
}
