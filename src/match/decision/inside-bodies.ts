/** "The Electoral Commission of X", "Haute Cour militaire de X", دانشگاه X: a place inside the name of a body that begins before it. */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { type Block, beginsSentence, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import type { MatchIndex } from '../name-index/read.ts';
import { bodyClassesOf, BODY_CLASSES as IS } from '../name-index/word-classes.ts';
import { countryOf } from './foreign.ts';
import { isOfClass } from './words-beside.ts';

/** What binds the place to the body; none is needed in German, nor without capitals: „Flughafen X“. */
const OF = /(?:^|[ ’'])(?:of|d[eu]|des|del|d['’])(?: (?:the|l[ae]s?|los)(?= )| l(?=['’]))?[ ’']?$/u;
/** "The French embassy in X" */
const IN = /(?:^| )(?:in|à|en|في|در) $/u;
/** UTF-16 units of the longest of these. */
const LONGEST = 12;
/** Words between the two: "de grande instance de". */
const MOST_BETWEEN = 7;

/** The word at a token as it is written, without a French article: "l’ambassade". */
export function headAt({ text, start, end }: Block, token: number): string {
  return text.slice(start[token], end[token]).replace(/^[dl]['’]/i, '');
}

export function isInsideBody(
  indexes: readonly MatchIndex[],
  block: Block,
  { from, to, start, end }: Hit,
  city: boolean,
): boolean {
  const caseless = isCaseless(block.text, start);
  const free = caseless || block.nouns;
  const before = block.text.slice(Math.max(0, start - LONGEST), start);
  const seat = city && IN.test(before) ? 1 : 0;
  if (!seat && !free && !OF.test(before)) return false;
  const bodies = city ? IS.body | IS.made : IS.body;
  const last = from - 1 - seat;
  // „dass das Gericht Frankreich verurteilt“
  const mayBeObject = block.nouns && !city && end === block.end[to];
  for (let token = last; token >= from - MOST_BETWEEN && isNextWord(block, token); token--) {
    const head = headAt(block, token);
    const word = foldText(head);
    const classes = bodyClassesOf(indexes, hashFolded(word));
    const capital = isUpper(head, 0);
    if (seat && (classes & IS.mission) !== 0) return token < last || isNation(indexes, block, token - 1);
    // Without its dots it is "society" in Persian.
    // „die Islamische Akademie X“: a capital on what stands before it is of a name.
    const named = isCapitalised(block, token - 1) && !beginsSentence(block, token - 1) && isNextWord(block, token - 1);
    if (!seat && ((classes & bodies) !== 0 || head === 'جامعة') && !(mayBeObject && token === last && !named))
      return (
        caseless ||
        capital ||
        head.length < block.end[token]! - block.start[token]! ||
        !isOfClass(indexes, block, token - 1, 'any')
      );
    // "تیم ملی X": where there are no capitals a word between shows the name.
    if (!seat && (caseless ? token < last : capital && !free) && (classes & IS.bodyInCapitals) !== 0) return true;
    if ((classes & IS.ofBody) !== 0 || (seat && (capital || countryOf(indexes, word) >= 0))) continue;
    if (!capital || block.nouns || isTitle(block, token) || isHeadline(block)) return false;
  }
  return false;
}

/** "French", not "France's". */
function isNation(indexes: readonly MatchIndex[], block: Block, token: number): boolean {
  return countryOf(indexes, wordAt(block, token)) >= 0 && !/['’]/.test(headAt(block, token));
}
