/**
 * Which country a page is about, by what it names letter by letter: the countries themselves, their capitals, chambers, and heads and bodies of open data
 * under names of several words. Asked when a name stands that every country has: "Senate", "Foreign Ministry".
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan, foldText } from '../../text/fold.ts';
import { type Block, type Hit, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import type { Meta } from '../name-index/entity-facts.ts';
import { entityId, type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import { nationsFrom } from './nation-words.ts';

export interface PageCountries {
  /** Id of the country that the page names at least twice as often as any other, and how often. */
  main: () => { country: string; times: number } | undefined;
  /** Whether the page names a country, and whether it has a word of it. */
  isNamed: (country: string) => boolean;
  hasWord: (country: string) => boolean;
  /** Countries whose name or capital begins at a token. */
  placesAt: (block: Block, token: number) => readonly string[];
}

/** A page that names one country so often is about it. */
const OFTEN = 3;

const CHAMBERS = new Set(['parliament', 'lower-chamber', 'upper-chamber']);
/** How many names of its country the name of a chamber is worth. */
const OF_CHAMBER = 2;

/** By how much the country that a page is about is named more than the next. */
const TIMES = 2;

export function pageCountries(view: Pick<View, 'blocks' | 'indexes' | 'scratch'>): PageCountries {
  let counts: Counts | undefined;
  let main: ReturnType<PageCountries['main']> | null = null;
  const places = new Map<Block, ReadonlyMap<number, string[]>>();
  const counted = () => {
    counts ??= countsOf(view);
    return counts;
  };
  return {
    main() {
      if (main === null) main = mostNamed(counted());
      return main;
    },
    isNamed: (country) => counted().named.has(country),
    hasWord: (country) => counted().words.has(country),
    placesAt(block, token) {
      const known = places.get(block) ?? placesOf(view.indexes, block);
      places.set(block, known);
      return known.get(token) ?? NOWHERE;
    },
  };
}

const NOWHERE: readonly string[] = [];

function placesOf(indexes: readonly MatchIndex[], { hits }: Block): ReadonlyMap<number, string[]> {
  const places = new Map<number, string[]>();
  for (const [i, found] of hits.entries())
    for (const { name, from } of found) {
      const index = indexes[i]!;
      const { entity, entityKind } = nameInfo(index, name);
      const { type, related = [] } = entityKind === 'place' ? metaOf(index, entity) : NO_FACTS;
      const countries = type === 'capital' ? related : type === 'country-or-territory' ? [entityId(index, entity)] : [];
      if (countries.length > 0) places.set(from, [...(places.get(from) ?? []), ...countries]);
    }
  return places;
}

const NO_FACTS: Meta = {};

interface Counts {
  /** By id: names of the country, of its capital, of its head and bodies. */
  all: Map<string, number>;
  /** Its own names alone, and words of it. */
  named: Map<string, number>;
  words: Map<string, number>;
}

/** By names, or where those do not tell, by words too; none where the words say another than the names. */
function mostNamed({ all, words }: Counts): ReturnType<PageCountries['main']> {
  const sums = new Map(all);
  for (const [country, times] of words) sums.set(country, (sums.get(country) ?? 0) + times);
  const byName = leading(all);
  const byWords = leading(sums);
  if (byName === undefined) return byWords && byWords.times >= OFTEN ? byWords : undefined;
  return byWords === undefined || byWords.country === byName.country ? byName : undefined;
}

function leading(counts: ReadonlyMap<string, number>): ReturnType<PageCountries['main']> {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < TIMES * (second?.[1] ?? 0)) return undefined;
  return { country: first[0], times: first[1] };
}

function countsOf({ blocks, indexes, scratch }: Pick<View, 'blocks' | 'indexes' | 'scratch'>): Counts {
  const [counts, named, words] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const withNations = indexes.filter(({ nations }) => nations.length > 0);
  /** Heads and bodies, which count once. */
  const counted = new Set<string>();
  for (const block of blocks) {
    for (const index of withNations)
      for (let token = 0; token < block.count; token++)
        for (const { entity } of nationsFrom(index, scratch, block, token)) count(words, entityId(index, entity));
    const { text, hits } = block;
    for (const [i, found] of hits.entries()) {
      const longer = longerCountries(indexes[i]!, found);
      for (const { name, start, end, from, to } of found) {
        // Without capitals a country may be a word: Mali is "financial" in Persian.
        if (isCaseless(text, start) ? from === to && isCommonWord(foldSpan(text, start, end)) : !isUpper(text, start))
          continue;
        const index = indexes[i]!;
        const { entity, entityKind, kind, rule } = nameInfo(index, name);
        const { type, related = [], head } = metaOf(index, entity);
        // Members of parliaments share their names with everybody.
        if (type === undefined || (entityKind === 'person' && !head)) continue;
        const id = entityId(index, entity);
        if (type === 'country-or-territory') {
          // "Sudan" in "South Sudan"
          if ((longer.get(from) ?? 0) > to - from) continue;
          count(counts, id);
          count(named, id);
        } else if (entityKind === 'place') {
          if (type === 'capital') for (const country of related) count(counts, country);
        } else if (related.length === 1 && !rule.needs && kind !== 'short' && !counted.has(id)) {
          const isChamber = CHAMBERS.has(type);
          if (from === to && !(isChamber && kind === 'full')) continue;
          counted.add(id);
          // "Bundestag": laws of another country are not made there.
          for (let times = isChamber ? OF_CHAMBER : 1; times > 0; times--) count(counts, related[0]!);
        }
      }
    }
  }
  return { all: counts, named, words };
}

/** By token, how many further tokens the longest name of a country on it has. */
function longerCountries(index: MatchIndex, found: readonly Hit[]): Map<number, number> {
  const longest = new Map<number, number>();
  for (const { name, from, to } of found) {
    if (to === from || metaOf(index, nameInfo(index, name).entity).type !== 'country-or-territory') continue;
    for (let token = from; token <= to; token++) longest.set(token, Math.max(longest.get(token) ?? 0, to - from));
  }
  return longest;
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

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
  const found = page.main();
  // "This House" is the one where somebody speaks.
  if (isNextWord(block, hit.from - 1) && DEMONSTRATIVES.has(wordAt(block, hit.from - 1))) return false;
  if (isInOtherPlace(block, hit, meta, page)) return false;
  // Without capitals the name of a country that stands there once may be a word.
  const least = isCaseless(block.text, hit.start) ? 2 : 1;
  if (found !== undefined && found.times >= least && meta.related?.includes(found.country)) return true;
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
