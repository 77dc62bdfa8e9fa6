import * as is from '../dataset/natures.ts';
import type { Mention } from '../match/types.ts';
import { type Block, createBlockList } from './blocks.ts';
import type { Caps, Collected, collect } from './collect.ts';
import { distanceOf } from './distance.ts';
import { divided } from './divide.ts';
import type { ElementRules } from './elements.ts';
import { type Region, regionsOf } from './regions.ts';
import type { Slices } from './slice.ts';
import type { Changes } from './watch.ts';

/** Custom elements kept in mind because they may attach a shadow root later. */
const hostLimit = 2000;

export interface ReaderOptions {
  page: Document;
  caps: Caps;
  signal: AbortSignal;
  /** Reads a part of the page. Handed in, since the content script has it already. */
  collect: typeof collect;
  rules: ElementRules;
  slices: Slices;
  /** An open shadow root was come across for the first time. */
  onRoot(root: ShadowRoot): void;
}

/** Keeps the blocks of a page up to date with its changes. */
export function createReader({ page, caps, signal, collect, rules, slices, onRoot }: ReaderOptions) {
  const list = createBlockList();
  const roots = new Set<ShadowRoot>();
  let hosts = new Set<Element>();
  let capped: 'nodes' | 'text' | undefined;
  /** `is.skipped` of what is read by its content, as it was at the last change in it. */
  const natures = new WeakMap<Element, number>();

  /** The elements around a change that are now read otherwise: each word of a <pre> says whether the whole is code, a drawing is read for its text. */
  function* turned(node: Node): Generator<Element> {
    for (let at = readByContent(node); at; at = readByContent(at)) {
      const nature = rules.natureOfElement(at, at.localName) & is.skipped;
      if (natures.get(at) !== nature) yield at;
      natures.set(at, nature);
    }
  }

  /**
   * Reads what changed.
   *
   * @returns the new blocks, in no particular order, and whether the text of the page is another than before
   */
  async function read(changes: Changes): Promise<{ fresh: Block[]; changed: boolean }> {
    const fresh: Block[] = [];
    let gone: Block[] = [];
    let pending = new Set<Node>();
    const take = ({ dropped, orphans }: { dropped: Block[]; orphans: Text[] }) => {
      for (const block of dropped) gone.push(block);
      for (const node of orphans) pending.add(node);
    };
    function* clear(): Generator<void> {
      if (changes.all) {
        gone = list.clear();
        roots.clear();
        hosts = new Set();
        capped = undefined;
        return;
      }
      take(yield* list.sweep());
      const { elements } = changes;
      for (const node of changes.nodes) {
        pending.add(node);
        for (const element of turned(node)) elements.add(element);
      }
      for (const node of changes.removed) if (node.isConnected) elements.add(node);
      if (!elements.size) return;
      take(yield* list.dropWithin(elements));
      for (const element of elements) pending.add(element);
    }
    function* readRegion({ first, last, around }: Region): Generator<void> {
      const out: Collected = { blocks: [], roots: [], hosts: [], nodes: 0, around };
      // What stood in the nodes before is asked only where something stood.
      if (!list.empty) out.visited = new Set();
      const room = { nodes: caps.nodes, text: Math.max(0, caps.text - list.length) };
      yield* collect(first, last, room, out, distanceOf);
      yield* put(out);
    }
    function* put(out: Collected): Generator<void> {
      if (out.capped) capped = out.capped;
      const blocks = out.blocks.flatMap(divided);
      take(yield* list.replace(out.visited, blocks));
      for (const block of blocks) fresh.push(block);
      for (const host of out.hosts) if (hosts.size < hostLimit) hosts.add(host);
      for (const root of out.roots) {
        // Those of a first look are watched.
        if (out !== changes.read?.out && !roots.has(root)) onRoot(root);
        roots.add(root);
      }
    }
    /** All regions in one piece of work, which pauses wherever a slice ends. */
    function* readAll(): Generator<void> {
      yield* clear();
      const root = page.documentElement;
      if (changes.read) yield* put(changes.read.out);
      else if (changes.all && root) yield* readRegion({ first: root, last: root, around: 0 });
      // A second round reads what was left of blocks that the first one cut.
      for (let round = 0; round < 2 && pending.size; round++) {
        const nodes = pending;
        pending = new Set();
        for (const region of regionsOf(nodes, rules)) {
          yield;
          if (region) yield* readRegion(region);
        }
      }
      yield* list.settle();
      changed = yield* compare(gone, fresh);
    }
    let changed = false;
    if (!(await slices.inSlices(readAll(), signal))) return { fresh: [], changed: false };
    return { fresh, changed };
  }

  return {
    list,
    read,
    /** Open shadow roots that are on the page. */
    roots: roots as ReadonlySet<ShadowRoot>,
    get capped() {
      return capped;
    },
    /** Custom elements that have attached a shadow root since they were read: no event tells of it. */
    attached(): Element[] {
      const found: Element[] = [];
      for (const host of hosts) {
        if (host.shadowRoot) found.push(host);
        if (host.shadowRoot || !host.isConnected) hosts.delete(host);
      }
      return found;
    },
  };
}

/** The nearest element around `node` that is read, or not, by what is in it. */
function readByContent({ parentElement }: Node): Element | null | undefined {
  return parentElement?.closest('pre, svg');
}

/** Blocks compared between two looks at the clock. */
const stride = 32;

/** Text that was only rendered anew keeps its marks until the worker has answered. @returns whether the texts are others than before. In steps. */
function* compare(gone: readonly Block[], fresh: readonly Block[]): Generator<void, boolean> {
  const before = new Map<string, { count: number; mentions: Mention[] }>();
  let steps = 0;
  for (const { text, mentions } of gone) {
    const known = before.get(text);
    if (!known) before.set(text, { count: 1, mentions });
    else {
      known.count++;
      if (mentions.length) known.mentions = mentions;
    }
    if (++steps % stride === 0) yield;
  }
  let same = gone.length === fresh.length;
  for (const block of fresh) {
    const known = before.get(block.text);
    if (!known || known.count-- === 0) same = false;
    else if (known.mentions.length) {
      // Each block has mentions of its own: what hangs on one hangs on one place.
      block.mentions = known.mentions;
      known.mentions = [];
    }
    if (++steps % stride === 0) yield;
  }
  return !same;
}
