/** « Démocratie à la maison », „Partei der Freiheit“, حزب آزادی: a party by its name in the language of the text, beside its country. */
import { type Block, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type View } from '../evidence.ts';
import type { PartiesOfCountry, PartyName } from '../name-index/parties.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, findEntity, type MatchIndex, metaOf, nameInfo, nameText } from '../name-index/read.ts';
import { PARTY_KIND } from '../name-index/word-classes.ts';
import { OFTEN } from './country-counts.ts';
import { ownWords, partiesOf, readName } from './country-parties.ts';
import { acceptedAt } from './noun-phrases.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { hashesAt, ideasOf, isKindAt, SAYS, saidAt } from './party-ideas.ts';
import { hasCapital, isNameAlone, isQuoted, isWritten, type SaidWord, startOf } from './party-writing.ts';

const ATTACHED_AND = /^و(?=.{3})/u;
interface Name {
  party: number;
  /** Tokens. */
  from: number;
  to: number;
  /** A word of the country stands beside it, or in it. */
  beside: boolean;
}
interface Found extends Name {
  country: string;
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
  const taken = takenPlaces(accepted.filter(({ info }) => info.entityKind !== 'place'));
  for (const [number, block] of view.blocks.entries()) {
    const kinds = new Set<number>();
    let politics = false;
    for (let token = 0; token < block.count; token++) {
      const said = saidAt(view, block, token);
      politics ||= said === SAYS.politics;
      if (isKindAt(view, block, token, said)) kinds.add(token);
    }
    if (kinds.size === 0 && !politics) continue;
    yield;
    for (const { party, from, to } of partiesIn(view, index, block, kinds, page, published)) {
      if (wordsAt(from, to).some((token) => taken.has(placeAt(number, token)))) continue;
      const noun = { block: number, from, to, start: startOf(block, from), end: block.end[to]! };
      const name = nameText(index, namesOf(index, party)[0]!);
      all.push(acceptedAt({ index, entity: party, id: entityId(index, party) }, noun, block, name));
    }
  }
  return all;
}

