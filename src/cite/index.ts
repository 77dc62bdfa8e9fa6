/** A source as a citation in the formats that readers paste: one function each, no dependency. */
import type { Source } from '../dataset/schema.ts';
import { toBibtex } from './bibtex.ts';
import { toCsl } from './csl.ts';
import type { CitationFormat } from './formats.ts';
import { toMarkdown } from './markdown.ts';
import { toRis } from './ris.ts';
import { toWiki } from './wiki.ts';

const writers: Record<CitationFormat, (source: Source) => string> = {
  ris: toRis,
  bibtex: toBibtex,
  wiki: toWiki,
  markdown: toMarkdown,
  csl: (source) => JSON.stringify([toCsl(source)], null, 2),
};

export function cite(source: Source, format: CitationFormat): string {
  return writers[format](source);
}

/** Many sources as one file: an array in CSL-JSON, records with an empty line between them in BibTeX and RIS, else one a line. */
export function citeAll(sources: readonly Source[], format: CitationFormat): string {
  if (format === 'csl') return `${JSON.stringify(sources.map(toCsl), null, 2)}\n`;
  const between = format === 'bibtex' || format === 'ris' ? '\n' : '';
  return sources.map((source) => `${cite(source, format)}\n`).join(between);
}
