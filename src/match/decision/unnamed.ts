/** Persons whom a page calls by their surname only. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { isFrequentSurname } from '../../text/frequent-names.ts';
import { ARTICLE } from '../../text/token-list.ts';
import { type Block, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isRulerTitled, mayBeTitle, unknownNameBefore, wordAt } from '../context.ts';
import { type Span, stands, type View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { namesWith } from '../name-index/postings.ts';
import {
  entityId,
  entityOf,
  findEntity,
  findToken,
  foldedOf,
  isPerson,
  type MatchIndex,
  metaOf,
  nameTokens,
} from '../name-index/read.ts';
import { BESIDE, besideOf, hasHeld, isInRole, officesBefore } from './beside-surname.ts';
import type { Candidate } from './candidates.ts';
import { hitsByToken } from './hits-by-token.ts';
import { isOfLife } from './lives.ts';
import { isHead, isKnownBySurname } from './open-data.ts';
import { haveOneOffice } from './shared-surnames.ts';
import { type Bearer, bearersOf, inOffice, isOnlyOf, isTelling, leading, MOST_NAMES } from './surname-bearers.ts';
import { ENDS_LONG_NAME, ENDS_NAME, ENDS_NAME_ALONE, filterFor, mayEnd } from './surname-filter.ts';
import { isRulers, isSecondSurname, isShortForm } from './surname-forms.ts';

/** A shorter surname is a word of some language; one letter less is enough of who heads a state or a government, with a piece of evidence more. */
const LEAST_LETTERS = 5;
const LEAST_ABJAD_LETTERS = 4;
/** Cues on the page, established entities that are related, a title before the surname, and the company of others of a pack of one subject. */
const EVIDENCE = 2;
/** As much in a script without capitals, where nothing tells a surname from a noun. */
const EVIDENCE_WITHOUT_CASE = 3;
/** As much for a surname that many bear. */
const EVIDENCE_OF_FREQUENT = 4;
/** As much for a surname that nobody else in the packs bears and few in the world. */
const EVIDENCE_OF_UNIQUE = 1;
/** Others of the same pack who are on the page for certain; a pack of more entities than these has many subjects. */
const COMPANY = { least: 2, many: 5, most: 1000 };

/**
 * Ids of persons whose surname stands on the page, and for whom enough evidence speaks. Of several bearers in the packs it is the one who alone held an
 * office on the date of the page, unless the page says more of another.
 * `support`: how many established entities are related to one. `ofCountry`: what the politics of its country on the page say of a head.
 */
