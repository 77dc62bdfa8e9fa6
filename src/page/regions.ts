import { flowOf } from '../dataset/html-rules.ts';
import * as is from '../dataset/natures.ts';
import { type ElementRules, parentInFlatTree } from './elements.ts';

/** Sibling nodes, from `first` to `last`: what is read together. */
export interface Region {
  first: Node;
  last: Node;
  /** It stands in a headline. */
  heading?: boolean;
}

/** An element that holds lines of its own, or the root of a tree: text does not flow out of it. */
function holdsLines(node: Node, { natureOf, breaksLine }: ElementRules): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE)
    return node.nodeType !== Node.TEXT_NODE && node.nodeType !== Node.COMMENT_NODE;
  const flow = flowOf(natureOf((node as Element).localName));
  return flow === 'block' || (flow === 'soft' && breaksLine(node as Element));
}

/** What `node` and all that holds it are, together; `is.skipped` when it is not read, or not shown for want of a slot. */
function natureAround(node: Node | null, { natureOfElement }: ElementRules): number {
  let natures = 0;
  for (let at = node; at; ) {
    if (at.nodeType === Node.ELEMENT_NODE) natures |= natureOfElement(at as Element, (at as Element).localName);
    const parent: Node | null = at.parentNode;
    if ((parent as Element | null)?.shadowRoot && !(at as Element | Text).assignedSlot) break;
    if (parent === document) return natures;
    at = parentInFlatTree(at);
  }
  return is.skipped;
}

/**
 * The smallest stretch of siblings around `node` that text can flow through: reading it again brings every block that `node`
 * is part of. `null` when nothing is read there.
 */
function regionAround(node: Node, rules: ElementRules): Region | null {
  if (natureAround(node, rules) & is.skipped) return null;
  if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.TEXT_NODE) return null;
  let at = node;
  while (at.parentNode && !holdsLines(at.parentNode, rules)) at = at.parentNode;
  // The root element and the body are single: nothing flows beside them.
  if (at === at.ownerDocument?.documentElement || at.nodeName === 'BODY') return { first: at, last: at };
  let first = at;
  let last = at;
  // Two runs of text that a block divides, or no longer divides, are read with it.
  while (first.previousSibling && !holdsLines(first.previousSibling, rules)) first = first.previousSibling;
  while (last.nextSibling && !holdsLines(last.nextSibling, rules)) last = last.nextSibling;
  return { first, last, heading: (natureAround(parentInFlatTree(at), rules) & is.heading) !== 0 };
}

/** The regions of all `nodes`, none within another. */
export function* regionsOf(nodes: Iterable<Node>, rules: ElementRules): Generator<Region | null> {
  const taken = new Set<Node>();
  for (const node of nodes) {
    let covered = false;
    for (let at: Node | null = node; at && !covered; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
      covered = taken.has(at);
    }
    const region = covered ? null : regionAround(node, rules);
    if (region) {
      for (let at: Node | null = region.first; at; at = at === region.last ? null : at.nextSibling) taken.add(at);
    }
    yield region;
  }
}
