/** "The Electoral Commission of X", "Haute Cour militaire de X", دانشگاه X: a place inside the name of a body that begins before it. */
import { foldSpan } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { type Block, type Hit, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import type { MatchIndex } from '../name-index/read.ts';
import { classesOf, WORD_CLASSES as IS } from '../name-index/word-classes.ts';

/** What binds the place to the body; none is needed in German, nor without capitals: „Flughafen X“. */
const OF = /(?:^|[ ’'])(?:of|d[eu]|des|del|d['’])(?: (?:the|l[ae]s?|los)(?= )| l(?=['’]))?[ ’']?$/u;
/** UTF-16 units of the longest of these. */
const LONGEST = 12;
/** Words between the two: "de grande instance de". */
const MOST_BETWEEN = 7;
/** "A court of X" is any of them. */
const ANY = /^(?:an?|one|any|each|every|uno?|une|una|eine[rsmn]?|kein\p{L}*|jed\p{L}+)$/u;

export function isInsideBody(
  indexes: readonly MatchIndex[],
  block: Block,
  { from, start }: Pick<Hit, 'from' | 'start'>,
): boolean {
  const { text } = block;
  const caseless = isCaseless(text, start);
  if (!caseless && !block.nouns && !OF.test(text.slice(Math.max(0, start - LONGEST), start))) return false;
  for (let token = from - 1; token >= from - MOST_BETWEEN && isNextWord(block, token); token--) {
    const at =
      block.start[token]! + (/^[dl]['’]/i.test(text.slice(block.start[token], block.start[token]! + 2)) ? 2 : 0);
    const classes = classesOf(indexes, hashFolded(foldSpan(text, at, block.end[token]!)));
    const capital = isUpper(text, at);
    if ((classes & IS.body) !== 0) return caseless || capital || !ANY.test(wordAt(block, token - 1));
    // "تیم ملی X": where there are no capitals a word between shows the name.
    const written = caseless ? token < from - 1 : capital && !block.nouns;
    if (written && (classes & IS.bodyInCapitals) !== 0) return true;
    if ((classes & IS.ofBody) === 0 && (!capital || block.nouns || isTitle(block, token) || isHeadline(block)))
      return false;
  }
  return false;
}
