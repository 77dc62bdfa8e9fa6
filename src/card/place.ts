/** Geometry of the card, in CSS pixels of the viewport. */

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** px around the card that still count as a hit of the path: a hand does not draw straight lines. */
const SLACK = 8;

/**
 * Whether a pointer that moved from `from` to `to` is on its way to `box`: the ray through both points meets it (slab test).
 * The rays that do fill the "safe triangle" between the pointer and the near edges of the card.
 */
export function heading(from: Point, to: Point, box: Box): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return false;
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  for (const [at, d, low, high] of [
    [from.x, dx, box.left - SLACK, box.right + SLACK],
    [from.y, dy, box.top - SLACK, box.bottom + SLACK],
  ] as const) {
    if (d === 0) {
      if (at < low || at > high) return false;
      continue;
    }
    const a = (low - at) / d;
    const b = (high - at) / d;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far;
}

/** The line of a mark that a card belongs to: the one under (or nearest to) the pointer, the first without a pointer. */
export function lineAt(rects: readonly DOMRectReadOnly[], at: Point | null): DOMRectReadOnly | undefined {
  if (!at) return rects[0];
  const distance = (r: DOMRectReadOnly) =>
    Math.hypot(Math.max(r.left - at.x, 0, at.x - r.right), Math.max(r.top - at.y, 0, at.y - r.bottom));
  return rects.reduce<DOMRectReadOnly | undefined>(
    (best, rect) => (!best || distance(rect) < distance(best) ? rect : best),
    undefined,
  );
}
