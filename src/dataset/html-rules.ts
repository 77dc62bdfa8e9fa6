/** How HTML is read, by names alone: one table for the extension, which sees the page, and for the command line, which sees its source. */

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

/** What an element of SVG is, by its lower-case name: read are its text and the HTML in it. */
export function natureInSvg(name: string): number {
  if (name === 'text' || name === 'foreignobject' || name === 'g' || name === 'switch') return is.block;
  return name === 'tspan' || name === 'textpath' || name === 'a' ? is.inline : is.skipped;
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
