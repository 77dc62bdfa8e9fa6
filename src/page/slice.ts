/** Longest stretch of work between two pauses, in ms: a quarter of a frame at 60 Hz, so that input and paint find room. */
const sliceLength = 4;

/** Gives the main thread back: ends when the browser has done what was waiting. */
export function pause(): Promise<void> {
  return (globalThis as unknown as { scheduler: { yield(): Promise<void> } }).scheduler.yield();
}

/**
 * Runs `work` to its end in slices of at most `sliceLength` ms; each step of the iterator should take well under one.
 *
 * @returns false when `signal` was aborted before the end
 */
export async function inSlices(work: Iterator<unknown>, signal: { readonly aborted: boolean }): Promise<boolean> {
  while (!signal.aborted) {
    const end = performance.now() + sliceLength;
    do {
      if (work.next().done) return true;
    } while (performance.now() < end);
    await pause();
  }
  return false;
}

/**
 * Ends just after the page has drawn a frame: style and layout are up to date then, and asking for them costs nothing. In a
 * hidden tab or a frame that is not on the screen this waits until it is shown.
 */
export function afterFrame(view: Window): Promise<void> {
  // Not `pause`: a page that is read in one slice never needs what that is made of.
  return new Promise((done) => view.requestAnimationFrame(() => setTimeout(done)));
}

/** Handed to what follows and paints, so that no part of the content script holds them a second time. */
export const slices = { pause, inSlices, afterFrame };
export type Slices = typeof slices;
