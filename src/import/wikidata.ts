import type { Citation, Entity, EntityKind, Name, Role, Source, Statement } from '../dataset/schema.ts';
import { dayStatement, livingBy } from './days.ts';
import { kindOfName } from './names.ts';
import {
  address,
  cslDateOf,
  finish,
  type ImportOptions,
  importedSource,
  isRecord,
  notARecord,
  type Outcome,
  plain,
  plainDescription,
} from './record.ts';
import { bestClaims, type Claim, claimsOf, itemOf, stringOf, timeOf } from './wikidata-claims.ts';
import { kindOfClasses, kindOfProperties } from './wikidata-kinds.ts';

/** Which items of a dump are wanted; an item must fit all that are given. */
export interface WikidataChoice {
  /** Q-ids. */
  ids?: ReadonlySet<string>;
  /** Values of "instance of". Subclasses are not followed: one line of a dump does not know them. */
  classes?: ReadonlySet<string>;
  /** Values of "country of citizenship" or "country". */
  countries?: ReadonlySet<string>;
}

export interface WikidataOptions extends ImportOptions {
  choice: WikidataChoice;
  /** English labels of other items, by Q-id: offices, parties and publishers can be named only with them. */
  labels: ReadonlyMap<string, string>;
}

/** Statements for which a sentence can be written from the item alone, with a date as their value. */
const dated: readonly { property: string; of: (kind: EntityKind) => string; kind: Statement['kind'] }[] = [
  { property: 'P569', of: () => 'Born', kind: 'identity' },
  { property: 'P570', of: () => 'Died', kind: 'identity' },
  { property: 'P571', of: (kind) => (kind === 'document' || kind === 'law' ? 'Made' : 'Founded'), kind: 'identity' },
  { property: 'P576', of: () => 'Dissolved', kind: 'event' },
  { property: 'P577', of: () => 'Published', kind: 'identity' },
  { property: 'P580', of: () => 'Began', kind: 'event' },
  { property: 'P582', of: () => 'Ended', kind: 'event' },
  { property: 'P585', of: () => 'Took place', kind: 'event' },
];

/** Statements whose value is another item; they need its label. */
const linked: readonly { property: string; text: string; kind: Statement['kind'] }[] = [
  { property: 'P102', text: 'Member of the party', kind: 'role' },
  { property: 'P463', text: 'Member of', kind: 'role' },
  { property: 'P108', text: 'Worked for', kind: 'role' },
  { property: 'P106', text: 'Occupation:', kind: 'identity' },
  { property: 'P159', text: 'Headquarters in', kind: 'identity' },
];

/**
 * One item of a Wikidata dump or entity export as an entity: labels and aliases in the chosen languages, dates and offices with
 * Wikidata's references. Deprecated statements are left out; where some are preferred, only they are taken.
 */
export function readWikidata(value: unknown, options: WikidataOptions): Outcome {
  if (!isRecord(value)) return notARecord(value);
  const id = typeof value.id === 'string' ? value.id : '';
  if (!/^Q[1-9]\d*$/u.test(id)) return { skipped: 'not an item', problems: [] };
  const claims = claimsOf(value);
  const classes = bestClaims(claims, 'P31').flatMap((claim) => itemOf(claim.main) ?? []);
  if (!isChosen(id, classes, claims, options.choice)) return { skipped: 'not chosen', problems: [] };
  const { name, names } = namesOf(value, claims, options.languages);
  if (name === undefined) return { skipped: `no label in ${options.languages.join(', ')}`, problems: [] };
  const kind = kindOfClasses(classes) ?? kindOfProperties(claims);
  const citing = citer(id, name, options);
  const statements = [
    ...datedStatements(claims, kind, citing.cite),
    ...linkedStatements(claims, options.labels, citing.cite),
  ];
  const roles = rolesOf(claims, options.labels, citing.cite);
  const description = plainDescription(termIn(value.descriptions, options.languages)?.text);
  const draft: Entity = {
    id: id.toLowerCase(),
    kind,
    name,
    names,
    description,
    ...(kind === 'person' ? livingOf(claims, options.today) : {}),
    statements,
    roles,
    ...wikipediaOf(value),
    wikidata: id,
  };
  return finish(draft, citing.sources(), options);
}

function isChosen(id: string, classes: string[], claims: Claims, choice: WikidataChoice): boolean {
  const countries = ['P27', 'P17'].flatMap((property) =>
    bestClaims(claims, property).flatMap((claim) => itemOf(claim.main) ?? []),
  );
  return (
    (choice.ids?.has(id) ?? true) &&
    (choice.classes === undefined || classes.some((item) => choice.classes?.has(item))) &&
    (choice.countries === undefined || countries.some((item) => choice.countries?.has(item)))
  );
}

type Claims = ReturnType<typeof claimsOf>;

/** Nothing for a person of whom no day is known: an invented one may be called a person too. */
function livingOf(claims: Claims, today: string): { living?: boolean } {
  const born = bestClaims(claims, 'P569').flatMap((claim) => timeOf(claim.main) ?? []);
  const dead = bestClaims(claims, 'P570').some(({ main }) => !(isRecord(main) && main.snaktype === 'novalue'));
  const living = livingBy(dead, born, today) ?? (born.length > 0 || undefined);
  return living === undefined ? {} : { living };
}

function termIn(terms: unknown, languages: readonly string[]): { text: string; lang: string } | undefined {
  if (!isRecord(terms)) return undefined;
  // `mul` holds what is written alike in all languages.
  for (const lang of [...languages, 'mul']) {
    const term = Object.hasOwn(terms, lang) ? terms[lang] : undefined;
    const text = isRecord(term) ? plain(term.value) : '';
    if (text !== '') return { text, lang };
  }
  return undefined;
}

