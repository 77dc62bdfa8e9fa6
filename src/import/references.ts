/** Lists of references, as Zotero and other managers keep them: each becomes a document with its source. */
import { type Entity, type Source, sourceTypes } from '../dataset/schema.ts';
import {
  address,
  dayInWords,
  finish,
  type ImportOptions,
  idOf,
  importedSource,
  isRecord,
  type Outcome,
  plain,
  plainDescription,
  texts,
} from './record.ts';

export interface ReferenceOptions extends ImportOptions {
  /** Put before ids, so that they cannot be taken for those of another pack. */
  prefix: string;
}

/** A title longer than this, in UTF-16 code units, is cut at its subtitle. */
const longestTitle = 160;

/** One item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html). */
export function readReference(value: unknown, options: ReferenceOptions): Outcome {
  if (!isRecord(value)) return { skipped: 'not a reference', problems: [] };
  const whole = plain(value.title);
  if (whole === '') return { skipped: 'a reference without a title', problems: [] };
  const name = whole.length <= longestTitle ? whole : whole.split(/[:.?!–—] /u)[0]!.slice(0, longestTitle);
  const id = idOf(plain(value['citation-key']) || plain(value.id).replace(/^.*\//u, '') || name, options.prefix);
  const authors = (Array.isArray(value.author) ? value.author : []).flatMap(nameOf);
  const issued = cslDate(value.issued);
  const url = address(value.URL) ?? (plain(value.DOI) ? address(`https://doi.org/${plain(value.DOI)}`) : undefined);
  const container = plain(value['container-title']);
  const publisher =
    plain(value.publisher) || container || plain(value.institution) || (url ? new URL(url).hostname : '');
  const source: Source = importedSource(`${id}-s1`, options, {
    title: whole,
    type: sourceTypes.find((type) => type === similar(plain(value.type))) ?? 'document',
    publisher: publisher || 'not stated',
    relation: 'reference in the imported list',
    ...(authors.length > 0 && { author: authors }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(container && { 'container-title': container }),
    ...text('number', value.number),
    ...text('page', value.page),
    ...text('DOI', value.DOI),
    ...text('ISBN', texts(value.ISBN)[0]),
    ...text('language', value.language),
    ...(url && { URL: url }),
  });
  const day = issued?.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const by = authors.map((author) => ('literal' in author ? author.literal : author.family));
  const draft: Entity = {
    id,
    kind: 'document',
    name,
    description: plainDescription([shortList(by), publisher, day?.slice(0, 4)].filter(Boolean).join(', ')),
    statements:
      day === undefined
        ? []
        : [
            {
              text: `Published${publisher ? ` by ${publisher}` : ''} in ${dayInWords(day.slice(0, 4))}.`,
              kind: 'identity',
              date: day,
              citations: [{ source: source.id, supports: 'direct' }],
            },
          ],
  };
  return finish(draft, [source], options);
}

function text<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  const found = typeof value === 'number' ? String(value) : plain(value);
  return found === '' ? {} : ({ [key]: found } as Record<Key, string>);
}

function shortList(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} and others` : names.join(' and ');
}

/** Types of CSL that the dataset has under another name. */
function similar(type: string): string {
  return (
    {
      'paper-conference': 'chapter',
      article: 'article',
      'entry-dictionary': 'entry-encyclopedia',
      entry: 'entry-encyclopedia',
      manuscript: 'document',
      review: 'article',
      'review-book': 'article',
      motion_picture: 'broadcast',
      song: 'broadcast',
      post: 'post',
    }[type] ?? type
  );
}

function nameOf(value: unknown): NonNullable<Source['author']> {
  if (!isRecord(value)) return [];
  const [family, given, literal] = [plain(value.family), plain(value.given), plain(value.literal) || plain(value.name)];
  const particle = plain(value['non-dropping-particle']) || plain(value['dropping-particle']);
  if (family) return [{ family: [particle, family].filter(Boolean).join(' '), ...(given && { given }) }];
  return literal || given ? [{ literal: literal || given }] : [];
}

/** `date-parts`, or the `raw` and `literal` that programs write instead. */
function cslDate(value: unknown): number[] | undefined {
  if (!isRecord(value)) return undefined;
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  const numbers = (Array.isArray(parts) ? parts : []).map(Number);
  const known = numbers.slice(0, numbers.findIndex((part) => !Number.isInteger(part) || part === 0) >>> 0).slice(0, 3);
  if (known.length > 0 && Math.abs(known[0]!) < 10_000) return known;
  const raw = /-?\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?/u.exec(plain(value.raw) || plain(value.literal))?.[0];
  return raw
    ?.replace(/(?<=\d)-/gu, ' ')
    .split(' ')
    .map(Number);
}
