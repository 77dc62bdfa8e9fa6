import { afterEach, expect, test, vi } from 'vitest';
import { lastWord, readInThread } from './thread.ts';

interface Told {
  onmessage?: ((event: { data: object }) => void) | undefined;
  onerror?: ((event: { message: string }) => void) | undefined;
}

/** Starts a thread of which the browser tells `what`. */
function threadThat(what: (thread: Told) => void): { end: () => number; reading: Promise<void> } {
  let ended = 0;
  vi.stubGlobal('location', new URL('https://extension.example/options.html'));
  vi.stubGlobal(
    'Worker',
    class implements Told {
      declare onmessage?: Told['onmessage'];
      declare onerror?: Told['onerror'];
      constructor() {
        setTimeout(() => what(this));
      }
      terminate() {
        ended++;
      }
    },
  );
  return { reading: readInThread('/import-worker.js'), end: () => ended };
}

afterEach(() => vi.unstubAllGlobals());

test('a thread that has read all ends', async () => {
  const { reading, end } = threadThat((thread) => thread.onmessage?.({ data: {} }));
  await reading;
  expect(end()).toBe(1);
});

test.each([
  [
    'says that it broke off',
    (thread: Told) => thread.onmessage?.({ data: { error: 'the disk is gone' } }),
    'the disk is gone',
  ],
  ['fails', (thread: Told) => thread.onerror?.({ message: 'out of memory' }), 'out of memory'],
  ['cannot be started', (thread: Told) => thread.onerror?.({ message: '' }), 'does not run'],
])('a thread that %s ends too, and whoever waits hears why', async (_, what, why) => {
  const { reading, end } = threadThat(what);
  await expect(reading).rejects.toThrow(why);
  expect(end()).toBe(1);
});

test('the last word of a thread is that all is read, or why it broke off', async () => {
  expect(await lastWord(Promise.resolve())).toEqual({});
  expect(await lastWord(Promise.reject(new Error('no database')))).toEqual({ error: 'no database' });
});
