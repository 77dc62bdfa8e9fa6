/** Runs inside a page of a real browser: what `browser.ts` asks of the parts that need a document. Each answers what is wrong, or nothing. */
import { renderEntity } from '../../src/entry-view/render-entity.ts';
import type { CardData } from '../../src/messages/protocol.ts';
import { watched } from '../../src/page/changes.ts';
import { type Collected, collect } from '../../src/page/collect.ts';
import { distanceOf } from '../../src/page/distance.ts';
import { elementRules } from '../../src/page/elements.ts';
import { createReader } from '../../src/page/reader.ts';
import { inSlices, slices } from '../../src/page/slice.ts';
import { gatherInto, noChanges } from '../../src/page/watch.ts';
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

/** Does `work` with any markup as a page, shadow roots that it declares with it. */
async function withPage<T>(markup: string, work: () => Promise<T>): Promise<T> {
  const page = Document.parseHTMLUnsafe(`<body>${markup}`);
  const parsed = Object.getOwnPropertyDescriptor(Document.prototype, 'body')!.get!.call(page) as HTMLElement;
  holder.replaceChildren(...parsed.childNodes);
  try {
    return await work();
  } finally {
    holder.replaceChildren();
  }
}

/** Reads any markup as a page: the tree stays as it was, every piece is where it says, and nothing shut away is read. */
export function read(markup: string): Promise<string | undefined> {
  return withPage(markup, pieces);
}

/** A change of a page: `at` and `to` say where, from 0 (its beginning) to 1. */
export interface Edit {
  what: 'text' | 'insert' | 'remove' | 'move' | 'hide' | 'all over';
  at: number;
  to: number;
  words: string;
}

/** Every node of the page, those of shadow trees with them. */
function nodesIn(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => [
    node,
    ...((node as Element).shadowRoot ? nodesIn((node as Element).shadowRoot!) : []),
    ...nodesIn(node),
  ]);
}

/** Nodes of a page that may get a text beside each. */
const mostDoubled = 20_000;

/** Whether one node is another or holds it, in its shadow tree too: it cannot go there. */
function holds(node: Node, other: Node): boolean {
  let at: Node | null = other;
  while (at && at !== node) at = at.parentNode ?? (at as ShadowRoot).host ?? null;
  return at !== null;
}

function change({ what, at, to, words }: Edit): void {
  const nodes = nodesIn(holder);
  const pick = (place: number) => nodes[Math.floor(place * nodes.length)];
  const node = pick(at);
  const other = pick(to);
  if (!node || !other) return;
  if (what === 'all over') {
    // Each doubles what it is all over, and fifteen in a row would leave no memory.
    if (nodes.length > mostDoubled) return;
    for (const each of nodes) {
      // Chromium by itself takes 5 s for a thousand texts put into one <object>, and four times that for two thousand.
      if (each.nodeName === other.nodeName && !each.parentElement?.closest('object'))
        each.parentNode?.insertBefore(new Text(words), each);
    }
  } else if (what === 'text') node.textContent = words;
  else if (what === 'insert') node.parentNode!.insertBefore(new Text(words), node);
  else if (what === 'remove') node.parentNode!.removeChild(node);
  else if (what === 'hide') (node as Partial<Element>).toggleAttribute?.('hidden');
  else if (!holds(node, other)) other.parentNode!.insertBefore(node, other);
}

/** A picture between two texts may stand at the end of either: where the first ends is decided with the second. */
const withoutEnds = (text: string) => text.replace(/^[\s\uFFFC]+|[\s\uFFFC]+$/g, '');

const caps = { nodes: 1e6, text: 1e7 };

/** Of the document a reader asks for its root alone, kept from the start too. */
const page = Object.create(document, { documentElement: { value: document.documentElement } }) as Document;

/** Follows a page through rounds of changes: what is known of it then is what is read of it anew. */
export function follow(markup: string, rounds: Edit[][]): Promise<string | undefined> {
  return withPage(markup, async () => {
    const observer = new MutationObserver(() => undefined);
    const { signal } = new AbortController();
    const readerOf = (onRoot: (root: ShadowRoot) => void) =>
      createReader({ page, caps, signal, collect, rules: elementRules, slices, onRoot });
    const followed = readerOf((root) => observer.observe(root, watched));
    await followed.read({ ...noChanges(), all: true });
    observer.observe(document, watched);
    try {
      for (const edits of rounds) {
        for (const each of edits) change(each);
        const changes = noChanges();
        gatherInto(changes, observer.takeRecords());
        await followed.read(changes);
        const anew = readerOf(() => undefined);
        await anew.read({ ...noChanges(), all: true });
        const [found, expected] = [followed, anew].map(({ list }) =>
          list.blocks.map(({ text, heading }) => `${heading ? '# ' : ''}${withoutEnds(text)}`),
        ) as [string[], string[]];
        const place = expected.findIndex((text, at) => text !== found[at]);
        const at = place < 0 && found.length > expected.length ? expected.length : place;
        if (at >= 0)
          return `block ${at} of ${expected.length} is ${JSON.stringify(found[at])}, and read anew ${JSON.stringify(expected[at])},`;
      }
      return undefined;
    } finally {
      observer.disconnect();
    }
  });
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
