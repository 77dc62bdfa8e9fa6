import type { Annotation } from '../messages/protocol.ts';
import { addressOf, delay, heartbeat, restAfter, retries, storm, watched } from './changes.ts';
import { type Collected, collect } from './collect.ts';
import { caps, fewNodes, longBlock, manyNodes, messageLength, shortPage } from './limits.ts';
import { type PageMeta, readMeta } from './meta.ts';
import { afterFrame, inSlices, pause } from './slice.ts';

/** A page as it was read once. */
interface Look {
  out: Collected;
  meta: PageMeta;
  /** What was found; absent where nothing was asked. */
  answer: Annotation | undefined;
  /** What changed since. */
  records: MutationRecord[];
}

/** The same for who follows the page from there. */
export interface FirstLook extends Look {
  /** Looks at the page and its shadow roots: setting up another takes long where there are thousands. */
  observer: MutationObserver;
  /** From now on it tells `next`. */
  tell(next: (records: MutationRecord[]) => void): void;
}

export interface ScoutOptions {
  page: Document;
  /** Asks for the mentions in all blocks of the page. */
  annotate(page: PageMeta & { blocks: string[] }): Promise<Annotation>;
  /** There is something to mark (`paint`), or the page is more than is followed here. Rejects when nobody came. */
  onMore(paint: boolean): Promise<unknown>;
  /** Every two seconds. */
  onBeat(): void;
  onError(error: unknown): void;
}

export type Scout = ReturnType<typeof createScout>;

/**
 * Reads a page and asks, until there is something to mark: most pages have nothing. Such a page is read anew as a whole when it changes; a long one
 * that changes, or one with a mention, is for somebody else to follow (session.ts).
 */
export function createScout({ page, annotate, onMore, onBeat, onError }: ScoutOptions) {
  const view = page.defaultView!;
  /** No `AbortController`: a browser makes its classes for our world when one is first named. */
  const end = { aborted: false };
  let records: MutationRecord[] = [];
  let look: Look | undefined;
  /** Text and address of what was asked last. */
  let known = '';
  /** What was asked counts no more, whatever is answered. */
  let stale = false;
  let busy = false;
  let changed: number | undefined;
  let rest = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beats: ReturnType<typeof setTimeout> | undefined;

  let hear = (fresh: MutationRecord[]): void => {
    if (records.length < storm) for (const record of fresh) records.push(record);
    plan();
  };
  const observer = new MutationObserver((fresh) => hear(fresh));

  function plan(): void {
    const now = performance.now();
    changed ??= now;
    if (busy || end.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(run, delay(now, changed, rest));
  }

  async function run(): Promise<void> {
    busy = true;
    // In a hidden tab this waits until it is shown.
    await afterFrame(view);
    changed = undefined;
    const began = performance.now();
    try {
      await read();
      failures = 0;
    } catch (error) {
      known = '';
      const wait = retries[failures++];
      if (wait === undefined) onError(error);
      else timer = setTimeout(plan, wait);
    }
    busy = false;
    rest = restAfter(began, performance.now());
    if (changed !== undefined) plan();
  }

  async function read(): Promise<void> {
    const out: Collected = { blocks: [], roots: [], hosts: [], nodes: 0 };
    const root = page.documentElement;
    const before = look;
    records = [];
    look = undefined;
    stale = false;
    /** Words are set down one by one: how they stand to each other takes more than is here. */
    let isPlaced = false;
    const notePlaced = () => {
      isPlaced = true;
      return undefined;
    };
    if (root && !(await inSlices(collect(root, root, caps, out, notePlaced), end))) return;
    // What comes now takes its own slice, the packing of much text with it.
    if (out.nodes > manyNodes) await pause();
    for (const each of out.roots) observer.observe(each, watched);
    let blocks = out.blocks.map(({ text }) => text);
    const length = blocks.reduce((sum, text) => sum + text.length, 0);
    const isLong = length > shortPage;
    const isMore =
      isPlaced ||
      ((out.nodes > fewNodes || isLong) &&
        (known || length > messageLength || blocks.some((text) => text.length >= longBlock)));
    if (isMore) blocks = [];
    const text = addressOf(view) + blocks.join('\n');
    const same = !isMore && text === known && before;
    const meta = same ? before.meta : readMeta(page);
    let answer = same ? before.answer : undefined;
    if (blocks.length && !same) {
      answer = await annotate({ ...meta, blocks });
    }
    known = stale ? '' : text;
    if (!isPlaced) look = { out, meta, answer, records };
    if (!end.aborted && (isMore || answer?.mentions.length)) await onMore(!isMore);
  }

  function beat(): void {
    onBeat();
    // No event tells of a shadow root.
    if (look?.out.hosts.some(({ shadowRoot }) => shadowRoot)) plan();
    beats = setTimeout(beat, heartbeat);
  }

  observer.observe(page, watched);
  beats = setTimeout(beat, heartbeat);
  plan();

  return {
    /** Asks anew: what is known or wanted is other than before. */
    again(): void {
      stale = true;
      known = '';
      plan();
    },
    /** Ends, and hands over what was read last; nothing where that is not of use any more. */
    stop(): FirstLook | undefined {
      end.aborted = true;
      clearTimeout(timer);
      clearTimeout(beats);
      hear(observer.takeRecords());
      const tell: FirstLook['tell'] = (next) => {
        hear = next;
      };
      // Where nobody goes on from here, it ends with what it sees next.
      tell(() => observer.disconnect());
      return look && records.length < storm ? { ...look, observer, tell } : undefined;
    },
  };
}
