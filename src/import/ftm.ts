import type { Entity, EntityKind, Name, Source, Statement } from '../dataset/schema.ts';
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
  plain,
  plainDescription,
  type Reading,
  texts,
  whenInWords,
} from './record.ts';

/** Schemata of FollowTheMoney that a reader meets as names in a text. Links, assets and identifiers are left out. */
const kinds: Readonly<Record<string, EntityKind>> = {
  Person: 'person',
  LegalEntity: 'organisation',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  Event: 'event',
  Position: 'role',
  Document: 'document',
  Article: 'document',
  CourtCase: 'event',
};

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

/** How a listing is told apart from another by the same body, so that one that several registers repeat is told once. */
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
export function readFtm(value: unknown, options: ImportOptions, listings: readonly Listing[] = []): Reading {
  if (!isRecord(value) || typeof value.schema !== 'string') return notARecord(value);
  const kind = Object.hasOwn(kinds, value.schema) ? kinds[value.schema] : undefined;
  if (kind === undefined) return { skipped: `schema ${plain(value.schema, 40)}`, problems: [] };
  if (typeof value.id !== 'string' || value.id === '' || !isRecord(value.properties)) return notARecord(value.id);
  const properties = propertiesOf(value);
  const own = texts(properties('name'));
  const name = plain(value.caption) || own[0];
  if (name === undefined || name === '') return { skipped: 'no name', problems: [] };
  const id = idOfId(value.id);
  const nested = properties('sanctions').flatMap((item) => readListing(item) ?? []);
  const citing = statementsOf([...nested, ...listings], id, value, options);
  const draft: Entity = {
    id,
    kind,
    name,
    names: [
      ...names(own, 'variant'),
      ...names(texts(properties('alias')), 'variant'),
      ...names(texts(properties('previousName')), 'variant'),
      ...names(texts(properties('abbreviation')), 'acronym'),
    ],
    description: plainDescription([...texts(properties('position')), ...texts(properties('summary'))][0]),
    ...(kind === 'person' ? { living: properties('deathDate').length === 0 } : {}),
    statements: citing.statements,
    ...(wikidataOf(value, properties) ?? {}),
  };
  return finish(draft, citing.sources, options);
}

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
  ] as const) {
    const day = days(properties(property))[0];
    if (day === undefined) continue;
    const url = properties('sourceUrl').flatMap((item) => address(item) ?? [])[0];
    const text = `${word} ${whenInWords(day)}.`;
    statements.push({
      text,
      kind: 'identity',
      date: day,
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
