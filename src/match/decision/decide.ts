/** Pass 3: what the page as a whole says about each candidate. */
import type { Block } from '../blocks.ts';
import { placesOf, stands, type View } from '../evidence.ts';
import { figureMentions } from '../figures/figures.ts';
import { type MatchIndex, metaOf } from '../name-index/read.ts';
import type { Scratch } from '../scratch.ts';
import type { MatchOptions, Mention, Reason } from '../types.ts';
import { isBareSurname, withoutSurnamesOfOthers } from './bare-surnames.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import {
  compatriots,
  countriesOn,
  countrySpeaks,
  crowdsOf,
  officeBefore,
  politicsOfHead,
  type Support,
} from './country.ts';
import { withDefined } from './defined.ts';
import { electionsOf } from './elections.ts';
import { explainSpelling } from './explain-spelling.ts';
import { withGivenNames } from './given-before.ts';
import { hitsByToken } from './hits-by-token.ts';
import { firstOnly, mentionOf } from './mentions.ts';
import { ministersCalled } from './ministers.ts';
import { isOneBody } from './one-body.ts';
import { isOpenData } from './open-data.ts';
import { type Accepted, byBlock, withoutOverlaps } from './overlaps.ts';
import { type PageCountries, pageCountries } from './page-countries.ts';
import { heldBy } from './roles.ts';
import { shortBodies } from './short-bodies.ts';
import { isCountryBeside, metaIn, spokenCues } from './spoken-country.ts';
import { bodiesOfStates } from './state-bodies.ts';
import { surnameCandidates } from './surnames.ts';
import { transcribedPersons } from './transcribed.ts';
import { translatedParties } from './translated-parties.ts';
import { unnamedPersons } from './unnamed.ts';

/** In steps of one block each, so that whoever runs it may give way between two: a request may hold a quarter of a million mentions. */
export function* decide(
  scratch: Scratch,
  indexes: readonly MatchIndex[],
  blocks: readonly Block[],
  title: Block | undefined,
  published: string | undefined,
  options: MatchOptions,
): Generator<void, Mention[]> {
  const all = title ? [...blocks, title] : blocks;
  const view = { indexes, blocks: all, places: placesOf(all), known: new Set(options.known ?? []), scratch };
  const countries = pageCountries(view);
  const candidates = yield* candidatesOf(view, options.strictness ?? 'normal', published, countries);
  const { accepted: settled, established } = yield* settle(
    view,
    candidates,
    ranksOf(indexes, options.first ?? []),
    countries,
  );
  const { bare = [], accepted = [] } = Object.groupBy(withoutSurnamesOfOthers(view, settled, countries), (each) =>
    each.from === each.to && isBareSurname(view, each.index, each.info) ? 'bare' : 'accepted',
  );
  const politics = { ...countriesOn(established.keys(), indexes), page: countries };
  const ofCountry = politicsOfHead.bind(undefined, politics);
  const unnamed = unnamedPersons(view, established, supportOf(view, established), ofCountry, published);
  const ministers = ministersCalled(view, countries, published);
  for (const { id } of ministers) if (!established.has(id)) unnamed.push(id);
  const persons = new Map([...established, ...unnamed.map((id) => [id, undefined] as const)]);
  const bySurname = new Set([...unnamed, ...bare.map(({ id }) => id)]);
  for (const { id } of accepted) bySurname.delete(id);
  const surnames = surnameCandidates(view, accepted, persons, bySurname, ministers);
  const said = withGivenNames(view, [...accepted, ...surnames]);
  const transcribed = yield* transcribedPersons(view, said, countries, published);
  const named = yield* withDefined(view, [...said, ...transcribed]);
  const elections = yield* electionsOf(view, named, countries);
  const parties = yield* translatedParties(view, named, countries, published);
  const bodies = yield* withDefined(view, yield* bodiesOfStates(view, named, countries));
  const whole = yield* withoutOverlaps([...named, ...elections, ...parties, ...bodies]);
  const chosen = yield* withoutOverlaps([...whole, ...(yield* shortBodies(view, whole, countries))]);
  const names = chosen
    .filter(({ block, silent }) => block < blocks.length && !silent)
    .map((each) => (each.info.entityKind === 'role' ? heldBy(view, each, chosen, published) : each))
    .map(mentionOf);
  const mentions = [...names, ...figureMentions({ ...view, blocks }, established.keys(), names)];
  mentions.sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
  return options.repeats === 'first' ? firstOnly(mentions) : mentions;
}

/** Rounds after which evidence no longer spreads: a chain of three abbreviations is not evidence. */
const ROUNDS = 3;

