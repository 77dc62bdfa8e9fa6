/**
 * Imports whose page was closed. While one of our pages is open it reads them in a thread of its own; when none is left the background
 * goes on: in a thread too where it can have one (Firefox), in slices where it cannot (Chromium's service worker). docs/adr/0008.
 */
import { browser } from '../../src/browser/polyfilled.ts';
import { loadScript } from '../../src/browser/trusted-types.ts';
import { openDatabase } from '../../src/own-packs/database.ts';
import { pagesLock } from '../../src/own-packs/locks.ts';
import { createPause, type Pause } from '../../src/own-packs/pause.ts';
import { readInThread } from '../../src/own-packs/thread.ts';

const world = globalThis as { sidelightImports?: (pause: Pause, load: typeof loadScript) => Promise<void> };
const script = '/import-worker.js';

/**
 * A service worker may only load scripts that it loaded when it was installed. So it does so then, and again when it has something to
 * read: at every other start, all that reads imports (a quarter of the whole) is left out.
 */
export function keepImporter(): void {
  if (typeof Worker !== 'undefined') return;
  addEventListener('install', () => {
    for (const each of [script, '/import-libraries.js']) loadScript(each);
  });
}

/** ms. Browsers end a background that called nothing for 30 s, and its threads with it. */
const stayAwake = 5000;

let waiting = false;

/** Reads what waits to be read as soon as no page does. Harmless when it is being done already. */
export async function startImporter(): Promise<undefined> {
  if (waiting) return;
  waiting = true;
  navigator.locks
    .request(pagesLock, readAll)
    // What could not be read stays a job: it is tried again when a page asks, or the background starts.
    .catch(() => undefined)
    .finally(() => {
      waiting = false;
    });
}

async function readAll(): Promise<void> {
  const beat = setInterval(() => browser.runtime.getPlatformInfo(), stayAwake);
  try {
    if (typeof Worker !== 'undefined') await readInThread(script);
    else {
      if (!world.sidelightImports) loadScript(script);
      await world.sidelightImports?.(createPause(), loadScript);
    }
  } finally {
    clearInterval(beat);
  }
}

/** Takes up imports that were broken off with the process that read them. */
export async function resumeImports(): Promise<void> {
  const database = await openDatabase().catch(() => undefined);
  const jobs = (await database?.getAll('jobs')) ?? [];
  database?.close();
  if (jobs.some(({ state }) => state === 'reading')) await startImporter();
}
