import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own object. Sending a message and answering it through `sendResponse` is the same in Chromium 129 and Firefox 147,
 * so the content script, which every page pays for, does not carry the polyfill (3 KB gzip). Everything else uses `browser.ts`.
 */
const { browser: own, chrome } = globalThis as { browser?: Browser; chrome?: Browser };
export const browser = (own ?? chrome) as Browser;
