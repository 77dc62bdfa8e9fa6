/** Hits that could be mentions: what case, punctuation, required words and the words around leave of pass 1. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../../text/frequent-names.ts';
import { type Block, type FuzzyHit, type Hit, isAllUpper, isCaseless, isUpper } from '../blocks.ts';
import {
  continuesAsOther,
  followsPlaceHead,
  isAcronymOfOther,
  isContinued,
  isNameByCapital,
  isTitle,
  otherNameBefore,
  unknownNameBefore,
  wordAt,
} from '../context.ts';
import { stands, type View } from '../evidence.ts';
import { namesWith } from '../name-index/postings.ts';
import {
  entityId,
  entityOf,
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
import { isShortened } from '../name-index/spellings.ts';
import { surplusBits } from '../spelling/weight.ts';
import type { MatchOptions } from '../types.ts';
import { isBornLater } from './births.ts';
import { isForeign, isMetonym, isPlaceThere } from './foreign.ts';
import { isIntroducedAsOther } from './introduced.ts';
import { isAnotherByMiddle, isRulerOfTheName } from './middle-names.ts';
import { evidenceFor, isHead, isKnownBySurname, isOpenData, isUnsaid } from './open-data.ts';
import { caseFits, differsInShortWord, punctuationFits } from './writing.ts';

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
  /** What it needs does not stand in its block: it counts only where the page has another name of the entity. */
  unmet?: boolean;
  /** Pieces of evidence that it asks for: see `open-data.ts`. */
  wants?: number;
  /** Joined by spelling, not letter by letter: the sum of the costs of its words. */
  cost?: number;
}

