import type { Entity, Name, Source, Statement } from '../dataset/schema.ts';
import { dayStatement, livingBy } from './days.ts';
import { kindOfWord } from './kind-words.ts';
import { formsOf, uninverted } from './person-names.ts';
import {
  address,
  date,
  dayInWords,
  finish,
  type ImportOptions,
  idOfId,
  importedSource,
  isRecord,
  notARecord,
  type Outcome,
  plain,
  plainDescription,
  texts,
  whenInWords,
} from './record.ts';

/** A listing by an authority, from a line of its own (`Sanction`) or nested in the line of whom it lists. */
export interface Listing {
  /** FollowTheMoney ids of those listed. */
  entities: string[];
  authority: string;
  program?: string;
  from?: string;
  to?: string;
  url?: string;
}

/** The listing that a line holds, if it is a `Sanction`. */
export function readListing(value: unknown): Listing | undefined {
  if (!isRecord(value) || value.schema !== 'Sanction' || !isRecord(value.properties)) return undefined;
  const properties = propertiesOf(value);
  const authority = texts(properties('authority'))[0] ?? texts(properties('publisher'))[0];
  if (authority === undefined) return undefined;
  const program = texts(properties('program'))[0];
  const from = days(properties('startDate'))[0] ?? days(properties('listingDate'))[0];
  const to = days(properties('endDate')).at(-1);
  const url = properties('sourceUrl').flatMap((item) => address(item) ?? [])[0];
  return {
    entities: properties('entity').flatMap((item) => (typeof item === 'string' ? item : [])),
    authority,
    ...(program === undefined ? {} : { program }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(url === undefined ? {} : { url }),
  };
}

/** What tells a listing from another by the same body: one that several registers repeat counts once. */
function listingText({ authority, program, from, to }: Listing): string {
  const under = program === undefined ? '' : ` under ${plain(program, 120)}`;
  const span =
    from !== undefined && to !== undefined
      ? ` from ${dayInWords(from)} to ${dayInWords(to)}`
      : from !== undefined
        ? ` ${whenInWords(from)}`
        : to !== undefined
          ? ` until ${dayInWords(to)}`
          : '';
  return `Listed by ${plain(authority, 120)}${under}${span}.`;
}

/**
 * One line of FollowTheMoney (`entities.ftm.json`, also with nested `Sanction`s) as an entity. `listings` are those found for it on
 * other lines. Names marked as weak are left out, since they fire on other people; topics such as `crime` are no statements of
 * anybody and are left out too.
 */
export function readFtm(value: unknown, options: ImportOptions, listings: readonly Listing[] = []): Outcome {
  if (!isRecord(value) || typeof value.schema !== 'string') return notARecord(value);
  const kind = kindOfWord(value.schema);
  // Links, assets without a name and schemata that nobody listed are counted by their word.
  if (kind === undefined || kind === 'unnamed') return { skipped: `schema ${plain(value.schema, 40)}`, problems: [] };
  if (typeof value.id !== 'string' || value.id === '' || !isRecord(value.properties)) return notARecord(value.id);
  const properties = propertiesOf(value);
  const own = texts(properties('name'));
  const forms = kind === 'person' ? personForms(properties) : [];
  const written = plain(value.caption) || own[0] || forms[0] || texts(properties('title'))[0];
  if (written === undefined) return { skipped: 'no name', problems: [] };
  const name = (kind === 'person' && uninverted(written)) || written;
  const id = idOfId(value.id);
  const nested = properties('sanctions').flatMap((item) => readListing(item) ?? []);
  const citing = statementsOf([...nested, ...listings], id, value, options);
  const draft: Entity = {
    id,
    kind,
    name,
    names: [
      ...[...own, ...forms, ...texts(properties('alias'))].map(
        (text): Name => ({ text: (kind === 'person' && uninverted(text)) || text, kind: 'variant' }),
      ),
      ...names(texts(properties('previousName')), 'variant'),
      ...names(texts(properties('abbreviation')), 'acronym'),
    ],
    description: plainDescription(
      ['position', 'summary', 'description'].flatMap((property) => texts(properties(property)))[0],
    ),
    ...(kind === 'person' ? livingOf(properties, options.today) : {}),
    statements: citing.statements,
    ...(wikidataOf(value, properties) ?? {}),
  };
  return finish(draft, citing.sources, options);
}

function personForms(properties: Properties): string[] {
  const part = (...names: string[]) => names.flatMap((name) => texts(properties(name)))[0] ?? '';
  return formsOf({
    first: part('firstName'),
    middle: part('middleName', 'secondName'),
    patronymic: part('fatherName'),
    last: part('lastName'),
  });
}

function livingOf(properties: Properties, today: string): { living?: boolean } {
  const dead =
    properties('deathDate').length > 0 ||
    texts(properties('status')).some((text) => /^(?:deceased|dead)\b/iu.test(text));
  const living = livingBy(dead, days(properties('birthDate')), today);
  return living === undefined ? {} : { living };
}

type Properties = ReturnType<typeof propertiesOf>;

function propertiesOf(value: Record<string, unknown>): (name: string) => unknown[] {
  const properties = isRecord(value.properties) ? value.properties : {};
  return (name) => {
    const list = Object.hasOwn(properties, name) ? properties[name] : [];
    return Array.isArray(list) ? list : [list];
  };
}

function days(values: readonly unknown[]): string[] {
  return values.flatMap((item) => date(item) ?? []).sort();
}

function names(list: readonly string[], kind: NonNullable<Name['kind']>): Name[] {
  return list.map((text) => ({ text, kind }));
}

function wikidataOf(
  value: Record<string, unknown>,
  properties: (name: string) => unknown[],
): { wikidata: string } | undefined {
  const found = [value.id, ...properties('wikidataId')].find((id) => typeof id === 'string' && /^Q[1-9]\d*$/u.test(id));
  return typeof found === 'string' ? { wikidata: found } : undefined;
}

/** Sentences for the dates of a person and for each listing, with the sources that the line names. */
function statementsOf(
  listings: readonly Listing[],
  id: string,
  value: Record<string, unknown>,
  options: ImportOptions,
): { statements: Statement[]; sources: Source[] } {
  const properties = propertiesOf(value);
  const statements: Statement[] = [];
  const sources = new Map<string, Source>();
  const cite = (url: string | undefined, publisher: string, relation: string): Statement['citations'] => {
    const key = url ?? publisher;
    const source =
      sources.get(key) ??
      importedSource(`${id}-s${sources.size + 1}`, options, {
        title: url === undefined ? `Record ${plain(value.id, 80)} of ${publisher}` : `Record of ${publisher}`,
        publisher,
        relation,
        ...(url === undefined ? {} : { URL: url }),
      });
    sources.set(key, source);
    return [{ source: source.id, supports: 'direct' }];
  };
  const datasets = texts(value.datasets).join(', ') || 'the imported file';
  for (const [property, word] of [
    ['birthDate', 'Born'],
    ['deathDate', 'Died'],
    ['incorporationDate', 'Founded'],
    ['dissolutionDate', 'Dissolved'],
  ] as const) {
    const sentence = dayStatement(word, days(properties(property)));
    if (sentence === undefined) continue;
    const url = properties('sourceUrl').flatMap((item) => address(item) ?? [])[0];
    statements.push({
      ...sentence,
      kind: 'identity',
      citations: cite(url, datasets, 'register from which the pack was imported'),
    });
  }
  for (const listing of listings) {
    const text = listingText(listing);
    if (statements.some((statement) => statement.text === text)) continue;
    statements.push({
      text,
      kind: 'designation',
      ...(listing.from === undefined ? {} : { from: listing.from }),
      ...(listing.to === undefined ? {} : { to: listing.to }),
      citations: cite(listing.url, listing.authority, 'authority that made the listing'),
    });
  }
  return { statements, sources: [...sources.values()] };
}
