import { browser } from '../browser/polyfilled.ts';
import { createStore } from './store.ts';
import { follow } from './sync.ts';

/** The reader's settings, as worker and extension pages use them. */
export const store = createStore(browser.storage.local);

const syncProblem = 'sync.problem';
let stop: (() => void) | undefined;

/** Follows the browser account while the settings say so. For the worker. */
export function keepInStep(wanted: boolean): void {
  if (wanted && !stop) stop = follow(browser.storage.local, browser.storage.sync, noteOutcome);
  else if (!wanted && stop) {
    stop();
    stop = undefined;
  }
}

function noteOutcome(failure?: string): void {
  if (failure === undefined) browser.storage.local.remove(syncProblem);
  else browser.storage.local.set({ [syncProblem]: failure });
}

/** Why the last attempt to reach the account failed, if it did. */
export async function readSyncProblem(): Promise<string | undefined> {
  return (await browser.storage.local.get(syncProblem))[syncProblem] as string | undefined;
}

/** All that is stored on this device, as it is. */
export function readStored(): Promise<Record<string, unknown>> {
  return browser.storage.local.get(null);
}
