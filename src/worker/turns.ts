/** ms of work on one request before others have a turn: a small one waits no longer. */
const turn = 15;

interface Job {
  work: Iterator<void, unknown>;
  front: boolean;
  done(value: unknown): void;
  failed(error: unknown): void;
}

/**
 * Runs long work in turns, so that one page does not hold up the others: what comes from a tab in front goes first, and after it whoever has waited
 * longest.
 *
 * @param pause gives way to what has arrived meanwhile
 * @param now ms
 */
export function createTurns(pause: () => Promise<void>, now: () => number) {
  const jobs: Job[] = [];
  let running = false;

  function takeTurn(job: Job): boolean {
    const end = now() + turn;
    try {
      do {
        const { done, value } = job.work.next();
        if (!done) continue;
        job.done(value);
        return true;
      } while (now() < end);
      return false;
    } catch (error) {
      job.failed(error);
      return true;
    }
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (jobs.length) {
      const job = jobs.find(({ front }) => front) ?? jobs[0]!;
      const ended = takeTurn(job);
      jobs.splice(jobs.indexOf(job), 1);
      if (!ended) {
        jobs.push(job);
        await pause();
      }
    }
    running = false;
  }

  /** The result of `work`, which takes its turns with all other work. Rejects with what it throws. */
  return function inTurns<T>(work: Iterator<void, T>, front: boolean): Promise<T> {
    return new Promise((done, failed) => {
      jobs.push({ work, front, done: done as (value: unknown) => void, failed });
      run();
    });
  };
}

export type InTurns = ReturnType<typeof createTurns>;
