/** A source as a citation in the formats that readers paste: one function each, no dependency. */
import type { Source } from '../dataset/schema.ts';
import { toBibtex } from './bibtex.ts';
import { toCsl } from './csl.ts';
import type { CitationFormat } from './formats.ts';
import { toMarkdown } from './markdown.ts';
import { toRis } from './ris.ts';
import { toWiki } from './wiki.ts';

const writers: Record<CitationFormat, (source: Source, note?: string, accessed?: string) => string> = {
  ris: toRis,
  bibtex: toBibtex,
  wiki: toWiki,
  markdown: (source, _note, accessed) => toMarkdown(source, accessed),
  csl: (source) => JSON.stringify([toCsl(source)], null, 2),
};

/** @param accessed in the reader's language, with `{date}`: only formats for people have words */
export function cite(source: Source, format: CitationFormat, accessed?: string): string {
  return writers[format](source, undefined, accessed);
}

/**
 * Many sources as one file: an array in CSL-JSON, records with an empty line between them in BibTeX and RIS, else one a line.
 *
 * @param note words that they are cited for, in the formats that have a field for it
 * @param accessed as for `cite`
 */
export function citeAll(sources: readonly Source[], format: CitationFormat, note?: string, accessed?: string): string {
  const items = sources.map((source) => ({ ...toCsl(source), ...(note && { annote: note }) }));
  if (format === 'csl') return `${JSON.stringify(items, null, 2)}\n`;
  const between = format === 'bibtex' || format === 'ris' ? '\n' : '';
  return sources.map((source) => `${writers[format](source, note, accessed)}\n`).join(between);
}
