/**
 * What a page says about a country, as evidence for the persons and bodies of that country which open data knows: a page that names the Bundestag and two of
 * its members means the party by "SPD", in whatever language it is written.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Block, type Hit, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { stands, type View } from '../evidence.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import { entityId, type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import type { HitsByToken } from './hits-by-token.ts';
import { nationsFrom } from './nation-words.ts';
import type { PageCountries } from './page-countries.ts';
import { countryIn, isAbout, metaIn, spokenOf } from './spoken-country.ts';
import { isOfClass } from './words-beside.ts';

/** Bodies by which politics of a country is told, and which other countries have under the same names. */
const BODIES = new Set(
  'political-party high-court ministry public-body committee government armed-forces central-bank'.split(' '),
);
const CHAMBERS = new Set(['parliament', 'lower-chamber', 'upper-chamber']);

/** A page that names a chamber is about politics of its country; one that names a member, a party or the capital may be about anything there. */
const WEIGHT = { chamber: 2, other: 1 };
/** More compatriots add nothing. */
const ENOUGH = 3;
/** So many compatriots tell a person from another of the name, and one whose name many bear. */
const COMPANY = { name: 1, namesake: 2 };
/** So many others of a country whose names alone do not say who they are say it together. */
const CROWD = 2;

/** „Bundesaußenministerin“ */
const OFFICE = /(?:minister|ministerin|kanzler|kanzlerin|prasident|prasidentin|sekretar|sekretarin)$/;

/** Words before a name within which its office and its country stand: "le secrétaire d'Etat américain Rex Tillerson". */
const BEFORE = 6;

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
  page: PageCountries;
  hits: HitsByToken;
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

function isOffice({ indexes }: Pick<View, 'indexes'>, block: Block, token: number): boolean {
  return isOfClass(indexes, block, token, 'office') || OFFICE.test(wordAt(block, token));
}

/** What an office of one's own country before a name says: as much as two cues. */
const INTRODUCED = 2;

/** How much an office before a name says: directly before it ("Sen. Rand Paul") a little, with a word of the person's country enough. */
export function officeBefore(view: View, block: Block, { index, info, from }: Candidate): number {
  const { related = [] } = metaOf(index, info.entity);
  let office = false;
  let country = false;
  let other = false;
  for (let token = from - 1; token >= from - BEFORE && isNextWord(block, token); token--) {
    if (isOffice(view, block, token)) office = true;
    const nations = nationsFrom(index, view.scratch, block, token);
    if (nations.some(({ entity }) => related.includes(entityId(index, entity)))) country = true;
    else if (nations.length > 0) other = true;
  }
  if (office && country) return INTRODUCED;
  // The minister of another country.
  if (other) return 0;
  return isNextWord(block, from - 1) && isOffice(view, block, from - 1) ? 1 : 0;
}

export function countriesOn(
  established: Iterable<string>,
  indexes: readonly MatchIndex[],
): Pick<Support, 'countries' | 'weights'> {
  const countries = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const id of established) {
    const { type, related = [] } = metaIn(indexes, id);
    const isCountry = (other: string) => countryIn(indexes, other) !== undefined;
    let own = related.filter(isCountry);
    // What people describe says of itself what it belongs to, or of an office: a president of the presidency.
    if (type === undefined && own.length === 0)
      own = [...new Set(related.flatMap((other) => metaIn(indexes, other).related ?? []))].filter(isCountry);
    const weight = type === undefined ? (own.length === 1 ? WEIGHT.other : 0) : weightOf(type);
    if (weight === 0) continue;
    weights.set(id, weight);
    for (const other of own) countries.set(other, (countries.get(other) ?? 0) + weight);
  }
  return { countries, weights };
}

function weightOf(type: string): number {
  if (CHAMBERS.has(type)) return WEIGHT.chamber;
  return BODIES.has(type) || type === 'person' || type === 'capital' ? WEIGHT.other : 0;
}

/** What other persons and bodies of its country, known to be on the page, add to what speaks for a candidate. */
export function compatriots(view: View, candidate: Candidate, support: Support): number {
  const { countries, weights, crowds } = support;
  const { id, index, info, namesake } = candidate;
  const { type, related = [] } = metaOf(index, info.entity);
  if (type === undefined) return 0;
  const others = Math.max(0, ...related.map((country) => countries.get(country) ?? 0)) - (weights.get(id) ?? 0);
  if (info.entityKind === 'person') {
    if (others >= (namesake ? COMPANY.namesake : COMPANY.name)) return 1;
    return !namesake && related.some((country) => (crowds.get(country)?.size ?? 0) > CROWD) ? 1 : 0;
  }
  if (type === 'political-party' && isBesideCompatriot(view, candidate, support)) return BESIDE;
  return BODIES.has(type) || CHAMBERS.has(type) ? Math.min(Math.max(others, 0), ENOUGH) : 0;
}

