/** What the collector knows of elements by their name. Those of HTML are lower case. MathML is skipped whole, and SVG but for its text. */

/** What an element is by its name: one of these, or several together. */
export const is = {
  /** Always a line of its own: the text before and after belongs to other blocks. */
  block: 1,
  /** Phrasing: never a break unless the style says so. */
  inline: 2,
  /** Leaves a gap that no name reaches across. */
  replaced: 4,
  /** Not read: no prose, or not for reading, or the reader's own writing. */
  skipped: 8,
  /** May have a shadow root (DOM Standard, "valid shadow host name"): asking each of all others costs 5 % of a walk. */
  host: 16,
  heading: 32,
  /** One of HTML's, so its namespace need not be asked: that costs as much as reading its children. */
  known: 64,
};

const names: readonly (readonly [nature: number, names: string])[] = [
  [
    is.block | is.known,
    'address article aside blockquote body caption center dd details dialog dir dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search summary table tbody td tfoot th thead tr ul',
  ],
  [
    is.inline | is.known,
    'a abbr acronym b bdi bdo big br button cite data del dfn em font i ins kbd label map mark nobr output q ruby rb s small span strike strong sub sup time tt u var wbr',
  ],
  // Usually a block, but so often styled otherwise (`display: contents`, `inline`) that the style is asked where it matters.
  [is.known, 'div section slot'],
  [
    is.replaced,
    'img math canvas iframe object embed audio video picture input select textarea meter progress code kbd samp var',
  ],
  [
    is.skipped,
    'script style noscript template code kbd samp var textarea input select option datalist math canvas iframe frame object embed audio video picture img meter progress head title rt rp rtc',
  ],
  [is.host, 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'],
  [is.heading, 'h1 h2 h3 h4 h5 h6'],
];

/** One look-up for an element: with a set for each question a walk spent a third of its own time on them. Made with the first: a frame without text has none. */
let natures: Map<string, number> | undefined;

function makeNatures(): Map<string, number> {
  const made = new Map<string, number>();
  for (const [nature, list] of names) {
    for (const name of list.split(' ')) made.set(name, (made.get(name) ?? 0) | nature);
  }
  return made;
}

/** What is known of an element by its local name; custom elements may have a shadow root. */
export function natureOf(name: string): number {
  natures ??= makeNatures();
  return natures.get(name) ?? (name.includes('-') ? is.host : 0);
}

export type Flow = 'block' | 'soft' | 'inline';

/** How an element stands in the text, as far as its name tells. Unknown and custom elements are asked for their style. */
export function flowOf(nature: number): Flow {
  if (nature & is.inline) return 'inline';
  if (nature & is.block) return 'block';
  return nature & is.known || !(nature & is.replaced) ? 'soft' : 'inline';
}

/** Displays that put an element on lines of its own. `inline-block` is left out: letters set one by one are shown joined. */
export function breaksLine(element: Element): boolean {
  if (!element.isConnected) return true;
  const { display, cssFloat } = getComputedStyle(element);
  if (display === 'contents' || display.startsWith('inline') || display.startsWith('ruby') || display === 'none') {
    return display === 'inline-flex' || display === 'inline-grid';
  }
  // A drop capital floats, and still is the first letter of its word.
  return !(cssFloat !== 'none' && (element.textContent?.trim().length ?? 0) <= 2);
}

/** Whether an element, or what holds it, stands above the line, as the sign of a note does. */
export function isRaised(element: Element | null): boolean {
  if (element?.closest('sup')) return true;
  for (const each of [element, element?.parentElement]) {
    const raised = each && getComputedStyle(each).verticalAlign;
    if (raised === 'super' || raised === 'top' || raised === 'text-top') return true;
  }
  return false;
}

/** Attributes that decide whether an element is read: the watcher listens for them. */
export const readingAttributes = ['hidden', 'aria-hidden', 'contenteditable', 'slot'];

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/** What an element of SVG is: read are its text and the HTML in it. A drawing without either is passed over whole. */
function natureInSvg(element: Element, name: string): number {
  if (name === 'svg') return element.querySelector('text, foreignObject') ? is.block : is.replaced | is.skipped;
  if (name === 'text' || name === 'foreignObject' || name === 'g' || name === 'switch') return is.block;
  return name === 'tspan' || name === 'textPath' || name === 'a' ? is.inline : is.skipped;
}

/** UTF-16 code units of a <pre> that show whether it is code. */
const sample = 2000;

/**
 * Whether a <pre> holds code, logs or drawings: by the name of its class, or by its signs. Letters, court records and mailing lists are prose, and
 * so is a plain-text document, which both engines show as one <pre>.
 */
function isCode(pre: Element): boolean {
  if (pre.ownerDocument.contentType.startsWith('text/plain')) return false;
  if (/code|highlight|lang|syntax|prettyprint|brush|shell|console|terminal/i.test(pre.className)) return true;
  let text = '';
  const walker = pre.ownerDocument.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
  while (text.length < sample && walker.nextNode()) text += (walker.currentNode as Text).data.slice(0, sample);
  const signs = text.match(/[{}()[\]<>=;|\\$#_+*/]/g)?.length ?? 0;
  return signs > text.replace(/\s+/g, '').length / 25;
}

/**
 * What an element is by its name and its attributes; with `is.skipped` nothing inside it is read.
 *
 * @param name its local name
 */
export function natureOfElement(element: Element, name: string): number {
  let nature = natureOf(name);
  if (nature & is.skipped) return nature;
  if (name === 'pre' && isCode(element)) return nature | is.skipped;
  // The whole document is being written.
  if (name === 'html' && element.ownerDocument.designMode === 'on') return nature | is.skipped;
  if (!(nature & is.known) || name === 'a') {
    const space = element.namespaceURI;
    if (space === svg) nature = natureInSvg(element, name);
    else if (space !== html) return nature | is.skipped;
    if (nature & is.skipped) return nature;
  }
  if (!element.hasAttributes()) return nature;
  // Hidden from the reader, or text that the reader is writing.
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return nature | is.skipped;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return nature | is.skipped;
  const role = element.getAttribute('role');
  if (role === 'textbox' || role === 'searchbox') nature |= is.skipped;
  else if (role === 'heading') nature |= is.heading;
  return nature;
}

/** The node above in the tree as it is shown: slots and shadow roots are stepped through. */
export function parentInFlatTree(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  // Asked by its kind, since a browser makes a class (`ShadowRoot`) for our world when it is first named: a tenth of a ms on every page.
  return parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (parent as ShadowRoot).host : (parent as Element | null);
}

/** True when `node` stands in something that is not read, or is not shown for want of a slot. */
export function isOutside(node: Node): boolean {
  for (let at: Node | null = node; at; ) {
    const element = at.nodeType === Node.ELEMENT_NODE ? (at as Element) : null;
    if (element && natureOfElement(element, element.localName) & is.skipped) return true;
    const parent: Node | null = at.parentNode;
    if ((parent as Element | null)?.shadowRoot && !(at as Element | Text).assignedSlot) return true;
    if (parent === null) return true;
    if (parent === document) return false;
    at = parentInFlatTree(at);
  }
  return true;
}
