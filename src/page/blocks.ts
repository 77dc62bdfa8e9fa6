import type { Mention } from '../match/types.ts';
import { parentInFlatTree } from './elements.ts';
import { textNode } from './nodes.ts';
import { precedes, previousInFlatTree } from './reading-order.ts';

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

function alive(block: Block): boolean {
  return block.pieces.every(({ node, from, length }) => node.isConnected && node.length >= from + length);
}

/** Blocks entered, or nodes passed, between two looks at the clock. */
const stride = 32;

/** Nodes looked at for the text before a block. Where there is none, the place is searched in the list. */
const mostBefore = 256;

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

  /** Drops the blocks that are lost; returns them, and what is left of them on the page. In steps. */
  function* drop(lost: (block: Block) => boolean): Generator<void, { dropped: Block[]; orphans: Text[] }> {
    const gone = new Set<Block>();
    const orphans: Text[] = [];
    for (let i = 0; i < list.length; i++) {
      if (lost(list[i]!)) gone.add(list[i]!);
      if (i % stride === 0) yield;
    }
    for (const block of gone) {
      forget(block);
      for (const { node } of block.pieces) if (node.isConnected) orphans.push(node);
    }
    if (gone.size) {
      list = list.filter((block) => !gone.has(block));
      marked = undefined;
    }
    return { dropped: [...gone], orphans };
  }

  /** The block before another one, of those that are entered; nothing for the first. */
  function blockBefore(block: Block, index: WeakMap<Text, Block[]>): Block | undefined {
    let at: Node | null = firstNode(block);
    for (let steps = 0; steps < mostBefore; steps++) {
      at = previousInFlatTree(at);
      if (!at) return undefined;
      const known = at.nodeType === textNode && index.get(at as Text)?.at(-1);
      if (known) return known;
    }
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(firstNode(list[middle]!), firstNode(block))) low = middle + 1;
      else high = middle;
    }
    return list[low - 1];
  }

  /** All blocks in order, when each of `runs` is put after the block in whose list it stands. In steps. */
  function* merged(runs: ReadonlyMap<Block | undefined, (readonly Block[])[]>): Generator<void, Block[]> {
    const order: Block[] = [];
    const placed = new Set<Block | undefined>();
    let steps = 0;
    const put = function* (after: Block | undefined): Generator<void> {
      const waiting: (Block | undefined)[] = [after];
      while (waiting.length) {
        if (++steps % stride === 0) yield;
        const block = waiting.pop();
        if (placed.has(block)) continue;
        placed.add(block);
        if (block) order.push(block);
        const own = runs.get(block);
        if (!own) continue;
        if (own.length > 1) own.sort(([a], [b]) => (precedes(firstNode(a!), firstNode(b!)) ? -1 : 1));
        for (const run of own.toReversed()) for (let i = run.length - 1; i >= 0; i--) waiting.push(run[i]);
      }
    };
    yield* put(undefined);
    for (const block of list) {
      if (runs.has(block)) yield* put(block);
      else if (!placed.has(block)) {
        placed.add(block);
        order.push(block);
        if (++steps % stride === 0) yield;
      }
    }
    // A page that moves about while it is read may put two runs each after the other.
    for (const own of runs.values()) for (const run of own) for (const block of run) yield* put(block);
    return order;
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
    /**
     * Brings `blocks` up to date with all replacements since the last time: one pass, however many there were. The place of a run is told by
     * the text before it, since browsers compare the places of two siblings by walking over all between them. In steps.
     */
    *settle(): Generator<void> {
      if (doomed.size) list = list.filter((block) => !doomed.has(block));
      const runs = new Map<Block | undefined, (readonly Block[])[]>();
      for (const fresh of arrived) {
        const kept = doomed.size ? fresh.filter((block) => !doomed.has(block)) : fresh;
        if (!kept[0]) continue;
        const before = byNode && blockBefore(kept[0], byNode);
        const own = runs.get(before);
        if (own) own.push(kept);
        else runs.set(before, [kept]);
        yield;
      }
      if (runs.size) list = yield* merged(runs);
      doomed = new Set();
      arrived = [];
      marked = undefined;
    },
    /** Drops the blocks whose text has left the page, wholly or in part; returns what is left of them. */
    sweep: () => drop((block) => !alive(block)),
    /** Drops the blocks that stand in one of `elements`, whether or not it is read any more. */
    dropWithin(elements: ReadonlySet<Node>): Generator<void, { dropped: Block[]; orphans: Text[] }> {
      const known = new Map<Node, boolean>();
      return drop((block) => {
        const path: Node[] = [];
        let within = false;
        for (let at: Node | null = firstNode(block); at; at = parentInFlatTree(at)) {
          const answer = known.get(at) ?? (elements.has(at) || undefined);
          if (answer !== undefined) {
            within = answer;
            break;
          }
          path.push(at);
        }
        for (const node of path) known.set(node, within);
        return within;
      });
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
export function offsetInBlock(block: Block, node: Node, offset: number): number {
  for (const piece of block.pieces) {
    if (piece.node === node && offset >= piece.from && offset <= piece.from + piece.length) {
      return piece.start + offset - piece.from;
    }
  }
  return -1;
}
