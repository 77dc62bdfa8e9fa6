/** Names of the formats, as people who use them write them; not translated. */
export const citationFormats = {
  ris: 'RIS',
  bibtex: 'BibTeX',
  wiki: 'Wikipedia',
  markdown: 'Markdown',
  csl: 'CSL-JSON',
} as const;

export type CitationFormat = keyof typeof citationFormats;
