/** A document, and what is found in it. The same for one document and for a corpus, in every thread. */
import type { Library } from '../../src/dataset/library.ts';
import { annotate, type MatchIndex } from '../../src/match/index.ts';
import type { Mention, PageText } from '../../src/match/types.ts';
import { readHtml } from './html.ts';
import { splitBlocks } from './text.ts';

/** One mention as it is written out: offsets are UTF-16 offsets into the document's text. */
export interface Found {
  start: number;
  end: number;
  text: string;
  kind: Mention['kind'];
  entity: string;
  pack: string;
  name: string;
  wikipedia: string | null;
  dispute?: string;
  score: number;
  why: Mention['why'];
}

/** What matching alone knows of a mention: a thread has the index and not the packs. */
export type Bare = Omit<Found, 'pack' | 'wikipedia'>;

export interface Document extends PageText {
  text: string;
  /** UTF-16 offset of each block in `text`. */
  starts: number[];
  /** Address that an HTML page gives as its own. */
  url?: string;
}

export interface FindOptions {
  strict: boolean;
  first: boolean;
  /** How many of the indexes come first: see `MatchOptions`. */
  order?: readonly number[];
}

export function fromText(body: string, about: Omit<PageText, 'blocks'> = {}): Document {
  const blocks = splitBlocks(body);
  return {
    ...about,
    text: body,
    blocks: blocks.map((block) => block.text),
    starts: blocks.map((block) => block.start),
  };
}

/** The text of an HTML page is its blocks, one to a line. */
export function fromHtml(html: string): Document {
  const page = readHtml(html);
  let end = 0;
  const starts = page.blocks.map((block) => {
    const start = end;
    end += block.length + 1;
    return start;
  });
  return { ...page, text: page.blocks.join('\n'), starts };
}

export function find(
  document: Document,
  indexes: readonly MatchIndex[],
  { strict, first, order = [] }: FindOptions,
): Bare[] {
  const mentions = annotate(indexes, document, {
    strictness: strict ? 'strict' : 'normal',
    repeats: first ? 'first' : 'all',
    first: order,
  });
  return mentions.map(({ block, start, end, kind, entity, dispute, score, why, name }) => {
    const offset = document.starts[block] ?? 0;
    return {
      start: offset + start,
      end: offset + end,
      text: document.text.slice(offset + start, offset + end),
      kind,
      entity,
      name,
      ...(dispute && { dispute }),
      score,
      why,
    };
  });
}

/** With what the packs know of each entity. */
export function described(found: readonly Bare[], { entities }: Library): Found[] {
  return found.map(({ start, end, text, kind, entity, name, ...rest }) => {
    const known = entities.get(entity);
    const wikipedia = known?.entity.wikipedia ?? null;
    return { start, end, text, kind, entity, pack: known?.pack.id ?? '', name, wikipedia, ...rest };
  });
}
