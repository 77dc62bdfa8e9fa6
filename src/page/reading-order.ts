import { parentInFlatTree } from './elements.ts';
import { disconnected, following } from './nodes.ts';

/** Both nodes, lifted out of their shadow trees until they stand in one tree. */
function inOneTree(a: Node, b: Node): [Node, Node] {
  const lifted = new Map<Node, Node>();
  for (let node: Node | null = a; node; ) {
    const root: Node = node.getRootNode();
    lifted.set(root, node);
    node = root instanceof ShadowRoot ? root.host : null;
  }
  for (let node: Node | null = b; node; ) {
    const root: Node = node.getRootNode();
    const met = lifted.get(root);
    if (met) return [met, node];
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return [a, b];
}

/** `a` before `b` in reading order, across shadow roots. */
export function precedes(a: Node, b: Node): boolean {
  let position = a.compareDocumentPosition(b);
  if (position & disconnected) {
    const [left, right] = inOneTree(a, b);
    position = left.compareDocumentPosition(right);
  }
  return (position & following) !== 0;
}

/** The nearest node before `node` in the tree as it is shown: the one before it with all that is in it, or what holds both. */
export function previousInFlatTree(node: Node): Node | null {
  const slot = (node as Element | Text).assignedSlot;
  const beside = slot ? slot.assignedNodes() : undefined;
  let at = beside ? (beside[beside.indexOf(node) - 1] ?? null) : node.previousSibling;
  if (!at) return parentInFlatTree(node);
  for (let last: Node | null | undefined = at; last; ) {
    at = last;
    const assigned: Node[] = at.nodeName === 'SLOT' ? (at as HTMLSlotElement).assignedNodes() : [];
    last = assigned.at(-1) ?? ((at as Element).shadowRoot ?? at).lastChild;
  }
  return at;
}
