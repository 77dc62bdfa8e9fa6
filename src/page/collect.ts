import { flowOf } from '../dataset/html-rules.ts';
import * as is from '../dataset/natures.ts';
import type { Block } from './blocks.ts';
import { natureOfElement } from './elements.ts';
import { fullBlock } from './limits.ts';
import { elementNode, textNode } from './nodes.ts';
import {
  append,
  createRun,
  type Distance,
  isApart,
  isNote,
  isParted,
  isWordStart,
  separate,
  withoutOuterFeeds,
} from './text-run.ts';

/** Beyond these the page is read no further, and the popup says so. */
export interface Caps {
  /** Nodes visited. */
  nodes: number;
  /** UTF-16 code units of text. */
  text: number;
}

export interface Collected {
  blocks: Block[];
  /** Every text node that was come across, read or blank; for who wants to know. */
  visited?: Set<Text>;
  /** Open shadow roots on the way: they need their own watcher and style sheet. */
  roots: ShadowRoot[];
  /** Custom and empty elements without a shadow root: attaching one later is not announced by any event. */
  hosts: Element[];
  nodes: number;
  /** What all that holds the nodes is, together. */
  around?: number;
  capped?: 'nodes' | 'text';
}

/** Nodes between two looks at the clock: about 0.1 ms of work. */
const stride = 64;

/** Two characters: pictures beside one of them make no text of it. */
const isWorth = /[^\s\uFFFC].*?[^\s\uFFFC]/s;

/** Elements whose children are being read, from the outside in. */
interface Level {
  element: Element | null;
  /** How it stands in the text: as `flowOf`. */
  flow: number;
  /** What it and all that holds it is, together. */
  around: number;
  /** The next child, or, for the nodes of a slot, the place in `list`. */
  next: Node | null;
  last: Node | null;
  list?: readonly Node[];
  at: number;
}

/**
 * Reads the sibling nodes `first` to `last` with all that is in them, as the page shows them (slots filled, shadow trees in
 * place of their hosts), into blocks. An iterator, so that it can be run in slices; the page may change between two steps:
 * what is then missed or read twice is mended by the watcher, which has seen the change.
 */
export function* collect(first: Node, last: Node, caps: Caps, out: Collected, distanceOf: Distance): Generator<void> {
  const done = collector(first, last, caps, out, distanceOf);
  while (!done()) yield;
}

/**
 * A function that reads the next nodes, and answers whether these were the last. Not a generator: the walk is the longest work on a page, and
 * is compiled better.
 */
function collector(first: Node, last: Node, caps: Caps, out: Collected, distanceOf: Distance): () => boolean {
  let run = createRun();
  let length = 0;
  for (const block of out.blocks) length += block.text.length;

  function flush(): void {
    if (!run.length) return;
    const { parts, pieces, heading } = run;
    const text = parts.join('');
    if (isWorth.test(text)) {
      out.blocks.push({ text, pieces, heading, mentions: [] });
      length += text.length;
    }
    run = createRun();
  }

  function boundary(element: Element, flow: number): void {
    if (!run.length) return;
    if (flow === is.block) flush();
    else if (flow === is.soft) run.unsure.push(element);
    else run.crossed.push(element);
  }

  function add(node: Text, around: number): void {
    // In a <pre> line feeds are the author's.
    let data = around & is.raw ? node.data : withoutOuterFeeds(node.data);
    if (!data.trim()) {
      if (!run.length) return;
    } else {
      // Without a boundary of an element since the last text there is nothing to decide: a page may have thousands of such lines.
      if (!run.length || run.crossed.length + run.unsure.length) {
        // First, since a sign is a note to what stands in its own block.
        if (isParted(run)) flush();
        if (isNote(run, node, around)) {
          run.noted = run.length > 0;
          return;
        }
        if (isApart(run, node, data, distanceOf)) flush();
        else if (run.noted && isWordStart(data)) separate(run, ' ');
        run.noted = false;
        run.crossed = [];
        run.unsure = [];
      }
      run.broken = false;
    }
    if (!run.length) run.heading = (around & is.heading) !== 0;
    const room = caps.text - length - run.length;
    if (data.length > room) {
      out.capped = 'text';
      data = data.slice(0, Math.max(room, 0));
    }
    if (data) append(run, node, data);
  }

  function skip(nature: number, element: Element): void {
    const flow = flowOf(nature);
    if (flow === is.block) boundary(element, flow);
    else if (run.length && nature & is.replaced) separate(run, '\uFFFC');
  }

  function breakLine(): void {
    // Two in a row are how old pages write paragraphs.
    if (run.broken || run.length > fullBlock) flush();
    else if (run.length) {
      separate(run, '\n');
      run.broken = true;
    }
  }

  /** The level inside an element that is read. */
  function enter(element: Element, name: string, nature: number, outer: Level): Level {
    const flow = flowOf(nature);
    boundary(element, flow);
    const inner: Level = {
      element,
      flow,
      around: outer.around | nature,
      next: element.firstChild,
      last: null,
      at: 0,
    };
    if (nature & is.host) {
      const root = element.shadowRoot;
      if (root) {
        out.roots.push(root);
        inner.next = root.firstChild;
      } else if (!inner.next || name.includes('-')) out.hosts.push(element);
    } else if (name === 'slot') {
      // In a drawing it has only the name.
      const assigned = (element as Partial<HTMLSlotElement>).assignedNodes?.();
      if (assigned?.length) inner.list = assigned;
    }
    return inner;
  }

  let level: Level = { element: null, flow: is.inline, around: out.around ?? 0, next: first, last, at: 0 };
  const outer: Level[] = [];

  return function read(): boolean {
    for (let left = stride; left > 0 && !out.capped; ) {
      const node: Node | null = level.list ? (level.list[level.at++] ?? null) : level.next;
      if (!node) {
        if (level.element) boundary(level.element, level.flow);
        const around = outer.pop();
        if (!around) {
          flush();
          return true;
        }
        level = around;
        continue;
      }
      if (!level.list) level.next = node === level.last ? null : node.nextSibling;
      left--;
      if (++out.nodes > caps.nodes) out.capped = 'nodes';
      const kind = node.nodeType;
      if (kind === textNode) {
        out.visited?.add(node as Text);
        add(node as Text, level.around);
      } else if (kind === elementNode) {
        const element = node as Element;
        const name = element.localName;
        if (name === 'br') breakLine();
        else {
          const nature = natureOfElement(element, name);
          if (nature & is.skipped) skip(nature, element);
          else {
            const inner = enter(element, name, nature, level);
            outer.push(level);
            level = inner;
          }
        }
      }
    }
    if (out.capped) flush();
    return out.capped !== undefined;
  };
}
