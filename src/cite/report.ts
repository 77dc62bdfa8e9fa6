/** What is mentioned in a text, for other programs and for people: a W3C Web Annotation page, a table, a list. */
import { toCsv } from './csv.ts';
import { escapeMarkdown } from './markdown.ts';

/** What a report was made with, so that it can be made again. */
export interface MadeWith {
  /** Version of Sidelight. */
  engine: string;
  packs: {
    id: string;
    title: string;
    /** ISO date. */
    released: string;
    /** SHA-256 of the content, in hexadecimal. */
    hash: string;
  }[];
}

export interface ReportedMention {
  text: string;
  /** The text on either side; of a position in a text, as `quoted` cuts it. */
  before: string;
  after: string;
  /** Code points into the text of the document, `end` exclusive; absent where it has no place in that text. */
  position?: readonly [start: number, end: number] | undefined;
  entity: string;
  /** Of the entity. */
  name: string;
  kind: string;
  why: { rule: string; detail?: string };
  /** The same in words, for people; without it they get the rule. */
  reason?: string | undefined;
  /** Title of the English Wikipedia article on the entity, and its Wikidata item (`Q…`), where they are known. */
  wikipedia?: string | null | undefined;
  wikidata?: string | null | undefined;
}

export interface Report {
  /** Where the text was; without it the target is named by a URN that stands for "the text at hand". */
  url?: string | undefined;
  title?: string | undefined;
  /** In the order of the text. */
  mentions: readonly ReportedMention[];
  made: MadeWith;
}

export interface AnnotationPage {
  '@context': string;
  id: string;
  type: 'AnnotationPage';
  'schema:isBasedOn': object[];
  items: Record<string, unknown>[];
}

/** The best-known address of an entity that other tools can follow. */
function iri({ entity, wikidata, wikipedia }: ReportedMention): string {
  if (wikidata) return `http://www.wikidata.org/entity/${wikidata}`;
  if (wikipedia)
    return `https://en.wikipedia.org/wiki/${encodeURIComponent(wikipedia.toWellFormed().replaceAll(' ', '_'))}`;
  return `urn:sidelight:entity:${entity}`;
}

const because = ({ rule, detail }: ReportedMention['why']) => [rule, detail].filter(Boolean).join(': ');

/**
 * One annotation for each mention (https://www.w3.org/TR/annotation-model/): a TextQuoteSelector and a TextPositionSelector (in code
 * points, as the model counts) for where it stands, the entity's address for what it names. The context of the model has no words for
 * versions and hashes; those of schema.org, whose prefix it knows, are used. The same input gives the same output.
 */
export function webAnnotations({ url, title, mentions, made }: Report): AnnotationPage {
  const source = url ?? 'urn:sidelight:text';
  const generator = {
    id: `urn:sidelight:engine:${made.engine}`,
    type: 'Software',
    name: 'Sidelight',
    'schema:softwareVersion': made.engine,
  };
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${source}#sidelight`,
    type: 'AnnotationPage',
    'schema:isBasedOn': made.packs.map((pack) => ({
      id: `urn:sidelight:pack:${pack.id}`,
      type: 'Dataset',
      name: pack.title,
      'schema:version': pack.released,
      'schema:sha256': pack.hash,
    })),
    items: mentions.map((mention, place) => {
      const { text, before, after, position, name, why } = mention;
      return {
        id: `${source}#sidelight-${place + 1}`,
        type: 'Annotation',
        motivation: 'identifying',
        generator,
        body: [
          { type: 'SpecificResource', purpose: 'identifying', source: iri(mention) },
          { type: 'TextualBody', purpose: 'tagging', value: name, format: 'text/plain' },
          { type: 'TextualBody', purpose: 'describing', value: because(why), format: 'text/plain' },
        ],
        target: {
          type: 'SpecificResource',
          source: title ? { id: source, title } : source,
          selector: [
            { type: 'TextQuoteSelector', exact: text, prefix: before, suffix: after },
            ...(position ? [{ type: 'TextPositionSelector', start: position[0], end: position[1] }] : []),
          ],
        },
      };
    }),
  };
}

/** `Iran 2026-11-22 (sha256:…)` for each pack. */
export function datasets({ packs }: MadeWith): string {
  return packs.map(({ title, released, hash }) => `${title} ${released} (sha256:${hash})`).join('; ');
}

/** The mentions as a table, one in a row, with the words around them. */
export function reportCsv({ url, mentions, made }: Report): string {
  return toCsv(
    ['text', 'entity', 'name', 'kind', 'why', 'before', 'after', 'url', 'start', 'end', 'engine', 'dataset'],
    mentions.map(({ text, entity, name, kind, why, before, after, position }) => ({
      ...{ text, entity, name, kind, why: because(why), before, after, url },
      ...(position && { start: position[0], end: position[1] }),
      ...{ engine: made.engine, dataset: datasets(made) },
    })),
  );
}

/** The address in angle brackets, as a link of Markdown; nothing for what is none. A page says what it likes of its own address. */
function linkTo(url: string): string | undefined {
  // The parsed form of these has no spaces, line breaks or angle brackets left.
  const parsed = /^(?:https?|file):/i.test(url) ? URL.parse(url) : null;
  return parsed ? `<${parsed.href}>` : undefined;
}

/** The mentions as a list in Markdown. */
export function reportMarkdown({ title, url, mentions, made }: Report): string {
  const plain = (text: string) => escapeMarkdown(text).replaceAll('#', '\\#');
  return [
    `# ${plain(title ?? '')}`,
    '',
    ...(url === undefined ? [] : [linkTo(url) ?? plain(url), '']),
    ...mentions.map(
      ({ text, name, why, reason }) => `- **${plain(text)}**: ${plain(name)} (${plain(reason ?? because(why))})`,
    ),
    '',
    plain(`Sidelight ${made.engine}; ${datasets(made)}`),
    '',
  ].join('\n');
}

/** UTF-16 code units of context on either side of a quotation, as Hypothesis and others use. */
const contextLength = 32;

const startsInside = (text: string, at: number) => at > 0 && /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

/**
 * Mentions with the words that they stand for, what stands around them, and their positions in code points, in the order of the text.
 * `start` and `end` are UTF-16 code units into the whole text, `end` exclusive.
 */
export function quoted<T extends { start: number; end: number }>(
  text: string,
  mentions: readonly T[],
): (T & Pick<ReportedMention, 'text' | 'before' | 'after'> & { position: readonly [number, number] })[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  // Nested mentions end in another order than they start, so both offsets are looked up from one sorted list.
  const offsets = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const points = new Map<number, number>();
  let unit = 0;
  let count = 0;
  for (const offset of offsets) {
    for (; unit < offset; count++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
    points.set(offset, count);
  }
  return sorted.map((mention) => {
    const { start, end } = mention;
    const from = Math.max(0, start - contextLength);
    const to = Math.min(text.length, end + contextLength);
    return {
      ...mention,
      text: text.slice(start, end),
      before: text.slice(startsInside(text, from) ? from + 1 : from, start),
      after: text.slice(end, startsInside(text, to) ? to - 1 : to),
      position: [points.get(start)!, points.get(end)!],
    };
  });
}
