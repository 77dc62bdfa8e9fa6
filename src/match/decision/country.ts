/**
 * What a page says about a country, as evidence for the persons and bodies of that country which open data knows: a page that names the Bundestag and two of
 * its members means the party by "SPD", in whatever language it is written.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { stands, type View } from '../evidence.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import { findEntity, type MatchIndex, metaOf } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';

/** Bodies by which politics of a country is told, and which other countries have under the same names. */
const BODIES = new Set(['political-party', 'high-court', 'ministry', 'public-body', 'committee']);
const CHAMBERS = new Set(['parliament', 'lower-chamber', 'upper-chamber']);

/** A page that names a chamber is about politics of its country; one that names a member, a party or the capital may be about anything there. */
const WEIGHT = { chamber: 2, other: 1 };
/** More compatriots add nothing. */
const ENOUGH = 3;
/** So many compatriots tell a person from another of the name, and one whose name many bear. */
const COMPANY = { name: 1, namesake: 2 };
/** So many others of a country whose names alone do not say who they are say it together. */
const CROWD = 2;

/** Offices of politics that stand before a name, folded. */
const OFFICES = new Set(
  (
    'president minister senator sen rep mp congressman congresswoman lawmaker secretary governor gov mayor chancellor premier speaker ambassador ' +
    'prasident prasidentin ministerin senatorin kanzler kanzlerin abgeordneter abgeordnete staatssekretar fraktionschef generalsekretar ' +
    'ministre depute deputee senateur senatrice presidente ministro ministra senador senadora diputado diputada embajador canciller'
  ).split(' '),
);

/** Pieces of evidence that a name asks for which stands without the word of its country that it needs. */
const WANTED = { pair: 4, short: 3, name: 2 };
/** Letters up to which an acronym means many things, and of one that means very many. */
const LETTERS = { short: 3, pair: 2 };

export interface Support {
  /** How many established entities name the entity as related, or are named by it. */
  related: (id: string) => number;
  /** What the established entities of each country weigh, by the id of the country. */
  countries: ReadonlyMap<string, number>;
  /** What an established entity adds to its countries. */
  weights: ReadonlyMap<string, number>;
  /** Persons of open data whose full names stand on the page, by the id of a country. */
  crowds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** By country, the persons whom nothing but a full name speaks for, and that of nobody else in the packs. */
export function crowdsOf(groups: Iterable<readonly Candidate[]>): Support['crowds'] {
  const crowds = new Map<string, Set<string>>();
  for (const [first, ...others] of groups) {
    if (!first || first.firm || first.namesake || first.cost !== undefined || first.info.entityKind !== 'person')
      continue;
    const { type, related = [] } = metaOf(first.index, first.info.entity);
    if (type === undefined || first.from === first.to || others.some(({ id }) => id !== first.id)) continue;
    for (const country of related) crowds.set(country, (crowds.get(country) ?? new Set()).add(first.id));
  }
  return crowds;
}

/** An office directly before a name: "Sen. Rand Paul". */
export function hasOffice(block: Block, { from }: Pick<Candidate, 'from'>): boolean {
  return isNextWord(block, from - 1) && OFFICES.has(wordAt(block, from - 1));
}

/** @param metaById what the indexes know of an entity */
export function countriesOn(
  established: Iterable<string>,
  metaById: (id: string) => Meta,
): Pick<Support, 'countries' | 'weights'> {
  const countries = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const id of established) {
    const { type, related = [] } = metaById(id);
    const weight = weightOf(type);
    if (weight === 0) continue;
    weights.set(id, weight);
    for (const other of related)
      if (metaById(other).type === 'country-or-territory') countries.set(other, (countries.get(other) ?? 0) + weight);
  }
  return { countries, weights };
}

function weightOf(type: string | undefined): number {
  if (type === undefined) return 0;
  if (CHAMBERS.has(type)) return WEIGHT.chamber;
  return BODIES.has(type) || type === 'person' || type === 'capital' ? WEIGHT.other : 0;
}

/** What other persons and bodies of its country, known to be on the page, add to what speaks for a candidate. */
export function compatriots(candidate: Candidate, { countries, weights, crowds }: Support): number {
  const { id, index, info, namesake } = candidate;
  const { type, related = [] } = metaOf(index, info.entity);
  if (type === undefined) return 0;
  const others = Math.max(0, ...related.map((country) => countries.get(country) ?? 0)) - (weights.get(id) ?? 0);
  if (info.entityKind === 'person') {
    if (others >= (namesake ? COMPANY.namesake : COMPANY.name)) return 1;
    return !namesake && related.some((country) => (crowds.get(country)?.size ?? 0) > CROWD) ? 1 : 0;
  }
  return BODIES.has(type) || CHAMBERS.has(type) ? Math.min(Math.max(others, 0), ENOUGH) : 0;
}

/** Whether the page says enough of the country of a body whose name stands without the word that it needs. */
export function countrySpeaks(view: View, candidate: Candidate, support: Support): boolean {
  const { id, index, info, block, from, to } = candidate;
  const { type, cues = [] } = metaOf(index, info.entity);
  if (info.entityKind !== 'organisation' || type === undefined || !(BODIES.has(type) || CHAMBERS.has(type)))
    return false;
  const wanted = wantedOf(view, candidate);
  const given = compatriots(candidate, support) + support.related(id);
  if (given >= wanted) return true;
  let cue = given;
  for (const text of cues) if (stands(view, text, { block, from, to }) && ++cue >= wanted) return true;
  return false;
}

function wantedOf({ blocks }: View, { info, block, start, end, from, to }: Candidate): number {
  if (from < to) return WANTED.name;
  const letters = end - start;
  if (info.kind === 'acronym' || info.text === info.text.toUpperCase())
    return letters <= LETTERS.pair ? WANTED.pair : letters <= LETTERS.short ? WANTED.short : WANTED.name;
  return isCommonWord(foldSpan(blocks[block]!.text, start, end)) ? WANTED.short : WANTED.name;
}

/** What the first index that has the entity knows of it. */
export function metaIn(indexes: readonly MatchIndex[], id: string): Meta {
  for (const index of indexes) {
    const entity = findEntity(index, id);
    if (entity >= 0) return metaOf(index, entity);
  }
  return NOTHING;
}

const NOTHING: Meta = {};
