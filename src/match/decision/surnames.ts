/** Surnames alone, after the full name of a person on the same page. */
import { SUFFIX } from '../../text/token-list.ts';
import { type Block, isCapitalised, isCaseless } from '../blocks.ts';
import { isRulerTitled, isSurnameContinued, isTitle, unknownNameBefore } from '../context.ts';
import type { View } from '../evidence.ts';
import { isHeading } from '../headline.ts';
import { entityId, nameInfo } from '../name-index/read.ts';
import type { Reason } from '../types.ts';
import { isBareSurname } from './bare-surnames.ts';
import { type Candidate, endOfSuffix } from './candidates.ts';
import { isOfFamily } from './longer-names.ts';
import type { Called } from './ministers.ts';
import { type NamesOfBlock, NO_NAMES, namesAround, namesOfBlock } from './names-of-block.ts';
import { isOwnGiven } from './own-given.ts';
import { type Surname, surnamesOf } from './page-surnames.ts';
import { bearerIn, bearersOnPage } from './shared-surnames.ts';
import { isSpeaker, standsAlone } from './speakers.ts';
import { isSurnameInSentence, isSurnameOfSentence, isWordOfEveryDay } from './words-as-surnames.ts';
import { continuesAsOther, followsHead, isGivenBefore } from './words-beside.ts';

/**
 * `accepted`: the mentions of pass 3 so far, whose full names tell which bearer of a surname was named last. `unnamed`: persons for whom the page speaks
 * without their full name. `ministers`: whom an office before the surname tells from all others.
 */
export function surnameCandidates(
  view: View,
  accepted: readonly Candidate[],
  established: ReadonlyMap<string, Candidate | undefined>,
  unnamed: ReadonlySet<string>,
  ministers: readonly Called[] = [],
): (Candidate & { score: number; why: Reason; alternatives: { entity: string; score: number }[] })[] {
  const surnames = surnamesOf(view, established);
  if (surnames.size === 0) return [];
  const found = [];
  const named = new Map<number, NamesOfBlock>();
  for (const [block, names] of Map.groupBy(accepted, (each) => each.block)) named.set(block, namesOfBlock(names));
  /** Persons whose surname was last used of somebody else with another given name. */
  const taken = new Set<string>();
  const rivals = new Set<string>();
  const bearers = bearersOnPage(view, accepted, surnames);
  const present = new Set(accepted.map(({ id }) => id));
  const introduced = new Set([...view.known, ...unnamed]);
  const called = new Map(ministers.map(({ block, token, id }) => [`${block} ${token}`, id]));
  const places = view.blocks.map((block) => surnamePlaces(block, surnames).sort((a, b) => a.start - b.start));
  const isRival = (block: Block, { from, to, end, owners }: Place) =>
    ((unknownNameBefore(block, from) || isGivenBefore(view.indexes, block, from)) &&
      !isSurnameBefore(block, from, surnames) &&
      !owners.some((owner) => isOwnGiven(block, from - 1, owner))) ||
    (isSurnameContinued(block, to, end) && !surnames.has(block.hash[to + 1]!) && owners.some(({ isFirst }) => isFirst));
  /** Hashes of words of every day that stand for a person inside a sentence. */
  const sure = new Set<number>();
  for (const [number, block] of view.blocks.entries()) {
    for (const place of places[number]!) {
      if (isWordOfEveryDay(block, place) && isSurnameInSentence(view, block, place)) sure.add(block.hash[place.to]!);
      const within = namesAround(named.get(number), place).some(
        ({ start, end }) => start < place.start || end > place.end,
      );
      if (!within && !called.has(`${number} ${place.to}`) && isRival(block, place))
        for (const { id } of place.owners) rivals.add(id);
    }
  }
  /** Not "The White", nor "Long" at the beginning of a sentence. */
  const isSaidOrName = (block: Block, place: Place, { id }: Surname) =>
    !isWordOfEveryDay(block, place) ||
    isTitle(block, place.from - 1) ||
    (bearers.full.has(id) &&
      (isSurnameInSentence(view, block, place) ||
        isSurnameOfSentence(view, block, place, sure.has(block.hash[place.to]!))));
  for (const [number, block] of view.blocks.entries()) {
    const { mentions } = named.get(number) ?? NO_NAMES;
    let next = 0;
    const introduceUpTo = (end: number) => {
      for (; next < mentions.length && mentions[next]!.start < end; next++) {
        const { id } = mentions[next]!;
        taken.delete(id);
        rivals.delete(id);
        introduced.add(id);
      }
    };
    for (const place of places[number]!) {
      introduceUpTo(place.start);
      const { from, to, start, end } = place;
      const owners = new Map(place.owners.map((owner) => [owner.id, owner]));
      if (namesAround(named.get(number), place).some((each) => each.firm || owners.has(each.id))) continue;
      const minister = owners.get(called.get(`${number} ${to}`) ?? '');
      if (minister !== undefined) taken.delete(minister.id);
      else if (isRival(block, place)) for (const id of owners.keys()) taken.add(id);
      const owner = minister ?? bearerIn(bearers, [...owners.values()], introduced, isHeading(block));
      if (owner === undefined) continue; // two persons of this name are on the page: left alone
      if (
        !fits(block, place, owner, surnames, minister !== undefined) ||
        (minister === undefined && !isSaidOrName(block, place, owner)) ||
        (minister === undefined && isGivenBefore(view.indexes, block, from) && !isOwnGiven(block, from - 1, owner)) ||
        continuesAsOther(view.indexes, block, place.to) ||
        // زاده ends many surnames, to which a joiner writes it.
        (block.text[start - 1] === '\u200c' && !isOwnGiven(block, from - 1, owner)) ||
        followsHead(view.indexes, block, place) ||
        isNameOfAnother(view, block, place, bearers.full.has(owner.id) ? present : undefined) ||
        (owner.shared && !introduced.has(owner.id) && !isHeading(block)) ||
        taken.has(owner.id) ||
        rivals.has(owner.id)
      )
        continue;
      found.push({
        index: owner.index,
        info: owner.source,
        id: owner.id,
        block: number,
        start: isOwnGiven(block, from - 1, owner) ? block.start[from - 1]! : start,
        end: endOfSuffix(block.text, end),
        from,
        to,
        firm: false,
        score: 0.9,
        why: { rule: 'short form' as const, detail: owner.source.text },
        alternatives: [],
      });
    }
    introduceUpTo(block.text.length);
  }
  return found;
}

