/** Threads that answer, each with the same index in shared memory. */
import { Worker } from 'node:worker_threads';
import type { FindOptions } from '../document.ts';
import type { Answer, Item } from './answer.ts';

export interface ThreadData {
  buffers: SharedArrayBuffer[];
  options: FindOptions;
}

export interface Threads {
  /** Answers in the order of the items. @rejects when the thread ended, with the places of what it was given */
  answer(items: readonly Item[]): Promise<Answer[]>;
  close(): Promise<unknown>;
}

interface Given {
  items: readonly Item[];
  done: (answers: Answer[]) => void;
  failed: (error: Error) => void;
}

export function startThreads(count: number, data: ThreadData): Threads {
  const threads = Array.from({ length: count }, () => start(data));
  return {
    answer(items) {
      const idlest = threads.reduce((best, each) => (each.given.length < best.given.length ? each : best));
      if (idlest.ended !== undefined) return Promise.reject(unanswered(items, idlest.ended));
      return new Promise((done, failed) => {
        idlest.given.push({ items, done, failed });
        idlest.worker.postMessage(items);
      });
    },
    close: () => Promise.all(threads.map(({ worker }) => worker.terminate())),
  };
}

interface Thread {
  worker: Worker;
  given: Given[];
  /** Why it answers no more. */
  ended?: string;
}

function start(workerData: ThreadData): Thread {
  // How this process was started (--eval, --inspect) is not how a thread is.
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData, execArgv: [] });
  const given: Given[] = [];
  const thread: Thread = { worker, given };
  // A thread answers what it is given in the order in which it was given.
  worker.on('message', (answers: Answer[]) => given.shift()?.done(answers));
  const fail = (what: string) => {
    thread.ended ??= what;
    for (const { items, failed } of given.splice(0)) failed(unanswered(items, thread.ended));
  };
  worker.on('error', (error) => fail(`found the thread ended by: ${(error as Error).message}`));
  worker.on('exit', (code) => fail(`found the thread ended with ${code}`));
  return thread;
}

function unanswered(items: readonly Item[], why: string): Error {
  return new Error(
    `expected answers to ${items[0]?.place} up to ${items.at(-1)?.place}; ${why}. Run with --jobs 1 to find the document.`,
  );
}
