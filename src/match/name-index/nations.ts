/** Words of countries, and the bodies that every state has: what "the Iraqi government" is made of. */
import { createTokens } from '../../text/token-list.ts';
import { tokenise } from '../../text/tokens.ts';
import type { NamedEntity } from '../types.ts';
import type { MatchIndex } from './read.ts';

/** Bodies for which the news of every country has one word. */
const TYPES = ['government', 'parliament', 'lower-chamber', 'upper-chamber', 'armed-forces', 'constitution'] as const;
export type StateBody =
  | (typeof TYPES)[number]
  | 'navy'
  | 'air-force'
  | 'coast-guard'
  | 'gendarmerie'
  | 'police'
  | 'electoral-commission'
  | 'foreign'
  | 'defence'
  | 'interior'
  | 'central-bank'
  | 'supreme-court'
  | 'constitutional-court';

/** Ids of the bodies of a country. */
export type BodiesOfState = Partial<Record<StateBody, string>>;

const COUNTRY = 'country-or-territory';

/** Of several forces of a country, the one that is all of them. */
const WHOLE_FORCES = /armed forces|defen[cs]e forces?|military/i;

/** Of several forces, those that the news has a noun for. */
const BRANCHES: readonly [RegExp, StateBody][] = [
  [/\bnav(?:y|al forces?)$/i, 'navy'],
  [/\bair forces?$/i, 'air-force'],
  [/\bcoast guard/i, 'coast-guard'],
];

/** Public bodies by their names; the United States' government is one in a registry. */
const PUBLIC_BODIES: readonly [RegExp, StateBody][] = [
  [/^Government of /, 'government'],
  [/\bcoast guard/i, 'coast-guard'],
  [/\bgendarmer/i, 'gendarmerie'],
  [
    /^(?!Federal)(?=.*\b(?:authority|comissão|commission|consejo|council|institute|tribunal)(?!\p{L})).*\b(?:elect(?:ion|oral)|eleit|eleiç)/iu,
    'electoral-commission',
  ],
  [/\bpolice\b|^law enforcement command/i, 'police'],
];

/** Police of a part of a country or for a part of what police do. */
const PART_OF_POLICE =
  /armed|army|border|commission|drug|federal|ireland|migration|military|park|security|territorial|traffic|transport/i;

/** Ministries by the English name that the news has for each. */
const MINISTRIES: Record<string, StateBody> = {
  'Foreign Ministry': 'foreign',
  'Defense Ministry': 'defence',
  'Interior Ministry': 'interior',
};

