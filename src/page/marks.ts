import type { Target } from '../card/types.ts';
import type { Mention } from '../match/types.ts';
import type { PageReport } from '../messages/protocol.ts';
import { type Block, spans } from './blocks.ts';
import { type Choice, choosePainted, type Placed } from './choose.ts';
import { createHitTest, rectsOf } from './hit.ts';
import { listMentions } from './list-mentions.ts';
import { announce, bringIntoView, nextMark } from './navigate.ts';
import { createPainter } from './paint.ts';
import { positionsIn } from './positions.ts';
import type { PageSession } from './session.ts';
import { createSight } from './sight.ts';

/** Marks painted on a page at most. */
const mostMarks = 5000;

/** After one of these something may be shown that was hidden: no event tells of it itself. */
const revealing = ['click', 'keyup', 'toggle', 'beforematch', 'transitionend', 'animationend'];

/** ms from such an event to the look, and between two looks. */
const reveal = { soon: 50, rest: 500 };

export interface MarkOptions {
  /** What a screen reader is told when a mark was gone to; `index` counts from 1. */
  announcement(text: string, index: number, count: number): string;
  onError(error: unknown): void;
}

/**
 * The marks of a page that is being read: which are painted, which is under a point, which comes next. The second part of the content script: it comes
 * with the first mention.
 */
export function createMarks(session: PageSession, options: MarkOptions) {
  const { page, list, reader, known, accept, signal, slices, parentOf } = session;
  const view = page.defaultView!;
  let painting = new AbortController();
  let listening = new AbortController();
  let unshown = new Set<Block>();
  let capped = false;
  let current: Placed | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let lastLook = Number.NEGATIVE_INFINITY;
  let seen: { mention: Mention; until: number; shown: boolean } | undefined;
  const keys = new WeakMap<Mention, string>();
  let lastKey = 0;

  const painter = createPainter({
    parentOf,
    categoryOf({ kind, entity, loaded }) {
      if (loaded) return 'loaded';
      if (kind === 'figure' || known.disputed[entity]) return 'disputed';
      return known.kinds[entity] === 'term' ? 'term' : 'known';
    },
    onNear(blocks) {
      if (blocks.some((block) => unshown.has(block))) repaint().catch(options.onError);
    },
  });
  const hitTest = createHitTest(page, list, () => [...reader.roots], accept, isSeen);
  listen();

  /** Whether a mark under the pointer can be seen: asked with each move, where pages nest thousands of elements. */
  function isSeen(placed: Placed): boolean {
    const now = performance.now();
    if (seen?.mention !== placed.mention || now > seen.until)
      seen = { mention: placed.mention, until: now + reveal.rest, shown: createSight(page, parentOf).shown(placed) };
    return seen.shown;
  }

  /** Every mention that the reader wants, painted or not, in reading order. */
  function marks(): Placed[] {
    return list.blocks.flatMap((block) => block.mentions.filter(accept).map((mention) => ({ block, mention })));
  }

  async function repaint(): Promise<void> {
    painting.abort();
    painting = new AbortController();
    const both = AbortSignal.any([signal, painting.signal]);
    await slices.afterFrame(view);
    if (both.aborted) return;
    let choice: Choice;
    function* work(): Generator<void> {
      const { show } = session.settings;
      const sight = createSight(page, parentOf);
      let written: Set<string> | undefined;
      choice = yield* choosePainted(list.blocks, {
        show,
        accept: (mention) => accept(mention) && !known.quiet.has(mention.entity),
        light: ({ entity }) => known.light.has(entity),
        approach: sight.approach,
        shown: (placed) => {
          if (!isDrawn(placed.block)) return sight.shown(placed);
          written ??= writtenIn(list.blocks);
          return !written.has(placed.mention.entity) && sight.shown(placed);
        },
        limit: mostMarks,
      });
      capped = choice.capped;
      unshown = choice.unshown;
      const marked = list.blocks.filter(({ mentions }) => mentions.length > 0);
      yield* painter.paint(marked, choice.painted);
    }
    await slices.inSlices(work(), both);
  }

  function listen(): void {
    listening.abort();
    listening = new AbortController();
    const within = AbortSignal.any([signal, listening.signal]);
    for (const type of revealing)
      view.addEventListener(type, lookAgain, { capture: true, passive: true, signal: within });
  }

  function lookAgain({ isTrusted }: Event): void {
    if (!isTrusted || looking !== undefined) return;
    const wait = Math.max(reveal.soon, lastLook + reveal.rest - performance.now());
    looking = setTimeout(() => {
      looking = undefined;
      lastLook = performance.now();
      repaint().catch(options.onError);
    }, wait);
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
      element: (first && parentOf(first.node)) ?? page.documentElement,
      quiet: known.quiet.has(mention.entity),
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
    repaint,
    /** Again, after a page has lost all its listeners. */
    listen,
    /** Every two seconds: registers again what the page has cleared, and looks for what has come to light without an event. */
    async beat(): Promise<void> {
      await slices.inSlices(painter.repair(), signal);
      if (unshown.size) await repaint();
    },
    /** Takes every trace off the page. */
    stop(): void {
      clearTimeout(looking);
      painting.abort();
      listening.abort();
      painter.stop();
    },
    /** More marks than are painted. */
    get capped(): boolean {
      return capped;
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
      const { shown } = createSight(page, parentOf);
      const all = marks().filter((mark) => !known.quiet.has(mark.mention.entity) && shown(mark));
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
    /** Index of the first mention in view, in the order of the report; `null` when none is. */
    inView(): number | null {
      const bottom = view.innerHeight;
      const at = marks().findIndex((mark) => rectsOf(mark).some((rect) => rect.bottom > 0 && rect.top < bottom));
      return at === -1 ? null : at;
    },
    report(positions = false): PageReport {
      const all = marks();
      return { ...session.summary(), mentions: listMentions(all, known, positions ? positionsIn(page, all) : []) };
    },
  };
}

/** Text of a drawing, where Chromium draws no mark: it leaves the mark to other text. */
function isDrawn({ pieces }: Block): boolean {
  return pieces[0]?.node.parentElement instanceof SVGElement;
}

/** Entities that stand in other text. */
function writtenIn(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap((block) => (isDrawn(block) ? [] : block.mentions.map(({ entity }) => entity))));
}

export type PageMarks = ReturnType<typeof createMarks>;
