/**
 * The given name before the last name of somebody of whom the packs have the last name in Arabic letters, and the whole one in Latin ones: "سيرغي لافروف". A mark
 * is as long as the name.
 */
import { isAbjad } from '../../text/romanise.ts';
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { foldedOf, type MatchIndex, nameTokens } from '../name-index/read.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import { costOf, type Words, wordsOf } from './transcribed.ts';

/** What the word costs at most as the given name. */
const MOST = 0.5;

/** The same, with given names. */
export function withGivenNames(view: View, accepted: readonly Accepted[]): Accepted[] {
  const taken = takenPlaces(accepted);
  const read = new Map<number, Words>();
  return accepted.map((each) => {
    const { block: number, from, to, info, index, cost } = each;
    const block = view.blocks[number];
    if (info.entityKind !== 'person' || from !== to || cost !== undefined || block === undefined) return each;
    if (!isAbjad(wordAt(block, to)) || !isNextWord(block, from - 1) || taken.has(placeAt(number, from - 1)))
      return each;
    const words = read.get(number) ?? wordsOf(view.scratch, block);
    read.set(number, words);
    const at = givenNameAt(words, block, from - 1, index, info.entity);
    return at < 0 ? each : { ...each, from: from - 1, start: block.start[from - 1]! + at };
  });
}

/** Where in a word a given name of somebody begins: "وعاصيمي" is "and Assimi". -1 where none does. */
function givenNameAt(words: Words, block: Block, token: number, index: MatchIndex, entity: number): number {
  const word = wordAt(block, token);
  if (!isAbjad(word)) return -1;
  const names = Array.from(namesOf(index, entity), (name) => nameTokens(index, name)).filter(
    ([first, ...others]) => others.length > 0 && !isAbjad(foldedOf(index, first!)),
  );
  const isIn = (at: number) => names.some(([first]) => costOf(words, word.slice(at), index, first!) <= MOST);
  if (isIn(0)) return 0;
  return /^و.{3}/u.test(word) && isIn(1) ? 1 : -1;
}