interface Place {
  from: number;
  to: number;
  start: number;
  end: number;
  owners: Surname[];
}

function surnamePlaces(block: Block, surnames: Map<number, Surname[]>): Place[] {
  const places: Place[] = [];
  for (let token = 0; token < block.count; token++) {
    const direct = surnames.get(block.hash[token]!);
    if (direct) addPlaces(places, block, token, direct);
    if (block.firstReading[token] === 0) continue;
    for (let r = block.firstReading[token]! - 1; block.readings[r]?.token === token; r++) {
      const reading = block.readings[r]!;
      const owners = surnames.get(reading.hash)?.filter((each) => each.hashes.length === 1);
      if (owners?.length) places.push({ from: token, to: token, start: reading.start, end: reading.end, owners });
    }
  }
  const longer = new Map<number, Place>();
  for (const place of places) for (let token = place.from + 1; token <= place.to; token++) longer.set(token, place);
  if (longer.size === 0) return places;
  // "Goeppert Mayer" is not "Mayer" after an unknown name.
  return places.filter((each) => {
    const other = longer.get(each.from);
    return other === undefined || other === each || other.to < each.to || !sharesOwner(other, each);
  });
}

function sharesOwner(a: Place, b: Place): boolean {
  return a.owners.some(({ id }) => b.owners.some((other) => other.id === id));
}

function addPlaces(places: Place[], block: Block, token: number, surnames: Surname[]): void {
  for (const [length, owners] of Map.groupBy(surnames, ({ hashes }) => hashes.length)) {
    let end = block.end[token + length - 1];
    if (end === undefined) continue;
    const fitting = owners.filter(({ hashes }) =>
      hashes.every((hash, i) => {
        if (block.hash[token + i] === hash) return true;
        const reading = i === length - 1 && i > 0 ? readingWith(block, token + i, hash) : undefined;
        if (reading) end = reading.end;
        return reading !== undefined;
      }),
    );
    if (fitting.length)
      places.push({ from: token, to: token + length - 1, start: block.start[token]!, end, owners: fitting });
  }
}

function readingWith(block: Block, token: number, hash: number) {
  if (!block.firstReading[token]) return undefined;
  for (let r = block.firstReading[token] - 1; block.readings[r]?.token === token; r++) {
    const reading = block.readings[r]!;
    if (reading.kind === SUFFIX && reading.hash === hash) return reading;
  }
  return undefined;
}

/**
 * The word alone is a name of something else in a pack: of a country, of a writer who goes by the surname that another has. `present`: what is on the page,
 * where the bearer of the surname stands there by the full name, so that the other must be there as well.
 */
function isNameOfAnother(
  view: View,
  block: Block,
  { from, to, owners }: Place,
  present: ReadonlySet<string> | undefined,
): boolean {
  return block.hits.some((hits, i) =>
    hits.some((hit) => {
      if (hit.from !== from || hit.to !== to) return false;
      const index = view.indexes[i]!;
      const info = nameInfo(index, hit.name);
      const id = entityId(index, info.entity);
      if (present?.has(id) === false) return false;
      return !owners.some((owner) => owner.id === id) && !isBareSurname(view, index, info);
    }),
  );
}

/** "the Raisi-Rouhani debate": another surname of the page, joined by a hyphen. */
function isJoinedSurname(block: Block, to: number, surnames: ReadonlyMap<number, readonly Surname[]>): boolean {
  if (to + 1 >= block.count || !surnames.has(block.hash[to + 1]!)) return false;
  return /^[-‐‑]$/.test(block.text.slice(block.end[to], block.start[to + 1]));
}

/** "hatte Khamenei Raisi ernannt": the surname of somebody else on the page, where capitals do not part names. */
function isSurnameBefore(block: Block, from: number, surnames: ReadonlyMap<number, readonly Surname[]>): boolean {
  return block.nouns && surnames.has(block.hash[from - 1]!);
}

function fits(
  block: Block,
  { from, to, end }: Place,
  owner: Surname,
  surnames: ReadonlyMap<number, readonly Surname[]>,
  titled: boolean,
): boolean {
  if (!isCapitalised(block, to) && !isCaseless(block.text, block.start[to]!)) return false;
  if (owner.ruler && !isRulerTitled(block, from)) return false;
  if (owner.given && !titled && !isSpeaker(block, { from, to }) && !standsAlone(block, { from, to })) return false;
  return (
    (!isSurnameContinued(block, to, end) || isJoinedSurname(block, to, surnames)) &&
    !isOfFamily(block, from, to, end) &&
    (titled ||
      !unknownNameBefore(block, from) ||
      isOwnGiven(block, from - 1, owner) ||
      isSurnameBefore(block, from, surnames))
  );
}