/** `published`: ISO date of the page. */
export function* candidatesOf(
  view: View,
  strictness: Strictness,
  published: string | undefined,
): Generator<void, Candidate[]> {
  const { indexes, blocks, places, scratch } = view;
  const candidates: Candidate[] = [];
  for (const [number, block] of blocks.entries()) {
    for (const [i, hits] of block.hits.entries()) {
      const index = indexes[i]!;
      for (const hit of hits) {
        const info = nameInfo(index, hit.name);
        if (!punctuationFits(block, hit, info) || !caseFits(scratch.phraseTokens, block, hit, info)) continue;
        if (partOfOther(index, block, hit, info)) continue;
        if (isUnsaid(index, block, hit, info, published)) continue;
        if (isForeign(index, block, hit, info) || isPlaceThere(block, hit, info)) continue;
        const { needs } = info.rule;
        const unmet = needs !== undefined && !needsMet(view, number, hit, info, index);
        if (unmet && (info.entityKind === 'person' || isElsewhere(index, block, hit, info))) continue;
        const wants = needs ? 0 : evidenceFor(index, block, hit, info);
        const firm = !unmet && (needs !== undefined || (wants === 0 && isFirm(index, block, hit, info)));
        const namesake = !firm && hit.to > hit.from && isNamesake(index, hit.name, info);
        if (namesake && isIntroducedAsOther(index, block, hit, info)) continue;
        candidates.push({
          index,
          info,
          id: entityId(index, info.entity),
          block: number,
          ...rangeOf(hit),
          end: endOf(block, hit, info),
          firm,
          namesake,
          ...(unmet && { unmet }),
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
        const candidate = variantCandidate(indexes[i]!, block, number, hit, strictness);
        if (candidate) candidates.push(candidate);
      }
    }
    yield;
  }
  return candidates;
}

type Strictness = NonNullable<MatchOptions['strictness']>;

/**
 * Surplus bits (`weight.ts`) from which a spelling stands alone, in running text and where a name is all that the block holds (a caption, a
 * cell, a line of a list), and from which evidence on the page lets it stand. The first is set by the strangers that a megabyte of news names.
 * `differs` is what the letters of a spelling in the same script may cost in running text without evidence: two people of whom one is known are as often one
 * letter apart as one person is from a misspelling, and only the page can tell.
 */
const SPELLING_BITS = {
  strict: {
    running: Number.POSITIVE_INFINITY,
    isolated: Number.POSITIVE_INFINITY,
    least: Number.POSITIVE_INFINITY,
    differs: 0,
  },
  normal: { running: 3.8, isolated: -3, least: 1, differs: 0.1 },
  generous: { running: 2.5, isolated: -4, least: -1, differs: Number.POSITIVE_INFINITY },
};
/** Surplus bits from which the full name of a person, letter by letter, can be no namesake. */
const EXACT_BITS = 2;
/** As much for the head of a state or a government, whom texts name a thousand times for once a namesake. */
const HEAD_BITS = -3;
/** As much for one that leaves out a middle name of the pack's. */
const SHORT_BITS = 3.8;
/** As much for a person of one name: it is rarer than any given name. */
const SINGLE_BITS = 0;

function variantCandidate(
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
  if (hit.bits < (alone ? isolated : least) || partOfOther(index, block, hit, info)) return undefined;
  if (isRulerOfTheName(index, block, hit)) return undefined;
  if (!alone && (isAllUpper(block.text, hit.start, hit.end) || isContinued(block, hit.to, hit.end))) return undefined;
  const other = isOtherAlphabet(block.text, hit.start, info.text);
  const heard = other || (hit.letters <= differs && !differsInShortWord(index, block, hit));
  // Among thousands of names some words of any sentence resemble one: of heads of states and in other letters the page can tell, of others nothing.
  const strange = info.entityKind === 'person' && isOpenData(index, info.entity);
  if (strange && (hit.bits < running || hit.middle !== undefined || !(heard || isKnownBySurname(index, info.entity))))
    return undefined;
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

/** Latin, Greek and Cyrillic letters, and those without case, are alphabets of their own. */
function isOtherAlphabet(text: string, at: number, name: string): boolean {
  const alphabetOf = (unit: number) => (unit < 0x0370 ? 0 : unit < 0x0400 ? 1 : unit < 0x0530 ? 2 : 3);
  return alphabetOf(text.charCodeAt(at)) !== alphabetOf(name.charCodeAt(0));
}

/** The name, with at most a title, is all that the block holds. */
function isAlone({ count }: Block, { from, to }: Hit): boolean {
  return count - (to - from + 1) <= 1;
}

/** `needs` asks for a word in the same block, or for several joined by ` + `; a handle of the entity itself there says as much. */
function needsMet(view: View, number: number, { from, to }: Hit, info: NameInfo, index: MatchIndex): boolean {
  const { entity, rule } = info;
  const { indexes, blocks } = view;
  const span = { block: number, from, to };
  const isMet = (need: string) => need.split(' + ').every((word) => stands(view, word, span, true));
  if (rule.needs!.some(isMet)) return true;
  const own = blocks[number]!.hits[indexes.indexOf(index)]!;
  return own.some((hit) => nameInfo(index, hit.name).entity === entity && nameInfo(index, hit.name).kind === 'handle');
}

/** A word that means something else where its pack's subject is not named; bodies of open data have their country to speak for them. */
function isElsewhere(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  // The year alone tells an event from others of its kind, so no other block of the page lends it.
  if (info.rule.needs!.every((need) => /\p{Nd}{4}/u.test(need))) return true;
  return !isOpenData(index, info.entity) && isMetonym(block, hit, info);
}

/** The last dot of an acronym that is written letter by letter belongs to it: "U. N." */
function endOf({ text }: Block, { from, to, end }: Hit, { kind }: NameInfo): number {
  return kind === 'acronym' && to > from && text[end] === '.' ? end + 1 : end;
}

function rangeOf({ start, end, from, to }: Hit) {
  return { start, end, from, to };
}

/** The hit is a piece of a longer name of something else. */
function partOfOther(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  const { from, to, start, end } = hit;
  if (info.kind === 'handle' || !(isUpper(block.text, start) || isCaseless(block.text, start))) return false;
  // "Bishop Osric": the title of somebody.
  if (from === to && isTitle(block, from) && isContinued(block, to, end)) return true;
  if (info.kind === 'acronym' && isAcronymOfOther(block, to)) return true;
  // "Iran Street", "Oslo University".
  if (info.entityKind === 'place' && metaOf(index, info.entity).type) return continuesAsOther(block, to);
  if (info.entityKind !== 'person') return false;
  if (continuesAsOther(block, to) || followsPlaceHead(block, from) || isBornLater(index, block, hit, info)) return true;
  return from === to
    ? unknownNameBefore(block, from)
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

/**
 * A full name that many people bear, by the names of the world: a frequent given name with a frequent surname. A pack that says what speaks for its
 * bearer (cues) is asked; one that does not knows only the name.
 */
function isNamesake(index: MatchIndex, name: number, { entity, entityKind }: NameInfo): boolean {
  if (entityKind !== 'person' || !metaOf(index, entity).cues?.length) return false;
  const tokens = nameTokens(index, name);
  return (
    tokens.length === 2 && isGivenName(foldedOf(index, tokens[0]!)) && isFrequentSurname(foldedOf(index, tokens[1]!))
  );
}

/** Names that mean one thing wherever they stand. */
function isFirm(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  if (info.kind === 'handle') return true;
  if (info.kind === 'acronym') return false;
  const single = hit.from === hit.to;
  if (info.kind === 'short') return !single && info.entityKind !== 'person';
  if (single) {
    if (isCommonWord(foldSpan(block.text, hit.start, hit.end)))
      return info.entityKind === 'place' && isNameByCapital(block, hit);
    if (info.entityKind !== 'person') return true;
    return info.kind === 'full'
      ? surplusBits(index, nameTokens(index, hit.name), 0) >= SINGLE_BITS
      : isOwnSurname(index, hit.name, info);
  }
  if (info.entityKind !== 'person') return true;
  const tokens = nameTokens(index, hit.name);
  const short = tokens.length === 2 && isShortened(info.text);
  if (short && isFrequentSurname(foldedOf(index, tokens[1]!))) return false;
  // Some name of thousands of members of parliaments is also that of a goalkeeper.
  if (isOpenData(index, info.entity) && !isHead(index, info.entity)) return false;
  if (isAlone(block, hit) && !short) return true;
  if (isNamesake(index, hit.name, info)) return false;
  const least = short ? SHORT_BITS : isHead(index, info.entity) ? HEAD_BITS : EXACT_BITS;
  return !isContinued(block, hit.to, hit.end) && surplusBits(index, tokens, 0) >= least;
}

/** More names with one token are not looked through. */
const MOST_BEARERS = 400;

/** A single name of a person that is also the last word of a longer one: "Obama", but not "Steve". */
function isOwnSurname(index: MatchIndex, name: number, info: NameInfo): boolean {
  const [token] = nameTokens(index, name);
  return namesWith(index, token!, MOST_BEARERS).some((other) => {
    const all = entityOf(index, other) === info.entity ? nameTokens(index, other) : [];
    return all.length > 1 && all[all.length - 1] === token;
  });
}
