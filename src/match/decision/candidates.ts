/** Hits that could be mentions: what case, punctuation, required words and the words around leave of pass 1. */
import type { Block, Hit } from '../blocks.ts';
import { stands, type View } from '../evidence.ts';
import { entityId, type MatchIndex, type NameInfo, nameInfo } from '../name-index/read.ts';
import type { Strictness } from '../spelling/thresholds.ts';
import { isBorrowed } from './borrowed.ts';
import { isMetonym, meaningOf } from './capitals.ts';
import { isCited, isSpeakerOfLine } from './cited-outlets.ts';
import { isFirm, isKnownByOneWord, isNamesake, isWidelyNamed } from './firm.ts';
import { isForeign } from './foreign.ts';
import { isIntroducedAsOther } from './introduced.ts';
import { isAnotherThing, isPieceOfName } from './longer-names.ts';
import { isAnotherByMiddle, shortenedNames } from './middle-names.ts';
import { evidenceFor, isOpenData, isUnsaid } from './open-data.ts';
import { isOfAnotherField, isOfAnotherLife } from './other-lives.ts';
import { isOfEveryState, isOfThisState, type PageCountries } from './page-countries.ts';
import { pageDate } from './page-date.ts';
import { partOfOther } from './pieces-of-names.ts';
import { isCountrySpoken } from './spoken-country.ts';
import { variantCandidate } from './variants.ts';
import { caseFits, punctuationFits } from './writing.ts';

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
  /** It says so little that its country must stand in its block. */
  local?: boolean;
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
        if (isAnotherThing(indexes, index, block, hit, info) || isBorrowed(indexes, index, block, hit, info)) continue;
        const named = info;
        const isMet = () => needs === undefined || needsMet(view, number, hit, named, index);
        const meaning = meaningOf(indexes, index, block, hit, info, page, isMet);
        if (meaning === undefined) continue;
        const { speaks, unclear } = meaning;
        const silent = unclear || isPieceOfName(view, index, block, hit, info);
        info = meaning.info;
        const met =
          ours ||
          speaks ||
          (needs !== undefined &&
            (needsMet(view, number, hit, info, index) ||
              isCited(indexes, index, block, hit, info) ||
              isSpeakerOfLine(indexes, block, hit)));
        const byOneWord = !met && isKnownByOneWord(indexes, index, block, hit, info);
        const unmet = needs !== undefined && !met && !byOneWord;
        if (unmet && (info.entityKind === 'person' || isElsewhere(index, block, hit, info))) continue;
        const wants = byOneWord ? 1 : needs || ours || speaks ? 0 : evidenceFor(view, index, block, hit, info);
        // "Tobias Veldhoven, a baker in Leeds": the rest of the page has to speak for him.
        const stranger =
          info.entityKind === 'organisation'
            ? isOfAnotherField(indexes, block, hit)
            : info.entityKind === 'person' &&
              hit.to > hit.from &&
              (isIntroducedAsOther(index, block, hit, info) || isOfAnotherLife(indexes, index, block, hit, info));
        const firm =
          !(unmet || stranger) &&
          (met || ((byOneWord || wants === 0) && needs === undefined && isFirm(index, block, hit, info)));
        const namesake = !firm && hit.to > hit.from && isNamesake(index, hit.name, info);
        if (namesake && stranger) continue;
        candidates.push({
          index,
          info,
          id: entityId(index, info.entity),
          block: number,
          start: hit.start,
          end: endOf(block, hit, info),
          from: hit.from,
          to: hit.to,
          firm,
          namesake,
          ...(!firm && !stranger && (byOneWord || isWidelyNamed(index, block, hit, info)) && { widely: true }),
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

/** The last dot of an acronym that is written letter by letter belongs to it, "U. N.", that of "Jr.", and the second of two marks: وكالة "فارس". */
function endOf({ text }: Block, { from, to, start, end }: Hit, { kind, rule, entityKind }: NameInfo): number {
  if (entityKind === 'person') return endOfSuffix(text, end);
  if (/["“„«(][^"”“»)]*$/.test(text.slice(start, end)) && /["”“»)]/.test(text[end] ?? '')) return end + 1;
  return (kind === 'acronym' || rule.exactCase) && to > from && text[end] === '.' ? end + 1 : end;
}

/** The end of a name that ends in "Jr" at `end`, with the dot after it. */
export function endOfSuffix(text: string, end: number): number {
  return text[end] === '.' && / [JS]r$/.test(text.slice(end - 3, end)) ? end + 1 : end;
}