/** What a chamber, parties and other persons of a country say of who heads it, and how many of them a piece of evidence is. */
const OF_A_HEAD = { each: 2, most: 3 };

/**
 * What the politics of its country on the page say of a head of state or government who is named by a surname, 0 to 4.
 * `cued`: a word of the country has been counted already
 */
export function politicsOfHead(
  { countries, page }: Pick<Support, 'countries' | 'page'>,
  index: MatchIndex,
  entity: number,
  cued: boolean,
): number {
  const { head, related = [] } = metaOf(index, entity);
  if (!head) return 0;
  const said = Math.max(0, ...related.map((id) => Math.floor((countries.get(id) ?? 0) / OF_A_HEAD.each)));
  return Math.min(said, OF_A_HEAD.most) + (!cued && related.some(page.hasWord) ? 1 : 0);
}

/** Whether the page says enough of the country of a body whose name stands without the word that it needs. */
export function countrySpeaks(view: View, candidate: Candidate, support: Support): boolean {
  const { id, index, info, block, from, to } = candidate;
  const { type, cues = [], related = [] } = metaOf(index, info.entity);
  if (info.entityKind !== 'organisation' || type === undefined || !(BODIES.has(type) || CHAMBERS.has(type)))
    return false;
  // Letters mean many things in one country, too.
  if (info.kind === 'acronym' && !related.some((country) => asksForCountry(info, metaIn(view.indexes, country))))
    return false;
  const wanted = wantedOf(view, candidate);
  const given = compatriots(view, candidate, support) + support.related(id);
  if (given >= wanted) return true;
  let cue = given;
  for (const text of cues) if (stands(view, text, { block, from, to }) && ++cue >= wanted) return true;
  // Elsewhere than in English no cue can stand: the name of the country and a word of it are a piece each.
  // One word that is no acronym asks that the page be about the country: other countries have Greens and a federal police, too.
  if (cue > given || (from === to && info.kind !== 'acronym' && !isAbout(related, support.page))) return false;
  return cue + spokenOf(related, support.page) >= wanted;
}

/** What a person of its country beside a party says: enough for two letters. */
const BESIDE = 4;
/** Words after a party within which the person stands whom it belongs to: "CDU-Chef Friedrich Merz", "PP leader Alberto Núñez Feijóo". */
const AFTER = 2;

/** Whether a person of its country, known to be on the page, has the party in brackets, or stands after it. */
function isBesideCompatriot(view: View, candidate: Candidate, { weights, hits }: Support): boolean {
  const { index, info, block: number, start, from, to } = candidate;
  const block = view.blocks[number]!;
  const { related = [] } = metaOf(index, info.entity);
  const isCompatriot = (other: MatchIndex, { name }: Hit) => {
    const { entity, entityKind } = nameInfo(other, name);
    return (
      entityKind === 'person' &&
      weights.has(entityId(other, entity)) &&
      (metaOf(other, entity).related ?? []).some((id) => related.includes(id))
    );
  };
  const any = (side: 'beginningAt' | 'endingAt', token: number) =>
    view.indexes.some((other) => hits[side](other, number, token).some((hit) => isCompatriot(other, hit)));
  if (/[([]/u.test(block.text[start - 1] ?? '') && any('endingAt', from - 1)) return true;
  for (let token = to + 1; token <= to + 1 + AFTER && isNextWord(block, token - 1); token++)
    if (any('beginningAt', token)) return true;
  return false;
}

/** Whether what a name needs are words of the country. What somebody chose for the name alone, the country does not stand for: "NABU" is a body of Ukraine, and a society for nature. */
function asksForCountry({ rule: { needs } }: NameInfo, { cues = [] }: Meta): boolean {
  return needs === undefined || needs.some((need) => cues.includes(need));
}

function wantedOf({ blocks }: View, { index, info, block, start, end, from, to }: Candidate): number {
  if (from < to) return WANTED.name;
  const letters = end - start;
  if (info.kind === 'acronym' || info.text === info.text.toUpperCase()) {
    // Three letters of a body that is no party are mostly those of something else: "AMC".
    const most = metaOf(index, info.entity).type === 'political-party' ? LETTERS.pair : LETTERS.short;
    return letters <= most ? WANTED.pair : letters <= LETTERS.short ? WANTED.short : WANTED.name;
  }
  return isCommonWord(foldSpan(blocks[block]!.text, start, end)) ? WANTED.short : WANTED.name;
}
