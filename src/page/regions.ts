import { flowOf } from '../dataset/html-rules.ts';
import * as is from '../dataset/natures.ts';
import { breaking, type ElementRules, parentInFlatTree } from './elements.ts';
import { commentNode, elementNode, textNode } from './nodes.ts';

/** Sibling nodes, from `first` to `last`: what is read together. */
export interface Region {
  first: Node;
  last: Node;
  /** What all that holds it is, together. */
  around: number;
}

/** An element that holds lines of its own, or the root of a tree: text does not flow out of it. */
function holdsLines(node: Node, { natureOfElement, lookOf }: ElementRules): boolean {
  if (node.nodeType !== elementNode) return node.nodeType > commentNode;
  const nature = natureOfElement(node as Element, (node as Element).localName);
  const flow = flowOf(nature);
  // What is passed over ends a line by its name alone, wherever it is laid out.
  return (
    flow === is.block || (flow === is.soft && !(nature & is.skipped) && (lookOf(node as Element) & breaking) !== 0)
  );
}

/** What all that holds `node` is, together; `is.skipped` when it is not read, or `node` is not shown for want of a slot. */
function natureAround(node: Node, { natureOfElement }: ElementRules): number {
  let natures = 0;
  for (let at: Node | null = node; at; ) {
    const parent: Node | null = at.parentNode;
    if ((parent as Element | null)?.shadowRoot && !(at as Element | Text).assignedSlot) break;
    if (parent === document) return natures;
    const around: Element | null = parentInFlatTree(at);
    if (around) natures |= natureOfElement(around, around.localName);
    at = around;
  }
  return is.skipped;
}

/**
 * The smallest stretch of siblings around `node` that text can flow through: reading it again brings every block that `node`
 * is part of, or stands between. `null` when nothing is read there.
 */
function regionAround(node: Node, rules: ElementRules): Region | null {
  if (node.nodeType !== elementNode && node.nodeType !== textNode) return null;
  if (natureAround(node, rules) & is.skipped) return null;
  let at = node;
  for (let next: Node | null = at; next; ) {
    at = next;
    // Beside it stands what its slot stands beside.
    next = (at as Element | Text).assignedSlot;
    if (!next && at.parentNode && !holdsLines(at.parentNode, rules)) next = at.parentNode;
  }
  // The root element and the body are single: nothing flows beside them.
  if (at === at.ownerDocument?.documentElement || at.nodeName === 'BODY') return { first: at, last: at, around: 0 };
  let first = at;
  let last = at;
  // Two runs of text that a block divides, or no longer divides, are read with it.
  while (first.previousSibling && !holdsLines(first.previousSibling, rules)) first = first.previousSibling;
  while (last.nextSibling && !holdsLines(last.nextSibling, rules)) last = last.nextSibling;
  return { first, last, around: natureAround(at, rules) };
}

/** The regions of all `nodes`, none within another. */
export function* regionsOf(nodes: Iterable<Node>, rules: ElementRules): Generator<Region | null> {
  const taken = new Set<Node>();
  for (const node of nodes) {
    let covered = false;
    for (let at: Node | null = node; at && !covered; at = parentInFlatTree(at)) covered = taken.has(at);
    const region = covered ? null : regionAround(node, rules);
    if (region) {
      for (let at: Node | null = region.first; at; at = at === region.last ? null : at.nextSibling) taken.add(at);
    }
    yield region;
  }
}