/** Accepts firm candidates, then those that the accepted ones speak for. */
function* settle(
  view: View,
  candidates: Candidate[],
  ranks: ReadonlyMap<MatchIndex, number>,
  page: PageCountries,
): Generator<void, { accepted: Accepted[]; established: Map<string, Candidate | undefined> }> {
  const spans: Candidate[][][] = [];
  for (const ofBlock of byBlock(candidates)) {
    spans.push([...Map.groupBy(ofBlock, ({ from, to }) => `${from} ${to}`).values()]);
    yield;
  }
  const established = new Map<string, Candidate | undefined>([...view.known].map((id) => [id, undefined]));
  const crowds = crowdsOf(spans.flat());
  const hits = hitsByToken(view);
  let accepted: Accepted[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const support: Support = {
      related: supportOf(view, established),
      ...countriesOn(established.keys(), view.indexes),
      crowds,
      page,
      hits,
    };
    accepted = [];
    for (const groups of spans) {
      for (const group of groups) {
        const choice = chooseInOrder(ranks, group, (senses) => chooseSense(view, senses, established, support));
        if (choice) accepted.push(choice);
      }
      yield;
    }
    const before = established.size;
    for (const each of yield* withoutOverlaps(accepted)) if (!established.has(each.id)) established.set(each.id, each);
    if (established.size === before) break;
  }
  return { accepted, established };
}

/** How many established entities name each entity as related, or are named by it. */
function supportOf({ indexes }: View, established: ReadonlyMap<string, unknown>): (id: string) => number {
  const pairs = new Map<string, Set<string>>();
  const add = (id: string, by: string) => {
    if (id === by) return;
    const known = pairs.get(id) ?? new Set();
    if (known.size === 0) pairs.set(id, known);
    known.add(by);
  };
  for (const id of established.keys()) for (const related of metaIn(indexes, id).related ?? []) add(related, id);
  return (id) => {
    for (const related of metaIn(indexes, id).related ?? []) if (established.has(related)) add(id, related);
    return pairs.get(id)?.size ?? 0;
  };
}

/** 0 for the indexes that come first, 1 for those that come next, and so on. */
function ranksOf(indexes: readonly MatchIndex[], first: readonly number[]): Map<MatchIndex, number> {
  return new Map(indexes.map((index, i) => [index, first.filter((count) => i >= count).length]));
}

/** Among entities whose letters fit alike those of the first indexes are asked alone, and those of later ones only where none of them stands. */
function chooseInOrder(
  ranks: ReadonlyMap<MatchIndex, number>,
  group: Candidate[],
  choose: (senses: Candidate[]) => Accepted | undefined,
): Accepted | undefined {
  const exact = group.some(({ cost }) => cost === undefined);
  const rankOf = ({ index }: Candidate) => ranks.get(index)!;
  for (const rank of [...new Set(group.map(rankOf))].sort((a, b) => a - b)) {
    const asked = group.filter((each) => rankOf(each) <= rank && (!exact || each.cost === undefined));
    const choice = asked.length > 0 && asked.length < group.length ? choose(asked) : undefined;
    if (!choice) continue;
    const later = new Set(group.filter((each) => rankOf(each) > rank).map(({ id }) => id));
    later.delete(choice.id);
    const others = [...later].map((entity) => ({ entity, score: 0 }));
    return { ...choice, alternatives: [...choice.alternatives, ...others] };
  }
  return choose(group);
}

/** Cues beyond these add nothing. */
const ENOUGH_CUES = 3;
/** A second sense this close to the first makes the name unclear. */
const MARGIN = 2;

