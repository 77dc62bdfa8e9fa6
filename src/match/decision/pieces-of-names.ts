/** Whether a name that stands in a text is a piece of the name of something else. */
import { isCommonWord } from '../../text/common-words.ts';
import { type Block, type Hit, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { isAcronymOfOther, isContinued, isTitle, otherNameBefore, unknownNameBefore, wordAt } from '../context.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';
import { isBornLater } from './births.ts';
import { countryOf } from './foreign.ts';
import { isContinuedByOrigin, isOfFamily } from './longer-names.ts';
import { continuesAsOther, isGivenBefore, isGivenIn } from './words-beside.ts';

/** The hit is a piece of a longer name of something else. */
export function partOfOther(
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
  if (info.entityKind === 'place' && metaOf(index, info.entity).type)
    return continuesAsOther(indexes, block, to) || isAdjective(block, hit);
  if (info.entityKind !== 'person') return false;
  if (continuesAsOther(indexes, block, to) || isBornLater(index, block, hit, info)) return true;
  if (to > from && isContinuedByOrigin(block, hit, (word) => isCommonWord(word) || countryOf(indexes, word) >= 0))
    return true;
  if (from === to && isCaseless(block.text, start)) return isGivenBefore(indexes, block, from);
  return from === to
    ? unknownNameBefore(block, from) || isOfFamily(block, from, to, end)
    : otherNameBefore(block, from, (token) => isGivenIn(index, block, token));
}

/** "الحكومة السعودية": after a noun with its article a country with such an ending is an adjective; "and" before it makes it a name again. */
function isAdjective(block: Block, { from, to, start }: Hit): boolean {
  if (from !== to || start !== block.start[from] || !/^ال.{3,}یه$/.test(wordAt(block, from))) return false;
  return isNextWord(block, from - 1) && /^(?:[وفبک]?ال|لل)/.test(wordAt(block, from - 1));
}
