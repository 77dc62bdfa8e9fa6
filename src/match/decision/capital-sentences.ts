/**
 * A capital in Persian, Arabic or German that is its government by the sentence it stands in, where neither the words directly beside it nor the clause tell: the
 * sentence has words of what states do, and names another country.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Block, type Hit, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { MatchIndex } from '../name-index/read.ts';
import { WORD_CLASSES } from '../name-index/word-classes.ts';
import type { PageCountries } from './page-countries.ts';
import { classesOfWord, isOfClass } from './words-beside.ts';

/** Tokens on each side that are read. */
const REACH = 24;
const SENTENCE_END = /[.!?؟؛\n]/;
/** So many words of what states do say that the sentence is about them; one does, where it names another country. */
const ENOUGH = 3;
/** Tokens before the name in which what a city has says that it is the city: "فرودگاه مهرآباد X". */
const HEADS_WITHIN = 2;

/** UTF-16 units after the name that are looked at. */
const WITHIN = 40;
/** Behind the name of the city of a dispatch; in Arabic a colon, too. */
const DATELINE = /^\s?[ـ–—-]|^: .*[ةأإى]/;
const LEFT = /^ را (?:\S+ ){0,5}ترک/;
/** "In", "to" */
const IN = new Set(['در', 'به', 'الی', 'فی']);
/** `isAbroad`: whether a country is another than the capital's. */
export function isInStateSentence(
  indexes: readonly MatchIndex[],
  block: Block,
  { from, to, start, end }: Hit,
  isAbroad: (country: string) => boolean,
  page: PageCountries,
): boolean {
  if (!isCaseless(block.text, start) && !block.nouns) return false;
  if (isCommonWord(foldSpan(block.text, start, end))) return false;
  const after = block.text.slice(block.end[to], block.end[to]! + WITHIN);
  if (DATELINE.test(after) || LEFT.test(after)) return false;
  // "The memorandum of X and Y" is one of governments.
  if (isNextWord(block, from - 1) && isOfClass(indexes, block, from - 1, 'calledAfter') && !/^ و/.test(after))
    return false;
  if (isListed(block, from, page)) return false;
  for (let token = from - 1; token >= from - HEADS_WITHIN && isNextWord(block, token); token--)
    if (classesAt(indexes, block, token) & WORD_CLASSES.cityHead) return false;
  if (isNextWord(block, to) && classesAt(indexes, block, to + 1) & WORD_CLASSES.cityVerb) return false;
  let words = 0;
  let abroad = false;
  const isRead = (token: number) => {
    const classes = classesAt(indexes, block, token);
    if (classes & WORD_CLASSES.arena) return false;
    if (classes & (WORD_CLASSES.statecraft | WORD_CLASSES.pact | WORD_CLASSES.policy)) words++;
    abroad ||= [...page.placesAt(block, token), ...page.countriesBefore(block, token)].some(isAbroad);
    return true;
  };
  for (let token = from - 1; token >= Math.max(0, from - REACH) && isOneSentence(block, token); token--)
    if (!isRead(token)) return false;
  for (let token = to + 1; token <= Math.min(block.count - 1, to + REACH) && isOneSentence(block, token - 1); token++)
    if (!isRead(token)) return false;
  return words >= ENOUGH || (words > 0 && abroad);
}

/** "In X, Y and Z": one of some places of which the first stands after a preposition, or the third of more. */
function isListed(block: Block, from: number, page: PageCountries): boolean {
  let token = from - 1;
  let commas = 0;
  const isPart = () => {
    const parted = block.text.slice(block.end[token], block.start[token + 1]).includes('،');
    if (parted) commas++;
    return parted || wordAt(block, token) === 'و' || page.placesAt(block, token).length > 0;
  };
  while (token >= 0 && token > from - REACH && isPart()) token--;
  return commas > 1 || (token >= 0 && token < from - 1 && IN.has(wordAt(block, token)));
}

function isOneSentence({ text, start, end }: Block, left: number): boolean {
  return !SENTENCE_END.test(text.slice(end[left], start[left + 1]));
}

function classesAt(indexes: readonly MatchIndex[], block: Block, token: number): number {
  return classesOfWord(indexes, wordAt(block, token));
}
