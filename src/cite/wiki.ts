import type { Source } from '../dataset/schema.ts';
import { dateParts } from './csl.ts';

/** Templates of the English Wikipedia (Wikipedia:Citation templates). */
const templates: Partial<Record<Source['type'], string>> = {
  'article-journal': 'cite journal',
  'article-newspaper': 'cite news',
  'article-magazine': 'cite magazine',
  book: 'cite book',
  chapter: 'cite book',
  'entry-encyclopedia': 'cite encyclopedia',
  report: 'cite report',
  thesis: 'cite thesis',
  speech: 'cite speech',
  interview: 'cite interview',
};

/** Where the template has a parameter for the work that holds the text. */
const workParameter: Record<string, string> = {
  'cite journal': 'journal',
  'cite news': 'newspaper',
  'cite magazine': 'magazine',
  'cite encyclopedia': 'encyclopedia',
  'cite book': 'title',
};

/** A pipe or a brace would end the parameter, brackets and tags open something else, tildes become the signature of who saves the page. */
export function escapeWiki(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[{}[\]<>]|&(?=#?\w+;)|~(?=~)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('|', '{{!}}');
}

/** The same characters in an address, where they have an escape of their own. */
function escapeAddress(address: string | undefined): string | undefined {
  return address?.replace(/[{}[\]<>|]/g, encodeURIComponent);
}

/** ISO is accepted by the templates only as a whole date; month and year are written out. */
function wikiDate(date: Source['issued']): string | undefined {
  const [year, month, day] = dateParts(date);
  if (!year || !month || day) return [year, month, day].filter(Boolean).join('-') || undefined;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return `${name.format(Date.UTC(2000, Number(month) - 1))} ${year}`;
}

export function toWiki(source: Source): string {
  const template = templates[source.type] ?? (source.URL ? 'cite web' : 'cite document');
  const inBook = template === 'cite book' && source['container-title'];
  const authors = (source.author ?? []).flatMap((name, place): [string, string | undefined][] =>
    'literal' in name
      ? [[`author${place + 1}`, name.literal]]
      : [
          [`last${place + 1}`, name.family],
          [`first${place + 1}`, name.given],
        ],
  );
  const fields: [string, string | undefined][] = [
    ...authors,
    [inBook ? 'chapter' : 'title', source.title],
    [workParameter[template] ?? 'website', source['container-title']],
    ['publisher', source.publisher],
    ['date', wikiDate(source.issued)],
    ['number', source.number],
    ['pages', source.page],
    ['doi', source.DOI],
    ['isbn', source.ISBN],
    ['language', source.language],
    ['url', escapeAddress(source.URL)],
    ['access-date', source.URL && wikiDate(source.accessed)],
    ['archive-url', escapeAddress(source.archive_location)],
  ];
  const body = fields.filter(([, value]) => value).map(([name, value]) => ` |${name}=${escapeWiki(value!)}`);
  return `<ref name="${source.id}">{{${template}${body.join('')}}}</ref>`;
}
