import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../messages/index.ts';
import { onNews } from '../../own-packs/channel.ts';
import {
  type Database,
  type ImportChoices,
  type ImportJob,
  isFull,
  type OwnPack,
  openDatabase,
  type Refusal,
} from '../../own-packs/database.ts';
import { ImportError } from '../../own-packs/input.ts';
import { acceptImport, countBreak, discardImport, listJobs, readAgain, stageImport } from '../../own-packs/jobs.ts';
import { pagesLock } from '../../own-packs/locks.ts';
import type { Progress } from '../../own-packs/prepare.ts';
import { exportPack, listPacks, lostPacks, removePack, setMark } from '../../own-packs/store.ts';
import { readInThread } from '../../own-packs/thread.ts';

/** ms between two looks at what is to be read: a thread may have ended just when a file was brought. */
const remind = 3000;

let reading = false;

/** Reads imports in a thread of this page, as long as it is open. */
function readHere(database: Database): void {
  if (reading) return;
  reading = true;
  navigator.locks
    .request(pagesLock, { mode: 'shared' }, () => readInThread('/import-worker.js'))
    // What could not be read stays a job, and is tried again at the next look, some times.
    .catch((error) => countBreak(database, error))
    .catch(() => undefined)
    .finally(() => {
      reading = false;
    });
}

export interface PacksState {
  packs: OwnPack[];
  /** Ids of packs whose data the browser has cleared away. */
  lost: string[];
  jobs: ImportJob[];
  /** By job, of those that are being read. */
  progress: Record<string, Progress>;
  /** Why the last thing did not work: one of the refusals that have a text, and the browser's words. */
  failure?: { why: Refusal; detail: string };
}

/** The reader's packs and imports, kept in step with other pages and the thread that reads, and all that can be done with them. */
export function usePacks() {
  const [state, setState] = useState<PacksState>({ packs: [], lost: [], jobs: [], progress: {} });
  const database = useRef<Promise<Database>>(undefined);
  const connect = () => {
    database.current ??= openDatabase();
    return database.current;
  };

  const refresh = useCallback(async () => {
    const source = await connect();
    const [packs, jobs, lost] = await Promise.all([listPacks(source), listJobs(source), lostPacks(source)]);
    setState((last) => ({ ...last, packs, jobs, lost }));
    if (!jobs.some((job) => job.state === 'reading')) return;
    readHere(source);
    // Keeps the background awake meanwhile, which goes on when this page is closed.
    await send('packs/import', {});
  }, []);

  /** Does something, tells why it did not work, and shows what there is now. */
  const act = async <T>(work: (source: Database) => Promise<T>): Promise<T | undefined> => {
    setState(({ failure: _, ...last }) => last);
    let result: T | undefined;
    try {
      result = await work(await connect());
    } catch (error) {
      const why = error instanceof ImportError ? error.why : isFull(error) ? 'quota' : 'failed';
      const detail = error instanceof Error ? error.message : String(error);
      setState((last) => ({ ...last, failure: { why, detail } }));
    }
    await refresh().catch(() => undefined);
    return result;
  };

  useEffect(() => {
    act(async () => undefined);
    const timer = setInterval(() => refresh().catch(() => undefined), remind);
    const stop = onNews(({ job, progress }) => {
      setState((last) => {
        const { [job]: _, ...others } = last.progress;
        return { ...last, progress: progress ? { ...others, [job]: progress } : others };
      });
      if (!progress) refresh().catch(() => undefined);
    });
    return () => {
      clearInterval(timer);
      stop();
      database.current?.then((source) => source.close());
    };
  }, []);

  const changed = () => send('packs/changed', {});
  return {
    ...state,
    bring: (file: File) => act((source) => stageImport(source, file, file.name)),
    again: (job: string, choices: ImportChoices) => act((source) => readAgain(source, job, choices)),
    discard: (job: string) => act((source) => discardImport(source, job)),
    accept: (job: string) =>
      act(async (source) => {
        await acceptImport(source, job, new Date().toISOString().slice(0, 10));
        await changed();
      }),
    remove: (id: string) =>
      act(async (source) => {
        await removePack(source, id);
        await changed();
      }),
    mark: (id: string, always: boolean) =>
      act(async (source) => {
        await setMark(source, id, always ? 'always' : 'on demand');
        await changed();
      }),
    file: (id: string, format: 'pack' | 'ftm') => act((source) => exportPack(source, id, format)),
  };
}

export type PacksOfReader = ReturnType<typeof usePacks>;
