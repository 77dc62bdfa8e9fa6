import type { Mention } from '../match/types.ts';
import { type Block, spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import type { parentInFlatTree } from './elements.ts';
import { createLayers } from './layers.ts';
import type { Category } from './styles.ts';

/** How far beyond the viewport marks are registered, in viewports: a jump of one screen finds them painted. */
const margin = '100%';

export interface PainterOptions {
  parentOf: typeof parentInFlatTree;
  categoryOf(mention: Mention): Category;
  /** Blocks with mentions, but none that is painted, have come near the viewport. */
  onNear(blocks: Block[]): void;
}

/**
 * Paints marks with the CSS Custom Highlight API: nothing in the page's tree is touched. Only what is near the viewport is
 * registered, as `StaticRange`, which the browser need not keep up to date when the page is edited.
 */
export function createPainter(options: PainterOptions) {
  /** What is to be painted, and what of it is registered now. */
  let wanted = new Map<Block, Set<Mention>>();
  const live = new Map<Block, { range: StaticRange; layer: Highlight }[]>();
  const anchors = new Map<Element, Set<Block>>();
  const anchorsOf = new Map<Block, Element>();
  const near = new Set<Element>();
  let stopped = false;
  /** What the page carries of ours: nothing before the first mark. */
  let ground: { layers: ReturnType<typeof createLayers>; observer: IntersectionObserver } | undefined;

  function hide(block: Block): void {
    for (const { range, layer } of live.get(block) ?? []) layer.delete(range);
    live.delete(block);
  }

  function show(block: Block): void {
    const mentions = wanted.get(block);
    if (!mentions || live.has(block)) return;
    const entries: { range: StaticRange; layer: Highlight }[] = [];
    const { layers, add } = getGround().layers;
    for (const mention of mentions) {
      const layer = layers[options.categoryOf(mention)];
      for (const range of rangesOf({ block, mention })) {
        add(layer, range);
        entries.push({ range, layer });
      }
    }
    live.set(block, entries);
  }

  function getGround() {
    ground ??= {
      layers: createLayers(),
      observer: new IntersectionObserver(look, { rootMargin: margin }),
    };
    return ground;
  }

  function look(entries: IntersectionObserverEntry[]): void {
    if (stopped) return;
    const bare: Block[] = [];
    // All are asked before one is shown: the first mark brings a style sheet, and the next answer would wait for the style of the whole page.
    const silent = new Set(entries.filter(({ target }) => isSilent(target)));
    for (const entry of entries) {
      const { target, isIntersecting } = entry;
      if (silent.has(entry)) {
        climb(target);
        continue;
      }
      if (isIntersecting) near.add(target);
      else near.delete(target);
      for (const block of anchors.get(target) ?? []) {
        if (!isIntersecting) hide(block);
        else if (wanted.has(block)) show(block);
        else bare.push(block);
      }
    }
    if (bare.length) options.onNear(bare);
  }

  function watch(block: Block, anchor: Element): void {
    anchorsOf.set(block, anchor);
    const own = anchors.get(anchor);
    if (own) {
      own.add(block);
      if (near.has(anchor)) show(block);
    } else {
      anchors.set(anchor, new Set([block]));
      getGround().observer.observe(anchor);
    }
  }

  /** In place of an element that tells nothing, the one around it is watched. */
  function climb(element: Element): void {
    const parent = options.parentOf(element);
    if (!parent) return;
    for (const block of [...(anchors.get(element) ?? [])]) {
      unwatch(block);
      watch(block, parent);
    }
  }

  function unwatch(block: Block): void {
    const anchor = anchorsOf.get(block);
    if (!anchor) return;
    anchorsOf.delete(block);
    const own = anchors.get(anchor);
    own?.delete(block);
    if (own?.size) return;
    anchors.delete(anchor);
    near.delete(anchor);
    ground?.observer.unobserve(anchor);
  }

  return {
    /** Registers again what the page has cleared, in steps. */
    *repair(): Generator<void> {
      if (!stopped && ground) yield* ground.layers.repair();
    },
    /** Replaces what is painted, in steps. `blocks`: every block with mentions, painted or not. */
    *paint(blocks: Iterable<Block>, painted: Map<Block, Set<Mention>>): Generator<void> {
      const before = wanted;
      wanted = painted;
      const current = new Set(blocks);
      if (!ground && current.size) yield* getGround().layers.repair();
      for (const block of anchorsOf.keys()) if (!current.has(block)) unwatch(block);
      for (const block of live.keys()) {
        const now = painted.get(block);
        const then = before.get(block);
        if (!now || !then || now.size !== then.size || [...now].some((mention) => !then.has(mention))) hide(block);
      }
      for (const block of current) {
        const anchor = anchorsOf.get(block);
        if (anchor) {
          if (near.has(anchor)) show(block);
        } else {
          const [first] = spans(block, block.mentions[0]!.start, block.mentions[0]!.end);
          const parent = first && options.parentOf(first.node);
          if (parent) watch(block, parent);
        }
        yield;
      }
    },
    /** The mark whose card is open, or none. */
    activate(placed: Placed | null): void {
      if (!ground) return;
      const { active, add } = ground.layers;
      active.clear();
      if (placed) for (const range of rangesOf(placed)) add(active, range);
    },
    /** Takes every trace off the page. */
    stop(): void {
      stopped = true;
      ground?.observer.disconnect();
      ground?.layers.remove();
    },
  };
}

/** Without a box of its own, or with its layout put off: it tells nothing. What is hidden is watched on: it tells when it is shown. */
function isSilent(element: Element): boolean {
  if (element.checkVisibility({ contentVisibilityAuto: true })) return false;
  return element.checkVisibility() || getComputedStyle(element).display === 'contents';
}

/** One range for each text node: what stands between two pieces (a ruby gloss, a note that is not read) stays unmarked. */
function rangesOf({ block, mention }: Placed): StaticRange[] {
  return spans(block, mention.start, mention.end).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}
