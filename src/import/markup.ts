/** What HTML and XML hold for us: JSON-LD in saved pages, and the lists of names of TEI. */
import type * as Libraries from './libraries.ts';

/** The contents of the page's `<script type="application/ld+json">`, with the line on which each begins. */
export function jsonLdIn(html: string, { MarkupParser }: typeof Libraries): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let open: string | undefined;
  let start = 0;
  const parser = new MarkupParser({
    onopentag(name, { type = '' }) {
      if (name !== 'script' || !/^application\/ld\+json/iu.test(type.trim())) return;
      open = '';
      start = parser.endIndex;
    },
    ontext(text) {
      if (open !== undefined) open += text;
    },
    onclosetag(name) {
      if (name !== 'script' || open === undefined) return;
      found.push({
        line: html.slice(0, start).split('\n').length,
        text: open.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/gu, ''),
      });
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** An element with the text of its descendants. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  line: number;
  children: Element[];
  /** Its own text and that of its descendants. */
  text: string;
}

/** Elements nested deeper than this are not followed: no list of names is. */
const deepest = 200;

/** The elements of these names, outermost first, each with all that it holds. */
export function elementsIn(xml: string, names: ReadonlySet<string>, { MarkupParser }: typeof Libraries): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  let line = 1;
  let counted = 0;
  let skipped = 0;
  const parser = new MarkupParser(
    {
      onopentag(qualified, attributes) {
        const name = qualified.replace(/^.*:/u, '');
        if (open.length === 0 && !names.has(name)) return;
        if (open.length >= deepest) {
          skipped++;
          return;
        }
        for (; counted < parser.startIndex; counted++) if (xml.charCodeAt(counted) === 10) line++;
        open.push({ name, attributes, line, children: [], text: '' });
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag() {
        if (skipped > 0) {
          skipped--;
          return;
        }
        const element = open.pop();
        if (!element) return;
        const parent = open.at(-1);
        if (parent) parent.children.push(element);
        else found.push(element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
}
