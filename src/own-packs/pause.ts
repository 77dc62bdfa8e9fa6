/** Long work in a process that others wait for: in slices, with their turn in between. */

/** A promise to wait for when the slice is over. */
export type Pause = () => Promise<void> | undefined;

/** ms of work after which others have their turn: half a frame. */
const slice = 8;

export function createPause(ms = slice): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < ms) return undefined;
    // A timer, and not `scheduler.yield`, which would come back before the messages that wait.
    return new Promise<void>((done) => setTimeout(done)).then(() => {
      since = performance.now();
    });
  };
}

/** Runs steps to their end, with pauses between them where there is a `pause`. */
export async function inSlices<T>(steps: Generator<void, T>, pause: Pause | undefined): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const others = pause?.();
    if (others) await others;
  }
}
