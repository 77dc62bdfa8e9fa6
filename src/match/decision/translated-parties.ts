/** « Démocratie à la maison », „Partei der Freiheit“, حزب آزادی: a party by its name in the language of the text, beside its country. */

import { type Block, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import {
  entityId,
  findEntity,
  type MatchIndex,
  metaOf,
  nameInfo,
  nameText,
  type PartiesOfCountry,
  type PartyName,
} from '../name-index/read.ts';
import { OFTEN } from './country-counts.ts';
import { ownWords, partiesOf, readName, type Word } from './country-parties.ts';
import { acceptedAt } from './noun-phrases.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { ideasAt, isOfPolitics, isPartyKind } from './party-ideas.ts';
import { hasCapital, isNameAlone, isQuoted, isWritten, startOf } from './party-writing.ts';

/** Folded words before which a name may end, and after which one begins. */
const AND = new Set('and und et y e و'.split(' '));
const ARTICLES = new Set('the der die das den dem le la les el los las'.split(' '));
const ATTACHED_AND = /^و(?=.{3})/u;
/** Words of which a name consists at least. */
const LEAST = 2;

interface Found {
  country: string;
  party: number;
  from: number;
  to: number;
  /** A word of the country stands beside it, or in it. */
  beside: boolean;
}

/** Where no name stands already. In steps of a block. */
export function* translatedParties(
  view: View,
  accepted: readonly Accepted[],
  page: PageCountries,
  published: string | undefined,
): Generator<void, Accepted[]> {
  const index = view.indexes.find(({ parties }) => parties.length > 0);
  if (index === undefined) return [];
  const all: Accepted[] = [];
  let taken: Set<number> | undefined;
  for (const [number, block] of view.blocks.entries()) {
    const kinds: number[] = [];
    let politics = false;
    for (let token = 0; token < block.count; token++) {
      if (isPartyKind(view, block, token)) kinds.push(token);
      politics ||= isOfPolitics(view, block, token);
    }
    if (kinds.length === 0 && !politics) continue;
    yield;
    taken ??= takenPlaces(accepted.filter(({ info }) => info.entityKind !== 'place'));
    for (const { party, from, to } of partiesIn(view, index, block, kinds, politics, page, published)) {
      if (Array.from({ length: to - from + 1 }, (_, i) => placeAt(number, from + i)).some((at) => taken!.has(at)))
        continue;
      const noun = { block: number, from, to, start: startOf(block, from), end: block.end[to]! };
      const name = nameText(index, namesOf(index, party)[0]!);
      all.push(acceptedAt({ index, entity: party, id: entityId(index, party) }, noun, block, name));
    }
  }
  return all;
}

function partiesIn(
  view: View,
  index: MatchIndex,
  block: Block,
  kinds: readonly number[],
  politics: boolean,
  page: PageCountries,
  published: string | undefined,
): Found[] {
  const named = page.countriesIn(block);
  const main = page.main();
  const countries = new Set(named);
  if (main && (named.size === 0 || main.times >= OFTEN)) countries.add(main.country);
  if (countries.size === 0) return [];
  const words = Array.from({ length: block.count }, (_, token): Word => {
    const hashes = [block.hash[token]!];
    for (let r = block.firstReading[token]! - 1; r >= 0 && block.readings[r]?.token === token; r++)
      hashes.push(block.readings[r]!.hash);
    const ideas = ideasAt(view, block, token);
    return { hashes, ideas: () => ideas };
  });
  const anchors = politics
    ? words.flatMap((_, token) => (isAnchor(block, words, token) || kinds.includes(token) ? token : []))
    : kinds;
  const found: Found[] = [];
  for (const country of countries) {
    const ordinal = findEntity(index, country);
    if (ordinal < 0) continue;
    const parties = partiesOf(view, index, ordinal);
    if (parties.byIdeas.size === 0) continue;
    const isNew = (party: number) => {
      const { since } = metaOf(index, party);
      return published !== undefined && since !== undefined && published.slice(0, 4) < String(since);
    };
    const own = ownTokens(words, parties);
    let last = -1;
    for (const anchor of anchors) {
      if (anchor <= last) continue;
      const name = nameAround(block, words, own, anchor, kinds, index, parties, isNew);
      if (name === undefined) continue;
      last = name.to;
      const beside = [...page.countriesBefore(block, name.from - 1), ...page.countriesAfter(block, name.to)];
      if (beside.length > 0 && !beside.includes(country)) continue;
      if (isNamed(view, index, block, name, kinds)) continue;
      found.push({ country, ...name, beside: name.beside || beside.length > 0 });
    }
  }
  return onePerPlace(found, named, main?.country);
}

/** Whether the words are a name of the party in the pack: of one word, or without a noun for what it is, what the page said of it holds. */
function isNamed(
  { indexes }: View,
  index: MatchIndex,
  { hits }: Block,
  { party, from, to }: Omit<Found, 'country'>,
  kinds: readonly number[],
): boolean {
  if (from < to && kinds.some((token) => token >= from && token <= to)) return false;
  return hits[indexes.indexOf(index)]!.some(
    (hit) => hit.from === from && hit.to === to && nameInfo(index, hit.name).entity === party,
  );
}

/** Of parties of several countries the one whose country stands beside the name, or in its block, or is the page's. */
function onePerPlace(found: Found[], named: ReadonlySet<string>, main: string | undefined): Found[] {
  return found.filter((each) => {
    const rivals = found.filter(
      (other) => other.country !== each.country && other.from <= each.to && other.to >= each.from,
    );
    const rank = ({ beside, country }: Found) =>
      (beside ? 4 : 0) + (named.has(country) ? 2 : 0) + (country === main ? 1 : 0);
    return rivals.every((other) => rank(other) < rank(each));
  });
}

/** Tokens on which a name or word of the country stands. */
function ownTokens(words: readonly Word[], { phrases }: PartiesOfCountry): boolean[] {
  const own = words.map(() => false);
  for (let at = 0; at < words.length; at++) own.fill(true, at, at + ownWords(words, at, phrases));
  return own;
}

/** Whether a name that has no noun for what it is may begin at a token: a capital, or a quotation. */
function isAnchor(block: Block, words: readonly Word[], token: number): boolean {
  return (words[token]!.ideas()?.length ?? 0) > 0 && (hasCapital(block, token) || isQuoted(block, token));
}

/** The longest name of one party of a country around a noun that such names have, or, without one, from a capital or a quotation mark on. */
function nameAround(
  block: Block,
  words: readonly Word[],
  own: readonly boolean[],
  kind: number,
  kinds: readonly number[],
  index: MatchIndex,
  { phrases, byIdeas }: PartiesOfCountry,
  isNew: (party: number) => boolean,
): { party: number; from: number; to: number; beside: boolean } | undefined {
  const isIn = (token: number) => own[token] || words[token]!.ideas() !== undefined;
  const isIdea = (token: number) => own[token] || (words[token]!.ideas()?.length ?? 0) > 0;
  if (!isIdea(kind)) return undefined;
  let [first, last] = [kind, kind];
  while (isNextWord(block, first - 1) && isIn(first - 1)) first--;
  while (isNextWord(block, last) && isIn(last + 1)) last++;
  while (!isIdea(first)) first++;
  while (!isIdea(last)) last--;
  // In these languages the country stands after the noun.
  const isAfterNoun = block.firstCapital || isCaseless(block.text, block.start[kind]!);
  const starts: number[] = [];
  for (let token = first; token <= kind; token++)
    if (
      isIdea(token) &&
      !(own[token] && isAfterNoun) &&
      (token === first || !isIdea(token - 1) || own[token - 1] || isAttachedAnd(block, token))
    )
      starts.push(token);
  const ends: number[] = [];
  for (let token = last; token >= kind; token--)
    if (isIdea(token) && (token === last || isEnd(block, token))) ends.push(token);
  for (const from of starts)
    for (const to of ends) {
      if (words.slice(from, to + 1).filter(({ ideas }, i) => !own[from + i] && ideas()?.length).length === 0) continue;
      const read = readName(words.slice(from, to + 1), phrases);
      if (read === undefined) continue;
      const names = (byIdeas.get(read.key) ?? []).filter(
        (each) => !isNew(each.party) && (!each.caseless || isCaseless(block.text, block.start[kind]!)),
      );
      const exact = names.filter(({ country }) => country === read.country);
      const only = onlyParty(index, names) ?? (read.country ? onlyParty(index, exact) : undefined);
      if (only === undefined) continue;
      let [start, end] = [from, to];
      if (!exact.some(({ party }) => party === only)) {
        while (own[start] || !isIdea(start)) start++;
        while (own[end] || !isIdea(end)) end--;
      }
      const ideas = Array.from({ length: end - start + 1 }, (_, i) => start + i).filter((token) => isIdea(token));
      const count = ideas.flatMap((token) => (own[token] ? [PLACE] : words[token]!.ideas()!)).length;
      if (count < LEAST || !isWritten(block, ideas, to)) continue;
      const isCalled = names.every(({ party, called }) => called || party !== only);
      if (!kinds.some((token) => token >= start && token <= end) && !isNameAlone(block, ideas, isCalled)) continue;
      return { party: only, from: start, to: end, beside: read.country };
    }
  return undefined;
}

/** In place of an idea, for a word of the country. */
const PLACE = 0;

/** The party of all names; of several entities for one name, of which a source tells at several times, the one that has most names. */
function onlyParty(index: MatchIndex, names: readonly PartyName[]): number | undefined {
  const parties = [...new Set(names.map(({ party }) => party))];
  if (parties.length < 2) return parties[0];
  if (new Set(names.map(({ text }) => text)).size > 1) return undefined;
  const [first, second] = parties.sort((a, b) => namesOf(index, b).length - namesOf(index, a).length);
  return namesOf(index, first!).length > namesOf(index, second!).length ? first : undefined;
}

/** Whether another name may begin after the token: "the Liberal Party and the …". */
function isEnd(block: Block, token: number): boolean {
  const next = wordAt(block, token + 1);
  if (AND.has(next)) return ARTICLES.has(wordAt(block, token + 2));
  // "a perdu", but "à la maison"
  if (next === 'a') return !block.text.slice(block.start[token + 1]!, block.end[token + 1]!).startsWith('à');
  return isAttachedAnd(block, token + 1);
}

/** "والحزب" begins the next name. */
function isAttachedAnd(block: Block, token: number): boolean {
  return ATTACHED_AND.test(wordAt(block, token));
}
