/** Files that people have and that hold no list of ours: what each is, and how it becomes one. */

export interface Foreign {
  /** As it reads after "found": "a PDF document". */
  is: string;
  todo: string;
}

const table = 'save it as CSV or XLSX in the program that made it, and bring that';
const unpack = 'unpack it, and bring the file inside';

const text = (head: string) => new RegExp(`^\\uFEFF?\\s*(?:${head})`, 'iu');

/** By the first bytes, as Latin-1. */
const signatures: readonly [RegExp, string, string][] = [
  [/^%PDF-/u, 'a PDF document', 'copy its table into a spreadsheet, save that as CSV, and bring it'],
  [/^BZh\d/u, 'a file packed by bzip2', `${unpack}: bzcat FILE | npm run -s pack -- import wikidata - --out PACK`],
  [/^\x28\xb5\x2f\xfd/u, 'a file packed by Zstandard', unpack],
  [/^\xfd7zXZ/u, 'a file packed by xz', unpack],
  [/^(?:7z\xbc\xaf|Rar!)/u, 'an archive', unpack],
  [
    /^\xd0\xcf\p{Cc}\xe0/u,
    'an old Microsoft Office file or a spreadsheet with a password',
    'open it in a spreadsheet program and save it as XLSX without a password',
  ],
  [
    /^SQLite format 3/u,
    'an SQLite database',
    'write the table out: sqlite3 -header -csv FILE "SELECT * FROM table" > table.csv',
  ],
  [/^PAR1/u, 'a Parquet file', 'write it out as CSV, for instance with pandas: read_parquet(FILE).to_csv("table.csv")'],
  [
    /^(?:ARROW1|FEA1)/u,
    'an Arrow or Feather file',
    'write it out as CSV, for instance with pandas: read_feather(FILE).to_csv("table.csv")',
  ],
  [
    /^(?:\x89PNG|GIF8|\xff\xd8\xff|RIFF.{4}WEBP)/su,
    'a picture',
    'type its table into a spreadsheet, save that as CSV, and bring it',
  ],
  [/^\{\\rtf/u, 'an RTF document', 'copy its table into a spreadsheet, save that as CSV, and bring it'],
  [/^WARC\/\d/u, 'a web archive', 'it holds pages, not names: have them read by npm run -s annotate'],
  [/^.{257}ustar/su, 'a tar archive', unpack],
  [/^(?:\p{Cc}ELF|MZ\x90)/u, 'a program', 'bring a table or data file'],
];

/** By the beginning of the text. */
const texts: readonly [RegExp, string, string][] = [
  [
    text('(?:@prefix|@base|PREFIX\\s+\\w*:\\s*<|BASE\\s+<)'),
    'RDF in Turtle',
    'ask it with SPARQL for names, and bring the result as CSV; or convert it to JSON-LD with ClaimReview',
  ],
  [
    text('<[a-z][a-z\\d+.-]*:[^<>\\s]*>\\s+<[^<>\\s]+>\\s'),
    'RDF in N-Triples',
    'ask it with SPARQL for names, and bring the result as CSV',
  ],
  [
    text('(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<rdf:RDF'),
    'RDF in XML',
    'ask it with SPARQL for names, and bring the result as CSV',
  ],
  [
    text('(?:FN (?:Clarivate|Thomson|ISI)|PT [JBSP]\\s)'),
    'references of the Web of Science',
    'export them as RIS or BibTeX',
  ],
  [text('PMID- \\d'), 'references of PubMed', 'export them as RIS or BibTeX, with Zotero for instance'],
  [text('0 HEAD'), 'a family tree in GEDCOM', 'write its list of people out as CSV in the program that made it'],
  [text('BEGIN:VCARD'), 'contacts (vCard)', 'write them out as CSV in the address book that made them'],
  [text('BEGIN:VCALENDAR'), 'a calendar', 'it holds appointments; bring a table of names'],
  [text('(?:<\\?xml[^>]*>\\s*)?<kml'), 'a map in KML', 'open it in a map program and save its table as CSV'],
  [text('(?:<\\?xml[^>]*>\\s*)?<(?:rss|feed)[\\s>]'), 'a news feed', 'it holds articles; bring a table of names'],
  [
    text('(?:<\\?xml[^>]*>\\s*)?<mediawiki'),
    'a dump of wiki pages',
    'take the entity dump of Wikidata in JSON instead',
  ],
  [text('(?:<\\?xml[^>]*>\\s*)?<opml'), 'an outline (OPML)', table],
  [
    text('(?:<\\?xml[^>]*>\\s*)?<(?:xml|records)>?\\s*<records?>'),
    'references of EndNote in XML',
    'export them as RIS or BibTeX',
  ],
  [
    text('\\[\\s*\\[\\s*"[^"]*"\\s*,\\s*"[^"]*"\\s*,\\s*"[^"]*"\\s*,\\s*"[^"]*"\\s*,\\s*-?\\d'),
    'a dictionary of Yomitan',
    'make a table of its words with the columns name and description, and bring that as CSV',
  ],
  [
    text('\\{\\s*"type"\\s*:\\s*"(?:FeatureCollection|Feature)"'),
    'a map in GeoJSON',
    'open it in a map program and save its table as CSV',
  ],
];

export function foreignOf(latin: string, decoded: string): Foreign | undefined {
  const found = signatures.find(([sign]) => sign.test(latin)) ?? texts.find(([sign]) => sign.test(decoded));
  return found && { is: found[1], todo: found[2] };
}

/** Names of parts that tell what a zip file is; spreadsheets are read. */
const zips: readonly [RegExp, string, string][] = [
  [
    /word\/|mimetypeapplication\/vnd\.oasis\.opendocument\.text/u,
    'a text document',
    'copy its table into a spreadsheet, save that, and bring it',
  ],
  [
    /ppt\/|mimetypeapplication\/vnd\.oasis\.opendocument\.presentation/u,
    'a presentation',
    'copy its table into a spreadsheet, save that, and bring it',
  ],
  [/mimetypeapplication\/epub/u, 'a book (EPUB)', 'it holds a text; bring a table of names'],
  [/Index\/(?:Document|Tables)/u, 'a spreadsheet of Numbers', 'export it as XLSX or CSV in Numbers'],
];

/** What a zip file holds: a spreadsheet, or something else. */
export function zipOf(latin: string): 'xlsx' | 'ods' | Foreign {
  const other = zips.find(([sign]) => sign.test(latin));
  if (other) return { is: other[1], todo: other[2] };
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/u.test(latin)) return 'ods';
  if (/xl\/|\[Content_Types\]\.xml|_rels\/\.rels/u.test(latin)) return 'xlsx';
  if (/content\.xml/u.test(latin)) return 'ods';
  return { is: 'a zip archive', todo: unpack };
}
