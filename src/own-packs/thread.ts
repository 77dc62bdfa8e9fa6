import { startThread } from '../browser/trusted-types.ts';

/** A thread that reads imports: whoever starts it stays free, and its memory is given back at the end. */

/** Resolves when the thread has nothing left to read, or has failed: its job then waits for the next. */
export function readInThread(script: string): Promise<void> {
  const thread = startThread(script);
  return new Promise<void>((done) => {
    thread.onmessage = () => done();
    thread.onerror = () => done();
  }).finally(() => thread.terminate());
}
