/** How often a page names each country: by its name, its capital, its chambers, its head and bodies of open data under names of several words, and by words of it. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Hit, isCaseless, isUpper } from '../blocks.ts';
import { type Span, stands, type View } from '../evidence.ts';
import { entityId, type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import { nationsFrom } from './nation-words.ts';

export type PageView = Pick<View, 'blocks' | 'indexes' | 'scratch' | 'places'>;

export interface Named {
  /** Id of the country. */
  country: string;
  times: number;
}

/** A page that names one country so often is about it. */
export const OFTEN = 3;

/** By how much the country that a page is about is named more than the next. */
const TIMES = 2;

const CHAMBERS = new Set(['parliament', 'lower-chamber', 'upper-chamber']);
/** How many names of its country the name of a chamber is worth. */
const OF_CHAMBER = 2;

export interface Counts {
  /** By id: names of the country, of its capital, of its head and bodies. */
  all: Map<string, number>;
  /** Its own names alone, and words of it. */
  named: Map<string, number>;
  words: Map<string, number>;
  /** Names and words together. */
  sums: Map<string, number>;
  /** Countries whose chambers it names under names that need no other word. */
  chambers: Set<string>;
  /** Names of bodies of many countries. */
  international: number;
  /** Ids of heads and bodies that were counted. */
  counted: ReadonlySet<string>;
}

/** By names, or where those do not tell, by words too; none where the words say another than the names. */
export function mostNamed({ all, sums }: Counts): Named | undefined {
  const byName = leading(all);
  const byWords = leading(sums);
  if (byName === undefined) return byWords && byWords.times >= OFTEN ? byWords : undefined;
  return byWords === undefined || byWords.country === byName.country ? byName : undefined;
}

/** The one that is named so many times as often as the next, of those that `has` lets through. */
export function leading(
  counts: ReadonlyMap<string, number>,
  has: (country: string) => boolean = () => true,
  ratio = TIMES,
): Named | undefined {
  const [first, second] = [...counts].filter(([country]) => has(country)).sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < ratio * (second?.[1] ?? 0)) return undefined;
  return { country: first[0], times: first[1] };
}

export function countsOf(view: PageView): Counts {
  const { blocks, indexes, scratch } = view;
  const [counts, named, words] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const withNations = indexes.filter(({ nations }) => nations.length > 0);
  /** Heads and bodies, which count once. */
  const counted = new Set<string>();
  const chambers = new Set<string>();
  let international = 0;
  for (const [number, block] of blocks.entries()) {
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
        if (type === 'international-body') international++;
        const id = entityId(index, entity);
        if (type === 'country-or-territory') {
          // "Sudan" in "South Sudan"
          if ((longer.get(from) ?? 0) > to - from || !isMeant(view, { block: number, from, to }, rule.needs)) continue;
          count(counts, id);
          count(named, id);
        } else if (entityKind === 'place') {
          if (type === 'capital') for (const country of related) count(counts, country);
        } else if (related.length === 1 && !rule.needs && kind !== 'short' && !counted.has(id)) {
          const isChamber = CHAMBERS.has(type);
          if (from === to && !(isChamber && kind === 'full')) continue;
          counted.add(id);
          if (isChamber) chambers.add(related[0]!);
          // "Bundestag": laws of another country are not made there.
          for (let times = isChamber ? OF_CHAMBER : 1; times > 0; times--) count(counts, related[0]!);
        }
      }
    }
  }
  const sums = new Map(counts);
  for (const [country, times] of words) sums.set(country, (sums.get(country) ?? 0) + times);
  return { all: counts, named, words, sums, chambers, international, counted };
}

/** "Mali" is "financial" in Persian: a country whose name is a word asks for another, anywhere on the page. */
function isMeant(view: PageView, span: Span, needs: readonly string[] = []): boolean {
  return needs.length === 0 || needs.some((need) => need.split(' + ').every((word) => stands(view, word, span)));
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
