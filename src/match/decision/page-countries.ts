/**
 * Which country a page is about, by what it names letter by letter: the countries themselves, their capitals, chambers, and heads and bodies of open data
 * under names of several words. Asked when a name stands that every country has: "Senate", "Foreign Ministry".
 */
import { foldSpan, foldText } from '../../text/fold.ts';
import { type Block, type Hit, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import type { StateBody } from '../name-index/nations.ts';
import { entityId, findEntity, type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import { type Counts, countsOf, leading, mostNamed, type Named, OFTEN, type PageView } from './country-counts.ts';
import { hitsOver } from './hits-by-token.ts';
import { nationsFrom } from './nation-words.ts';
import { isOfOtherOwner } from './other-owner.ts';

export interface PageCountries {
  /** Id of the country that the page names at least twice as often as any other, and how often. */
  main: () => Named | undefined;
  /**
   * The same of those countries that `has` lets through, by names and words; `ratio`: how much more often than the next; `further`: what else speaks for
   * each, by id.
   */
  among: (
    has: (country: string) => boolean,
    ratio?: number,
    further?: ReadonlyMap<string, number>,
  ) => Named | undefined;
  /** Whether a head or a body has been counted for its country. */
  isCounted: (id: string) => boolean;
  /** The country that the page is about among those that have a body of the name, by names and words. */
  bearer: (index: MatchIndex, block: Block, hit: Hit) => Named | undefined;
  /** Whether the page names a country, and whether it has a word of it. */
  isNamed: (country: string) => boolean;
  hasWord: (country: string) => boolean;
  /** Whether it says anything of a country. */
  has: (country: string) => boolean;
  /** Whether the page names it, and no other. */
  isOnly: (country: string) => boolean;
  /** Countries of which the page has a word. */
  spoken: () => Iterable<string>;
  /** Countries whose name or capital begins at a token. */
  placesAt: (block: Block, token: number) => readonly string[];
  /** Countries of which a name or a word ends at a token. */
  countriesBefore: (block: Block, token: number) => readonly string[];
  /** Countries that the sentence names before a token. */
  sentenceBefore: (block: Block, token: number) => ReadonlySet<string>;
  /** Countries that a block names. */
  countriesIn: (block: Block) => ReadonlySet<string>;
  /** Names of bodies of many countries. */
  international: () => number;
  /** Countries of which a name or a word begins soon after a token, in the same phrase. */
  countriesAfter: (block: Block, token: number) => readonly string[];
}

export function pageCountries(view: PageView): PageCountries {
  let counts: Counts | undefined;
  let main: ReturnType<PageCountries['main']> | null = null;
  const places = new Map<Block, Places>();
  const placesIn = (block: Block) => {
    const known = places.get(block) ?? placesOf(view.indexes, block);
    places.set(block, known);
    return known;
  };
  /** The last name asked for: as many countries as have it ask one after the other. */
  let asked: { index: MatchIndex; block: Block; from: number; to: number; found: Named | undefined } | undefined;
  const inBlocks = new Map<Block, ReadonlySet<string>>();
  const countriesAt = (block: Block, token: number) => [
    ...wordsFrom(view, block, token),
    ...(placesIn(block).beginning.get(token) ?? NOWHERE),
  ];
  const counted = () => {
    counts ??= countsOf(view);
    return counts;
  };
  return {
    main() {
      if (main === null) main = mostNamed(counted());
      return main;
    },
    among: (has, ratio, further) => leading(withFurther(counted().sums, further), has, ratio),
    isCounted: (id) => counted().counted.has(id),
    bearer(index, block, { from, to }) {
      if (asked?.block !== block || asked.from !== from || asked.to !== to || asked.index !== index) {
        const { countries, bodies } = bearersOf(
          index,
          hitsOver(view.scratch, block.hits[view.indexes.indexOf(index)]!, from),
          from,
          to,
        );
        const isGeneric = bodies.length > 0 && !CONGRESS.test(foldSpan(block.text, block.start[from]!, block.end[to]!));
        const hasOther = (country: string) => {
          const entity = isGeneric ? findEntity(index, country) : -1;
          const own = entity < 0 ? undefined : metaOf(index, entity).bodies;
          return bodies.some((body) => own?.[body] !== undefined);
        };
        const { sums, chambers } = counted();
        const found = leading(sums, (country) => countries.has(country) || hasOther(country));
        const isOwn = found && countries.has(found.country) && (chambers.size === 0 || chambers.has(found.country));
        asked = { index, block, from, to, found: isOwn ? found : undefined };
      }
      return asked.found;
    },
    isNamed: (country) => counted().named.has(country),
    hasWord: (country) => counted().words.has(country),
    has: (country) => counted().sums.has(country),
    isOnly: (country) => counted().sums.size === 1 && counted().sums.has(country),
    spoken: () => counted().words.keys(),
    placesAt: (block, token) => placesIn(block).beginning.get(token) ?? NOWHERE,
    countriesBefore(block, token) {
      if (!isNextWord(block, token)) return NOWHERE;
      const words = [token, token - 1].flatMap((from) => wordsFrom(view, block, from, token));
      return [...words, ...(placesIn(block).ending.get(token) ?? NOWHERE)];
    },
    sentenceBefore(block, token) {
      const countries = new Set<string>();
      for (
        let at = token - 1;
        at >= 0 && !SENTENCE_END.test(block.text.slice(block.end[at], block.start[at + 1]));
        at--
      )
        for (const country of countriesAt(block, at)) countries.add(country);
      return countries;
    },
    countriesIn(block) {
      const known =
        inBlocks.get(block) ?? new Set(Array.from({ length: block.count }, (_, at) => countriesAt(block, at)).flat());
      inBlocks.set(block, known);
      return known;
    },
    international: () => counted().international,
    countriesAfter(block, token) {
      const countries: string[] = [];
      for (let at = token + 1; at <= token + BETWEEN && isNextWord(block, at - 1); at++)
        countries.push(...countriesAt(block, at));
      return countries;
    },
  };
}

const NOWHERE: readonly string[] = [];

function withFurther(sums: Counts['sums'], further: ReadonlyMap<string, number> = sums): ReadonlyMap<string, number> {
  if (further === sums) return sums;
  const all = new Map(sums);
  for (const [country, times] of further) all.set(country, (all.get(country) ?? 0) + times);
  return all;
}

const SENTENCE_END = /[.!?…؟\n]/u;

/** Countries of which a word begins at a token; with `last`, one that ends there. */
function wordsFrom({ indexes, scratch }: PageView, block: Block, from: number, last?: number): string[] {
  if (from < 0) return [];
  return indexes.flatMap((index) =>
    nationsFrom(index, scratch, block, from).flatMap(({ entity, to }) =>
      last === undefined || to === last ? [entityId(index, entity)] : [],
    ),
  );
}

/** Countries by the token where their name, or that of their capital, begins and ends. */
interface Places {
  beginning: Map<number, string[]>;
  ending: Map<number, string[]>;
}

function placesOf(indexes: readonly MatchIndex[], { hits }: Block): Places {
  const places: Places = { beginning: new Map(), ending: new Map() };
  for (const [i, found] of hits.entries())
    for (const { name, from, to } of found) {
      const index = indexes[i]!;
      const { entity, entityKind } = nameInfo(index, name);
      const { type, related = [] } = entityKind === 'place' ? metaOf(index, entity) : NO_FACTS;
      const countries = type === 'capital' ? related : type === 'country-or-territory' ? [entityId(index, entity)] : [];
      if (countries.length === 0) continue;
      places.beginning.set(from, [...(places.beginning.get(from) ?? []), ...countries]);
      places.ending.set(to, [...(places.ending.get(to) ?? []), ...countries]);
    }
  return places;
}

/** Bodies of which other languages have one word for what each country calls in its own way: "Parlament" is the Knesset, too. */
const CALLED_ALIKE: Partial<Record<string, readonly StateBody[]>> = {
  parliament: ['parliament'],
  'lower-chamber': ['lower-chamber'],
  'high-court': ['supreme-court', 'constitutional-court'],
};
/** No other parliament is called so. */
const CONGRESS = /^(?:[ck]ongr|کنگره|الکون[غج]ر)/;

/** Countries of the bodies whose name stands on the tokens, and what bodies these are. */
function bearersOf(index: MatchIndex, hits: readonly Hit[], from: number, to: number) {
  const countries = new Set<string>();
  let bodies: readonly StateBody[] = [];
  for (const hit of hits)
    if (hit.from === from && hit.to === to) {
      const { related = [], type = '' } = metaOf(index, nameInfo(index, hit.name).entity);
      for (const country of related) countries.add(country);
      bodies = CALLED_ALIKE[type] ?? bodies;
    }
  return { countries, bodies };
}

const NO_FACTS: Meta = {};

/** What every country has, mostly under one name. */
const OF_A_STATE = new Set(
  'parliament lower-chamber upper-chamber high-court ministry government armed-forces'.split(' '),
);

/** Of these a short name never holds the country: "Foreign Ministry". "US Senate" does. */
const WITHOUT_COUNTRY = new Set(['ministry']);

/** Whether the name is one that every country has for such a body, so that only the page can say of which it is. */
export function isOfEveryState(index: MatchIndex, { entity, kind, rule }: NameInfo): boolean {
  const { type = '' } = metaOf(index, entity);
  if (!OF_A_STATE.has(type) || kind === 'acronym') return false;
  return rule.needs !== undefined || (kind === 'short' && WITHOUT_COUNTRY.has(type));
}

/** Whether the page is about the country of the body, or the words beside the name say that it is of that country. */
export function isOfThisState(
  index: MatchIndex,
  block: Block,
  hit: Hit,
  { entity }: NameInfo,
  page: PageCountries,
): boolean {
  const meta = metaOf(index, entity);
  // "This House" is the one where somebody speaks.
  if (isNextWord(block, hit.from - 1) && DEMONSTRATIVES.has(wordAt(block, hit.from - 1))) return false;
  if (isInOtherPlace(block, hit, meta, page)) return false;
  // Without capitals the name of a country that stands there once may be a word.
  const least = isCaseless(block.text, hit.start) ? 2 : 1;
  const found = page.main();
  if (found !== undefined && found.times >= least && meta.related?.includes(found.country)) return true;
  // Of ministries the data have the names of some countries, and others have the same.
  const bearer = meta.type === 'ministry' ? undefined : page.bearer(index, block, hit);
  if (bearer !== undefined && bearer.times >= OFTEN && meta.related?.includes(bearer.country)) return true;
  return isBeside(block, hit, meta);
}

/** Words before the place where a body sits. */
const IN = new Set(['in', 'a', 'en', 'فی', 'در']);

/** "Das Außenministerium in Moskau" */
function isInOtherPlace(block: Block, { to }: Hit, { related = [] }: Meta, { placesAt }: PageCountries): boolean {
  if (!isNextWord(block, to) || !IN.has(wordAt(block, to + 1))) return false;
  const countries = placesAt(block, to + 2);
  return countries.length > 0 && !countries.some((country) => related.includes(country));
}

const DEMONSTRATIVES = new Set('this ce cet cette dieses dieser diesem diesen este esta'.split(' '));

/** Whether a name that others have too is one of a country that the page is not about: "Labour" in an article on New Zealand. */
export function isOfOtherState(
  index: MatchIndex,
  block: Block,
  hit: Hit,
  { entity }: NameInfo,
  { main }: PageCountries,
): boolean {
  const meta = metaOf(index, entity);
  const found = main();
  if (found === undefined || found.times < OFTEN || !meta.related?.length) return false;
  return !meta.related.includes(found.country) && !isBeside(block, hit, meta);
}

/** Whether words beside the name are of the country of the entity. */
function isBeside(block: Block, { from, to }: Hit, meta: Meta): boolean {
  return wordsOf(meta).some((words) => {
    if (isNextWord(block, from - 1) && standAt(block, from - words.length, words)) return true;
    for (let token = to + 1; token <= to + BETWEEN && isNextWord(block, token - 1); token++)
      if (standAt(block, token, words)) return true;
    return false;
  });
}

function standAt(block: Block, token: number, words: readonly string[]): boolean {
  return words.every((word, i) => wordAt(block, token + i).replace(/['’].*$/, '') === word);
}

/** Words after a name within which its country is its own: "of the United States", "du Royaume-Uni". */
const BETWEEN = 3;

function wordsOf(meta: Meta): readonly (readonly string[])[] {
  meta.cueWords ??= (meta.cues ?? []).map((cue) => cue.split(' ').map(foldText));
  return meta.cueWords;
}

/** Whether the words beside a name that every state has say that it is the body of something else. */
export function isOfOther(index: MatchIndex, block: Block, hit: Hit, info: NameInfo, page: PageCountries): boolean {
  const meta = metaOf(index, info.entity);
  const isOwn = (country: string) => meta.related?.includes(country);
  const before = page.countriesBefore(block, hit.from - 1);
  if (before.length > 0) return !before.some(isOwn);
  if (page.countriesAfter(block, hit.to).some(isOwn)) return false;
  return isOfOtherOwner(block, hit) && !isBeside(block, hit, meta);
}
