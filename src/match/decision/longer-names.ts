/** A name inside the name of something else: an outlet, a company, a region, a model of aircraft, a family. */
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isAllUpper, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { isInCompany, isTitleIn, wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { isHeadline } from '../headline.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, metaOf, type NameInfo, nameInfo } from '../name-index/read.ts';
import type { WordClass } from '../name-index/word-classes.ts';
import { hasBranch, isBranchOfBody } from './branches.ts';
import { isInLongerName, isState } from './capitals.ts';
import { hitsOver } from './hits-by-token.ts';
import { headAt, isInsideBody } from './inside-bodies.ts';
import { followsHead, isGivenWithItsFirstLetter, isOfClass, isShopAfter, isWordOfClass } from './words-beside.ts';

/** Words of the name between. */
const MOST_BETWEEN = 2;

/** As much after it: "Irlande du Nord", "آذربایجان شرقی". */
const PART_AFTER =
  /^ (?:الكبرى|بزرگ(?!\S)|du (?:Nord|Sud)|del (?:Norte|Sur)|latin[ae]|centrale|(?:ال)?(?:شمال|جنوب|شرق|غرب)[يی]|ال(?:لاتينية|وسطى|ديمقراطية))/;

/** Whether the name of a country, a capital or a state is a piece of another name. */
function isInNameOfOther(indexes: readonly MatchIndex[], block: Block, hit: Hit, type: string | undefined): boolean {
  const { text } = block;
  const { from, to, start, end } = hit;
  const whole = end === block.end[to];
  if (PART_AFTER.test(text.slice(end, end + LONGEST_PART)) || isShopAfter(indexes, block, { to, end })) return true;
  const city = type === 'capital';
  if (isInsideBody(indexes, block, hit, city)) return true;
  if (whole && (isNext(indexes, block, to, 'ofCountry') || (city && isMadeAfter(indexes, block, to)))) return true;
  const caseless = isCaseless(text, start);
  // "Japan's Bank" has an owner; "U.S. Bank officials" are of any bank there.
  const isLetters = isAllUpper(text, start, end);
  if (whole || isLetters) {
    for (let token = to + 1; token <= to + 1 + MOST_BETWEEN && isNextWord(block, token - 1); token++) {
      if (!isCapitalised(block, token) || (token > to + 1 && isHeadline(block))) break;
      const isHead = isLetters
        ? !isHeadline(block) && isOfClass(indexes, block, token, 'afterLetters')
        : isOfClass(indexes, block, token, 'enterprise');
      if (isHead) return true;
    }
    // "Hong Kong Telephone Co Ltd"
    if (!isLetters && isInCompany(block, to)) return true;
  }
  let before = from - 1;
  if (!isNextWord(block, before)) return false;
  const word = wordAt(block, before);
  // "Prince Turki": an office with an article has no country after it.
  if (caseless && /^ال/.test(word) && isTitleIn(word, undefined)) return true;
  if (/^(?:of|de)$/.test(word) && isNextWord(block, before - 1)) before--;
  // "d'Air France"
  const head = headAt(block, before);
  const folded = foldText(head);
  // "The newspaper Iran"
  if (before === from - 1 && isWordOfClass(indexes, folded, 'paper')) return true;
  return (
    (caseless || (isUpper(head, 0) && !isAllUpper(head, 0, head.length))) &&
    isWordOfClass(indexes, folded, 'regionBefore')
  );
}

/** "Cairo agreement", "Paris climate accord" */
function isMadeAfter(indexes: readonly MatchIndex[], block: Block, to: number): boolean {
  if (isNext(indexes, block, to, 'made')) return true;
  return isNextWord(block, to) && !isCapitalised(block, to + 1) && isNext(indexes, block, to + 1, 'made');
}

function isNext(indexes: readonly MatchIndex[], block: Block, left: number, name: WordClass): boolean {
  return isNextWord(block, left) && isOfClass(indexes, block, left + 1, name);
}

/** What goes on with the name of a party: "Partido Progresista del Pueblo"; a country says whose it is. */
const PARTY_OF = /^ (?:del|de l[ao]s?|des|du|of the) (?=\p{Lu})/u;

function isOfLongerParty(
  { indexes, scratch }: Pick<View, 'indexes' | 'scratch'>,
  block: Block,
  { to, end }: Hit,
): boolean {
  const between = PARTY_OF.exec(block.text.slice(end, end + LONGEST_PART));
  if (between === null) return false;
  const token = to + between[0].split(' ').length - 1;
  return !indexes.some((_, i) => hitsOver(scratch, block.hits[i]!, token).length > 0);
}

/** Whether an agency or a paper stands before a body that is called neither. */
function isOutletOf(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  { from }: Hit,
  info: NameInfo,
): boolean {
  if (!isNextWord(block, from - 1) || !isOfClass(indexes, block, from - 1, 'paper')) return false;
  const words = Array.from(namesOf(index, info.entity), (name) => nameInfo(index, name).text.split(' ')).flat();
  return !words.some((word) => isWordOfClass(indexes, foldText(word), 'paper'));
}

/** Whether the hit is a piece of the name of something else, which speaks for what is named all the same. */
export function isPieceOfName(
  view: Pick<View, 'indexes' | 'scratch'>,
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { indexes } = view;
  const { type } = metaOf(index, info.entity);
  if (type === 'country-or-territory' ? isBranchOfBody(view, block, hit) : hasBranch(view, index, block, hit, info))
    return true;
  // „SPD-Fraktion“
  if (type === 'political-party') {
    if (block.nouns) return isNext(indexes, block, hit.to, 'bodyInCapitals');
    return hit.to > hit.from && isOfLongerParty(view, block, hit);
  }
  // "خبرگزاری صدا و سیما" is a part of the broadcaster.
  if (info.entityKind === 'organisation' && type === undefined && isOutletOf(indexes, index, block, hit, info))
    return true;
  // "بنیاد شهید انقلاب اسلامی"
  if (info.entityKind === 'event') return followsHead(indexes, block, hit);
  const ofState = type === 'capital' || type === 'country-or-territory' || isState(indexes, index, info);
  return ofState && (isInNameOfOther(indexes, block, hit, type) || (type !== 'capital' && isInLongerName(block, hit)));
}

/** "Boeing 707", "Airbus A320": what the company makes. */
const MODEL = /^[ -][A-Z]?\d{3}(?![\d.,]| (?:mi|ml|bil|bn))/;

/** "بسیج شد": with such a verb directly after it, a Persian noun is what was done, and no body. */
const VERB = /^[ \u200c](?:شد|شو|کرد|کن(?!و)|می‌(?:شو|کن))/;
/** "عضو بسیج شد": became a member. */
const MEMBER = /(?:عضو|وارد|جذب) $/;

/** Whether the words beside the name of a body make another thing of it: "a Boeing 707", "the pro-Iranian government". */
export function isAnotherThing(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { text } = block;
  const { start, end, from, to } = hit;
  if (isGivenWithItsFirstLetter(indexes, block, hit)) return true;
  if (info.entityKind !== 'organisation') return false;
  // "الاتحاد الأوروبي لكرة القدم" is one of football.
  if (isCaseless(text, start) && isNext(indexes, block, to, 'bodyAfter')) return true;
  if (from === to && VERB.test(text.slice(end, end + LONGEST_PART)) && !MEMBER.test(text.slice(0, start))) return true;
  if (metaOf(index, info.entity).type === 'company') return MODEL.test(text.slice(end, end + LONGEST_PART));
  return to > from && text.slice(0, start).endsWith('pro-');
}

/** UTF-16 units of a model with what follows it, and of a word for a part of a country. */
const LONGEST_PART = 16;

/** Words for a family, and plural articles: "les Pahlavi". */
const FAMILIES_BEFORE = new Set(
  'famille dynastie familie dinastía familia خاندان خانواده عائلة أسرة les des aux los las'.split(' ').map(foldText),
);
const FAMILIES_AFTER = new Set('family dynasty brothers dynastie familie'.split(' '));

/** Whether a surname alone, with the ending after `end` (UTF-16), is that of a family. */
export function isOfFamily(block: Block, from: number, to: number, end: number): boolean {
  if (end === block.end[to] && isNextWord(block, to) && FAMILIES_AFTER.has(wordAt(block, to + 1))) return true;
  if (!isNextWord(block, from - 1)) return false;
  const before = wordAt(block, from - 1);
  if (FAMILIES_BEFORE.has(before)) return true;
  // "die Pahlavis" is no genitive.
  return block.nouns && /^d(?:ie|er|en)$/.test(before) && block.text.slice(end, block.end[to]) === 's';
}

/** Names of origin, and the second half of names of faith: "الربيعي", "الدين". */
const ORIGIN = /^ال(?:.{3,}ی|دین)$/;

/** Whether a full name goes on with a name of origin: حميد نوري الربيعي. `isOther`: whether the folded word says something else of its bearer. */
export function isContinuedByOrigin(block: Block, { to, start }: Hit, isOther: (word: string) => boolean): boolean {
  if (!isCaseless(block.text, start) || !isNextWord(block, to)) return false;
  const word = wordAt(block, to + 1);
  return ORIGIN.test(word) && !isOther(word);
}
