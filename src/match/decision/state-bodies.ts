/** "The Iraqi government", „das französische Außenministerium“, الجيش السوري: a body that every state has, by a noun of every day and a word of the country beside it. */
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type Span, stands, type View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, findEntity, type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import { ORDERS, type Order, type StateNoun, stateNounsOf } from '../name-index/state-nouns.ts';
import { isState } from './capitals.ts';
import { type HitsByToken, hitsByToken } from './hits-by-token.ts';
import { holderBeside } from './holders-beside.ts';
import {
  type Body,
  bodyIn,
  bodyOf,
  bodyOfPage,
  chambersOn,
  isLoneBody,
  isOfCountry,
  isOffice,
  isOfHead,
} from './lone-bodies.ts';
import { countryOf, type NamedFor, namedFor } from './named-for.ts';
import { isCountryName, nationsFrom } from './nation-words.ts';
import { acceptedAt, type Noun, spansOf } from './noun-phrases.ts';
import { isOfOtherOwner } from './other-owner.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';

/** Before a word of a country, what makes of it another country, or those who are against it. */
const OTHER_PART = new Set('south north east west latin central native anti pro non former ex vichy'.split(' '));

/** After "the Turkish military": a noun after it, and it is an adjective. */
const ENDS_OF_PHRASE = new Set(
  (
    'and or but as at by for from in into on of over to with without after before during since while when that which who whose than then also now still not ' +
    'has have had is are was were be been will would can could may might must should does did do said says told struck'
  ).split(' '),
);

/** What may stand between a noun and the name of its country. */
const OF: Record<Order, RegExp> = {
  english: /^ of (?:the )?$/,
  german: /^ (?:von |der |des )?$/,
  romance: /^ (?:de |du |des |del )?(?:la |las |los |les )?(?:d['’]|l['’])?$/,
  // "المحكمة الدستورية في قرغيزستان"; Persian has no such word between the two.
  abjad: /^ (?:في )?$/,
};

/** Between a noun and the person whose government it is. */
const OF_WHOM = new Set('of von de del du'.split(' '));

/** UTF-16 units of the longest of these. */
const BETWEEN = 12;

