import type { Texts } from '../locale/texts.ts';
import { numberFormat } from './formats.ts';

export type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** Clicks that were kept from the page, passed on. */
const passed = new WeakSet<Event>();

/** Clicks an element for the listeners of `h` alone. It is no `MouseEvent`, so a link or a `summary` does nothing a second time. */
export function passClick(element: Element): void {
  const event = new Event('click', { bubbles: true });
  passed.add(event);
  element.dispatchEvent(event);
}

function build<E extends Element>(ns: string, tag: string, attributes: Attributes, children: Child[]): E {
  const [name = '', ...classes] = tag.split('.');
  const element = document.createElementNS(ns, name) as E;
  if (classes.length > 0) element.setAttribute('class', classes.join(' '));
  for (const [name, value] of Object.entries(attributes)) {
    // Only the reader presses: events that a page makes are not heard.
    if (typeof value === 'function')
      element.addEventListener(name, (event) => (event.isTrusted || passed.has(event)) && value(event));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * An element (`p.note.old`: with classes) with attributes, listeners (a function under the event's name) and children; strings become text nodes, so nothing
 * of the dataset is ever parsed as HTML. The namespace is given because pages may be XML.
 */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  return build(HTML, tag, attributes, children);
}

export function button(click: (event: Event) => void, attributes: Attributes, ...children: Child[]): HTMLElement {
  return h('button', { type: 'button', click, ...attributes }, ...children);
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return build(SVG, tag, attributes, children);
}

/** Letters of scripts that run from right to left. */
export const rightToLeft = /[\u0590-\u08ff]/;

/**
 * The text under `key` with `{name}` replaced. A missing text shows its key: seen at once, and harmless. In a text that runs from right to
 * left each value is isolated (U+2068, U+2069), or a Latin name would carry the punctuation beside it to its other end.
 */
export function say(texts: Texts, key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key;
  const [start, end] = rightToLeft.test(text) ? ['\u2068', '\u2069'] : ['', ''];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? start + values[name] + end : whole));
}

/** The text for one value of a closed set of the dataset: "news agency" is under `card.publisher.news-agency`. */
export function sayKind(
  texts: Texts,
  group: string,
  kind: string,
  values: Record<string, string | number> = {},
): string {
  return say(texts, `card.${group}.${kind.replaceAll(' ', '-')}`, values);
}

/** A text with a number in it, in the plural form that the language has for it. */
export function sayCount(texts: Texts, key: string, count: number, language: string): string {
  const forms = `${key}.${new Intl.PluralRules(language).select(count)}`;
  return say(texts, forms, { count: numberFormat(language).format(count) });
}

/** The address, if it is one that a card may link to. */
export function safeUrl(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

/** A link that opens beside the page, tells the target nothing of where it came from, and cannot reach back. */
export function externalLink(address: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  return h('a', { ...attributes, href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
