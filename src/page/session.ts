import type { Target } from '../card/types.ts';
import type { Mention } from '../match/types.ts';
import type { PageReport } from '../messages/protocol.ts';
import type { PageSettings } from '../settings/types.ts';
import { type Annotate, annotateBlocks, type Known } from './annotate.ts';
import { type Block, spans } from './blocks.ts';
import { choosePainted, type Placed } from './choose.ts';
import { parentInFlatTree } from './elements.ts';
import { createHitTest, rectsOf } from './hit.ts';
import { type PageMeta, readMeta } from './meta.ts';
import { announce, bringIntoView, nextMark } from './navigate.ts';
import { createPainter } from './paint.ts';
import { positionsIn } from './positions.ts';
import { createReader } from './reader.ts';
import { listMentions } from './report.ts';
import { afterFrame, inSlices, pause } from './slice.ts';
import { categoryOf } from './styles.ts';
import { type Changes, createWatcher } from './watch.ts';

/** A page beyond these is not read to its end: 150,000 nodes take some 60 ms in slices, 2 million code units are a long book. */
const caps = { nodes: 150_000, text: 2_000_000, marks: 5000 };

/** ms after a change in part of a long page until it is decided again as a whole. */
const settling = 2000;

/** UTF-16 code units: a page up to this size is decided as a whole at each change, which costs less than a frame in the worker. */
const shortPage = 20_000;

/** ms to the next try when the worker did not answer; then the next change of the page is waited for. */
const retries = [500, 3000, 15_000];

/** ms between two looks for what no event tells: highlights or style sheets that the page cleared, shadow roots attached late. */
const heartbeat = 2000;

export interface SessionOptions {
  page: Document;
  settings: PageSettings;
  annotate: Annotate;
  /** What a screen reader is told when a mark was gone to; `index` counts from 1. */
  announcement(text: string, index: number, count: number): string;
  /** Marks have come, gone or moved. */
  onChange(): void;
  /** The whole document was replaced, and with it went every listener on the window. */
  onReplaced?(): void;
  /** Every two seconds while the page is visible. */
  onBeat(): void;
  /** Something failed. The marks that are there stay, and the next change of the page is followed. */
  onError(error: unknown): void;
}

