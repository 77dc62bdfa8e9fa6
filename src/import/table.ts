import {
  type Entity,
  type EntityKind,
  type Name,
  publisherTypes,
  type Source,
  type Statement,
} from '../dataset/schema.ts';
import { dayIn, dayStatement, livingBy } from './days.ts';
import type { TableField } from './fields.ts';
import { kindOfWord } from './kind-words.ts';
import { kindOfName } from './names.ts';
import { formsOf, splitAtCommas, uninverted } from './person-names.ts';
import {
  address,
  cslDateOf,
  finish,
  type ImportOptions,
  idOf,
  idOfId,
  importedSource,
  type Outcome,
  plain,
  plainDescription,
} from './record.ts';

export interface RowOptions extends ImportOptions {
  /** Put before ids that are made from names, so that they cannot be taken for those of another pack. */
  prefix: string;
  /** Kind of rows that do not say theirs. */
  kind: EntityKind;
}

/** What stands in the columns of a field, as it stands in the file: several where several columns hold it. */
export type Cells = (field: TableField | `names:${string}`) => string[];

/** Languages that have a column of names of their own. */
type Languages = readonly string[];

/** One row of a table as an entity. A statement without a source is left out: every sentence has one. */
export function readRow(cells: Cells, languages: Languages, options: RowOptions): Outcome {
  const cell = (field: Parameters<Cells>[0]) => plain(cells(field).find((text) => plain(text) !== ''));
  const problems: Outcome['problems'] = [];
  const wrong = (path: string, expected: string, found: string, todo: string) =>
    problems.push({ rule: 'import', path, expected, found, todo });
  const word = cell('kind');
  const known = word === '' ? options.kind : kindOfWords(word);
  if (known === 'unnamed') return { skipped: `kind ${word}`, problems };
  if (known === undefined)
    wrong(
      'kind',
      'a word for a person, organisation, event, document, place, role, law or term',
      word,
      `it was taken for a ${options.kind}`,
    );
  const kind = known ?? options.kind;
  const { name, others } = namesOf(cells, cell, languages, kind);
  const wikidata = /(?:^|[/:])(Q[1-9]\d*)$/u.exec(cell('wikidata') || cell('id'))?.[1];
  const id = idOfRow(cell('id'), wikidata, name, options.prefix);
  const sourced = sourceOf(cell, id, options, wrong);
  const { days, living } = lifeOf(cell, kind, options.today, wrong);
  const sentences = [{ text: cell('statement') }, ...days].filter(({ text }) => text !== '');
  const statements = sourced
    ? sentences.map(
        (sentence): Statement => ({
          ...sentence,
          kind: 'identity',
          citations: [{ source: sourced.id, supports: 'direct' }],
        }),
      )
    : [];
  const draft: Entity = {
    id,
    kind,
    name,
    names: others,
    description: plainDescription(cell('description')),
    ...(living === undefined ? {} : { living }),
    statements,
    cues: listed(cells('cues')),
    wikipedia: cell('wikipedia'),
    ...(wikidata === undefined ? {} : { wikidata }),
  };
  if (cell('statement') !== '' && !sourced)
    wrong(
      'statement',
      'a source_url, or a source_title with a publisher, beside a statement',
      'none',
      'the sentence was left out; add its source',
    );
  const outcome = finish(draft, statements.length > 0 && sourced ? [sourced] : [], options);
  return { ...outcome, problems: [...problems, ...outcome.problems] };
}

/** The id of the row if it has one; numbers alone would be taken for those of another table. */
function idOfRow(given: string, wikidata: string | undefined, name: string, prefix: string): string {
  if (/^\d+$/u.test(given)) return idOf(given, prefix);
  if (given !== '' && !given.endsWith(wikidata ?? '/')) return idOfId(given);
  return wikidata ? idOf(wikidata) : idOf(name, prefix);
}

function kindOfWords(text: string): ReturnType<typeof kindOfWord> {
  return text
    .split(/[;|,]/u)
    .map(kindOfWord)
    .find((kind) => kind !== undefined);
}

type Wrong = (path: string, expected: string, found: string, todo: string) => void;
type Cell = (field: Parameters<Cells>[0]) => string;

/** Texts of a cell that holds a list: separated by semicolons, bars or line breaks; by commas only where none of these stands. */
function listed(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => (/[;|\n]/u.test(text) ? text.split(/[;|\n]/u) : splitAtCommas(text)))
    .map((part) => plain(part))
    .filter((part) => part !== '');
}

