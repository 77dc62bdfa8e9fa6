/** BibTeX as items of CSL-JSON: bibtex-parse reads the entries, one at a time, so that a broken one spoils no other. */
import type * as Libraries from './libraries.ts';
import type { Reference } from './ris.ts';

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'chapter',
  conference: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
};

export function* readBibtex(text: string, { parseBibtex }: typeof Libraries): Generator<Reference> {
  const pieces = piecesOf(text);
  const strings = pieces.filter(({ text: piece }) => /^@string\b/iu.test(piece)).map(({ text: piece }) => piece);
  const names = stringsIn(strings, parseBibtex);
  for (const { line, text: piece } of pieces) {
    if (/^@(?:string|comment|preamble)\b/iu.test(piece)) continue;
    try {
      const entry = parseBibtex(piece).find((item) => item.itemtype === 'entry');
      if (entry) yield { line, item: itemOf(entry, names) };
    } catch (error) {
      yield { line, problem: `${piece.slice(0, 40).split('\n')[0]}: ${(error as Error).message}`.slice(0, 160) };
    }
  }
}

/** The text of each entry, with the line on which it begins. */
function piecesOf(text: string): { line: number; text: string }[] {
  const pieces: { line: number; text: string }[] = [];
  let line = 1;
  for (const piece of text.split(/^(?=[ \t]*@\w+\s*[{(])/mu)) {
    if (piece.trimStart().startsWith('@')) pieces.push({ line, text: piece.trim() });
    line += piece.split('\n').length - 1;
  }
  return pieces;
}

type Parse = (typeof Libraries)['parseBibtex'];
type Item = ReturnType<Parse>[number];
type Entry = Extract<Item, { itemtype: 'entry' }>;
type Value = Entry['fields'][number]['value'];

function stringsIn(pieces: readonly string[], parse: Parse): Map<string, string> {
  return new Map(
    pieces.flatMap((piece) => {
      try {
        return parse(piece).flatMap((item) => {
          const { itemtype, name, value } = item as { itemtype: string; name?: string; value?: Value };
          return itemtype === 'string' && name && typeof value === 'string'
            ? [[name.toLowerCase(), value] as const]
            : [];
        });
      } catch {
        // An abbreviation that cannot be read stays as it is written.
        return [];
      }
    }),
  );
}

function itemOf({ type, key, fields }: Entry, strings: ReadonlyMap<string, string>): Record<string, unknown> {
  const raw = new Map(
    fields.map(({ name, value, datatype }) => [name.toLowerCase(), rawText(value, datatype, strings)]),
  );
  const field = (...names: string[]) => names.map((name) => untex(raw.get(name) ?? '')).find((text) => text !== '');
  const date = field('date') ?? [field('year'), monthOf(field('month'))].filter(Boolean).join('-');
  const kind = type.toLowerCase();
  return {
    id: key,
    type: types[kind] ?? (raw.has('url') ? 'webpage' : 'document'),
    title: field('title'),
    author: authorsIn(raw.get('author') ?? ''),
    issued: { raw: date },
    'container-title': field('journaltitle', 'journal', 'booktitle'),
    publisher: field('publisher', 'institution', 'school', 'organization', 'howpublished'),
    number: field('number'),
    page: field('pages')?.replace('--', '-'),
    DOI: field('doi'),
    ISBN: field('isbn'),
    language: field('langid', 'language'),
    URL: raw.get('url')?.trim(),
  };
}

function rawText(value: Value, datatype: string, strings: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) return value.map((part) => rawText(part.value, part.datatype, strings)).join('');
  const text = String(value);
  return datatype === 'identifier' ? (strings.get(text.toLowerCase()) ?? text) : text;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(text: string | undefined): string | undefined {
  const number = months.indexOf((text ?? '').toLowerCase().slice(0, 3)) + 1 || Number(text);
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined;
}

/** Names between "and", outside braces; a name in braces is that of a body. */
function authorsIn(text: string): Record<string, string>[] {
  return splitOutsideBraces(text)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'others')
    .map((name) => {
      if (/^\{.*\}$/su.test(name)) return { literal: untex(name) };
      const [family, given] = name.includes(',') ? name.split(/,\s*/u) : splitName(name);
      return given ? { family: untex(family!), given: untex(given) } : { literal: untex(name) };
    });
}

function splitName(name: string): [string, string] {
  const words = name.split(/\s+/u);
  // A particle in lower case begins the family name.
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  return [words.slice(at).join(' '), words.slice(0, at).join(' ')];
}

function splitOutsideBraces(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const word of text.split(/(\s+)/u)) {
    if (depth === 0 && word === 'and') parts.push('');
    else parts[parts.length - 1] += word;
    for (const char of word) depth += char === '{' ? 1 : char === '}' ? -1 : 0;
  }
  return parts;
}

/** Combining marks for the accents of TeX. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};
const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  th: 'þ',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
};

/** What TeX would print, as far as names and titles need it. */
function untex(text: string): string {
  return text
    .replace(
      /\\([`'^"~=.]|[uvHcdkbr](?![a-zA-Z]))\s*(?:\{\\?([a-zA-Z])\}|\\?([a-zA-Z]))/gu,
      (_, sign: string, a?: string, b?: string) => `${a ?? b}${accents[sign]}`.normalize('NFC'),
    )
    .replace(/\\([a-zA-Z]+)(?:\{\}|\s+|(?![a-zA-Z]))/gu, (whole, name: string) => letters[name] ?? whole)
    .replace(/\\(?:emph|text\w\w|url|href|mkbib\w+)\b/gu, '')
    .replace(/\\([&%$#_{}])/gu, '$1')
    .replace(/[{}]/gu, '')
    .replace(/~/gu, ' ')
    .replace(/---/gu, '—')
    .replace(/--/gu, '–')
    .replace(/\s+/gu, ' ')
    .trim();
}
