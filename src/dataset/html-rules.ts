/** How HTML is read, by names alone: one table for the extension, which sees the page, and for the command line, which sees its source. */

import * as is from './natures.ts';

const names: readonly (readonly [nature: number, names: string])[] = [
  [
    is.block | is.known,
    'address caption center dd details dialog dir dl dt fieldset figcaption figure form frameset hgroup hr html legend li menu ol optgroup search summary table tbody td tfoot th thead tr ul',
  ],
  [is.block | is.known | is.raw, 'pre'],
  [is.block | is.known | is.host, 'article aside blockquote body footer header main nav p'],
  [is.block | is.known | is.host | is.heading, 'h1 h2 h3 h4 h5 h6'],
  [is.block | is.known | is.skipped, 'option'],
  [
    is.inline | is.known,
    'a abbr acronym b bdi bdo big br button cite data del dfn em font i ins label map mark nobr output q rb ruby s small strike strong sub time tt u wbr',
  ],
  [is.inline | is.known | is.above, 'sup'],
  [is.inline | is.known | is.host, 'span'],
  [is.inline | is.known | is.replaced | is.skipped, 'kbd var'],
  // Usually a block, but so often styled otherwise (`display: contents`, `inline`) that the style is asked where it matters.
  [is.known | is.host, 'div section'],
  [is.known, 'slot'],
  [
    is.replaced | is.skipped,
    'audio canvas code embed iframe img input math meter object picture progress samp select textarea video',
  ],
  [is.skipped, 'datalist frame head noscript rp rt rtc script style template title'],
];

/** One look-up for an element: with a set for each question a walk spent a third of its own time on them. Made with the first: a frame without text has none. */
let natures: Map<string, number> | undefined;

function makeNatures(): Map<string, number> {
  const made = new Map<string, number>();
  for (const [nature, list] of names) {
    for (const name of list.split(' ')) made.set(name, nature);
  }
  return made;
}

/** What is known of an element by its local name; custom elements may have a shadow root. */
export function natureOf(name: string): number {
  natures ??= makeNatures();
  return natures.get(name) ?? (name.includes('-') ? is.host : 0);
}

/** How an element stands in the text, as far as its name tells: `is.block`, `is.inline`, or `is.soft` of those that are asked for their style. */
export function flowOf(nature: number): number {
  const flow = nature & (is.block | is.inline);
  return flow || nature & is.known || !(nature & is.replaced) ? flow : is.inline;
}

/** What an element of SVG is, by its lower-case name: read are its text and the HTML in it. */
export function natureInSvg(name: string): number {
  if (/^(?:text|foreignobject|g|switch)$/.test(name)) return is.block;
  return /^(?:tspan|textpath|a)$/.test(name) ? is.inline : is.skipped;
}

/** UTF-16 code units at the beginning of a <pre> that show whether it is code. */
export const codeSample = 2000;

/**
 * Whether a <pre> holds code, logs or drawings: by the name of its class, or by the signs in its text. Letters, court records and mailing lists are
 * prose.
 */
export function isCode(className: string, text: string): boolean {
  if (/code|highlight|lang|syntax|prettyprint|brush|shell|console|terminal/i.test(className)) return true;
  const signs = text.match(/[{}()[\]<>=;|\\$#_+*/]/g)?.length ?? 0;
  return signs > text.replace(/\s+/g, '').length / 25;
}

/** Whether attributes hide an element from the reader, or make it what the reader writes. `null`: not there. */
export function isShutBy(attribute: (name: string) => string | null): boolean {
  if (attribute('hidden') !== null || attribute('aria-hidden') === 'true') return true;
  const editable = attribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = attribute('role');
  return role === 'textbox' || role === 'searchbox';
}

/** The number, letter or sign of a note, or a part of it. */
export const noteSign = /^\s*(?:[\d[\](),;–*†‡§¶#\s-]{1,12}|[[(]?[a-z]{1,2}[\])]?)\s*$/;