export function unnamedPersons(
  view: View,
  established: ReadonlyMap<string, Candidate | undefined>,
  support: (id: string) => number,
  ofCountry: (index: MatchIndex, entity: number, cued: boolean) => number,
  published: string | undefined,
): string[] {
  const found = new Set<string>();
  const onPage = [...established].flatMap(([id, each]) => (each === undefined ? [] : id));
  const company = new Map<MatchIndex, number>();
  /** Where no capital tells a surname from a noun, many others of the pack are two pieces. Their names may be those of another pack: "Iran". */
  const companyOf = (index: MatchIndex, caseless: boolean, least = COMPANY.least) => {
    if (index.entities > COMPANY.most) return 0;
    if (!company.has(index)) company.set(index, onPage.filter((id) => findEntity(index, id) >= 0).length);
    const others = company.get(index)!;
    return others < least ? 0 : caseless && others >= COMPANY.many ? 2 : 1;
  };
  /** That nobody else has a surname says little where few people are known. */
  const knowsWorld = view.indexes.some(({ entities }) => entities > COMPANY.most);
  /** By hash: what has stood beside the word at most, and the one bearer of a surname so rare that it names nobody else. */
  const words = new Map<number, { beside: number; only?: Bearer; unique?: Bearer }>();
  /** Of the block that is looked at: whose surnames of their own, in packs of one subject, stand there. */
  const together = new Set<string>();
  const weigh = (
    span: Span,
    letters: () => string,
    hash: number,
    beside: number,
    offices: readonly string[],
    end: number,
  ) => {
    const before = words.get(hash);
    if (before?.only !== undefined && isSaidOf(view, span, end, before.only)) found.add(before.only.id);
    if (before?.unique !== undefined) together.add(before.unique.id);
    if (before !== undefined && before.beside >= beside) return;
    const word: { beside: number; only?: Bearer; unique?: Bearer } = before ?? { beside };
    word.beside = beside;
    if (before === undefined) words.set(hash, word);
    const bearers = bearersOf(view.indexes, hash, letters, beside > BESIDE.title);
    if (bearers.length === 0) return;
    const called = bearers.filter((each) => hasHeld(each, offices));
    const titular = called.length > 1 ? inOffice(called, published) : called[0];
    if (titular !== undefined) {
      found.add(titular.id);
      return;
    }
    if (bearers.some(({ id }) => established.has(id) || found.has(id))) return;
    const evidence = ({ index, entity, id }: Bearer) => {
      const cues = (metaOf(index, entity).cues ?? []).filter((cue) => stands(view, cue, span)).length;
      return cues + support(id) + ofCountry(index, entity, cues > 0);
    };
    const holder = inOffice(bearers, published);
    const bearer = bearers.length > 1 ? (holder ?? leading(bearers, evidence)) : bearers[0];
    if (bearer === undefined) return;
    const caseless = isCaseless(letters(), 0);
    const short = !caseless && letters().length < LEAST_LETTERS;
    if (short && !isHead(bearer.index, bearer.entity)) return;
    const telling = !short && isTelling(bearer.index, bearer.token, letters());
    const isOne = bearers.length === 1 || (bearer === holder && haveOneOffice(bearers));
    const unique = knowsWorld && isOne && !caseless && telling && isOnlyOf(view.indexes, hash, letters(), bearers);
    if (unique && bearer.index.entities <= COMPANY.most) {
      word.unique = bearer;
      together.add(bearer.id);
    }
    if (bearers.length === 1 && telling) {
      word.only = bearer;
      if (isSaidOf(view, span, end, bearer)) {
        found.add(bearer.id);
        return;
      }
    }
    const weight = evidence(bearer);
    const wanted = unique
      ? EVIDENCE_OF_UNIQUE
      : (isFrequentSurname(letters()) ? EVIDENCE_OF_FREQUENT : caseless ? EVIDENCE_WITHOUT_CASE : EVIDENCE) +
        (short ? 1 : 0);
    if (
      weight +
        (beside === BESIDE.verb && !isInRole(bearer) ? 0 : beside) +
        companyOf(bearer.index, caseless, unique ? 1 : COMPANY.least) <
      wanted
    )
      return;
    if (bearers.some((other) => other !== bearer && evidence(other) > weight)) return;
    found.add(bearer.id);
  };
  const hits = hitsByToken(view);
  const filter = filterFor(view.scratch.surnameFilter, view.indexes);
  view.scratch.surnameFilter = filter;
  // Where a pack says nothing of its persons, only others on the page can.
  const surname = ENDS_NAME | (established.size > 0 ? ENDS_NAME_ALONE : 0);
  const mayBe = (hash: number) => (mayEnd(filter, hash) & surname) !== 0;
  const lookAt = (number: number, block: Block, token: number, isName: boolean, isLong: boolean) => {
    const double = isLong ? doubleSurnameAt(view.indexes, block, token) : undefined;
    if (double !== undefined) found.add(double);
    const ruler = rulerAt(view.indexes, block, token);
    if (ruler !== undefined) found.add(ruler);
    if (!(isName || block.firstReading[token]) || !mayBeSurname(block, token)) return;
    const span = { block: number, from: token, to: token };
    const offices = officesBefore(view, hits, number, token);
    const beside = offices.length > 0 ? BESIDE.office : besideOf(block, token);
    if (isName) weigh(span, () => wordAt(block, token), block.hash[token]!, beside, offices, block.end[token]!);
    if (!block.firstReading[token]) return;
    for (let r = block.firstReading[token]! - 1; block.readings[r]?.token === token; r++) {
      const { hash, start, end, letters, kind } = block.readings[r]!;
      // An article makes a name of many nouns.
      if (kind === ARTICLE || !mayBe(hash)) continue;
      weigh(span, () => letters ?? foldSpan(block.text, start, end), hash, beside, offices, end);
    }
  };
  for (const [number, block] of view.blocks.entries()) {
    const { text, start, hash, firstReading, count } = block;
    let ends = NOT_A_NAME;
    for (let token = -1; token < count; token++) {
      const own = ends;
      // No name begins with a small letter of English, and nearly all words do.
      const unit = token + 1 < count ? text.charCodeAt(start[token + 1]!) : 0x61;
      ends = unit < 0x61 || unit > 0x7a ? mayEnd(filter, hash[token + 1]!) : NOT_A_NAME;
      if (own === NOT_A_NAME) continue;
      const isName = (own & surname) !== 0;
      const isLong = ends !== NOT_A_NAME && (ends & ENDS_LONG_NAME) !== 0;
      if (isName || isLong || firstReading[token] || mayBeTitle(hash[token - 1]!))
        lookAt(number, block, token, isName, isLong);
    }
    if (together.size > 1) for (const id of together) found.add(id);
    together.clear();
  }
  return [...found];
}

