/** What the page decision needs to know of an entity beside its names, kept as JSON in the index and read when first needed. */
import type { NamedEntity } from '../types.ts';
import { type BodiesOfState, bodyOf } from './nations.ts';
import { type Post, postsOf } from './posts.ts';

export interface NameRule {
  needs?: string[];
  open?: boolean;
  exactCase?: boolean;
  unique?: boolean;
}

export interface Meta {
  cues?: string[];
  /** Folded words of each cue, when they were first asked: a hundred countries may have a body of one name. */
  cueWords?: string[][];
  related?: string[];
  distinctFrom?: string[];
  roles?: { title: string; office?: string; from?: string; to?: string }[];
  /** Of who has held an office: the name as the pack puts it first. */
  name?: string;
  disputes?: { id: string; cues: string[]; low: number; high: number; values: number[] }[];
  /** What it is, of an entity of open data. */
  type?: string;
  /** Of a capital: id of the government that sits there, or of its state where the pack has none. */
  government?: string;
  /** Of a country. */
  bodies?: BodiesOfState;
  /** Of a country: ids, by kind and year. */
  elections?: Readonly<Record<string, string>>;
  /** Of a person of open data: heads a state or a government, or did so in our time. */
  head?: true;
  /** Of a person of open data whom news of many countries names: with full names in two languages or more, or once the head of a state or a government. */
  widely?: true;
  /** News of many languages calls the person by one word. */
  oneWord?: true;
  /** Of a person of open data: ministries led, at whatever time. */
  posts?: Post[];
  /** Of open data, a year: of the first office or membership of a person that has a date, of the beginning of an event, of the founding of a body. */
  since?: number;
  /** By the text of the name. */
  rules?: Record<string, NameRule>;
}

type Fact = NonNullable<NamedEntity['facts']>[number];

/** Whom pages still call by the surname alone: heads of states and governments whose term did not end before. */
const ourTime = '2017';

const hasHeaded = ({ property }: Fact) => property === 'head-of-state-of' || property === 'head-of-government-of';
const isHead = (fact: Fact) => hasHeaded(fact) && (fact.to ?? ourTime) >= ourTime;

const LANGUAGES = 2;

function isNamedWidely({ kind, names = [], facts = [] }: NamedEntity): boolean {
  if (facts.some(hasHeaded)) return true;
  const languages = names.flatMap((name) => (name.kind === 'full' && name.lang !== undefined ? [name.lang] : []));
  return kind === 'person' && new Set(languages).size >= LANGUAGES;
}

/** Languages in which one word is a whole name; a Latin one that is English is that of every language of Latin letters. */
const ONE_WORD = { least: 4, english: 4 };

/** Whether news of many languages calls somebody by one word: "Putin", پوتین. */
function isCalledByOneWord({ kind, names = [] }: NamedEntity): boolean {
  const languages = new Set(
    names.flatMap(({ text, kind: of, lang }) =>
      of === 'full' && lang !== undefined && !/[\s-]/.test(text) ? [lang] : [],
    ),
  );
  return kind === 'person' && languages.size + (languages.has('en') ? ONE_WORD.english - 1 : 0) >= ONE_WORD.least;
}

/** The date from which on texts can name the entity as what it is, as far as a fact says so. */
function beginningIn(kind: NamedEntity['kind'], { property, value, from }: Fact): string | undefined {
  if (kind === 'person') return from;
  return property === 'began' || property === 'founded' ? String(value) : undefined;
}

function factOf({ facts = [] }: NamedEntity, property: string): string | undefined {
  const value = facts.find((fact) => fact.property === property)?.value;
  return value === undefined ? undefined : String(value);
}

/** Ids of the governments that a pack has, by the code of their country; of a state without one, its own. */
export function governmentsOf(
  entities: readonly NamedEntity[],
  bodies: ReadonlyMap<string, BodiesOfState>,
): ReadonlyMap<string | undefined, string> {
  const governments = entities.filter((entity) => bodyOf(entity) === 'government');
  const states = entities.filter(({ id }) => bodies.get(id)?.government === id);
  const all = [...states, ...governments];
  return new Map(all.map((entity) => [factOf(entity, 'country'), entity.id]));
}

/** Empty when the entity has names and nothing else. */
export function factsOf(
  entity: NamedEntity,
  governments: ReturnType<typeof governmentsOf>,
  bodies?: BodiesOfState,
  elections?: Meta['elections'],
): Meta {
  const meta: Meta = {};
  const facts = entity.facts ?? [];
  const types = facts.flatMap(({ property, value }) => (property === 'type' ? [String(value)] : []));
  // Berlin is a state of its country as well: the city is who is meant. A party that fights is in the news of other countries, too.
  const type = ['capital', 'conflict-party'].find((each) => types.includes(each)) ?? types[0];
  // A person of open data has no type of its own.
  if (facts.length > 0) meta.type = type ?? entity.kind;
  const government = type === 'capital' ? governments.get(factOf(entity, 'country')) : undefined;
  if (government !== undefined) meta.government = government;
  if (bodies !== undefined) meta.bodies = bodies;
  if (elections !== undefined) meta.elections = elections;
  if (facts.some(isHead)) meta.head = true;
  if (facts.length > 0 && isNamedWidely(entity)) meta.widely = true;
  if (facts.length > 0 && isCalledByOneWord(entity)) meta.oneWord = true;
  const posts = entity.kind === 'person' ? postsOf(entity) : undefined;
  if (posts !== undefined) meta.posts = posts;
  const first = facts.flatMap((fact) => beginningIn(entity.kind, fact) ?? []).sort()[0];
  if (first !== undefined) meta.since = Number(first.slice(0, 4));
  if (entity.cues?.length) meta.cues = [...entity.cues];
  if (entity.related?.length) meta.related = entity.related.map((each) => (typeof each === 'string' ? each : each.id));
  if (entity.distinctFrom?.length) meta.distinctFrom = [...entity.distinctFrom];
  const roles = entity.roles?.filter(({ to }) => to !== undefined || entity.living !== false) ?? [];
  if (roles.some(({ office }) => office !== undefined)) meta.name = entity.name;
  if (roles.length) {
    meta.roles = roles.map(({ title, office, from, to }) => ({
      title,
      ...(office && { office }),
      ...(from && { from }),
      ...(to && { to }),
    }));
  }
  const disputes = (entity.disputes ?? []).flatMap(({ id, cues, positions }) => {
    const values = positions.flatMap(({ low, high }) => [low, high].filter((value) => value !== undefined));
    if (!cues?.length || values.length === 0) return [];
    return [{ id, cues: [...cues], low: Math.min(...values), high: Math.max(...values), values: [...new Set(values)] }];
  });
  if (disputes.length) meta.disputes = disputes;
  const rules = rulesOf(entity);
  if (Object.keys(rules).length) meta.rules = rules;
  return meta;
}

/** Rules of names, by their text. One text in several languages ("AFP") needs a word of any of them, and none where one of the names needs none. */
export function rulesOf({ names = [] }: NamedEntity): Record<string, NameRule> {
  const rules = Object.create(null) as Record<string, NameRule>;
  for (const { text, needs, open, exactCase, unique } of names) {
    const other = rules[text];
    const all = needs && (other === undefined || other.needs) && [...(other?.needs ?? []), ...needs];
    if (all || open || exactCase || unique || other)
      rules[text] = {
        ...(all && { needs: all }),
        ...((open || other?.open) && { open: true }),
        ...((exactCase || other?.exactCase) && { exactCase: true }),
        ...((unique || other?.unique) && { unique: true }),
      };
  }
  return rules;
}
