import { spans } from './blocks.ts';
import type { Placed } from './choose.ts';
import type { parentInFlatTree } from './elements.ts';
import { rectsOf } from './hit.ts';
import { elementNode } from './nodes.ts';

/** A stretch of the window in CSS pixels, in client coordinates. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What an element lets be seen of what is in it. */
interface Sight {
  /** None of it: it is hidden, transparent, cut to nothing, or being written. */
  hidden: boolean;
  /** What its content is cut to, and what those children are cut to that are placed by coordinates. */
  clip: Area | undefined;
  placedClip: Area | undefined;
  /** It can be scrolled to, wherever it stands. */
  scrolled: boolean;
  placedScrolled: boolean;
}

/** What `createSight` answers. */
interface Sights {
  /** Looks at all that holds a mark, in steps: pages nest thousands of elements. */
  approach(placed: Placed): Generator<void>;
  /** Whether a mark can be seen; at once where it was approached. */
  shown(placed: Placed): boolean;
}

const open: Sight = { hidden: false, clip: undefined, placedClip: undefined, scrolled: false, placedScrolled: false };

/** CSS pixels: what is cut to so little is text for screen readers. */
const least = 1;

function common(a: Area, b: Area | undefined): Area {
  if (!b) return a;
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function sizeOf({ left, top, right, bottom }: Area): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function isNothing(area: Area): boolean {
  return area.right - area.left <= least || area.bottom - area.top <= least;
}

/** Chromium tells of a line that ends in an ellipsis twice: whole, and what is left of it. */
function withoutParts(rects: readonly DOMRect[]): DOMRect[] {
  return rects.filter(
    (one, at) => !rects.some((other, i) => i !== at && holds(other, one) && (i < at || !holds(one, other))),
  );
}

function holds(outer: Area, inner: Area): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
  );
}

/** `clip` and `clip-path` of the usual ways to keep a text for screen readers. */
function isClippedAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  // Asked of each element around a mark: nearly none has either.
  if (clip !== 'auto') {
    const [top = 0, right = 9, bottom = 9, left = 0] = [...clip.matchAll(/-?[\d.]+(?=px)/g)].map(Number);
    if (right - left <= least || bottom - top <= least) return true;
  }
  if (clipPath === 'none') return false;
  const inset = /^inset\(([\d.]+)%/.exec(clipPath)?.[1];
  return (inset !== undefined && Number(inset) >= 50) || /^(?:circle|ellipse)\(0/.test(clipPath);
}

const transparent = /^rgba\(.*, 0\)$|^transparent$/;

function isInvisible(style: CSSStyleDeclaration): boolean {
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color;
  // A gradient shows through letters that have no colour of their own.
  return transparent.test(fill) && style.backgroundImage === 'none' && style.textShadow === 'none';
}

/**
 * Whether marks can be seen: where the name stands, not where its block begins. What is hidden, transparent, cut off or set down outside the page
 * cannot; what can be scrolled to can. Text that is being written (`-webkit-user-modify`) counts as hidden too. Answers for one moment: what was asked
 * of an element is remembered.
 */
export function createSight(page: Document, above: typeof parentInFlatTree): Sights {
  const known = new Map<Element, Sight>();
  const root = page.documentElement;
  const view = page.defaultView!;

  function parentOf(node: Node): Element | null {
    const parent = above(node);
    return parent?.nodeType === elementNode ? parent : null;
  }

  function look(element: Element): Sight {
    const style = getComputedStyle(element);
    const parent = parentOf(element);
    const around = parent ? (known.get(parent) ?? open) : open;
    const written = style.getPropertyValue('-webkit-user-modify');
    const hidden = around.hidden || (written !== '' && written !== 'read-only') || isClippedAway(style);
    if (style.display === 'contents') return { ...around, hidden };
    const placed = style.position === 'absolute';
    const fixed = style.position === 'fixed';
    let clip = fixed ? undefined : placed ? around.placedClip : around.clip;
    let scrolled = fixed ? false : placed ? around.placedScrolled : around.scrolled;
    if (element !== root && element !== page.body && style.overflowX !== 'visible') {
      const own = common(element.getBoundingClientRect(), clip);
      if (isNothing(own)) return { ...open, hidden: true };
      scrolled ||= /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);
      clip = scrolled ? undefined : own;
    }
    const holds = style.position !== 'static' || style.transform !== 'none';
    return {
      hidden,
      clip,
      scrolled,
      placedClip: holds ? clip : around.placedClip,
      placedScrolled: holds ? scrolled : around.placedScrolled,
    };
  }

  function* approach({ block, mention }: Placed): Generator<void> {
    const path: Element[] = [];
    const [first] = spans(block, mention.start, mention.end);
    for (let at = first ? parentOf(first.node) : null; at && !known.has(at); at = parentOf(at)) path.push(at);
    for (const each of path.reverse()) {
      known.set(each, look(each));
      yield;
    }
  }

  function isOnPage({ left, top, right, bottom }: Area): boolean {
    const { scrollX, scrollY } = view;
    const { scrollWidth, scrollHeight, clientWidth } = root;
    // Right-to-left pages scroll to the left of their beginning.
    const first = getComputedStyle(root).direction === 'rtl' ? clientWidth - scrollWidth : 0;
    return (
      right + scrollX > first &&
      left + scrollX < first + scrollWidth &&
      bottom + scrollY > 0 &&
      top + scrollY < scrollHeight
    );
  }

  function shown({ block, mention }: Placed): boolean {
    const [first] = spans(block, mention.start, mention.end);
    if (!first?.node.isConnected || first.node.length < first.end) return false;
    const element = parentOf(first.node);
    if (!element) return false;
    const style = getComputedStyle(element);
    let box: Element | null = element;
    // An element without a box of its own counts as not visible, whatever is in it.
    while (box && getComputedStyle(box).display === 'contents') box = parentOf(box);
    if (!box?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isInvisible(style)) return false;
    for (const _ of approach({ block, mention }));
    const { hidden, clip, scrolled } = known.get(element)!;
    if (hidden) return false;
    const rects = withoutParts(rectsOf({ block, mention }));
    const [rect] = rects;
    if (!rect || isNothing(rect)) return false;
    const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
    // Half a name is worth a mark, a sliver of one is not.
    if (clip && sum(rects.map((each) => sizeOf(common(each, clip)))) < sum(rects.map(sizeOf)) / 2) return false;
    return scrolled || isOnPage(rect);
  }

  return { approach, shown };
}
