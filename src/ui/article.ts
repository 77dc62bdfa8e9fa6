/**
 * Turns text or HTML that the reader brings (pasted, dropped, opened, or the sample) into an article that is safe to show:
 * only elements that carry prose are copied, and none of their attributes but language, direction and dates.
 */
import { parseInert } from '../browser/trusted-types.ts';

export interface Article {
  title: string;
  /** BCP 47. */
  lang?: string;
  /** Address of the text, when it names one. */
  url?: string;
  /** The JSON-LD date or the first `<time>`, as written. */
  published?: string;
  nodes: Node[];
}

const kept = new Set(
  'h1 h2 h3 h4 h5 h6 p blockquote ul ol li dl dt dd table thead tbody tr th td caption figure figcaption time em strong b i u s sub sup q cite abbr bdi bdo ruby rt rp br hr small span div section header footer'.split(
    ' ',
  ),
);
/** Not prose, or not the article's. Everything else that is not kept is opened up, and its children are looked at. */
const dropped = new Set(
  'script style noscript template iframe object embed svg math input button select textarea nav aside head link meta'.split(
    ' ',
  ),
);
const attributes = ['lang', 'dir', 'datetime', 'colspan', 'rowspan'];

export function fromHtml(html: string): Article {
  // A document gives its forms and images out under their names, in the place of everything of its own; an element does not.
  const page = Document.prototype.getElementsByTagName.call(parseInert(html), 'html')[0] as HTMLElement;
  const body = page.querySelector('article') ?? page.querySelector('main') ?? page.querySelector('body') ?? page;
  const textOf = (selector: string) => page.querySelector(selector)?.textContent?.trim();
  const article: Article = { title: textOf('h1') || textOf('title') || '', nodes: [...body.childNodes].flatMap(copy) };
  if (page.lang) article.lang = page.lang;
  const published = publishedIn(page) ?? page.querySelector('time[datetime]')?.getAttribute('datetime');
  if (published) article.published = published;
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (url && /^https?:/.test(url)) article.url = url;
  return article;
}

/** Plain text: an empty line ends a paragraph. */
export function fromText(text: string): Article {
  const paragraphs = text.split(/\r?\n\s*\r?\n/).filter((part) => part.trim() !== '');
  return {
    title: paragraphs[0]?.trim().split(/\r?\n/)[0]?.slice(0, 100) ?? '',
    nodes: paragraphs.map((part) => {
      const paragraph = document.createElement('p');
      paragraph.dir = 'auto';
      paragraph.textContent = part.trim();
      return paragraph;
    }),
  };
}

/** Text that begins with a tag or a document type is HTML. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype|<\?xml|<[a-z][\w-]*[\s>])/i.test(text);
}

function copy(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
  // The same holds for a form and its fields: it cannot be asked what it is.
  if (node instanceof HTMLFormElement) return [];
  if (!(node instanceof Element) || dropped.has(node.localName) || node.hasAttribute('hidden')) return [];
  const children = [...node.childNodes].flatMap(copy);
  if (!kept.has(node.localName)) return children;
  const element = document.createElement(node.localName);
  for (const name of attributes) {
    const value = node.getAttribute(name);
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return [element];
}

function publishedIn(page: Element): string | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '');
    if (date) return date[1];
  }
  return undefined;
}