/** In place of what a word may end. */
const NOT_A_NAME = -1;

/** A short form of the bearer's own given name stands before the surname, or what the sentence says is said of a person. */
function isSaidOf(view: View, span: Span, end: number, bearer: Bearer): boolean {
  const block = view.blocks[span.block]!;
  if (isOwnShortForm(view, span, bearer)) return true;
  return !unknownNameBefore(block, span.from) && isOfLife(block, block.start[span.from]!, end);
}

/** "Ray Kurzweil" for Raymond Kurzweil. */
function isOwnShortForm({ blocks }: View, { block: number, from }: Span, { index, entity }: Bearer): boolean {
  const block = blocks[number]!;
  if (!isNextWord(block, from - 1) || !isCapitalised(block, from - 1)) return false;
  const word = wordAt(block, from - 1);
  return Array.from(namesOf(index, entity)).some((name) => {
    const tokens = nameTokens(index, name);
    return tokens.length > 1 && isShortForm(word, foldedOf(index, tokens[0]!));
  });
}

/** Id of the one person whose surname of two words, "Goeppert Mayer", stands at the token: two rare words say as much as a given name and a surname. */
function doubleSurnameAt(indexes: readonly MatchIndex[], block: Block, token: number): string | undefined {
  if (!isCapitalised(block, token + 1) || !isCapitalised(block, token) || !isNextWord(block, token)) return undefined;
  let bearer: string | undefined;
  for (const index of indexes) {
    const first = tokenIn(index, block, token);
    const last = first < 0 ? -1 : tokenIn(index, block, token + 1);
    if (last < 0) continue;
    const words = [foldedOf(index, first), foldedOf(index, last)];
    if (!isSecondSurname(words[0]!) || words.some(isCommonWord) || words.every(isFrequentSurname)) return undefined;
    for (const name of namesWith(index, last, MOST_NAMES)) {
      const tokens = nameTokens(index, name);
      if (tokens.at(-1) !== last || tokens.at(-2) !== first || !isPerson(index, name)) continue;
      const entity = entityOf(index, name);
      // The two words are a name of somebody, or of a writer of another name.
      if (tokens.length < 3 || !isKnownBySurname(index, entity)) return undefined;
      if (bearer !== undefined && bearer !== entityId(index, entity)) return undefined;
      bearer = entityId(index, entity);
    }
  }
  return bearer;
}

/** Id of the one ruler of the name at the token, after a ruler's title and without the numeral: "Pope Benedict". */
function rulerAt(indexes: readonly MatchIndex[], block: Block, token: number): string | undefined {
  if (token === 0 || !mayBeTitle(block.hash[token - 1]!) || !isRulerTitled(block, token)) return undefined;
  const bearers = new Set<string>();
  for (const index of indexes) {
    const first = tokenIn(index, block, token);
    if (first < 0) continue;
    for (let name = index.first[first]!; name < index.first[first + 1]!; name++) {
      const [, numeral, more] = nameTokens(index, name);
      if (numeral === undefined || more !== undefined || !isPerson(index, name)) continue;
      if (isRulers(foldedOf(index, first), foldedOf(index, numeral)))
        bearers.add(entityId(index, entityOf(index, name)));
    }
  }
  const [only] = bearers;
  return bearers.size === 1 ? only : undefined;
}

function tokenIn(index: MatchIndex, block: Block, token: number): number {
  const word = () => wordAt(block, token);
  const found = findToken(index, block.hash[token]!, word);
  return found >= 0 && foldedOf(index, found) === word() ? found : -1;
}

function mayBeSurname(block: Block, token: number): boolean {
  const length = block.end[token]! - block.start[token]!;
  const caseless = isCaseless(block.text, block.start[token]!);
  return length >= (caseless ? LEAST_ABJAD_LETTERS : LEAST_LETTERS - 1) && (caseless || isCapitalised(block, token));
}