function namesOf(
  value: Record<string, unknown>,
  claims: Claims,
  languages: readonly string[],
): { name?: string; names: Name[] } {
  const main = termIn(value.labels, languages);
  if (main === undefined) return { names: [] };
  const own = languages.flatMap((lang): Name[] => {
    const label = termIn(value.labels, [lang]);
    const aliases = isRecord(value.aliases) && Object.hasOwn(value.aliases, lang) ? value.aliases[lang] : [];
    const texts = [
      label?.text,
      ...(Array.isArray(aliases) ? aliases.map((alias) => (isRecord(alias) ? plain(alias.value) : '')) : []),
    ];
    return texts.flatMap((text) => (text ? [{ text, kind: kindOfName(text), lang }] : []));
  });
  const handles = bestClaims(claims, 'P2002').flatMap((claim): Name[] => {
    const handle = stringOf(claim.main);
    return handle && /^\w{1,30}$/u.test(handle) ? [{ text: `@${handle}`, kind: 'handle' }] : [];
  });
  return { name: main.text, names: [...own.filter(({ text }) => text !== main.text), ...handles] };
}

function wikipediaOf({ sitelinks }: Record<string, unknown>): { wikipedia?: string } {
  const link = isRecord(sitelinks) ? sitelinks.enwiki : undefined;
  const title = isRecord(link) ? plain(link.title) : '';
  return title === '' ? {} : { wikipedia: title };
}

type Cite = (claim: Claim) => Citation[];

function datedStatements(claims: Claims, kind: EntityKind, cite: Cite): Statement[] {
  return dated.flatMap(({ property, of, kind: statementKind }): Statement[] => {
    const found = bestClaims(claims, property).flatMap((claim) => {
      const day = timeOf(claim.main);
      return day === undefined ? [] : [{ day, claim }];
    });
    const sentence = dayStatement(
      of(kind),
      found.map(({ day }) => day),
    );
    if (!sentence) return [];
    const citations = found.flatMap(({ claim }) => cite(claim));
    const unique = citations.filter((each, i) => citations.findIndex(({ source }) => source === each.source) === i);
    return [{ ...sentence, kind: statementKind, citations: unique }];
  });
}

function linkedStatements(claims: Claims, labels: ReadonlyMap<string, string>, cite: Cite): Statement[] {
  return linked.flatMap(({ property, text, kind }) =>
    bestClaims(claims, property).flatMap((claim): Statement[] => {
      const label = labels.get(itemOf(claim.main) ?? '');
      return label === undefined ? [] : [{ text: `${text} ${label}.`, kind, ...spanOf(claim), citations: cite(claim) }];
    }),
  );
}

function rolesOf(claims: Claims, labels: ReadonlyMap<string, string>, cite: Cite): Role[] {
  return bestClaims(claims, 'P39').flatMap((claim) => {
    const title = labels.get(itemOf(claim.main) ?? '');
    return title === undefined ? [] : [{ title, ...spanOf(claim), citations: cite(claim) }];
  });
}

function spanOf({ qualifiers }: Claim): { from?: string; to?: string } {
  const [from, to] = ['P580', 'P582'].map((property) => qualifiers(property).flatMap((snak) => timeOf(snak) ?? [])[0]);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/**
 * Citations of one item. Wikidata's own statement is what was read, so it supports directly; the references that Wikidata gives were
 * not opened by the import and stand as background.
 */
function citer(id: string, name: string, options: WikidataOptions): { cite: Cite; sources: () => Source[] } {
  const item = importedSource(`wikidata-${id.toLowerCase()}`, options, {
    type: 'entry-encyclopedia',
    title: `${name} (${id})`,
    publisher: 'Wikidata',
    relation: 'database that volunteers edit',
    publisherType: 'encyclopedia',
    URL: `https://www.wikidata.org/wiki/${id}`,
  });
  const references = new Map<string, Source>();
  let used = false;
  const referenceOf = (snaks: Claim['references'][number]): Source | undefined => {
    const url = snaks('P854').flatMap((snak) => address(stringOf(snak)) ?? [])[0];
    const stated = snaks('P248').flatMap((snak) => options.labels.get(itemOf(snak) ?? '') ?? [])[0];
    const key = url ?? stated;
    if (key === undefined) return undefined;
    const known = references.get(key);
    if (known) return known;
    const title = snaks('P1476').flatMap((snak) => stringOf(snak) ?? [])[0];
    const publisher = snaks('P123').flatMap((snak) => options.labels.get(itemOf(snak) ?? '') ?? [])[0];
    const [issued, accessed] = ['P577', 'P813'].map(
      (property) => snaks(property).flatMap((snak) => timeOf(snak) ?? [])[0],
    );
    const source = importedSource(`${item.id}-r${references.size + 1}`, options, {
      title: title ?? stated ?? url ?? '',
      publisher: publisher ?? stated ?? (url === undefined ? '' : new URL(url).hostname),
      relation: 'reference given by Wikidata, not opened by the import',
      ...(url === undefined ? {} : { URL: url }),
      ...(issued === undefined ? {} : { issued: cslDateOf(issued) }),
      ...(accessed === undefined ? {} : { accessed: cslDateOf(accessed) }),
    });
    references.set(key, source);
    return source;
  };
  return {
    cite(claim) {
      used = true;
      const given = new Set(claim.references.flatMap((snaks) => referenceOf(snaks)?.id ?? []));
      return [
        { source: item.id, supports: 'direct' },
        ...[...given].map((source): Citation => ({ source, supports: 'background' })),
      ];
    },
    sources: () => (used ? [item, ...references.values()] : []),
  };
}
