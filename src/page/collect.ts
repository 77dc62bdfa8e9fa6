import type { Block, Piece } from './blocks.ts';
import { breaksLine, type Flow, flowOf, is, natureOfElement } from './elements.ts';

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
  /** Custom elements without a shadow root: attaching one later is not announced by any event. */
  hosts: Element[];
  nodes: number;
  capped?: 'nodes' | 'text';
}

/** A block this long is divided at blank lines: only plain-text documents and logs have such. */
const longBlock = 20_000;

/** Nodes between two looks at the clock: about 0.1 ms of work. */
const stride = 64;

/** Elements whose children are being read, from the outside in. */
interface Level {
  element: Element | null;
  flow: Flow;
  heading: boolean;
  /** The next child, or, for the nodes of a slot, the place in `list`. */
  next: Node | null;
  last: Node | null;
  list?: readonly Node[];
  at: number;
}

/** Anything that may be part of a word; where in doubt, yes: it only decides whether a style is asked. Classes of Unicode take 1 ms to compile. */
const wordCharacter = /[0-9A-Za-z\u00aa-\u1fff\u2c00-\u2fff\u3004-\uffff]/;
const sentenceEnd = /[.!?…:;»”"')\]]\s*$/;

/**
 * Reads the sibling nodes `first` to `last` with all that is in them, as the page shows them (slots filled, shadow trees in
 * place of their hosts), into blocks. An iterator, so that it can be run in slices; the page may change between two steps:
 * what is then missed or read twice is mended by the watcher, which has seen the change.
 */
export function* collect(first: Node, last: Node, caps: Caps, out: Collected): Generator<void> {
  const done = collector(first, last, caps, out);
  while (!done()) yield;
}

/**
 * A function that reads the next nodes, and answers whether these were the last. Not a generator: the walk is the longest work on a page, and
 * is compiled better.
 */
function collector(first: Node, last: Node, caps: Caps, out: Collected): () => boolean {
  let text = '';
  let pieces: Piece[] = [];
  let heading = false;
  let length = 0;
  for (const block of out.blocks) length += block.text.length;
  /** Boundaries of elements since the last text, whose style is asked only if two words would touch there. */
  let crossed: Element[] = [];
  /** Boundaries of soft blocks since the last text. */
  let unsure: Element[] = [];

  function flush(): void {
    if (text === '') return;
    if (text.trim().length > 1) {
      const block = { text, pieces, heading, mentions: [] };
      if (text.length < longBlock) out.blocks.push(block);
      // Not as arguments: a log may be cut into more parts than the stack holds.
      else for (const part of divided(block)) out.blocks.push(part);
      length += text.length;
    }
    text = '';
    pieces = [];
    if (crossed.length) crossed = [];
    if (unsure.length) unsure = [];
  }

  function boundary(element: Element, flow: Flow): void {
    if (text === '') return;
    if (flow === 'block') flush();
    else if (flow === 'soft') unsure.push(element);
    else crossed.push(element);
  }

  function add(node: Text, inHeading: boolean): void {
    const data = node.data;
    const blank = data.trim() === '';
    if (blank) {
      if (text === '') return;
    } else {
      if (text !== '') {
        if (unsure.length && (sentenceEnd.test(text.slice(-8)) || unsure.some(breaksLine))) flush();
        else if (
          crossed.length &&
          wordCharacter.test(text.at(-1) ?? '') &&
          wordCharacter.test(data[0] ?? '') &&
          crossed.some(breaksLine)
        ) {
          flush();
        }
      }
      if (crossed.length) crossed = [];
      if (unsure.length) unsure = [];
    }
    if (text === '') heading = inHeading;
    const room = caps.text - length - text.length;
    if (data.length > room) out.capped = 'text';
    const taken = Math.min(data.length, Math.max(room, 0));
    if (!taken) return;
    pieces.push({ node, from: 0, start: text.length, length: taken });
    text += taken === data.length ? data : data.slice(0, taken);
  }

  function skip(nature: number, element: Element): void {
    const flow = flowOf(nature);
    if (flow === 'block') boundary(element, flow);
    else if (text && nature & is.replaced) text += '\uFFFC';
  }

  function breakLine(): void {
    // Two in a row are how old pages write paragraphs.
    if (/\n\s*$/.test(text)) flush();
    else if (text) text += '\n';
  }

  /** The level inside an element that is read. */
  function enter(element: Element, name: string, nature: number, outer: Level): Level {
    const flow = flowOf(nature);
    boundary(element, flow);
    const inner: Level = {
      element,
      flow,
      heading: outer.heading || (nature & is.heading) !== 0,
      next: element.firstChild,
      last: null,
      at: 0,
    };
    if (nature & is.host) {
      const root = element.shadowRoot;
      if (root) {
        out.roots.push(root);
        inner.next = root.firstChild;
      } else if (name.includes('-')) out.hosts.push(element);
    } else if (name === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length) inner.list = assigned;
    }
    return inner;
  }

  let level: Level = { element: null, flow: 'inline', heading: false, next: first, last, at: 0 };
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
      if (kind === Node.TEXT_NODE) {
        out.visited?.add(node as Text);
        add(node as Text, level.heading);
      } else if (kind === Node.ELEMENT_NODE) {
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

/** A long block as several: cut at blank lines, so that words that must stand near a name do, and none grows without end. */
function divided(block: Block): Block[] {
  const parts: Block[] = [];
  let start = 0;
  let first = 0;
  const blankLine = /\n\s*\n/g;
  for (let end = 0; end < block.text.length; ) {
    const cut = blankLine.exec(block.text);
    end = cut ? cut.index + cut[0].length : block.text.length;
    const pieces: Piece[] = [];
    for (let i = first; i < block.pieces.length; i++) {
      const piece = block.pieces[i]!;
      if (piece.start >= end) break;
      first = i;
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.start + piece.length, end);
      if (from < to) {
        pieces.push({
          node: piece.node,
          from: piece.from + from - piece.start,
          start: from - start,
          length: to - from,
        });
      }
    }
    if (pieces.length) parts.push({ ...block, text: block.text.slice(start, end), pieces });
    start = end;
  }
  return parts;
}
