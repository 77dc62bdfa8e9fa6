/** The one door to the WebExtension API: promises in every browser, and one place to look when a browser differs. */
export { default as browser } from 'webextension-polyfill';
