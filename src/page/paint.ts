import type { Mention } from '../match/types.ts';
import { type Block, spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import { parentInFlatTree } from './elements.ts';
import { type Category, categories, markRules } from './styles.ts';

/** How far beyond the viewport marks are registered, in viewports: a jump of one screen finds them painted. */
const margin = '100%';

/** 128 bits. Not `randomUUID`, which pages without TLS do not have. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `m${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

type HighlightRegistry = Map<string, Highlight>;
const registry = () => CSS.highlights as unknown as HighlightRegistry;

export interface PainterOptions {
  categoryOf(mention: Mention): Category;
  /** Blocks with mentions, but none that is painted, have come near the viewport. */
  onNear(blocks: Block[]): void;
}

/**
 * Paints marks with the CSS Custom Highlight API: nothing in the page's tree is touched. Only what is near the viewport is
 * registered, as `StaticRange`, which the browser need not keep up to date when the page is edited.
 */
export function createPainter(page: Document, options: PainterOptions) {
  // Random, so that no page can style or count on them.
  const names = Object.fromEntries(categories.map((category) => [category, randomName()])) as Record<Category, string>;
  const activeName = randomName();
  const layers = Object.fromEntries(categories.map((category) => [category, new Highlight()])) as Record<
    Category,
    Highlight
  >;
  const active = new Highlight();
  active.priority = 1;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markRules(names, activeName));
  const roots = new Set<Document | ShadowRoot>([page]);

  /** What is to be painted, and what of it is registered now. */
  let wanted = new Map<Block, Set<Mention>>();
  const live = new Map<Block, { range: StaticRange; layer: Highlight }[]>();
  const anchors = new Map<Element, Set<Block>>();
  const anchorsOf = new Map<Block, Element>();
  const near = new Set<Element>();
  let stopped = false;
  let started = false;

  function hide(block: Block): void {
    for (const { range, layer } of live.get(block) ?? []) layer.delete(range);
    live.delete(block);
  }

  function show(block: Block): void {
    const mentions = wanted.get(block);
    if (!mentions || live.has(block)) return;
    const entries: { range: StaticRange; layer: Highlight }[] = [];
    for (const mention of mentions) {
      const layer = layers[options.categoryOf(mention)];
      for (const range of rangesOf({ block, mention })) {
        layer.add(range);
        entries.push({ range, layer });
      }
    }
    live.set(block, entries);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      if (stopped) return;
      const bare: Block[] = [];
      for (const { target, isIntersecting } of entries) {
        if (!target.checkVisibility({ contentVisibilityAuto: true })) {
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
    },
    { rootMargin: margin },
  );

  function watch(block: Block, anchor: Element): void {
    anchorsOf.set(block, anchor);
    const own = anchors.get(anchor);
    if (own) {
      own.add(block);
      if (near.has(anchor)) show(block);
    } else {
      anchors.set(anchor, new Set([block]));
      observer.observe(anchor);
    }
  }

  /** An element without a box (`display: contents`, not shown) or whose layout is put off tells nothing: the one around it is watched. */
  function climb(element: Element): void {
    const parent = parentInFlatTree(element);
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
    observer.unobserve(anchor);
  }

  function repair(): void {
    for (const category of categories) {
      if (registry().get(names[category]) !== layers[category]) registry().set(names[category], layers[category]);
    }
    if (registry().get(activeName) !== active) registry().set(activeName, active);
    for (const root of roots) {
      if (root !== page && !(root as ShadowRoot).host.isConnected) roots.delete(root);
      else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    }
  }

  return {
    /** Marks in this shadow root are to be styled too. */
    adopt(root: ShadowRoot): void {
      roots.add(root);
      if (started) repair();
    },
    /** Registers again what the page has cleared: two look-ups for each layer and tree. Nothing is registered before the first mark. */
    repair(): void {
      if (started && !stopped) repair();
    },
    /** Replaces what is painted, in steps. `blocks`: every block with mentions, painted or not. */
    *paint(blocks: Iterable<Block>, painted: Map<Block, Set<Mention>>): Generator<void> {
      const before = wanted;
      wanted = painted;
      const current = new Set(blocks);
      if (!started && current.size) {
        started = true;
        repair();
      }
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
          const parent = first && parentInFlatTree(first.node);
          if (parent) watch(block, parent);
        }
        yield;
      }
    },
    /** The mark whose card is open, or none. */
    activate(placed: Placed | null): void {
      active.clear();
      if (placed) for (const range of rangesOf(placed)) active.add(range);
    },
    /** Takes every trace off the page. */
    stop(): void {
      stopped = true;
      observer.disconnect();
      for (const category of categories) {
        layers[category].clear();
        registry().delete(names[category]);
      }
      active.clear();
      registry().delete(activeName);
      for (const root of roots) {
        const at = root.adoptedStyleSheets.indexOf(sheet);
        if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
      }
    },
  };
}

/** One range for each text node: what stands between two pieces (a ruby gloss, a note that is not read) stays unmarked. */
function rangesOf({ block, mention }: Placed): StaticRange[] {
  return spans(block, mention.start, mention.end).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}
