/**
 * Text that the page cannot read. A closed shadow root keeps scripts out, but `window.find()` tells a page letter by letter what stands in it,
 * and "select all" takes its text along. Generated content is found by neither, and screen readers read it: so each text of the card becomes
 * an empty element with its words in an attribute, which `host.css` shows.
 */
import { h, rightToLeft } from '../entry-view/dom.ts';

/** The first letter decides on the direction, as `dir="auto"` would if it saw generated content. */
const firstLetter = /\p{L}/u;

function seal(text: Text): void {
  const parent = text.parentElement;
  // White space alone says nothing, and keeps words apart.
  if (!parent || !text.data.trim() || parent.dataset.t !== undefined) return;
  const letter = firstLetter.exec(text.data)?.[0];
  if (letter && parent.localName === 'bdi' && !parent.dir) parent.dir = rightToLeft.test(letter) ? 'rtl' : 'ltr';
  text.replaceWith(h('span', { 'data-t': text.data }));
}

function sealAll(node: Node): void {
  if (node instanceof Text) seal(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) seal(text);
}

/** Seals what stands in `root` and all that comes into it, before any script of the page can run. */
export function keepSealed(root: ShadowRoot): void {
  sealAll(root);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (root.contains(node)) sealAll(node);
  }).observe(root, { childList: true, subtree: true });
}
