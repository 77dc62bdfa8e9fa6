import { browser } from '../messages/browser.ts';
import { createStore } from './store.ts';

/** The reader's settings, as worker and extension pages use them. */
export const store = createStore(browser.storage.local);
