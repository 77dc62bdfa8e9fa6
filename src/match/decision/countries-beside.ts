/** Words and names of countries beside a noun: "the Iraqi government", „die Regierung von Irak“, الحكومة العراقية. */
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, findEntity, type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import type { Order } from '../name-index/state-nouns.ts';
import { isState } from './capitals.ts';
import type { HitsByToken } from './hits-by-token.ts';
import { isCountryName, nationsFrom } from './nation-words.ts';
import type { Noun } from './noun-phrases.ts';

/** Before a word of a country, what makes of it another country, or those who are against it. */
const OTHER_PART = new Set('south north east west latin central native anti pro non former ex vichy'.split(' '));

/** What may stand between a noun and the name of its country. */
const OF: Record<Order, RegExp> = {
  english: /^ of (?:the )?$/,
  german: /^ (?:von |der |des )?$/,
  romance: /^ (?:de |du |des |del )?(?:la |las |los |les )?(?:d['’]|l['’])?$/,
  // "المحكمة الدستورية في قرغيزستان"; Persian has no such word between the two.
  abjad: /^ (?:في )?$/,
};

/** UTF-16 units of the longest of these. */
const BETWEEN = 12;

export interface Country {
  index: MatchIndex;
  entity: number;
  /** Tokens of the words of it. */
  from: number;
  to: number;
  start: number;
  end: number;
}

export function* countriesBeside(
  indexes: readonly MatchIndex[],
  hits: HitsByToken,
  view: View,
  span: Noun,
  order: Order,
): Generator<Country> {
  const block = view.blocks[span.block]!;
  const before = order === 'english' || order === 'german';
  for (const index of indexes) {
    if (span.inner !== undefined) {
      yield* nationsAt(index, view, block, span.inner, span.inner);
      continue;
    }
    if (before) yield* nationsAt(index, view, block, span.from - 2, span.from - 1);
    if (before) yield* nationsAt(index, view, block, span.from - 1, span.from - 1);
    else yield* nationsAt(index, view, block, span.to + 1);
    for (const hit of hitsBeside(hits, index, span))
      if (isOfNoun(block, span, order, hit) && isCountryName(index, view.scratch, block, hit))
        yield { index, entity: nameInfo(index, hit.name).entity, ...hit };
  }
  // "وزارت خارجه جمهوری اسلامی": a state by a name of what people edit.
  for (const own of view.indexes)
    for (const hit of own.nations.length > 0 ? [] : hitsBeside(hits, own, span)) {
      const info = nameInfo(own, hit.name);
      if (!isOfNoun(block, span, order, hit) || !isState(view.indexes, own, info)) continue;
      for (const index of indexes) {
        const entity = findEntity(index, entityId(own, info.entity));
        if (entity >= 0) yield { index, entity, ...hit };
      }
    }
}

/** Tokens after a noun within which a name of its country begins. */
const WITHIN = 4;

/** Hits that end before a noun or begin soon after it. */
function* hitsBeside({ beginningAt, endingAt }: HitsByToken, index: MatchIndex, { block, from, to }: Noun) {
  yield* endingAt(index, block, from - 1);
  for (let token = to + 1; token <= to + WITHIN; token++) yield* beginningAt(index, block, token);
}

/** Countries of which the words from a token on are a cue; with `to`, one that ends there. */
function* nationsAt(index: MatchIndex, { scratch }: View, block: Block, from: number, to?: number): Generator<Country> {
  if (from < 0 || from >= block.count || !isNextWord(block, to ?? from - 1)) return;
  // "pro-Iranian", "South Korean"
  if (
    to !== undefined &&
    (OTHER_PART.has(wordAt(block, from - 1)) || /[-‐‑]/.test(block.text[block.start[from]! - 1] ?? ''))
  )
    return;
  for (const { entity, to: last } of nationsFrom(index, scratch, block, from))
    if (to === undefined ? isOfPart(index, entity, block, last) : last === to)
      yield { index, entity, from, to: last, start: block.start[from]!, end: block.end[last]! };
}

/** "Northern" and "southern" after a word of two countries: "الكوري الشمالي". Folded. */
const PART_AFTER = /^ال(شمال|جنوب)یه?$/u;

function isOfPart(index: MatchIndex, entity: number, block: Block, last: number): boolean {
  const part = isNextWord(block, last) ? PART_AFTER.exec(wordAt(block, last + 1))?.[1] : undefined;
  return (
    part === undefined ||
    [...namesOf(index, entity)].some((name) => foldText(nameInfo(index, name).text).includes(part))
  );
}

/** Whether a name stands where that of the noun's country would. */
function isOfNoun(block: Block, { from, start, end }: Noun, order: Order, hit: Hit): boolean {
  const between = block.text.slice(end, hit.start);
  if (hit.start > end) return between.length <= BETWEEN && OF[order].test(between);
  if ((order !== 'english' && order !== 'german') || hit.to !== from - 1) return false;
  // "Iraq's", „Iraks“
  const ending = order === 'german' ? /^(?:['’]?s|['’])?\s+$/ : /^(?:['’]s?)?\s+$/;
  return !OTHER_PART.has(wordAt(block, hit.from - 1)) && ending.test(block.text.slice(hit.end, start));
}

/** The one with most words; of several with the same words a state before its territories, or the one that the page is about. */
export function chosen(countries: Iterable<Country>, main: () => string | undefined): Country | undefined {
  let best: Country[] = [];
  for (const country of countries) {
    const longer = best[0] === undefined ? 1 : lengthOf(country) - lengthOf(best[0]);
    if (longer > 0) best = [country];
    else if (longer === 0 && best.every(({ entity }) => entity !== country.entity)) best.push(country);
  }
  const states = best.filter(({ index, entity }) => metaOf(index, entity).bodies?.government !== undefined);
  const among = states.length > 0 ? states : best;
  return among.length > 1 ? among.find(({ index, entity }) => entityId(index, entity) === main()) : among[0];
}

function lengthOf({ start, end }: Country): number {
  return end - start;
}
