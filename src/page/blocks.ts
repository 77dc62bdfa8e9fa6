import type { Mention } from '../match/types.ts';

/** A stretch of one text node in a block. Offsets are UTF-16 code units. */
export interface Piece {
  node: Text;
  /** Where the stretch begins in the node. */
  from: number;
  /** Where it stands in the block. */
  start: number;
  length: number;
}

/** The text of one block element, inline elements joined, with the way back to the page. Never edited: a change makes a new one. */
export interface Block {
  text: string;
  pieces: Piece[];
  /** Stands in a headline: a section begins here. */
  heading: boolean;
  /** In order of `start`; empty until the worker has answered. */
  mentions: Mention[];
}

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
function precedes(a: Node, b: Node): boolean {
  let position = a.compareDocumentPosition(b);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) {
    const [left, right] = inOneTree(a, b);
    position = left.compareDocumentPosition(right);
  }
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function alive(block: Block): boolean {
  return block.pieces.every(({ node, from, length }) => node.isConnected && node.length >= from + length);
}

/** Blocks entered between two looks at the clock. */
const stride = 32;

/** The page's blocks in reading order, kept up to date region by region. */
export function createBlockList() {
  let list: Block[] = [];
  /** All blocks by their text nodes, from the first change of the page on: most pages never have one. */
  let byNode: WeakMap<Text, Block[]> | undefined;
  /** The blocks with mentions by their text nodes, since they were last asked for. */
  let marked: Map<Text, Block[]> | undefined;
  let length = 0;
  let doomed = new Set<Block>();
  let arrived: (readonly Block[])[] = [];

  function firstNode(block: Block): Text {
    return block.pieces[0]!.node;
  }

  function enter(block: Block, index: WeakMap<Text, Block[]> | Map<Text, Block[]>): void {
    for (const { node } of block.pieces) {
      const own = index.get(node);
      if (own) own.push(block);
      else index.set(node, [block]);
    }
  }

  function forget(block: Block): void {
    length -= block.text.length;
    if (!byNode) return;
    for (const { node } of block.pieces) {
      const left = byNode.get(node)?.filter((other) => other !== block);
      if (left?.length) byNode.set(node, left);
      else byNode.delete(node);
    }
  }

  function* enterAll(): Generator<void, WeakMap<Text, Block[]>> {
    if (byNode) return byNode;
    const index = new WeakMap<Text, Block[]>();
    // What arrived before is entered too, so that whoever comes next finds all.
    let count = 0;
    for (const blocks of [list, ...arrived]) {
      for (const block of blocks) {
        enter(block, index);
        if (++count % stride === 0) yield;
      }
    }
    byNode = index;
    return index;
  }

  function drop(lost: (block: Block) => boolean): { dropped: Block[]; orphans: Text[] } {
    const dropped = list.filter(lost);
    if (!dropped.length) return { dropped, orphans: [] };
    const gone = new Set(dropped);
    const orphans: Text[] = [];
    for (const block of dropped) {
      forget(block);
      for (const { node } of block.pieces) if (node.isConnected) orphans.push(node);
    }
    list = list.filter((block) => !gone.has(block));
    marked = undefined;
    return { dropped, orphans };
  }

  return {
    get blocks(): readonly Block[] {
      return list;
    },
    get empty(): boolean {
      return !list.length && !arrived.length;
    },
    /** UTF-16 code units in all blocks. */
    get length(): number {
      return length;
    },
    /** The blocks with mentions in which a text node stands; more than one only where a long node was divided. */
    markedAt(node: Node): readonly Block[] {
      if (!marked) {
        marked = new Map();
        for (const block of list) if (block.mentions.length) enter(block, marked);
      }
      return marked.get(node as Text) ?? [];
    },
    /** Mentions were put into blocks, or taken out. */
    noteMentions(): void {
      marked = undefined;
    },
    /**
     * Puts `fresh`, the blocks of one region in reading order, in the place of what stood there: every old block that shares a
     * text node with the region (`visited`; none for an empty list). An old block with other text than in the region leaves nodes behind, which are returned
     * so that they can be read again. `blocks` shows it after `settle`. In steps: a long page has thousands of nodes to enter.
     */
    *replace(
      visited: ReadonlySet<Text> | undefined,
      fresh: readonly Block[],
    ): Generator<void, { dropped: Block[]; orphans: Text[] }> {
      const dropped = new Set<Block>();
      const orphans: Text[] = [];
      if (visited) {
        const index = yield* enterAll();
        for (const node of visited) for (const block of index.get(node) ?? []) dropped.add(block);
        for (const block of dropped) {
          for (const { node } of block.pieces) if (!visited.has(node) && node.isConnected) orphans.push(node);
          forget(block);
          doomed.add(block);
        }
      }
      for (let i = 0; i < fresh.length; i++) {
        length += fresh[i]!.text.length;
        if (byNode) {
          enter(fresh[i]!, byNode);
          if (i % stride === 0) yield;
        }
      }
      if (fresh.length) arrived.push(fresh);
      return { dropped: [...dropped], orphans };
    },
    /** Brings `blocks` up to date with all replacements since the last time: one pass, however many there were. */
    settle(): void {
      if (doomed.size) list = list.filter((block) => !doomed.has(block));
      for (const fresh of arrived) {
        const kept = doomed.size ? fresh.filter((block) => !doomed.has(block)) : fresh;
        const [first] = kept;
        if (!first) continue;
        let low = 0;
        let high = list.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (precedes(firstNode(list[middle]!), firstNode(first))) low = middle + 1;
          else high = middle;
        }
        // Not `splice`: an argument for each block is more than the stack holds on the longest pages.
        list = low === list.length ? list.concat(kept) : [...list.slice(0, low), ...kept, ...list.slice(low)];
      }
      doomed = new Set();
      arrived = [];
      marked = undefined;
    },
    /** Drops the blocks whose text has left the page, wholly or in part; returns what is left of them. */
    sweep(): { dropped: Block[]; orphans: Text[] } {
      return drop((block) => !alive(block));
    },
    /** Drops the blocks that stand in `element`, whether or not it is read any more. */
    dropWithin(element: Element): { dropped: Block[]; orphans: Text[] } {
      return drop((block) => element.contains(firstNode(block)));
    },
    clear(): Block[] {
      const dropped = list;
      list = [];
      doomed = new Set();
      arrived = [];
      byNode = undefined;
      marked = undefined;
      length = 0;
      return dropped;
    },
  };
}

export type BlockList = ReturnType<typeof createBlockList>;

/** The parts of text nodes that hold `start` to `end` of a block; separators that the collector put in belong to none. */
export function spans(block: Block, start: number, end: number): { node: Text; start: number; end: number }[] {
  const { pieces } = block;
  // The last piece that begins at or before `start`: a block may have thousands.
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= start) low = middle;
    else high = middle - 1;
  }
  const found: { node: Text; start: number; end: number }[] = [];
  for (let i = low; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.start >= end) break;
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.start + piece.length);
    const shift = piece.from - piece.start;
    if (from < to) found.push({ node: piece.node, start: from + shift, end: to + shift });
  }
  return found;
}

/** Offset in the block of `offset` in one of its text nodes, or -1. */
export function offsetInBlock(block: Block, node: Text, offset: number): number {
  for (const piece of block.pieces) {
    if (piece.node === node && offset >= piece.from && offset <= piece.from + piece.length) {
      return piece.start + offset - piece.from;
    }
  }
  return -1;
}
