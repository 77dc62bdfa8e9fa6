/** Hits that could be mentions: what case, punctuation, required words and the words around leave of pass 1. */
import { isCommonWord } from '../../text/common-words.ts';
import { alphabetOf } from '../../text/romanise.ts';
import { type Block, type FuzzyHit, type Hit, isAllUpper, isCaseless, isUpper } from '../blocks.ts';
import { isAcronymOfOther, isContinued, isTitle, otherNameBefore, unknownNameBefore, wordAt } from '../context.ts';
import { stands, type View } from '../evidence.ts';
import {
  entityId,
  findToken,
  foldedOf,
  isPerson,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameInfo,
  nameTokens,
  tokenAt,
} from '../name-index/read.ts';
import { SPELLING_BITS, type Strictness } from '../spelling/thresholds.ts';
import { isBornLater } from './births.ts';
import { isBorrowed } from './borrowed.ts';
import { isMetonym, meaningOf } from './capitals.ts';
import { isFirm, isNamesake, isWidelyNamed } from './firm.ts';
import { countryOf, isForeign } from './foreign.ts';
import { isIntroducedAsOther } from './introduced.ts';
import { isAnotherThing, isContinuedByOrigin, isOfFamily, isPieceOfName } from './longer-names.ts';
import { isAnotherByMiddle, isRulerOfTheName, shortenedNames } from './middle-names.ts';
import { evidenceFor, isKnownBySurname, isOpenData, isUnsaid } from './open-data.ts';
import { isOfAnotherField, isOfAnotherLife } from './other-lives.ts';
import { isOfEveryState, isOfThisState, type PageCountries } from './page-countries.ts';
import { pageDate } from './page-date.ts';
import { isCountrySpoken } from './spoken-country.ts';
import { continuesAsOther, isGivenBefore } from './words-beside.ts';
import { caseFits, differsInShortWord, isOtherShortName, punctuationFits } from './writing.ts';

export interface Candidate {
  index: MatchIndex;
  info: NameInfo;
  /** Entity id. */
  id: string;
  block: number;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Tokens, both inclusive. */
  from: number;
  to: number;
  /** Stands for its entity without other evidence. */
  firm: boolean;
  /** Not firm because many people bear the name: whoever is named beside it speaks for it too. */
  namesake?: boolean;
  /** A full name of somebody whom news names everywhere: any other body or person on the page speaks for it. */
  widely?: boolean;
  /** What it needs does not stand in its block: it counts only where the page has another name of the entity. */
  unmet?: boolean;
  /** A piece of the name of something else, or a capital that may be a government: it speaks for others and is no mention. */
  silent?: boolean;
  /** Every country has such a name: what else the page says of one does not tell which is meant. */
  ofState?: boolean;
  /** Pieces of evidence that it asks for: see `open-data.ts`. */
  wants?: number;
  /** Joined by spelling, not letter by letter: the sum of the costs of its words. */
  cost?: number;
}

/** Hits looked at between two steps. */
const BETWEEN_PAUSES = 256;

