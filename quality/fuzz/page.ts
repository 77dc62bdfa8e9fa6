/** Runs inside a page of a real browser: what `browser.ts` asks of the parts that need a document. Each answers what is wrong, or nothing. */
import { renderEntity } from '../../src/entry-view/render-entity.ts';
import type { CardData } from '../../src/messages/protocol.ts';
import { type Collected, collect } from '../../src/page/collect.ts';
import { distanceOf } from '../../src/page/distance.ts';
import { inSlices } from '../../src/page/slice.ts';
import { fromHtml } from '../../src/ui/article.ts';

/** What the card builds: anything else came out of the data. */
const ours =
  /^(?:article|header|footer|bdi|h[2-6]|p|span|a|ul|ol|li|dl|dt|dd|details|summary|button|cite|section|div|time|table|caption|thead|tbody|tr|th|td|svg|g|line|path|rect|circle|text|title|desc|figure|figcaption|blockquote|q|strong|em|b|small|mark|abbr)$/;
const prose =
  /^(?:h[1-6]|p|blockquote|[uod]l|li|d[dt]|table|thead|tbody|t[rhd]|caption|fig(?:ure|caption)|time|em|strong|[biusq]|su[bp]|cite|abbr|bd[io]|ruby|r[bpt]|[bh]r|small|span|div|section|header|footer)$/;

function wrong(elements: Iterable<Element>, allowed: RegExp): string | undefined {
  for (const element of elements) {
    if (!allowed.test(element.localName)) return `an element <${element.localName}>`;
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^action$/i.test(name)) return `an attribute ${name}`;
      if (/^(?:xlink:)?(?:href|src)$/.test(name) && !/^(?:https?:\/\/|#)/i.test(value)) return `${name}=${value}`;
      if (
        name === 'href' &&
        element.getAttribute('target') === '_blank' &&
        element.getAttribute('rel') !== 'noopener noreferrer'
      )
        return 'a link that says where it comes from';
    }
  }
  return undefined;
}

/** Kept from the start: elements with names like `body` hide the document's own. */
const holder = document.createElement('div');
document.body.append(holder);

/** Reads any markup as a page: the tree stays as it was, every piece is where it says, and nothing shut away is read. */
export async function read(markup: string): Promise<string | undefined> {
  const page = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
  const parsed = Object.getOwnPropertyDescriptor(Document.prototype, 'body')!.get!.call(page) as HTMLElement;
  holder.replaceChildren(...parsed.childNodes);
  try {
    return await pieces();
  } finally {
    holder.replaceChildren();
  }
}

/** White space at the ends of a text is read as the spaces that the page shows (`text-run.ts`). */
const asSpaces = (text: string) => text.replace(/\s/g, ' ');

async function pieces(): Promise<string | undefined> {
  const before = holder.outerHTML;
  const out: Collected = { blocks: [], visited: new Set(), roots: [], hosts: [], nodes: 0 };
  await inSlices(collect(holder, holder, { nodes: 5000, text: 50_000 }, out, distanceOf), new AbortController().signal);
  if (holder.outerHTML !== before) return 'the tree was changed';
  for (const { text, pieces } of out.blocks) {
    let end = 0;
    for (const { node, from, start, length } of pieces) {
      if (start < end || length < 1) return 'pieces that overlap or are empty';
      if (asSpaces(text.slice(start, start + length)) !== asSpaces(node.data.slice(from, from + length)))
        return 'a piece that is not where it says';
      if (node.parentElement?.closest('script, style, textarea, [hidden], [aria-hidden=true]'))
        return 'text that is not for reading';
      end = start + length;
    }
    if (end > text.length) return 'a piece past the end of its block';
  }
  return undefined;
}

/** Shows any entity: only elements of ours come out, no link but to the web, and its name as it is written. */
export function show(data: CardData, texts: Record<string, string>, full: boolean): string | undefined {
  const card = renderEntity(data, texts, {
    language: 'en',
    today: '2026-11-22',
    full,
    copy: () => undefined,
    openEntity: () => undefined,
  });
  for (const details of card.querySelectorAll('details')) details.open = true;
  const found = wrong([card, ...card.querySelectorAll('*')], ours);
  if (found) return found;
  return card.textContent?.includes(data.entity.name) ? undefined : 'the name is not in the card';
}

/** Opens any file in the reader: only prose comes out. */
export function open(markup: string): string | undefined {
  const { nodes, url } = fromHtml(markup);
  const article = document.createElement('div');
  article.append(...nodes);
  if (url !== undefined && !/^https?:/.test(url)) return `the address ${url}`;
  return wrong(article.querySelectorAll('*'), prose);
}