function wordsAt(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function partiesIn(
  view: View,
  index: MatchIndex,
  block: Block,
  kinds: ReadonlySet<number>,
  page: PageCountries,
  published: string | undefined,
): Found[] {
  const named = page.countriesIn(block);
  const main = page.main();
  const countries = new Set(named);
  if (main && (named.size === 0 || main.times >= OFTEN)) countries.add(main.country);
  if (countries.size === 0) return [];
  const words = wordsAt(0, block.count - 1).map((token) => wordOf(view, block, token));
  const found: Found[] = [];
  for (const country of countries) {
    const ordinal = findEntity(index, country);
    if (ordinal < 0) continue;
    const parties = partiesOf(view, index, ordinal);
    const own = words.map(() => false);
    for (let at = 0; at < words.length; at++) own.fill(true, at, at + ownWords(words, at, parties.phrases));
    const isKnown = ({ party }: PartyName) =>
      published === undefined || published.slice(0, 4) >= String(metaOf(index, party).since ?? '');
    let last = -1;
    for (let token = 0; token < words.length; token++) {
      if (token <= last || own[token] || !words[token]!.ideas()?.length) continue;
      if (!kinds.has(token) && !hasCapital(block, token) && !isQuoted(block, token)) continue;
      const name = nameAround(block, words, own, token, kinds, index, parties, isKnown);
      if (name === undefined) continue;
      last = name.to;
      const beside = [...page.countriesBefore(block, name.from - 1), ...page.countriesAfter(block, name.to)];
      const before = page.sentenceBefore(block, name.from);
      if (beside.length > 0 ? !beside.includes(country) : before.size > 0 && !before.has(country)) continue;
      if (isNamed(view, index, block, name, kinds)) continue;
      found.push({ country, ...name, beside: name.beside || beside.length > 0 });
    }
  }
  // Of parties of several countries the one whose country stands beside the name, or in its block, or is the page's.
  const rank = ({ beside, country }: Found) =>
    (beside ? 4 : 0) + (named.has(country) ? 2 : 0) + (country === main?.country ? 1 : 0);
  return found.filter((each) =>
    found.every((other) => other === each || other.from > each.to || other.to < each.from || rank(other) < rank(each)),
  );
}

function wordOf(view: View, block: Block, token: number): SaidWord {
  const said = saidAt(view, block, token);
  const ideas = ideasOf(view, wordAt(block, token)) ?? (said < PARTY_KIND ? undefined : [said]);
  return { hashes: [...hashesAt(block, token)], said, ideas: () => ideas };
}

/** Whether the words are a name of the party in the pack: of one word, or without a noun for what it is, what the page said of it holds. */
function isNamed(
  { indexes }: View,
  index: MatchIndex,
  { hits }: Block,
  { party, from, to }: Name,
  kinds: ReadonlySet<number>,
): boolean {
  if (from < to && wordsAt(from, to).some((token) => kinds.has(token))) return false;
  return hits[indexes.indexOf(index)]!.some(
    (hit) => hit.from === from && hit.to === to && nameInfo(index, hit.name).entity === party,
  );
}

/** The longest name of one party of a country around a word of such names. */
function nameAround(
  block: Block,
  words: readonly SaidWord[],
  own: readonly boolean[],
  anchor: number,
  kinds: ReadonlySet<number>,
  index: MatchIndex,
  { phrases, byIdeas }: PartiesOfCountry,
  isKnown: (name: PartyName) => boolean,
): Name | undefined {
  const isIn = (token: number) => own[token] || words[token]!.ideas() !== undefined;
  const says = (token: number) => own[token] || (words[token]!.ideas()?.length ?? 0) > 0;
  let [first, last] = [anchor, anchor];
  while (isNextWord(block, first - 1) && isIn(first - 1)) first--;
  while (isNextWord(block, last) && isIn(last + 1)) last++;
  while (!says(first)) first++;
  while (!says(last)) last--;
  const caseless = isCaseless(block.text, block.start[anchor]!);
  // In these languages the country stands after the noun.
  const isAfterNoun = block.firstCapital || caseless;
  const isStart = (token: number) =>
    says(token) &&
    !(own[token] && isAfterNoun) &&
    (token === first || !says(token - 1) || own[token - 1] || isAttachedAnd(block, token));
  const starts = wordsAt(first, anchor).filter(isStart);
  const ends = wordsAt(anchor, last).filter((token) => says(token) && (token === last || isEnd(block, words, token)));
  for (const from of starts)
    for (const to of ends.toReversed()) {
      const read = readName(words.slice(from, to + 1), phrases);
      if (read === undefined) continue;
      const names = (byIdeas.get(read.key) ?? []).filter(
        (each) => isKnown(each) && (caseless || !isCaseless(each.text, 0)),
      );
      const exact = names.filter(({ country }) => country === read.country);
      const only = onlyParty(index, names) ?? (read.country ? onlyParty(index, exact) : undefined);
      if (only === undefined) continue;
      // The country belongs to the name if it does in the pack.
      const isWhole = exact.some(({ party }) => party === only);
      const ideas = wordsAt(from, to).filter((token) => says(token) && (isWhole || !own[token]));
      if (ideas.length < 2 && (words[ideas[0]!]!.ideas()?.length ?? 0) < 2) continue;
      if (!isWritten(block, words, ideas, to)) continue;
      const called = names.every((each) => each.called || each.party !== only);
      if (!ideas.some((token) => kinds.has(token)) && !isNameAlone(block, ideas, called)) continue;
      return { party: only, from: ideas[0]!, to: ideas.at(-1)!, beside: read.country };
    }
  return undefined;
}

/** The party of all names; of several by one name, of which a source tells at several times, the one that has most names. */
function onlyParty(index: MatchIndex, names: readonly PartyName[]): number | undefined {
  const [first, second] = [...new Set(names.map(({ party }) => party))]
    .map((party) => ({ party, names: namesOf(index, party).length }))
    .sort((a, b) => b.names - a.names);
  const isOne =
    second === undefined || (first!.names > second.names && names.every(({ text }) => text === names[0]!.text));
  return isOne ? first?.party : undefined;
}

/** Whether another name may begin after the token: "the Liberal Party and the …". */
function isEnd(block: Block, words: readonly SaidWord[], token: number): boolean {
  const said = words[token + 1]!.said;
  if (said === SAYS.and) return words[token + 2]?.said === SAYS.article;
  // "a perdu", but "à la maison"
  return said === SAYS.a ? block.text[block.start[token + 1]!] !== 'à' : isAttachedAnd(block, token + 1);
}

/** "والحزب" begins the next name. */
function isAttachedAnd(block: Block, token: number): boolean {
  return ATTACHED_AND.test(wordAt(block, token));
}
