/** The document that nobody sees, in which Chromium lets the import have a thread. It goes when there is nothing left to read. */
import { startThread } from '../../src/trusted/index.ts';

const thread = startThread('/import-worker.js');
thread.onmessage = () => window.close();
thread.onerror = () => window.close();
