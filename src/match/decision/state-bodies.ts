import { type Block, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type Span, stands, type View } from '../evidence.ts';
import type { StateBody } from '../name-index/nations.ts';
import { entityId } from '../name-index/read.ts';
import { ORDERS, type Order, type StateNoun, stateNounsOf } from '../name-index/state-nouns.ts';
import { type Country, chosen, countriesBeside } from './countries-beside.ts';
import { hitsByToken } from './hits-by-token.ts';
import { holderBeside } from './holders-beside.ts';
import {
  type Body,
  bodiesOn,
  bodyIn,
  bodyOf,
  bodyOfPage,
  isLoneBody,
  isOfClause,
  isOfCountry,
  isOffice,
  isOfHead,
} from './lone-bodies.ts';
import { countryOf, type NamedFor, namedFor } from './named-for.ts';
import { acceptedAt, type Noun, spansOf } from './noun-phrases.ts';
import { isOfOtherOwner } from './other-owner.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';

/** After "the Turkish military": a noun after it, and it is an adjective. */
const ENDS_OF_PHRASE = new Set(
  (
    'and or but as at by for from in into on of over to with without after before during since while when that which who whose than then also now still not ' +
    'has have had is are was were be been will would can could may might must should does did do said says told struck'
  ).split(' '),
);

/** Between a noun and the person whose government it is. */
const OF_WHOM = new Set('of von de del du'.split(' '));

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
  const found: Accepted[] = [];
  const lone: { noun: StateNoun; span: Noun }[] = [];
  const beside = new Map<StateBody, Map<string, number[]>>();
  const ofOthers = new Set<StateNoun>();
  let last = -1;
  for (const noun of nouns.bodies) {
    const own = beside.get(noun.bodies[0]!) ?? new Map<string, number[]>();
    beside.set(noun.bodies[0]!, own);
    const speaksFor = (country: string, { block, from }: Noun) =>
      own.set(country, [...(own.get(country) ?? []), placeAt(block, from)]);
    for (const [order, phrases, alone] of phrasesOf(noun))
      for (const span of spansOf(view, phrases, order)) {
        if (span.block !== last) yield;
        last = span.block;
        const block = view.blocks[span.block]!;
        const nameAt = (token: number) => names.get(placeAt(span.block, token));
        if (names.has(placeAt(span.block, span.from)) || names.has(placeAt(span.block, span.to))) continue;
        if (!isBody(block, span, order, noun)) continue;
        const near = [...countriesBeside(indexes, hits, view, span, order)];
        const country = chosen(
          near.filter((each) => bodyOf(noun, each, view.indexes) !== undefined),
          () => page.main()?.country,
        );
        const body = country && accept(span, block, country, bodyOf(noun, country, view.indexes)!);
        if (body && !(noun.unlike && isNextWord(block, body.to) && noun.unlike.test(wordAt(block, body.to + 1))))
          found.push(body);
        for (const { index, entity } of near) speaksFor(entityId(index, entity), span);
        const holder =
          near.length === 0 && noun.bodies[0] !== 'government' ? holderBeside(block, span, nameAt) : undefined;
        const state = holder && countryOf(view, holder);
        const led = state && bodyIn(noun, state, indexes, view.indexes);
        if (led) {
          found.push(acceptedAt(led, span, block, holder!.info.text));
          speaksFor(state, span);
          continue;
        }
        if (!alone || near.length > 0) continue;
        // "die Regierung Merz", "el Gobierno de Milei"
        if (isBeforeName(block, span, nameAt)) continue;
        if (!isOfOtherOwner(block, span)) {
          if (isLoneBody(block, span, order) && !(noun.headed && isOfHead(block, span, order)))
            lone.push({ noun, span });
        } else if (order !== 'abjad' || isAdjective(wordAt(block, span.to + 1))) ofOthers.add(noun);
      }
  }
  // Asked for by few pages, and dear: it counts the words of countries.
  let speaking: NamedFor | undefined;
  for (const [noun, spans] of Map.groupBy(lone, (each) => each.noun)) {
    yield;
    // "This House", "the Scottish Parliament": elsewhere on the page it may be that one.
    if (ofOthers.has(noun) || noun.regions?.split('|').some((text) => stands(view, text, NOWHERE))) continue;
    speaking ??= namedFor(view, accepted, page);
    const near = beside.get(noun.bodies[0]!)!;
    const countries = new Set(near.keys());
    const own = bodyOfPage(view, indexes, noun, page, countries, bodiesOn([...accepted, ...found]), speaking);
    const [only] = countries.size === 1 ? near : [];
    for (const { span } of spans) {
      // "the Iraqi government", and in the same paragraph or the next "the government"
      const before = only?.[1].some(
        (place) => place < placeAt(span.block, span.from) && place >= placeAt(span.block - 1, 0),
      );
      const body = before ? bodyIn(noun, only![0], indexes, view.indexes) : undefined;
      if (body && isOfClause(page, view.blocks[span.block]!, span, only![0])) {
        found.push(acceptedAt(body, span, view.blocks[span.block]!, only![0]));
        continue;
      }
      if (own && isOfCountry(page, view.blocks, span, own.country, noun.named !== undefined, speaking))
        found.push(acceptedAt(own, span, view.blocks[span.block]!, own.country));
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

function accept(span: Noun, block: Block, country: Country, body: Body): Accepted {
  const [from, to] = [Math.min(span.from, country.from), Math.max(span.to, country.to)];
  const [start, end] = [Math.min(span.start, country.start), Math.max(span.end, country.end)];
  return acceptedAt(body, { ...span, from, to, start, end }, block, block.text.slice(country.start, country.end));
}
