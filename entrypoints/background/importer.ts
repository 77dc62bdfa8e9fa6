/**
 * Where imports are read: in a thread of its own, so that pages are answered meanwhile and its memory is given back at the end. A service
 * worker cannot start one (Chromium); a document that nobody sees does it there.
 */
import { browser } from '../../src/messages/browser.ts';
import { openDatabase } from '../../src/packs/database.ts';
import { startThread } from '../../src/trusted/index.ts';

/** Chromium's API, which the polyfill passes through and does not describe. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

/** ms. Browsers end a background that called nothing for 30 s, and its threads with it. */
const stayAwake = 5000;

let thread: Worker | undefined;

/** Reads what waits to be read, and goes on when the asking page is closed. Harmless when it is being done already. */
export async function startImporter(): Promise<undefined> {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen) {
    await offscreen
      .createDocument({ url: 'importer.html', reasons: ['WORKERS'], justification: 'Reads the file of a pack.' })
      // There can be only one; it looks for more work itself before it closes.
      .catch(() => undefined);
  } else if (!thread) {
    thread = startThread('/import-worker.js');
    const beat = setInterval(() => browser.runtime.getPlatformInfo(), stayAwake);
    const end = () => {
      clearInterval(beat);
      thread?.terminate();
      thread = undefined;
    };
    thread.onmessage = end;
    thread.onerror = end;
  }
}

/** Takes up imports that were broken off with the process that read them. */
export async function resumeImports(): Promise<void> {
  const database = await openDatabase().catch(() => undefined);
  const jobs = (await database?.getAll('jobs')) ?? [];
  database?.close();
  if (jobs.some(({ state }) => state === 'reading')) await startImporter();
}