function namesOf(cells: Cells, cell: Cell, languages: Languages, kind: EntityKind): { name: string; others: Name[] } {
  const forms = formsOf({
    first: cell('first_name'),
    middle: cell('middle_name'),
    patronymic: cell('patronymic'),
    last: cell('last_name'),
  });
  const written = cell('name') || forms[0] || languages.map((lang) => cell(`names:${lang}`)).find(Boolean) || '';
  const name = (kind === 'person' && uninverted(written)) || written;
  const handle = cell('handle').replace(/^@?/u, '@');
  const others: Name[] = [
    ...forms.map((text): Name => ({ text, kind: 'variant' })),
    ...cells('names').flatMap((text) => aliasesIn(text, name, kind)),
    ...languages.flatMap((lang) =>
      listed(cells(`names:${lang}`)).map((text): Name => ({ text, kind: kindOfName(text), lang })),
    ),
    ...listed(cells('acronym')).map((text): Name => ({ text, kind: 'acronym' })),
    ...(/^@[\p{L}\p{N}_.]+$/u.test(handle) ? [{ text: handle, kind: 'handle' } satisfies Name] : []),
  ];
  return { name, others };
}

/**
 * Names of a person in a list that commas separate may be parts of an inverted one: a single word of it counts only with the full
 * name, and "Exampleton, Ada" is Ada Exampleton.
 */
function aliasesIn(text: string, name: string, kind: EntityKind): Name[] {
  const certain = /[;|\n]/u.test(text);
  const parts = listed([text]);
  if (kind !== 'person') return parts.map((part): Name => ({ text: part, kind: 'variant' }));
  const inverted = uninverted(text.trim());
  if (!certain && inverted?.toLowerCase() === name.toLowerCase()) return [];
  return parts.map((part): Name => {
    const turned = certain ? uninverted(part) : undefined;
    if (turned !== undefined) return { text: turned, kind: 'variant' };
    return { text: part, kind: certain || kindOfName(part) === 'acronym' || /\s/u.test(part) ? 'variant' : 'short' };
  });
}

const yes = /^(?:yes|true|1|y|ja|oui|s[ií]|x|بله|نعم)$/iu;
const no = /^(?:no|false|0|n|nein|non|dead|deceased|died|late|خیر|لا)$/iu;

/** The days of a life as sentences, and whether it lasts: said outright, or by the days; nobody is taken for living unasked. */
function lifeOf(
  cell: Cell,
  kind: EntityKind,
  today: string,
  wrong: Wrong,
): { days: { text: string; date?: string }[]; living?: boolean | undefined } {
  const dayOf = (field: 'born' | 'died') => {
    const text = cell(field);
    const day = dayIn(text);
    if (text !== '' && day === undefined && !(field === 'died' && (yes.test(text) || no.test(text))))
      wrong(field, 'a day that can be read in one way, as YYYY-MM-DD', text, 'the date was left out');
    return day;
  };
  const [born, died] = [dayOf('born'), dayOf('died')];
  const days = [dayStatement('Born', born ? [born] : []), dayStatement('Died', died ? [died] : [])];
  if (kind !== 'person') return { days: [] };
  const dead = cell('died') !== '' && !no.test(cell('died').replace(/^(?:dead|deceased|died)$/iu, 'yes'));
  const said = yes.test(cell('living')) ? true : no.test(cell('living')) ? false : undefined;
  return {
    days: days.filter((each) => each !== undefined),
    living: livingBy(dead || said === false, born ? [born] : [], today) ?? said,
  };
}

/** An address, or whoever published it: a cell called "source" holds either. */
function sourceOf(cell: Cell, id: string, options: RowOptions, wrong: Wrong): Source | undefined {
  const url = address(cell('source_url'));
  const named = url === undefined && !/^[a-z][a-z\d+.-]*:/iu.test(cell('source_url')) ? cell('source_url') : '';
  const publisher = cell('publisher') || named || (url === undefined ? '' : new URL(url).hostname);
  const title = cell('source_title') || (url ?? '') || named;
  const issued = dayIn(cell('published'));
  if (cell('published') !== '' && issued === undefined)
    wrong('published', 'a day that can be read in one way, as YYYY-MM-DD', cell('published'), 'the date was left out');
  if (publisher === '' || title === '') return undefined;
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
