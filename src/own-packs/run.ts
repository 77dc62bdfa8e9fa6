/** Works off the imports that are to be read, one after another, in a process that may end at any moment. */

import { UnreadableFile } from '../import/input.ts';
import { change, type Database, type ImportJob, isFull, mostAttempts } from './database.ts';
import { ImportError } from './input.ts';
import { createPause } from './pause.ts';
import { type Prepared, type Progress, prepare, type Surroundings } from './prepare.ts';
import { EmptyError, ProblemsError } from './refusals.ts';

/** ms between two looks at whether a file is still to be read: a reader may cancel. */
const look = 300;

export interface RunnerSurroundings extends Omit<Surroundings, 'onProgress' | 'isOutdated' | 'wordRank'> {
  /** Asked while a file is read: what fails here is the end of that import, and not of whoever reads. */
  wordRanks(): Promise<Surroundings['wordRank']>;
  /** `progress` is absent when the job has come to rest. */
  onJob(job: string, progress?: Progress): void;
}

/** Resolves when no import is left to be read. */
export async function runImports(surroundings: RunnerSurroundings): Promise<void> {
  const { database, onJob } = surroundings;
  for (let job = await begin(database); job; job = await begin(database)) {
    const { id } = job;
    let outdated = false;
    const watch = setInterval(async () => {
      outdated = isOutdated(await database.get('jobs', id).catch(() => job), job);
    }, look);
    try {
      if (job.attempts > mostAttempts) throw new ImportError('stopped');
      const file = await database.get('inputs', id);
      if (!file) throw new ImportError('failed', 'the browser no longer has the file');
      const prepared = await prepare(job, file, {
        ...surroundings,
        wordRank: await surroundings.wordRanks(),
        onProgress: (progress) => onJob(id, progress),
        isOutdated: () => outdated,
        // Nobody waits for a thread, but its own look at the job has its turn only in a pause.
        pause: surroundings.pause ?? createPause(look),
      });
      onJob(id, { step: 'storing', entities: prepared.preview.counts.entities });
      await finish(database, job, prepared);
    } catch (error) {
      await refuse(database, job, error);
    } finally {
      clearInterval(watch);
    }
    onJob(id);
  }
}

/** The oldest job that is to be read, counted as begun. */
function begin(database: Database): Promise<ImportJob | undefined> {
  return change(database, ['jobs'], async (stores) => {
    const waiting = (await stores.objectStore('jobs').getAll()).filter(({ state }) => state === 'reading');
    const [oldest] = waiting.sort((a, b) => a.created - b.created);
    const job = oldest && { ...oldest, attempts: oldest.attempts + 1 };
    if (job) await stores.objectStore('jobs').put(job);
    return job;
  });
}

/** Discarded, or to be read with other choices, while it was read. */
function isOutdated(now: ImportJob | undefined, job: ImportJob): boolean {
  return now?.state !== 'reading' || JSON.stringify(now.choices) !== JSON.stringify(job.choices);
}

/** Files and preview come in one transaction: an import is ready, or it is to be read again. */
async function finish(database: Database, job: ImportJob, { preview, records, index }: Prepared): Promise<void> {
  const files = crypto.randomUUID();
  await change(database, ['jobs', 'records', 'indexes'], async (stores) => {
    const now = await stores.objectStore('jobs').get(job.id);
    if (isOutdated(now, job)) return;
    await stores.objectStore('records').put(records, files);
    await stores.objectStore('indexes').put(index, files);
    await stores.objectStore('jobs').put({ ...job, state: 'ready', preview, files });
  });
}

async function refuse(database: Database, job: ImportJob, error: unknown): Promise<void> {
  const why =
    error instanceof ImportError
      ? error.why
      : error instanceof UnreadableFile
        ? 'foreign'
        : isFull(error)
          ? 'quota'
          : 'failed';
  const found = error instanceof Error ? error.message : String(error);
  const detail =
    error instanceof ImportError || why !== 'failed'
      ? found
      : `${job.name}: expected a file that can be read to its end, found ${found}; bring it again, or without the part that fails`;
  const problems = error instanceof ProblemsError || error instanceof EmptyError ? error.shown : {};
  await change(database, ['jobs'], async (stores) => {
    const now = await stores.objectStore('jobs').get(job.id);
    if (isOutdated(now, job)) return;
    await stores.objectStore('jobs').put({ ...job, state: 'refused', refusal: { why, detail, ...problems } });
  });
}
