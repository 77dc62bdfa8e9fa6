/** A corpus from its first document to its last: read, answered by as many threads as there are processors, written in its order. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { described } from '../document.ts';
import type { Options } from '../options.ts';
import { loadPacks } from '../packs.ts';
import { type Answer, answerTo, type Item, readLine } from './answer.ts';
import { type Done, isThere, readDone, takeOffCutLine } from './done.ts';
import { itemsOf } from './items.ts';
import type { Tell } from './lost.ts';
import { type Output, openOutput, standardOutput } from './output.ts';
import { type Log, startProgress } from './progress.ts';
import { startSummary } from './summary.ts';
import { startThreads, type Threads } from './threads.ts';

/** A batch is full with so many documents, or so many bytes: a message to a thread costs as much as some documents. */
const fullBatch = { documents: 32, bytes: 256 * 1024 };
/** Batches on their way for each thread: enough that none waits while one document takes long. */
const batchesAThread = 4;
/** Messages told one by one; the others are counted. */
const toldMessages = 50;

/**
 * @returns the exit code: 1 when a document could not be used, in this run or in the one that it goes on with
 * @throws {Error} when a pack, an input or the output cannot be read or written
 */
export async function annotateCorpus(options: Options, log: Log = process.stderr): Promise<number> {
  const { out, skipDone, summary: summaryFolder } = options;
  const goesOn = out !== undefined && skipDone !== undefined && resolve(out) === resolve(skipDone);
  if (out !== undefined && !goesOn && (await isThere(out)))
    throw new Error(
      `--out ${out}: expected no file; found one. To go on with it add --skip-done ${out}, or remove it.`,
    );
  // Before hours of work on the others.
  for (const input of options.inputs) if (input !== '-') await access(input);
  const ready = await loadPacks(options.packs, options.bundled);
  const summary = summaryFolder === undefined ? undefined : startSummary(ready.library);
  const teller = tellerOn(log);
  let errors = 0;

  const done = skipDone === undefined ? undefined : await earlier(skipDone, goesOn, teller.tell, summary?.add);
  errors += done?.errors ?? 0;
  const asked = { strict: options.strict, first: options.first, order: ready.order };
  const inThread = async (items: readonly Item[]) => items.map((item) => answerTo(item, ready.indexes, asked));
  let threads: Threads | undefined;
  /** The first batch is answered here: a corpus that is no larger needs no threads. */
  const annotate = (items: readonly Item[], first: boolean) => {
    if (first || options.jobs === 1) return inThread(items);
    threads ??= startThreads(options.jobs, { buffers: ready.buffers, options: asked });
    return threads.answer(items);
  };

  const output: Output = out === undefined ? standardOutput : openOutput(out, goesOn);
  const progress = (options.progress ?? log.isTTY) ? startProgress(log) : undefined;
  const give = async (items: readonly Item[], answers: readonly Answer[]) => {
    let lines = '';
    for (const [at, answer] of answers.entries()) {
      if ('error' in answer) {
        errors++;
        teller.tell(items[at]!.place, answer.error);
      } else summary?.add(answer);
      const whole = 'error' in answer ? answer : { ...answer, mentions: described(answer.mentions, ready.library) };
      lines += `${JSON.stringify(whole)}\n`;
    }
    await output.write(lines);
    progress?.add(
      items.length,
      items.reduce((sum, { size }) => sum + size, 0),
    );
  };

  try {
    await inOrder(batchesOf(allItems(options.inputs, teller.tell, done)), options.jobs, annotate, give);
  } finally {
    await threads?.close();
  }
  await output.close();
  progress?.end();
  if (summaryFolder !== undefined) await summary?.write(summaryFolder);
  teller.end();
  return errors > 0 ? 1 : 0;
}

async function earlier(
  path: string,
  goesOn: boolean,
  tell: Tell,
  hear: (answer: Record<string, unknown>) => void = () => undefined,
): Promise<Done | undefined> {
  if (!(await isThere(path))) return undefined;
  if (goesOn || !path.endsWith('.gz')) {
    if (await takeOffCutLine(path))
      tell(path, 'the last line was cut; it was taken off, and its document is done again');
  }
  const done = await readDone(path, tell, hear);
  tell(path, `${done.count} documents are done${done.errors > 0 ? `, ${done.errors} of them with an error` : ''}`);
  return done;
}

async function* allItems(inputs: readonly string[], tell: Tell, done: Done | undefined): AsyncGenerator<Item> {
  for (const input of inputs) for await (const item of itemsOf(input, tell)) if (!done?.take(idOf(item))) yield item;
}

/** The id that the item's answer has. */
function idOf(item: Item): unknown {
  if (item.form !== 'line') return item.id;
  try {
    return readLine(item.line).id ?? null;
  } catch {
    return null;
  }
}

/** Gives what is there when the next document is not: whoever writes a line and waits gets its answer. */
async function* batchesOf(items: AsyncGenerator<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  let next = items.next();
  for (;;) {
    const ready = next.then(
      () => true,
      () => true,
    );
    const isFull = batch.length >= fullBatch.documents || bytes >= fullBatch.bytes;
    if (batch.length > 0 && (isFull || !(await Promise.race([ready, setImmediate(false)])))) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    const { done, value } = await next;
    if (done) break;
    batch.push(value);
    bytes += value.size;
    next = items.next();
  }
  if (batch.length > 0) yield batch;
}

/** Answers batches side by side and gives them out in their order. What is under way is bounded, and so is memory. */
async function inOrder(
  batches: AsyncIterable<Item[]>,
  jobs: number,
  annotate: (items: readonly Item[], first: boolean) => Promise<Answer[]>,
  give: (items: readonly Item[], answers: readonly Answer[]) => Promise<void>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  let last = Promise.resolve();
  let first = true;
  for await (const items of batches) {
    const answers = annotate(items, first);
    first = false;
    // Whoever waits for `last` hears of a failure; until then it has not gone unheard.
    answers.catch(() => undefined);
    last = last.then(async () => give(items, await answers));
    last.catch(() => undefined);
    underWay.push(last);
    if (underWay.length >= (jobs === 1 ? 1 : jobs * batchesAThread)) await underWay.shift();
  }
  await last;
}

function tellerOn(log: Log): { tell: Tell; end(): void } {
  let told = 0;
  return {
    tell(place, what) {
      if (++told <= toldMessages)
        log.write(`${log.isTTY ? '\r' : ''}${place}: ${what}${log.isTTY ? '\u001B[K' : ''}\n`);
    },
    end() {
      if (told > toldMessages) log.write(`and ${told - toldMessages} more messages\n`);
    },
  };
}