/** Reads a page, keeps its marks as the page changes, and answers what is where. Knows no browser API and no dataset. */
export function createSession(options: SessionOptions) {
  const { page, annotate } = options;
  const view = page.defaultView!;
  const stopped = new AbortController();
  const { signal } = stopped;
  let settings = options.settings;
  /** Entities that the reader does not want on this page. */
  const silenced = new Set<string>();
  let root = page.documentElement;
  /** Read in full with the page. */
  let meta: PageMeta = { title: page.title };
  let state: PageReport['state'] = 'scanning';
  let marksCapped = false;
  /** Rises whenever marks may have come or gone; counted anew in another session, which begins at another time. */
  let changes = 0;
  const began = view.performance.timeOrigin + view.performance.now();
  let unshown = new Set<Block>();
  let painting = new AbortController();
  let current: Placed | null = null;
  const known: Known = { kinds: {}, names: {}, published: undefined };

  /** The whole page is to be decided again, whatever has changed. */
  let undecided = true;
  let failures = 0;
  let settlingSoon = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const keys = new WeakMap<Mention, string>();
  let lastKey = 0;

  function accept({ entity }: Mention): boolean {
    const kind = known.kinds[entity];
    if (kind === undefined || silenced.has(entity)) return false;
    return settings.kinds.includes(kind) && !settings.muted.includes(entity);
  }

  const painter = createPainter(page, {
    categoryOf: ({ kind, entity }) => (kind === 'figure' ? 'figure' : categoryOf[known.kinds[entity] ?? 'term']),
    onNear(blocks) {
      if (blocks.some((block) => unshown.has(block))) repaint().catch(options.onError);
    },
  });
  const watcher = createWatcher(page, (changes) => follow(changes).catch(options.onError));
  const reader = createReader({
    page,
    caps,
    signal,
    onRoot(root) {
      watcher.observe(root);
      painter.adopt(root);
    },
  });
  const { list } = reader;
  const hitTest = createHitTest(page, list, () => reader.roots, accept);

  function later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }

  function beat(): void {
    if (!page.hidden) {
      options.onBeat();
      inSlices(painter.repair(), signal);
      const attached = reader.attached();
      if (attached.length) watcher.note(attached);
    }
    later(heartbeat, beat);
  }

  function decideAgain(): void {
    undecided = true;
    watcher.note([]);
  }

  /** Every mention that the reader wants, painted or not, in reading order. */
  function marks(): Placed[] {
    return list.blocks.flatMap((block) => block.mentions.filter(accept).map((mention) => ({ block, mention })));
  }

  function isShown(block: Block): boolean {
    for (let element = parentInFlatTree(block.pieces[0]!.node); element; element = parentInFlatTree(element)) {
      if (element.checkVisibility({ visibilityProperty: true })) return true;
      // An element without a box of its own counts as not visible, whatever is in it.
      if (getComputedStyle(element).display !== 'contents') return false;
    }
    return false;
  }

  function version(): string {
    return `${began} ${changes} ${state} ${page.location.href} ${page.title}`;
  }

  async function repaint(): Promise<void> {
    changes++;
    list.noteMentions();
    // Most pages have no mark, and none to take away.
    if (painter.bare && !list.blocks.some(({ mentions }) => mentions.length > 0)) return;
    painting.abort();
    painting = new AbortController();
    const both = AbortSignal.any([signal, painting.signal]);
    await afterFrame(view);
    if (both.aborted) return;
    const marked = list.blocks.filter(({ mentions }) => mentions.length > 0);
    const choice = choosePainted(list.blocks, { show: settings.show, accept, shown: isShown, limit: caps.marks });
    marksCapped = choice.capped;
    unshown = choice.unshown;
    if (await inSlices(painter.paint(marked, choice.painted), both)) options.onChange();
  }

  async function decide(blocks: readonly Block[]): Promise<void> {
    const chosen = new Set(blocks);
    const others = chosen.size < list.blocks.length ? list.blocks.filter((block) => !chosen.has(block)) : [];
    // Packing much text takes its own slice.
    if (list.length > shortPage) await pause();
    await annotateBlocks(blocks, others, meta, known, annotate, signal);
  }

  async function follow(changes: Changes): Promise<void> {
    if (changes.all || changes.navigated) {
      meta = readMeta(page);
      known.published = undefined;
    }
    await afterFrame(view);
    if (page.documentElement !== root) {
      // document.open() takes all listeners off the window.
      root = page.documentElement;
      watcher.listen();
      options.onReplaced?.();
    }
    const { fresh, changed } = await reader.read(changes);
    if (signal.aborted) return;
    if (fresh.some(({ mentions }) => mentions.length > 0)) await repaint();
    if (!changed && !undecided && !changes.navigated) {
      if (fresh.length) await repaint();
      return;
    }
    const whole = undecided || changes.navigated || list.length <= shortPage;
    try {
      await decide(whole ? list.blocks : fresh);
    } catch (error) {
      // The worker was stopped or replaced while it was asked; the marks that are there stay.
      undecided = true;
      const wait = retries[failures++];
      if (wait === undefined) throw error;
      later(wait, decideAgain);
      return;
    }
    if (signal.aborted) return;
    failures = 0;
    undecided = false;
    if (!whole && !settlingSoon) {
      settlingSoon = true;
      later(settling, () => {
        settlingSoon = false;
        decideAgain();
      });
    }
    await repaint();
    state = 'done';
  }

  function targetOf(placed: Placed): Target {
    const { block, mention } = placed;
    const key = keys.get(mention) ?? String(++lastKey);
    keys.set(mention, key);
    const [first] = spans(block, mention.start, mention.end);
    return {
      key,
      mention,
      text: block.text.slice(mention.start, mention.end),
      rects: () => rectsOf(placed),
      element: (first && parentInFlatTree(first.node)) ?? page.documentElement,
    };
  }

  function goTo(placed: Placed | null, count: number, index: number): Target | null {
    if (!placed || !bringIntoView(placed)) return null;
    current = placed;
    painter.activate(placed);
    const target = targetOf(placed);
    announce(page, options.announcement(target.text, index + 1, count));
    return target;
  }

  return {
    start(): void {
      watcher.start();
      watcher.noteAll();
      later(heartbeat, beat);
    },
    /** Takes every trace off the page, for good. */
    stop(): void {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      watcher.stop();
      painter.stop();
    },
    configure(next: PageSettings): void {
      settings = next;
      repaint().catch(options.onError);
      // The worker leaves out what the reader did not want: what is wanted anew has to be asked for.
      decideAgain();
    },
    /** Not on this page: its mentions are neither painted nor answer. @returns what takes it back */
    silence(entity: string): () => void {
      const repainted = () => repaint().catch(options.onError);
      silenced.add(entity);
      repainted();
      return () => {
        silenced.delete(entity);
        repainted();
      };
    },
    /** The mark under a point, in client coordinates. */
    hit(x: number, y: number): Target | null {
      const placed = hitTest(x, y);
      if (placed) current = placed;
      return placed && targetOf(placed);
    },
    /** Shows which mark the open card belongs to. */
    activate(target: Target | null): void {
      painter.activate(marks().find(({ mention }) => mention === target?.mention) ?? null);
    },
    next(direction: 'next' | 'previous'): Target | null {
      const all = marks().filter((mark) => isShown(mark.block));
      const placed = nextMark(all, current, direction);
      return placed && goTo(placed, all.length, all.indexOf(placed));
    },
    /** Goes to the mention at `index` of the report. */
    jump(index: number): Target | null {
      const all = marks();
      return goTo(all[index] ?? null, all.length, index);
    },
    /** The mark that was last gone to or pointed at, for the command that opens its card. */
    current(): Target | null {
      return current && targetOf(current);
    },
    published: () => known.published,
    count: () => marks().length,
    /** Index of the first mention in view, in the order of the report; `null` when none is. */
    reading(): number | null {
      const bottom = page.defaultView?.innerHeight ?? 0;
      const at = marks().findIndex((mark) => rectsOf(mark).some((rect) => rect.bottom > 0 && rect.top < bottom));
      return at === -1 ? null : at;
    },
    version,
    report(positions = false): PageReport {
      const all = marks();
      const capped = reader.capped ?? (marksCapped ? 'marks' : undefined);
      return {
        version: version(),
        state,
        title: page.title,
        url: page.location.href,
        mentions: listMentions(all, known, positions ? positionsIn(page, all) : []),
        ...(known.published !== undefined && { published: known.published }),
        ...(capped && { capped }),
      };
    },
  };
}

export type PageSession = ReturnType<typeof createSession>;
