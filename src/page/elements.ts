/** What the collector knows of elements by their name alone. Names are lower case; SVG and MathML are skipped whole. */

/** Not read: no prose, or not for reading, or the reader's own writing. */
const skipped = new Set(
  'script style noscript template code pre kbd samp var textarea input select option datalist svg math canvas iframe frame object embed audio video picture img meter progress head title rt rp rtc'.split(
    ' ',
  ),
);

/** Leaves a gap that no name reaches across. */
export const replaced = new Set(
  'img svg math canvas iframe object embed audio video picture input select textarea meter progress code kbd samp var'.split(
    ' ',
  ),
);

/** Always a line of its own: the text before and after belongs to other blocks. */
const block = new Set(
  'address article aside blockquote body caption center dd details dialog dir dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Usually one, but so often styled otherwise (`display: contents`, `inline`) that the style is asked where it matters. */
const soft = new Set('div section slot'.split(' '));

/** Phrasing elements: never a break unless the style says so. */
const inline = new Set(
  'a abbr acronym b bdi bdo big br button cite data del dfn em font i ins kbd label map mark nobr output q ruby rb s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

export type Flow = 'block' | 'soft' | 'inline';

/** How an element stands in the text, as far as its name tells. Unknown and custom elements are asked for their style. */
export function flowOf(element: Element): Flow {
  const name = element.localName;
  if (inline.has(name)) return 'inline';
  if (block.has(name)) return 'block';
  return soft.has(name) || !replaced.has(name) ? 'soft' : 'inline';
}

/** The elements of HTML that may have a shadow root (DOM Standard, "valid shadow host name"): asking each of all others costs 5 % of a walk. */
const shadowHosts = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

export function mayHostShadow(name: string): boolean {
  return shadowHosts.has(name) || name.includes('-');
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

const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));

export function isHeading(element: Element): boolean {
  return headings.has(element.localName) || element.getAttribute('role') === 'heading';
}

/** Attributes that decide whether an element is read: the watcher listens for them. */
export const readingAttributes = ['hidden', 'aria-hidden', 'contenteditable'];

/** Hidden from the reader, or text that the reader is writing. */
function shutByAttribute(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  return role === 'textbox' || role === 'searchbox';
}

/** No element of HTML. The names that we know are taken at their word: asking each element costs as much as reading its children. */
function isForeign(element: Element): boolean {
  const name = element.localName;
  if (block.has(name) || inline.has(name) || soft.has(name)) return false;
  return element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
}

/** True when nothing inside `element` is read. */
export function isShut(element: Element): boolean {
  // Both engines show a plain-text document as one <pre>: there it is the prose.
  if (skipped.has(element.localName)) {
    return !(element.localName === 'pre' && element.ownerDocument.contentType.startsWith('text/plain'));
  }
  return isForeign(element) || shutByAttribute(element);
}

/** The node above in the tree as it is shown: slots and shadow roots are stepped through. */
export function parentInFlatTree(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
}

/** True when `node` stands in something that is not read, or is not shown for want of a slot. */
export function isOutside(node: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (at instanceof Element && isShut(at)) return true;
    const parent: Node | null = at.parentNode;
    if (parent instanceof Element && parent.shadowRoot && !(at as Element | Text).assignedSlot) return true;
    if (parent === null) return true;
    if (parent === document) return false;
    at = parentInFlatTree(at);
  }
  return true;
}