/** `published`: ISO date of the page. */
export function* candidatesOf(
  view: View,
  strictness: Strictness,
  published: string | undefined,
  countries: PageCountries,
): Generator<void, Candidate[]> {
  const { indexes, blocks, places, scratch } = view;
  const candidates: Candidate[] = [];
  let looked = 0;
  const isShortened = shortenedNames(view);
  const page = { ...pageDate(view, published), ...countries };
  for (const [number, block] of blocks.entries()) {
    for (const [i, hits] of block.hits.entries()) {
      const index = indexes[i]!;
      for (const hit of hits) {
        // A block may have thousands.
        if (++looked % BETWEEN_PAUSES === 0) yield;
        let info = nameInfo(index, hit.name);
        const { needs } = info.rule;
        // Asked first: as many countries as there are may have a body of the name.
        const ofState = isOfEveryState(index, info);
        const ours = ofState && isOfThisState(index, block, hit, info, page);
        if (ofState && !ours && needs === undefined) continue;
        if (!punctuationFits(block, hit, info) || !caseFits(scratch.phraseTokens, block, hit, info)) continue;
        if (partOfOther(indexes, index, block, hit, info)) continue;
        if (isUnsaid(index, block, hit, info, page)) continue;
        if (isForeign(view, index, block, hit, info)) continue;
        if (isShortened(index, number, hit, info)) continue;
        if (isAnotherThing(index, block, hit, info) || isBorrowed(indexes, index, block, hit, info)) continue;
        const meaning = meaningOf(indexes, index, block, hit, info);
        if (meaning === undefined) continue;
        const { speaks, unclear } = meaning;
        const silent = unclear || isPieceOfName(view, index, block, hit, info);
        info = meaning.info;
        const unmet = needs !== undefined && !ours && !speaks && !needsMet(view, number, hit, info, index);
        if (unmet && (info.entityKind === 'person' || isElsewhere(index, block, hit, info))) continue;
        const wants = needs || ours || speaks ? 0 : evidenceFor(index, block, hit, info);
        // "Tobias Veldhoven, a baker in Leeds": the rest of the page has to speak for him.
        const stranger =
          info.entityKind === 'organisation'
            ? isOfAnotherField(indexes, block, hit)
            : info.entityKind === 'person' &&
              hit.to > hit.from &&
              (isIntroducedAsOther(index, block, hit, info) || isOfAnotherLife(indexes, index, block, hit, info));
        const firm =
          !(unmet || stranger) &&
          (needs !== undefined || ours || speaks || (wants === 0 && isFirm(index, block, hit, info)));
        const namesake = !firm && hit.to > hit.from && isNamesake(index, hit.name, info);
        if (namesake && stranger) continue;
        candidates.push({
          index,
          info,
          id: entityId(index, info.entity),
          block: number,
          ...rangeOf(hit),
          end: endOf(block, hit, info),
          firm,
          namesake,
          ...(!firm && !stranger && isWidelyNamed(index, block, hit, info) && { widely: true }),
          ...(unmet && { unmet }),
          ...(silent && { silent }),
          ...(ofState && { ofState }),
          ...(wants > 0 && { wants }),
        });
      }
    }
    for (const [i, hits] of block.variants.entries()) {
      for (const hit of hits) {
        if (
          hit.middle !== undefined &&
          isAnotherByMiddle(indexes[i]!, blocks, places, number, hit.from, hit.middle, hit.to)
        )
          continue;
        const candidate = variantCandidate(indexes, indexes[i]!, block, number, hit, strictness);
        if (candidate && !isShortened(indexes[i]!, number, hit, candidate.info)) candidates.push(candidate);
      }
    }
    yield;
  }
  return candidates;
}

function variantCandidate(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  number: number,
  hit: FuzzyHit,
  strictness: Strictness,
): Candidate | undefined {
  const info = nameInfo(index, hit.name);
  if (info.kind === 'handle' || info.kind === 'acronym' || info.rule.needs || info.rule.exactCase) return undefined;
  // Names of other things are made of words, which resemble words.
  if (info.entityKind !== 'person' && !isUpper(block.text, hit.start)) return undefined;
  const { running, isolated, least, differs } = SPELLING_BITS[strictness];
  const { alone } = hit;
  // What speaks for a person speaks for the family: a further middle name asks for a name that is rare enough by itself.
  if (hit.middle !== undefined && hit.bits < running) return undefined;
  if (hit.bits < (alone ? isolated : least) || partOfOther(indexes, index, block, hit, info)) return undefined;
  if (isRulerOfTheName(index, block, hit)) return undefined;
  if (!alone && (isAllUpper(block.text, hit.start, hit.end) || isContinued(block, hit.to, hit.end))) return undefined;
  const other = isOtherAlphabet(block.text, hit.start, info.text);
  if (!other && isOtherShortName(index, block, hit)) return undefined;
  const heard = other || (hit.letters <= differs && !differsInShortWord(index, block, hit));
  // Among thousands of names some words of any sentence resemble one: of heads of states and in other letters the page can tell, of others nothing.
  const strange = isOpenData(index, info.entity);
  const person = info.entityKind === 'person';
  // A body with a word less is another body: "U.S. Department of Agriculture".
  const whole = nameTokens(index, hit.name).length === hit.to - hit.from + 1;
  if (strange && !person && (!whole || (!other && hit.end - hit.start < info.text.length * LEAST_LENGTH)))
    return undefined;
  const known = person && isKnownBySurname(index, info.entity);
  if (strange && (hit.bits < running || hit.middle !== undefined || !(heard || known))) return undefined;
  return {
    index,
    info,
    id: entityId(index, info.entity),
    block: number,
    ...rangeOf(hit),
    // A title with a surname says as little in another spelling.
    firm:
      (alone ? hit.bits >= isolated : hit.bits >= running && heard && !isNamesake(index, hit.name, info)) &&
      !(info.kind === 'short' && info.entityKind === 'person') &&
      !strange,
    cost: hit.cost,
  };
}

/** Of the length of a name, what a spelling of it in the same letters has at least. */
const LEAST_LENGTH = 0.8;

/** Latin, Greek and Cyrillic letters, and those without case, are alphabets of their own. */
function isOtherAlphabet(text: string, at: number, name: string): boolean {
  return alphabetOf(text.charCodeAt(at)) !== alphabetOf(name.charCodeAt(0));
}