interface Country {
  index: MatchIndex;
  entity: number;
  /** Tokens of the words of it. */
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * Bodies beside a word of their country, where no name stands already, and those without one that can only be the page's country's. In steps of a block and
 * a noun, as `decide`.
 */
export function* bodiesOfStates(
  view: View,
  accepted: readonly Accepted[],
  page: PageCountries,
): Generator<void, Accepted[]> {
  const indexes = view.indexes.filter(({ nations }) => nations.length > 0);
  const nouns = stateNounsOf(view.indexes);
  if (indexes.length === 0 || nouns === undefined) return [];
  const names = namesByPlace(accepted);
  const hits = hitsByToken(view);
  // Asked for by few pages, and dear: it counts the words of countries.
  let speaking: NamedFor | undefined;
  const found: Accepted[] = [];
  let last = -1;
  for (const noun of nouns.bodies) {
    const lone: Noun[] = [];
    const countries = new Set<string>();
    let ofOthers = false;
    for (const [order, phrases, alone] of phrasesOf(noun))
      for (const span of spansOf(view, phrases, order)) {
        if (span.block !== last) yield;
        last = span.block;
        const block = view.blocks[span.block]!;
        const nameAt = (token: number) => names.get(placeAt(span.block, token));
        if (names.has(placeAt(span.block, span.from)) || names.has(placeAt(span.block, span.to))) continue;
        if (!isBody(block, span, order, noun)) continue;
        const beside = [...countriesBeside(indexes, hits, view, span, order)];
        const country = chosen(
          beside.filter((each) => bodyOf(noun, each, view.indexes) !== undefined),
          () => page.main()?.country,
        );
        const body = country && accept(span, block, country, bodyOf(noun, country, view.indexes)!);
        if (body && !(noun.unlike && isNextWord(block, body.to) && noun.unlike.test(wordAt(block, body.to + 1))))
          found.push(body);
        for (const each of beside) countries.add(entityId(each.index, each.entity));
        const holder =
          beside.length === 0 && noun.bodies[0] !== 'government' ? holderBeside(block, span, nameAt) : undefined;
        const own = holder && countryOf(view, holder);
        const led = own && bodyIn(noun, own, indexes, view.indexes);
        if (led) {
          found.push(acceptedAt(led, span, block, holder!.info.text));
          countries.add(own);
          continue;
        }
        if (!alone || beside.length > 0) continue;
        // "die Regierung Merz", "el Gobierno de Milei"
        if (isBeforeName(block, span, nameAt)) continue;
        if (isOfOtherOwner(block, span)) ofOthers ||= order !== 'abjad' || isAdjective(wordAt(block, span.to + 1));
        else if (isLoneBody(block, span, order) && !(noun.headed && isOfHead(block, span, order))) lone.push(span);
      }
    // "This House", "the Scottish Parliament": elsewhere on the page it may be that one.
    if (lone.length === 0 || ofOthers || noun.regions?.split('|').some((text) => stands(view, text, NOWHERE))) continue;
    speaking ??= namedFor(view, accepted, page);
    const own = bodyOfPage(view, indexes, noun, page, countries, chambersOn([...accepted, ...found]), speaking);
    for (const span of own ? lone : []) {
      if (isOfCountry(page, view.blocks, span, own!.country, noun.named !== undefined, speaking))
        found.push(acceptedAt(own!, span, view.blocks[span.block]!, own!.country));
    }
  }
  return found;
}

/** By each place on which one stands, but for places, which are no owners. */
function namesByPlace(accepted: readonly Accepted[]): ReadonlyMap<number, Accepted> {
  const names = new Map<number, Accepted>();
  for (const each of accepted) {
    if (each.info.entityKind === 'place') continue;
    for (let token = each.from; token <= each.to; token++) names.set(placeAt(each.block, token), each);
  }
  return names;
}

/** "البرلمان العربي" is another body; in "يختار البرلمان الرئيس" the next word only may belong to it. */
function isAdjective(word: string): boolean {
  return /یه?$/u.test(word);
}

function isBeforeName(block: Block, { to }: Noun, nameAt: (token: number) => Accepted | undefined): boolean {
  if (!isNextWord(block, to)) return false;
  const next = nameAt(to + 1);
  // "مجلس النواب والمجلس الأعلى": "and" is written on to the name.
  if (next) return next.start === block.start[to + 1];
  return OF_WHOM.has(wordAt(block, to + 1)) && isNextWord(block, to + 1) && nameAt(to + 2) !== undefined;
}

function* phrasesOf({ alone = {}, ...nouns }: StateNoun): Generator<[Order, string, boolean]> {
  for (const order of ORDERS) {
    if (nouns[order]) yield [order, nouns[order], false];
    if (alone[order]) yield [order, alone[order], true];
  }
}

/** "Foreign", "naval" and "central", adjectives after a noun, are a ministry, the navy and the bank where they stand alone: "الخارجية المصرية". Folded. */
const ADJECTIVES = new Set('الخارجیه الداخلیه الدفاع البحریه المرکزی'.split(' '));
const BEFORE_ADJECTIVE =
  /^[وفبكل]?(?:ال|لل|وزیر|وزیره|وزرا|وزاره|لجنه|مجلس|جهاز|قوات|قوی|امن|شوون|منظومه|نظام|خط|انظمه|دیون|سیاسه|تجاره|بنک|مصرف|سجن|حدود|قاعده|مناطق|منطقه)/u;

const NOWHERE: Span = { block: -1, from: 0, to: 0 };

const MINISTERS = new Set(['الوزرا']);

/** Before "Supremo" and "marine" where they are no adjectives. */
const ROMANCE_ARTICLES = new Set('el la del al'.split(' '));

function isBody(block: Block, { from, to }: Noun, order: Order, { written }: StateNoun): boolean {
  if (order === 'romance' && written) {
    if (!isNextWord(block, from - 1) || !ROMANCE_ARTICLES.has(wordAt(block, from - 1))) return false;
    return written === 'article' || isCapitalised(block, from);
  }
  // "رئيس مجلس الوزراء" is the prime minister.
  if (order === 'abjad' && MINISTERS.has(wordAt(block, to)) && isOfHead(block, { from }, order)) return false;
  if (order === 'abjad' && from === to && ADJECTIVES.has(wordAt(block, from)))
    return !isNextWord(block, from - 1) || !BEFORE_ADJECTIVE.test(wordAt(block, from - 1));
  if (order !== 'english') return true;
  // "US Government Accountability Office"
  if (isCapitalised(block, to) && isNextWord(block, to) && isCapitalised(block, to + 1) && !isOffice(block, to + 1))
    return false;
  return wordAt(block, from) !== 'military' || !isNextWord(block, to) || ENDS_OF_PHRASE.has(wordAt(block, to + 1));
}

function* countriesBeside(
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
  return !OTHER_PART.has(wordAt(block, hit.from - 1)) && /^(?:['’]s?)?\s+$/.test(block.text.slice(hit.end, start));
}

/** The one with most words; of several with the same words a state before its territories, or the one that the page is about. */
function chosen(countries: Iterable<Country>, main: () => string | undefined): Country | undefined {
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

function accept(span: Noun, block: Block, country: Country, body: Body): Accepted {
  const [from, to] = [Math.min(span.from, country.from), Math.max(span.to, country.to)];
  const [start, end] = [Math.min(span.start, country.start), Math.max(span.end, country.end)];
  return acceptedAt(body, { ...span, from, to, start, end }, block, block.text.slice(country.start, country.end));
}