/** In this order: Egypt has a Supreme Constitutional Court. */
const COURTS: readonly [RegExp, StateBody][] = [
  [/constitutional/i, 'constitutional-court'],
  [/supreme (?:federal |people's )?court/i, 'supreme-court'],
];

function typeOf({ facts = [] }: NamedEntity): unknown {
  return facts.find(({ property }) => property === 'type')?.value;
}

/** By the id of the country; of what a country has two of, neither. */
export function bodiesOfStates(entities: readonly NamedEntity[]): ReadonlyMap<string, BodiesOfState> {
  const countries = new Map(entities.filter((entity) => typeOf(entity) === COUNTRY).map((each) => [each.id, each]));
  const found = new Map<string, Map<StateBody, NamedEntity[]>>();
  for (const entity of entities) {
    const body = bodyOf(entity);
    const country = (entity.related ?? []).map((each) => (typeof each === 'string' ? each : each.id))[0];
    const state = countries.get(country ?? '');
    if (body === undefined || country === undefined || state === undefined) continue;
    if (body === 'police' && !isNationalPolice(entity, state)) continue;
    const own = found.get(country) ?? new Map<StateBody, NamedEntity[]>();
    found.set(country, own.set(body, [...(own.get(body) ?? []), entity]));
  }
  return new Map([...found].map(([country, bodies]) => [country, withGovernment(country, bodies, onlyOnes(bodies))]));
}

/** A state of whose government the packs have no entity is meant itself by "the government"; no territory has forces or a foreign ministry. */
function withGovernment(
  country: string,
  all: ReadonlyMap<StateBody, NamedEntity[]>,
  bodies: BodiesOfState,
): BodiesOfState {
  const isState = bodies.foreign !== undefined || bodies['armed-forces'] !== undefined;
  return isState && !all.has('government') ? { ...bodies, government: country } : bodies;
}

/** "Punjab Police" is none. */
function isNationalPolice({ name }: NamedEntity, { name: country, cues = [] }: NamedEntity): boolean {
  if (PART_OF_POLICE.test(name)) return false;
  return /national|republic|royal/i.test(name) || [country, ...cues].some((word) => name.includes(word));
}

export function bodyOf(entity: NamedEntity): StateBody | undefined {
  const type = typeOf(entity);
  if (type === 'public-body') return PUBLIC_BODIES.find(([name]) => name.test(entity.name))?.[1];
  if (type === 'ministry')
    return entity.names?.flatMap(({ text }) => (Object.hasOwn(MINISTRIES, text) ? MINISTRIES[text]! : []))[0];
  if (type === 'high-court') return COURTS.find(([name]) => name.test(entity.name))?.[1];
  return TYPES.find((body) => body === type);
}

/** What is elected: the types of elections that open data tells. */
export const ELECTION_KINDS = ['presidential-election', 'legislative-election'] as const;
export type ElectionKind = (typeof ELECTION_KINDS)[number];

/** By the id of the country: the id of the election of each kind and year, as "presidential-election 2022"; of two in a year neither. */
export function electionsOfStates(
  entities: readonly NamedEntity[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const entity of entities) {
    const kind = ELECTION_KINDS.find((each) => each === typeOf(entity));
    const day = entity.facts?.find(({ property }) => property === 'held-on' || property === 'expected-on')?.value;
    const country = (entity.related ?? []).map((each) => (typeof each === 'string' ? each : each.id))[0];
    if (kind === undefined || day === undefined || country === undefined) continue;
    const own = found.get(country) ?? new Map<string, string[]>();
    const key = electionKey(kind, Number(String(day).slice(0, 4)));
    found.set(country, own.set(key, [...(own.get(key) ?? []), entity.id]));
  }
  return new Map(
    [...found].map(([country, all]) => [
      country,
      Object.fromEntries([...all].flatMap(([key, ids]) => (ids.length === 1 ? [[key, ids[0]!] as const] : []))),
    ]),
  );
}

export function electionKey(kind: ElectionKind, year: number): string {
  return `${kind} ${year}`;
}

function onlyOnes(bodies: ReadonlyMap<StateBody, readonly NamedEntity[]>): BodiesOfState {
  const only: BodiesOfState = {};
  for (const [body, all] of bodies) {
    const whole = all.length > 1 && body === 'armed-forces' ? all.filter(({ name }) => WHOLE_FORCES.test(name)) : all;
    if (whole.length === 1) only[body] = whole[0]!.id;
    if (body !== 'armed-forces') continue;
    for (const [name, branch] of BRANCHES) {
      const own = all.filter((each) => name.test(each.name));
      if (own.length === 1) only[branch] = own[0]!.id;
    }
  }
  return only;
}

/** The first words of the cues of all countries, by their hashes, which rise; and the country of each. */
export function nationSections(entities: readonly NamedEntity[]): { nations: Uint32Array; nationOwners: Uint32Array } {
  const tokens = createTokens();
  const rows = new Map<string, [hash: number, owner: number]>();
  for (const [owner, entity] of entities.entries()) {
    if (typeOf(entity) !== COUNTRY) continue;
    for (const cue of entity.cues ?? []) {
      tokenise(cue, tokens);
      if (tokens.count === 0) continue;
      const hash = tokens.hash[0]! >>> 0;
      rows.set(`${hash} ${owner}`, [hash, owner]);
    }
  }
  const sorted = [...rows.values()].sort(([a, one], [b, other]) => a - b || one - other);
  return {
    nations: Uint32Array.from(sorted, ([hash]) => hash),
    nationOwners: Uint32Array.from(sorted, ([, owner]) => owner),
  };
}

/** One bit for each of the upper bits of a hash: a search for each word of a page takes a fifth of all matching. */
const BITS = 16;

/** Whether some country has a word of this hash; of a hundred other words four pass. */
export function mayBeNation(index: MatchIndex, hash: number): boolean {
  const { cache, nations } = index;
  if (nations.length === 0) return false;
  if (cache.nationBits === undefined) {
    cache.nationBits = new Uint32Array(2 ** (BITS - 5));
    for (const each of nations) cache.nationBits[each >>> (37 - BITS)]! |= 1 << ((each >>> (32 - BITS)) & 31);
  }
  return ((cache.nationBits[hash >>> (37 - BITS)]! >>> ((hash >>> (32 - BITS)) & 31)) & 1) === 1;
}

const NOBODY: readonly number[] = [];

/** Ordinals of the countries of which a cue begins with a token of this hash. */
export function nationsOf({ nations, nationOwners }: MatchIndex, hash: number): readonly number[] {
  const wanted = hash >>> 0;
  let low = 0;
  let high = nations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nations[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  if (nations[low] !== wanted) return NOBODY;
  const owners: number[] = [];
  while (nations[low] === wanted) owners.push(nationOwners[low++]!);
  return owners;
}
