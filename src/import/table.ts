import { type Entity, entityKinds, type Name, publisherTypes, type Source, type Statement } from '../dataset/schema.ts';
import { tableFields } from './fields.ts';
import {
  address,
  cslDateOf,
  date,
  finish,
  type ImportOptions,
  idOf,
  importedSource,
  plain,
  plainDescription,
  type Reading,
} from './record.ts';

type TableField = (typeof tableFields)[number];

/** Field of each column, by column name; a column of names in one language is `names:fa`. Columns that are not in it are not read. */
export type Mapping = Readonly<Record<string, string>>;

/** Column names as people write them, folded, for each field. */
const guesses: Record<TableField, string> = {
  id: 'id|identifier|key|ref|reference',
  name: 'name|label|title|full name|caption|entity|nom|nombre|item label|itemlabel',
  kind: 'kind|type|schema|category|class',
  description: 'description|desc|summary|about|item description|itemdescription',
  names: 'names|aliases|alias|aka|also known as|other names|variants|item alt label|itemaltlabel|alt label',
  acronym: 'acronym|acronyms|abbreviation|short name',
  handle: 'handle|handles|twitter|x|username',
  cues: 'cues|context|keywords|tags',
  living: 'living|alive',
  wikidata: 'wikidata|qid|wikidata id|item',
  wikipedia: 'wikipedia|wikipedia title|article',
  statement: 'statement|sentence|text|note|notes|fact',
  source_url: 'source url|source|url|link|reference url',
  source_title: 'source title|headline',
  publisher: 'publisher|source name|outlet',
  publisher_type: 'publisher type',
  relation: 'relation|relation to the matter',
  published: 'published|date|publication date|issued',
};

/** What the columns most likely hold, from their names alone. The first column that fits a field gets it. */
export function guessMapping(columns: readonly string[]): Mapping {
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  for (const column of columns) {
    const words = column
      .toLowerCase()
      .replace(/[^\p{L}\p{N}:@]+/gu, ' ')
      .trim();
    const [, base = words, lang] = /^(.*?)[ :@]+([a-z]{2,3})$/u.exec(words) ?? [];
    const fits = (text: string) => tableFields.find((field) => guesses[field].split('|').includes(text));
    const inLanguage =
      lang !== undefined && ['name', 'names', 'description'].includes(fits(base) ?? '') ? fits(base) : undefined;
    const field = inLanguage === undefined ? fits(words) : `names:${lang}`;
    if (field === undefined || taken.has(field) || inLanguage === 'description') continue;
    taken.add(field);
    Object.defineProperty(mapping, column, { value: field, enumerable: true });
  }
  return mapping;
}

export interface TableOptions extends ImportOptions {
  mapping: Mapping;
  /** Put before ids that are made from names, so that they cannot be taken for those of another pack. */
  prefix: string;
  /** Kind of rows that do not say theirs. */
  kind: Entity['kind'];
}

/** One row of a spreadsheet, by column name, as an entity. A statement without a source is left out: every sentence has one. */
export function readRow(row: Readonly<Record<string, string>>, options: TableOptions): Reading {
  const cell = (field: string) =>
    Object.entries(options.mapping)
      .filter(([column, target]) => target === field && Object.hasOwn(row, column))
      .map(([column]) => plain(row[column]))
      .find((text) => text !== '') ?? '';
  const name = cell('name');
  if (Object.keys(row).every((column) => plain(row[column]) === '')) return { skipped: 'an empty row', problems: [] };
  const given = cell('id').toLowerCase();
  const wikidata = /Q[1-9]\d*$/u.exec(cell('wikidata'))?.[0];
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(given)
    ? given
    : idOf(given || wikidata || name, wikidata && !given ? '' : options.prefix);
  const kindText = cell('kind').toLowerCase();
  const kind = entityKinds.find((known) => known === kindText.replace('organization', 'organisation')) ?? options.kind;
  const sourced = sourceOf(cell, id, options);
  const statement = cell('statement');
  const draft: Entity = {
    id,
    kind,
    name,
    names: namesOf(cell, options.mapping),
    description: plainDescription(cell('description')),
    ...(kind === 'person' ? { living: !/^(?:no|false|0|n)$/iu.test(cell('living')) } : {}),
    statements:
      statement && sourced
        ? [
            {
              text: statement,
              kind: 'identity',
              citations: [{ source: sourced.id, supports: 'direct' }],
            } satisfies Statement,
          ]
        : [],
    cues: list(cell('cues')),
    wikipedia: cell('wikipedia'),
    ...(wikidata === undefined ? {} : { wikidata }),
  };
  const reading = finish(draft, statement && sourced ? [sourced] : [], options);
  if (statement && !sourced)
    reading.problems.push({
      rule: 'import',
      path: 'statement',
      expected: 'a source_url, or a source_title with a publisher, beside a statement',
      found: 'none',
      todo: 'the sentence was left out; add its source',
    });
  return reading;
}

function list(text: string): string[] {
  return text
    .split(/[;|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function namesOf(cell: (field: string) => string, mapping: Mapping): Name[] {
  const languages = new Set(Object.values(mapping).flatMap((field) => /^names:(.+)$/u.exec(field)?.[1] ?? []));
  const handle = cell('handle').replace(/^@?/u, '@');
  return [
    ...list(cell('names')).map((text): Name => ({ text, kind: 'variant' })),
    ...[...languages].flatMap((lang) =>
      list(cell(`names:${lang}`)).map((text): Name => ({ text, kind: 'variant', lang })),
    ),
    ...list(cell('acronym')).map((text): Name => ({ text, kind: 'acronym' })),
    ...(/^@[\p{L}\p{N}_.]+$/u.test(handle) ? [{ text: handle, kind: 'handle' } satisfies Name] : []),
  ];
}

function sourceOf(cell: (field: string) => string, id: string, options: TableOptions): Source | undefined {
  const url = address(cell('source_url'));
  const publisher = cell('publisher') || (url === undefined ? '' : new URL(url).hostname);
  const title = cell('source_title') || (url ?? '');
  if (publisher === '' || title === '') return undefined;
  const issued = date(cell('published'));
  const type = publisherTypes.find((known) => known.toLowerCase() === cell('publisher_type').toLowerCase());
  return importedSource(`${id}-s1`, options, {
    title,
    publisher,
    relation: cell('relation') || 'not stated',
    ...(url === undefined ? {} : { URL: url }),
    ...(type === undefined ? {} : { publisherType: type }),
    ...(issued === undefined ? {} : { issued: cslDateOf(issued) }),
  });
}