function chooseSense(
  view: View,
  group: Candidate[],
  established: ReadonlyMap<string, Candidate | undefined>,
  support: Support,
): Accepted | undefined {
  const senses = new Map<string, Candidate>();
  for (const each of group) {
    const named = established.has(each.id) && established.get(each.id) !== each;
    if (each.unmet && !named && (each.ofState || !countrySpeaks(view, each, support))) continue;
    const other = senses.get(each.id);
    if (!other || spellingCost(each) < spellingCost(other) || (each.firm && !other.firm)) senses.set(each.id, each);
  }
  // A name that stands there letter by letter needs no other spelling.
  const exact = group.some((each) => each.cost === undefined);
  if (exact) for (const [id, { cost }] of senses) if (cost !== undefined) senses.delete(id);
  const [only] = senses.values();
  if (senses.size === 1 && only!.firm && only!.cost === undefined) {
    return accept(only!, 1, { rule: only!.info.kind === 'handle' ? 'handle' : 'name' }, []);
  }
  const weighed = [...senses.values()]
    .map((candidate) => {
      const own = established.has(candidate.id) && established.get(candidate.id) !== candidate ? OWN : 0;
      const cues = cuesOf(view, candidate);
      const weight =
        own +
        (cues.length || spokenCues(view, candidate, support.page)) +
        Math.min(support.related(candidate.id), ENOUGH_CUES) +
        compatriots(view, candidate, support) +
        (isMember(candidate) ? officeBefore(view, view.blocks[candidate.block]!, candidate) : 0) +
        (candidate.namesake && isNamedBeside(candidate, established) ? 1 : 0) +
        (candidate.widely && isInNews(view, candidate, established) ? 1 : 0) -
        spellingCost(candidate) * COST_WEIGHT;
      return { candidate, cues, own, weight };
    })
    .sort((a, b) => b.weight - a.weight || (a.candidate.id < b.candidate.id ? -1 : 1));
  const [best, second] = weighed;
  if (!best) return undefined;
  const { candidate } = best;
  if (second && best.weight < second.weight + MARGIN && !isOneBody(candidate, second.candidate)) return undefined;
  if (candidate.cost !== undefined) {
    const { block, start, end, cost, info } = candidate;
    const detail = explainSpelling(view.blocks[block]!.text.slice(start, end), info.text);
    if (!candidate.firm && best.weight + spellingCost(candidate) * COST_WEIGHT < 1) return undefined;
    if (candidate.local && best.own === 0 && !isCountryBeside(view, candidate, support.page)) return undefined;
    return accept(candidate, Math.max(0.5, 0.9 - cost / 4), { rule: 'spelling', detail }, []);
  }
  if (best.weight < evidenceWanted(view.blocks[candidate.block]!, candidate)) return undefined;
  const rest = weighed
    .slice(1)
    .map((each) => ({ entity: each.candidate.id, score: each.weight / (best.weight + each.weight) }));
  if (best.own && !second)
    return accept(candidate, 0.95, { rule: 'short form', detail: fullNameOf(established, candidate) }, rest);
  const detail = best.cues.length ? best.cues.join(', ') : fullNameOf(established, candidate);
  return accept(candidate, 0.85, { rule: 'context', detail }, rest);
}

/** A person of open data by a full name, which says too little alone. */
function isMember({ firm, index, info, from, to }: Candidate): boolean {
  return !firm && to > from && info.entityKind === 'person' && isOpenData(index, info.entity);
}

/** Whether another person or body of the same pack is named for certain in the block. */
function isNamedBeside(
  { id, index, block }: Candidate,
  established: ReadonlyMap<string, Candidate | undefined>,
): boolean {
  for (const other of established.values()) {
    if (other === undefined || other.id === id || other.index !== index || other.block !== block || !other.firm)
      continue;
    if (other.info.entityKind === 'person' || other.info.entityKind === 'organisation') return true;
  }
  return false;
}

/** Where anybody may be: of these only somebody's own country says that the page is about politics. */
const PLACES = new Set(['country-or-territory', 'capital', 'subdivision']);

/** Whether another person, body or event stands on the page, or the own country of whom news names everywhere. */
function isInNews(view: View, { id, index, info }: Candidate, established: ReadonlyMap<string, unknown>): boolean {
  const { related = [] } = metaOf(index, info.entity);
  return [...established.keys()].some(
    (other) => other !== id && (related.includes(other) || !PLACES.has(metaIn(view.indexes, other).type ?? '')),
  );
}

/** A cost of one, half of what is ever accepted, outweighs two cues. */
const COST_WEIGHT = 8;

function spellingCost({ cost }: Candidate): number {
  return cost ?? 0;
}

/** Evidence from another name of the entity itself outweighs any words. */
const OWN = 6;

function cuesOf(view: View, { index, info, block, from, to }: Candidate): string[] {
  const cues: string[] = [];
  for (const cue of metaOf(index, info.entity).cues ?? []) {
    if (stands(view, cue, { block, from, to })) cues.push(cue);
    if (cues.length === ENOUGH_CUES) break;
  }
  return cues;
}

/**
 * How much must speak for a name that is not firm. Three letters or one word mean many things; a longer acronym, a flag, or a
 * title with a surname few.
 */
function evidenceWanted(block: Block, { info, end, from, to, wants }: Candidate): number {
  if (wants !== undefined) return wants;
  // Who writes dots says that the letters stand for words.
  if (info.kind === 'acronym') return info.text.length <= 3 && block.text[end - 1] !== '.' ? 2 : 1;
  if (from === to) return /\p{L}/u.test(info.text) ? 2 : 1;
  return 1;
}

function fullNameOf(established: ReadonlyMap<string, unknown>, candidate: Candidate): string {
  const other = established.get(candidate.id) as Candidate | undefined;
  return other?.info.text ?? candidate.info.text;
}

function accept(candidate: Candidate, score: number, why: Reason, alternatives: Accepted['alternatives']): Accepted {
  return { ...candidate, score, why, alternatives };
}
