/** Middle names that the pack, or the page further down, does not have: mostly the same person, written in full; sometimes a brother or a father. */
import { isCommonWord } from '../../text/common-words.ts';
import { isGivenName } from '../../text/frequent-names.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { type Places, placeOf, stands, standsBefore, type View } from '../evidence.ts';
import { isHeadline } from '../headline.ts';
import {
  findToken,
  foldedOf,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameTokens,
  tokenAt,
} from '../name-index/read.ts';

/** Titles that rulers have inside their names. */
const RULERS = new Set('shah schah chah sah sha shahanshah khan sultan شاه خان'.split(' '));

/** Whether the name over the tokens `from` to `to`, with `middle` as its middle name, is somebody else's than the same name without it. */
export function isAnotherByMiddle(
  index: MatchIndex,
  blocks: readonly Block[],
  places: Places,
  number: number,
  from: number,
  middle: number,
  to: number,
): boolean {
  const block = blocks[number]!;
  if (isCompound(index, block, from, middle)) return true;
  // Names get shorter along a text, not longer: a father with a second first name, in a life of his son.
  return standsBefore(places, block.hash[to]!, { block: number, from, to }, (at) => !isHeadline(blocks[at]!));
}

/** Whether others in the index have both as their first names: where Mohammad Reza is a name, he is not Mohammad. */
function isCompound(index: MatchIndex, block: Block, given: number, middle: number): boolean {
  const first = tokenOf(index, block, given);
  const second = tokenOf(index, block, middle);
  if (first < 0 || second < 0) return false;
  // Names are sorted by their tokens: those that begin with `first` are one range.
  for (let name = index.first[first]!; name < index.first[first + 1]!; name++)
    if (tokenAt(index, name, 1) === second) return true;
  return false;
}

function tokenOf(index: MatchIndex, block: Block, token: number): number {
  const folded = wordAt(block, token);
  const found = findToken(index, block.hash[token]!, () => folded);
  return found >= 0 && foldedOf(index, found) === folded ? found : -1;
}

/** Whether a ruler's title stands inside the name where the pack has none: Reza Shah Pahlavi is not Reza Pahlavi. */
export function isRulerOfTheName(index: MatchIndex, block: Block, { name, from, to }: Hit): boolean {
  for (let token = from + 1; token < to; token++) {
    const word = wordAt(block, token);
    if (RULERS.has(word) && !nameTokens(index, name).some((known) => foldedOf(index, known) === word)) return true;
  }
  return false;
}

/** Words for a son, before his name. */
const SON = /(?:son|heir|prince|sohn|fils|hijo|ابن|نجل|پسر|فرزند)\S{0,2} $/iu;
/** UTF-16 units before a name in which such a word stands. */
const SON_WITHIN = 16;

/**
 * Whether a name of two words is the end of a longer one by which the page first calls somebody: "Reza Pahlavi" after "Mohammad Reza Pahlavi" is mostly
 * the father. It is the son where the text says so, or says beside him what the pack says of him. Two words are looked for once a page.
 */
export function shortenedNames(view: View): (index: MatchIndex, number: number, hit: Hit, info: NameInfo) => boolean {
  const { blocks, places } = view;
  /** By two words: the token that ends them where they first stand, if a given name stands before them there and nowhere a word for a son. */
  const ends = new Map<string, ReturnType<typeof placeOf> | undefined>();
  const endOf = (given: number, surname: number) => {
    const pairs = places(surname)
      .map((place) => placeOf(blocks, place))
      .filter(({ block, token }) => block.hash[token - 1] === given);
    const [first] = pairs;
    return first && isGivenBefore(first.block, first.token - 1) && !pairs.some(isSon) ? first : undefined;
  };
  return (index, number, { from, to }, { entity, entityKind }) => {
    if (entityKind !== 'person' || to !== from + 1) return false;
    const { hash } = blocks[number]!;
    const words = `${hash[from]} ${hash[to]}`;
    if (!ends.has(words)) ends.set(words, endOf(hash[from]!, hash[to]!));
    const first = ends.get(words);
    if (first === undefined || (first.block === blocks[number] && first.token === to)) return false;
    const own = (at: number) => at === number;
    return !metaOf(index, entity).cues?.some((cue) => stands(view, cue, { block: number, from, to }, own));
  };
}

/** Whether a given name stands before the token, written as one. */
function isGivenBefore(block: Block, token: number): boolean {
  const word = wordAt(block, token - 1);
  if (!isNextWord(block, token - 1) || isCommonWord(word)) return false;
  return isGivenName(word) && (isCapitalised(block, token - 1) || isCaseless(block.text, block.start[token - 1]!));
}

/** Whether a word for a son stands before the name that ends at the token. */
function isSon({ block: { text, start }, token }: ReturnType<typeof placeOf>): boolean {
  return SON.test(text.slice(Math.max(0, start[token - 1]! - SON_WITHIN), start[token - 1]));
}
