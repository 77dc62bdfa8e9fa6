import { startThread } from '../browser/trusted-types.ts';

/** A thread that reads imports: whoever starts it stays free, and its memory is given back at the end. */

/** The last word of a thread: nothing is left to read, or why it broke off. */
interface LastWord {
  error?: string;
}

/** An error that nobody catches in a thread ends nothing: whoever started it would wait for ever. */
export function lastWord(reading: Promise<void>): Promise<LastWord> {
  return reading.then(
    () => ({}),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
}

/**
 * Resolves when the thread has nothing left to read.
 * @throws {Error} when it broke off: what it read is to be read again
 */
export function readInThread(script: string): Promise<void> {
  const thread = startThread(script);
  return new Promise<void>((done, fail) => {
    const brokeOff = (found: string) =>
      fail(new Error(`${script}: expected the files to be read to their end, found ${found}; it is tried again`));
    thread.onmessage = ({ data: { error } }: MessageEvent<LastWord>) =>
      error === undefined ? done() : brokeOff(error);
    thread.onerror = ({ message }) => brokeOff(message || 'that the thread does not run');
  }).finally(() => thread.terminate());
}
