/** The document that nobody sees, in which Chromium lets the import have a thread. It goes when there is nothing left to read. */
const thread = new Worker('/import-worker.js');
thread.onmessage = () => window.close();
thread.onerror = () => window.close();