/** Tokens up to which two paragraphs that follow each other are read as one: news has a sentence or two in each. */
const ONE_PASSAGE = 90;
/** How running text ends: a headline, an item of a list or a cell has a subject of its own. */
const SENTENCE_END = /[.!?…؟。۔]["'”’»)\]]*\s*$/;

/** Whether a block is the one at `number`, or stands beside it in one passage of running text. */
function isNear(blocks: readonly Block[], number: number): (block: number) => boolean {
  const isText = (block: Block | undefined) => block !== undefined && SENTENCE_END.test(block.text);
  const own = blocks[number]!;
  return (block) =>
    block === number ||
    (Math.abs(block - number) === 1 &&
      own.count + blocks[block]!.count <= ONE_PASSAGE &&
      isText(own) &&
      isText(blocks[block]));
}

/** The year alone tells an event from others of its kind, so no other block of the page lends it. */
const YEAR = /\p{Nd}{4}/u;

/** `needs` asks for a word in the same passage, or for several joined by ` + `; a handle of the entity itself there says as much. */
function needsMet(view: View, number: number, { from, to }: Hit, info: NameInfo, index: MatchIndex): boolean {
  const { entity, rule } = info;
  const { indexes, blocks } = view;
  const span = { block: number, from, to };
  const own = (block: number) => block === number;
  // One word means too many things: the next item of a digest is about another subject.
  const near = from < to ? isNear(blocks, number) : own;
  const isMet = (need: string) => {
    const counts = YEAR.test(need) ? own : near;
    return need.split(' + ').every((word) => stands(view, word, span, counts));
  };
  if (rule.needs!.some(isMet)) return true;
  if (!isOfEveryState(index, info) && isCountrySpoken(view, number, span, { index, info }, near)) return true;
  const beside = blocks[number]!.hits[indexes.indexOf(index)]!;
  return beside.some(
    (hit) => nameInfo(index, hit.name).entity === entity && nameInfo(index, hit.name).kind === 'handle',
  );
}

/** A word that means something else where its pack's subject is not named; bodies of open data have their country to speak for them. */
function isElsewhere(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  if (info.rule.needs!.every((need) => YEAR.test(need))) return true;
  return !isOpenData(index, info.entity) && info.kind !== 'acronym' && isMetonym(block, hit, info);
}

/** The last dot of an acronym that is written letter by letter belongs to it, "U. N.", and the second of two marks: وكالة "فارس". */
function endOf({ text }: Block, { from, to, start, end }: Hit, { kind, rule }: NameInfo): number {
  if (/["“„«(][^"”“»)]*$/.test(text.slice(start, end)) && /["”“»)]/.test(text[end] ?? '')) return end + 1;
  return (kind === 'acronym' || rule.exactCase) && to > from && text[end] === '.' ? end + 1 : end;
}

function rangeOf({ start, end, from, to }: Hit) {
  return { start, end, from, to };
}

/** The hit is a piece of a longer name of something else. */
function partOfOther(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { from, to, start, end } = hit;
  if (info.kind === 'handle' || !(isUpper(block.text, start) || isCaseless(block.text, start))) return false;
  // "Bishop Osric": the title of somebody.
  if (from === to && isTitle(block, from) && isContinued(block, to, end)) return true;
  if (info.kind === 'acronym' && isAcronymOfOther(block, to)) return true;
  // "Iran Street", "Oslo University".
  if (info.entityKind === 'place' && metaOf(index, info.entity).type) return continuesAsOther(indexes, block, to);
  if (info.entityKind !== 'person') return false;
  if (continuesAsOther(indexes, block, to) || isBornLater(index, block, hit, info)) return true;
  if (to > from && isContinuedByOrigin(block, hit, (word) => isCommonWord(word) || countryOf(word) >= 0)) return true;
  if (from === to && isCaseless(block.text, start)) return isGivenBefore(indexes, block, from);
  return from === to
    ? unknownNameBefore(block, from) || isOfFamily(block, from, to, end)
    : otherNameBefore(block, from, (token) => isGivenIn(index, block, token));
}

/** Whether a person of the index has a name of two words or more that begins with the word. */
function isGivenIn(index: MatchIndex, block: Block, token: number): boolean {
  const word = wordAt(block, token);
  const id = findToken(index, block.hash[token]!, () => word);
  if (id < 0 || foldedOf(index, id) !== word) return false;
  for (let name = index.first[id]!; name < index.first[id + 1]!; name++)
    if (isPerson(index, name) && tokenAt(index, name, 1) >= 0) return true;
  return false;
}
