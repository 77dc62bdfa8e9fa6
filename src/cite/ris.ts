import type { Source } from '../dataset/schema.ts';
import { dateParts, invertedName } from './csl.ts';

/** Reference types of RIS (Research Information Systems, 2011); what has none of its own is GEN. */
const types: Partial<Record<Source['type'], string>> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  article: 'JOUR',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  'entry-encyclopedia': 'ENCYC',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  pamphlet: 'PAMP',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  post: 'ELEC',
  regulation: 'STAT',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** Types whose readers look for the publisher in the title of what holds the text: Zotero has no publisher for them. */
const heldByPublisher = new Set(['JOUR', 'NEWS', 'MGZN', 'ELEC', 'BLOG', 'STAT', 'CASE', 'BILL', 'PCOMM']);

/** @param note words that the source is cited for */
export function toRis(source: Source, note?: string): string {
  const type = types[source.type] ?? 'GEN';
  const lines: [string, string | undefined][] = [
    ['TY', type],
    ['ID', source.id],
    ...(source.author ?? []).map((name): [string, string] => ['AU', invertedName(name)]),
    ['TI', source.title],
    ['T2', source['container-title'] ?? (heldByPublisher.has(type) ? source.publisher : undefined)],
    ['PB', source.publisher],
    ['PY', dateParts(source.issued)[0]],
    ['DA', dateParts(source.issued).join('/') || undefined],
    ['M1', source.number],
    ['SP', source.page],
    ['DO', source.DOI],
    ['SN', source.ISBN],
    ['LA', source.language],
    ['UR', source.URL],
    ['Y2', dateParts(source.accessed).join('/') || undefined],
    ['L2', source.archive_location],
    ['N1', note],
    ['ER', ''],
  ];
  // A line break inside a value would start a new, malformed field.
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value?.replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`)
    .join('');
}
