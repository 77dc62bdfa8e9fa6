/** What the collector asks of the elements of a page. Names are lower case in HTML. MathML is skipped whole, and SVG but for its text. */
import { codeSample, isCode, isShutBy, natureInSvg, natureOf } from '../dataset/html-rules.ts';
import * as is from '../dataset/natures.ts';
import { fragmentNode, showText } from './nodes.ts';

/** It stands on lines of its own. */
export const breaking = 1;
/** It stands above the line, as the sign of a note does. */
export const raised = 2;

/** What the style of an element makes of it: `breaking`, `raised`, both or 0. `inline-block` breaks no line: letters set one by one are shown joined. */
export function lookOf(element: Element): number {
  if (!element.isConnected) return breaking;
  const { display, verticalAlign } = getComputedStyle(element);
  const isInLine = /^(?:contents|inline|ruby|none)/.test(display) && !/-(?:flex|grid)$/.test(display);
  return (isInLine ? 0 : breaking) | (/super|top/.test(verticalAlign) ? raised : 0);
}

/** Attributes that decide whether an element is read: the watcher listens for them. */
export const readingAttributes = ['hidden', 'aria-hidden', 'contenteditable', 'slot'];

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/** Whether a <pre> is code. A plain-text document, which both engines show as one <pre>, is not. */
function isCodeElement(pre: Element): boolean {
  if (pre.ownerDocument.contentType.startsWith('text/plain')) return false;
  let text = '';
  const walker = pre.ownerDocument.createTreeWalker(pre, showText);
  while (text.length < codeSample && walker.nextNode())
    text += (walker.currentNode as Text).data.slice(0, codeSample - text.length);
  return isCode(pre.className, text);
}

/** A drawing without text is passed over whole: pages have hundreds. */
function natureOfDrawing(element: Element, name: string): number {
  if (name !== 'svg') return natureInSvg(name.toLowerCase());
  return element.querySelector('text, foreignObject') ? is.block : is.replaced | is.skipped;
}

/**
 * What an element is by its name and its attributes; with `is.skipped` nothing inside it is read.
 *
 * @param name its local name
 */
export function natureOfElement(element: Element, name: string): number {
  let nature = natureOf(name);
  if (nature & is.skipped) return nature;
  if (name === 'pre' && isCodeElement(element)) return nature | is.skipped;
  // The whole document is being written.
  if (name === 'html' && element.ownerDocument.designMode === 'on') return nature | is.skipped;
  if (!(nature & is.known) || name === 'a') {
    const space = element.namespaceURI;
    if (space === svg) nature = natureOfDrawing(element, name);
    else if (space !== html) return nature | is.skipped;
    if (nature & is.skipped) return nature;
  }
  if (!element.hasAttributes()) return nature;
  if (isShutBy((attribute) => element.getAttribute(attribute))) return nature | is.skipped;
  if (element.getAttribute('role') === 'heading') nature |= is.heading;
  return nature;
}

/** The node above in the tree as it is shown: slots and shadow roots are stepped through. */
export function parentInFlatTree(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  // Asked by its kind, since a browser makes a class (`ShadowRoot`) for our world when it is first named: a tenth of a ms on every page.
  return parent?.nodeType === fragmentNode ? (parent as ShadowRoot).host : (parent as Element | null);
}

/** What else reads a page is handed these, so that no part of the content script holds them a second time. */
export const elementRules = { natureOfElement, lookOf };
export type ElementRules = typeof elementRules;
