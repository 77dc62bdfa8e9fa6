import { browser } from './polyfilled.ts';

/** Version of the extension. */
export function engineVersion(): string {
  return browser.runtime.getManifest().version;
}
