/** What runs in each thread: a message is some items, and its answer is theirs. */
import { parentPort, workerData } from 'node:worker_threads';
import { openIndex } from '../../../src/match/index.ts';
import { answerTo, type Item } from './answer.ts';
import type { ThreadData } from './threads.ts';

const { buffers, options } = workerData as ThreadData;
const indexes = buffers.map((buffer) => openIndex(buffer));
parentPort?.on('message', (items: Item[]) =>
  parentPort?.postMessage(items.map((item) => answerTo(item, indexes, options))),
);
