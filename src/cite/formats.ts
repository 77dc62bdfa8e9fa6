/** Names of the formats, as people who use them write them; not translated. */
export const citationFormats = {
  ris: 'RIS',
  bibtex: 'BibTeX',
  wiki: 'Wikipedia',
  markdown: 'Markdown',
  csl: 'CSL-JSON',
} as const;

/** What a reader may take along: a citation, or words with their sources; `picture` is shown on a page of our own. */
export type CopyFormat = CitationFormat | 'text' | 'picture';

/** How files of these formats end, and what they are called on the web. */
export const citationFiles: Record<CitationFormat, { ending: string; type: string }> = {
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  wiki: { ending: 'wiki.txt', type: 'text/plain' },
  markdown: { ending: 'md', type: 'text/markdown' },
  csl: { ending: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
};

export type CitationFormat = keyof typeof citationFormats;
