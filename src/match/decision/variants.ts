/** Names in another spelling that could be mentions. */
import { alphabetOf, isAbjad } from '../../text/romanise.ts';
import { type Block, type FuzzyHit, isAllUpper, isCaseless, isUpper } from '../blocks.ts';
import { isContinued, wordAt } from '../context.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, firstToken, foldedOf, type MatchIndex, metaOf, nameInfo, nameTokens } from '../name-index/read.ts';
import { SPELLING_BITS, type Strictness } from '../spelling/thresholds.ts';
import type { Candidate } from './candidates.ts';
import { isNamesake } from './firm.ts';
import { isRulerOfTheName } from './middle-names.ts';
import { isKnownBySurname, isOpenData } from './open-data.ts';
import { partOfOther } from './pieces-of-names.ts';
import { differsInShortWord, isOtherShortName } from './writing.ts';

/** The candidate of a hit, if it is one. */
export function variantCandidate(
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
  const { running, isolated, least, local, differs } = SPELLING_BITS[strictness];
  const { alone } = hit;
  // What speaks for a person speaks for the family: a further middle name asks for a name that is rare enough by itself.
  if (hit.middle !== undefined && hit.bits < running) return undefined;
  const strange = isOpenData(index, info.entity);
  const person = info.entityKind === 'person';
  const other = isOtherAlphabet(block.text, hit.start, info.text);
  const mayBeLocal =
    strange &&
    person &&
    isCaseless(block.text, hit.start) &&
    (isOfOtherLetters(index, info.entity) || isOfNoLetters(index, info.entity));
  if (hit.bits < (alone ? isolated : mayBeLocal ? Math.min(least, local) : least)) return undefined;
  if (partOfOther(indexes, index, block, hit, info)) return undefined;
  if (isRulerOfTheName(index, block, hit)) return undefined;
  if (!alone && (isAllUpper(block.text, hit.start, hit.end) || isContinued(block, hit.to, hit.end))) return undefined;
  if (!other && isOtherShortName(index, block, hit)) return undefined;
  if (person && (hasEzafe(block, hit) || (!other && isJoinedGiven(index, block, hit)))) return undefined;
  const heard = other || (hit.letters <= differs && !differsInShortWord(index, block, hit));
  // A body with a word less is another body: "U.S. Department of Agriculture".
  const whole = nameTokens(index, hit.name).length === hit.to - hit.from + 1;
  if (strange && !person && (!whole || (!other && hit.end - hit.start < info.text.length * LEAST_LENGTH)))
    return undefined;
  // Among thousands of names some words of any sentence resemble one: of heads of states and in other letters the page can tell, of others nothing.
  const known = person && isKnownBySurname(index, info.entity);
  const isPlain = hit.bits >= running && (heard || known);
  const isLocal =
    mayBeLocal &&
    hit.bits >= local &&
    // In the order of the name, and without short forms.
    hit.cost === hit.letters &&
    (other || hit.letters <= EXCHANGED);
  const isNearby = person && !other && heardNearby(index, block, hit);
  if (strange && (hit.middle !== undefined || !(isPlain || isLocal || isNearby))) return undefined;
  return {
    index,
    info,
    id: entityId(index, info.entity),
    block: number,
    start: hit.start,
    end: hit.end,
    from: hit.from,
    to: hit.to,
    // A title with a surname says as little in another spelling.
    firm:
      (alone ? hit.bits >= isolated : hit.bits >= running && heard && !isNamesake(index, hit.name, info)) &&
      !(info.kind === 'short' && info.entityKind === 'person') &&
      !strange,
    cost: hit.cost,
    ...(strange && !isPlain && !(isNearby && hit.bits >= running) && { local: true }),
  };
}

/** Of the length of a name, what a spelling of it in the same letters has at least. */
const LEAST_LENGTH = 0.8;

/** Countries whose people write their names in Arabic letters themselves: of these each letter tells. (Iran has an entity in a pack of its own.) */
const OF_ARABIC_LETTERS =
  /^(?:country-(?:ae|af|bh|d[jz]|e[gh]|i[rq]|jo|km|kw|l[by]|m[ar]|om|p[ks]|qa|s[ado]|sy|td|tn|ye)|islamic-republic-of-iran)$/;

/** Whether Arabic letters only transcribe a person's name. */
function isOfOtherLetters(index: MatchIndex, entity: number): boolean {
  return !metaOf(index, entity).related?.some((id) => OF_ARABIC_LETTERS.test(id));
}

/** Whether a pack has no name in Arabic letters of somebody. */
function isOfNoLetters(index: MatchIndex, entity: number): boolean {
  for (const name of namesOf(index, entity)) if (isAbjad(foldedOf(index, firstToken(index, name)))) return false;
  return true;
}

/** What letters cost that Arabic and Persian write for the same sound of another tongue: g as ج, غ or گ, ch as تش or چ. */
const EXCHANGED = 0.16;

/** What letters cost beside the country of a person of open data: two vowels, or sh as ch. */
const NEARBY = 0.25;
/** As much of a name of so many words: a misprint. */
const MISPRINT = { letters: 1, words: 3 };

/** Whether a spelling in the same letters is so near that with the country of its bearer beside it nobody else is meant. */
function heardNearby(index: MatchIndex, block: Block, hit: FuzzyHit): boolean {
  if (hit.cost !== hit.letters || isCaseless(block.text, hit.start)) return false;
  const words = nameTokens(index, hit.name).length;
  if (words >= MISPRINT.words && words === hit.to - hit.from + 1 && hit.letters <= MISPRINT.letters)
    return hit.bits >= SPELLING_BITS.normal.running;
  // Saïd is Saeed: no letter sounds otherwise.
  return hit.letters === 0 || (hit.letters <= NEARBY && !differsInShortWord(index, block, hit));
}

/** Latin, Greek and Cyrillic letters, and those without case, are alphabets of their own. */
function isOtherAlphabet(text: string, at: number, name: string): boolean {
  return alphabetOf(text.charCodeAt(at)) !== alphabetOf(name.charCodeAt(0));
}

/** `مایهٔ عبرت`: what has the sign of a genitive is no given name. */
function hasEzafe({ text, end }: Block, { from, to }: FuzzyHit): boolean {
  for (let token = from; token < to; token++)
    if (/[\u0654ۀ]/.test(text.slice(end[token]! - 1, end[token]! + 1))) return true;
  return false;
}

/** Given names that are written on to another one: محمدرضا is not محمد. */
const JOINED = /(?<=.{3})(?:رضا|علی|حسین|حسن|مهدی|تقی|باقر|جواد|کاظم|صادق|هادی|امین)$/;

function isJoinedGiven(index: MatchIndex, block: Block, { name, from, to }: FuzzyHit): boolean {
  for (let token = from; token < to; token++) {
    const [joined] = JOINED.exec(wordAt(block, token)) ?? [];
    if (joined !== undefined && !nameTokens(index, name).some((known) => foldedOf(index, known).includes(joined)))
      return true;
  }
  return false;
}
