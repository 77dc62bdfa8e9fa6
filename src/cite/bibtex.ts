import type { Source } from '../dataset/schema.ts';
import { type CslName, dateParts } from './csl.ts';

const types: Partial<Record<Source['type'], string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  'article-magazine': 'article',
  article: 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  pamphlet: 'booklet',
  report: 'techreport',
  thesis: 'phdthesis',
};

/** The field in which a type keeps who made it public. */
const publisherField: Record<string, string> = {
  techreport: 'institution',
  phdthesis: 'school',
  booklet: 'howpublished',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Characters with a meaning in TeX. Other letters stay as they are: BibTeX files are UTF-8 today. */
const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^]/g, (character) => special[character]!).replace(/[&%$#_]/g, '\\$&');
}

/** A body keeps its name whole by the second pair of braces. */
function author(name: CslName): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  const family = /\s/.test(name.family) ? `{${escapeTex(name.family)}}` : escapeTex(name.family);
  return name.given ? `${family}, ${escapeTex(name.given)}` : family;
}

/** The name of a body: in a second pair of braces, or " and " inside it would make two of it. */
function body(name: string): string {
  return / and /i.test(name) ? `{{${escapeTex(name)}}}` : `{${escapeTex(name)}}`;
}

/** @param note words that the source is cited for */
export function toBibtex(source: Source, note?: string): string {
  const type = types[source.type] ?? 'misc';
  const container = type === 'article' ? 'journal' : 'booktitle';
  const [year, month] = dateParts(source.issued);
  const plain = (text: string | undefined) => text && `{${escapeTex(text)}}`;
  const fields: [string, string | undefined][] = [
    ['author', source.author && `{${source.author.map(author).join(' and ')}}`],
    // The second pair of braces keeps the capitals of names.
    ['title', `{{${escapeTex(source.title)}}}`],
    // An article needs a journal: without one its publisher is what it appeared in.
    [container, plain(source['container-title'] ?? (type === 'article' ? source.publisher : undefined))],
    [publisherField[type] ?? 'publisher', body(source.publisher)],
    ['year', year && `{${year}}`],
    ['month', month && months[Number(month) - 1]],
    ['number', plain(source.number)],
    ['pages', plain(source.page?.replace(/(\d)\s*[-–]\s*(\d)/g, '$1--$2'))],
    ['doi', plain(source.DOI)],
    ['isbn', plain(source.ISBN)],
    ['language', plain(source.language)],
    // In braces and verbatim: packages that print addresses take them as they are.
    ['url', source.URL && `{${source.URL}}`],
    ['urldate', source.accessed && `{${dateParts(source.accessed).join('-')}}`],
    ['annote', plain(note)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
  return `@${type}{${source.id},\n${lines.join(',\n')}\n}\n`;
}
