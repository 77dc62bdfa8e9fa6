import { Parser } from 'htmlparser2';
import type { PageText } from '../../src/match/types.ts';

/** Elements whose text is not the page's own words, as in `src/page`. */
const skipped = new Set(
  'script style noscript template code pre kbd samp textarea input select button svg math iframe object'.split(' '),
);

/** Elements that do not end a run of text. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q rb ruby s small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
);

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const dateProperties = new Set([
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'pubdate',
]);

/**
 * Title, language, date and blocks of an HTML document, as the extension would read them from the page it makes.
 * Never throws: HTML has no errors, only surprises.
 */
export function readHtml(html: string): PageText & { url?: string } {
  const blocks: string[] = [];
  let text = '';
  /** Depth below an element whose text is skipped. */
  let silent = 0;
  let title: string | undefined;
  let inTitle = false;
  let lang: string | undefined;
  let published: string | undefined;
  let url: string | undefined;
  let jsonLd: string | undefined;
  const endBlock = () => {
    const block = text.replace(/\s+/g, ' ').trim();
    if (block) blocks.push(block);
    text = '';
  };
  const foundDate = (value: string | undefined) => {
    published ??= /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  };
  const hides = (name: string, attributes: Record<string, string>) =>
    skipped.has(name) ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    'contenteditable' in attributes;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'html') lang ??= attributes.lang;
        if (name === 'title' && title === undefined && silent === 0) inTitle = true;
        if (name === 'meta') {
          const property = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase();
          if (dateProperties.has(property)) foundDate(attributes.content);
        }
        if (name === 'link' && attributes.rel === 'canonical') url = attributes.href;
        if (name === 'time') foundDate(attributes.datetime);
        if (name === 'script' && attributes.type === 'application/ld+json') jsonLd = '';
        if (name === 'br') text += ' ';
        if (voidElements.has(name)) return;
        if (!inline.has(name)) endBlock();
        if (silent > 0 || hides(name, attributes)) silent += 1;
      },
      ontext(chunk) {
        if (jsonLd !== undefined) jsonLd += chunk;
        else if (inTitle) title = (title ?? '') + chunk;
        else if (silent === 0) text += chunk;
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (jsonLd !== undefined && name === 'script') {
          foundDate(/"datePublished"\s*:\s*"([^"]+)"/.exec(jsonLd)?.[1]);
          jsonLd = undefined;
        }
        if (voidElements.has(name)) return;
        if (silent > 0) silent -= 1;
        if (!inline.has(name)) endBlock();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  endBlock();
  return {
    blocks,
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ').trim() }),
    ...(lang && { lang }),
    ...(published && { published }),
    ...(url && { url }),
  };
}
