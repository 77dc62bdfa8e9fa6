/** A report of the mentions in a text as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/), in JSON-LD. */

/** Characters of context on either side of a quotation, as Hypothesis and others use. */
const CONTEXT = 32;

export interface AnnotatedDocument {
  /** Where the text was; without it the target is named by a URN that stands for "the text at hand". */
  url?: string | undefined;
  title?: string | undefined;
  /** The whole text that the offsets count in. */
  text: string;
}

/** The part of a mention that a report needs; offsets are UTF-16 code units into the whole text, `end` exclusive. */
export interface AnnotatedMention {
  start: number;
  end: number;
  entity: string;
  why?: { rule: string; detail?: string } | undefined;
  /** Title of the English Wikipedia article on the entity, and its Wikidata item (`Q…`), where they are known. */
  wikipedia?: string | null | undefined;
  wikidata?: string | null | undefined;
}

export interface AnnotationPage {
  '@context': string;
  id: string;
  type: 'AnnotationPage';
  items: Record<string, unknown>[];
}

/** The best-known address of an entity that other tools can follow. */
function iri({ entity, wikidata, wikipedia }: AnnotatedMention): string {
  if (wikidata) return `http://www.wikidata.org/entity/${wikidata}`;
  if (wikipedia)
    return `https://en.wikipedia.org/wiki/${encodeURIComponent(wikipedia.toWellFormed().replaceAll(' ', '_'))}`;
  return `urn:sidelight:entity:${entity}`;
}

/** Counts code points up to ever higher UTF-16 offsets, in one pass over the text. */
function codePoints(text: string): (offset: number) => number {
  let unit = 0;
  let count = 0;
  return (offset) => {
    while (unit < offset) {
      unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
      count++;
    }
    return count;
  };
}

const startsInside = (text: string, at: number) => at > 0 && /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

function before(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT);
  return text.slice(startsInside(text, from) ? from + 1 : from, start);
}

function after(text: string, end: number): string {
  const to = Math.min(text.length, end + CONTEXT);
  return text.slice(end, startsInside(text, to) ? to - 1 : to);
}

/**
 * One annotation for each mention, in the order of the text: a TextQuoteSelector and a TextPositionSelector (in code points, as the
 * model counts) for where it stands, the entity's address for what it names. The same input gives the same output.
 */
export function webAnnotations(
  document: AnnotatedDocument,
  mentions: readonly AnnotatedMention[],
  nameOf: (entity: string) => string,
): AnnotationPage {
  const { text, title } = document;
  const source = document.url ?? 'urn:sidelight:text';
  const sorted = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  const position = codePoints(text);
  // Nested mentions end in another order than they start, so both offsets are looked up from one sorted list.
  const offsets = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const points = new Map(offsets.map((offset) => [offset, position(offset)]));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${source}#sidelight`,
    type: 'AnnotationPage',
    items: sorted.map((mention, place) => {
      const { start, end, entity, why } = mention;
      const reason = why && [why.rule, why.detail].filter(Boolean).join(': ');
      return {
        id: `${source}#sidelight-${place + 1}`,
        type: 'Annotation',
        motivation: 'identifying',
        generator: { type: 'Software', name: 'Sidelight' },
        body: [
          { type: 'SpecificResource', purpose: 'identifying', source: iri(mention) },
          { type: 'TextualBody', purpose: 'tagging', value: nameOf(entity), format: 'text/plain' },
          ...(reason ? [{ type: 'TextualBody', purpose: 'describing', value: reason, format: 'text/plain' }] : []),
        ],
        target: {
          type: 'SpecificResource',
          source: title ? { id: source, title } : source,
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: text.slice(start, end),
              prefix: before(text, start),
              suffix: after(text, end),
            },
            { type: 'TextPositionSelector', start: points.get(start), end: points.get(end) },
          ],
        },
      };
    }),
  };
}
