/** Outlets that somebody cites: "according to X", "X reported", "به گزارش X", "X:" before what it says, "/ X" after it. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, metaOf, type NameInfo, nameText } from '../name-index/read.ts';
import { WORD_CLASSES } from '../name-index/word-classes.ts';
import { classesOfWord, isOfClass, isWordOfClass } from './words-beside.ts';

/** UTF-16 units before the name in which the beginning of its line is looked for. */
const WITHIN = 24;
const LINE_START = /(?:^|\n)[^\p{L}\n]*$/u;
/** Before and after an outlet that ends a line as the source of it. */
const BEFORE_SOURCE = /[/(|]\s?$/;
const AFTER_SOURCE = /^\s?\)?\s*(?:$|[\n.#@•])/;
/** Words between the name and the word that cites it. */
const BETWEEN = new Set(
  'the to of by from with for der die das dem den im la le les l el à au du d de del al از با به عن ل وكالة'.split(' '),
);

/** Whether what a name of an outlet needs may be missing, since the words beside it cite it. */
export function isCited(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  { from, to, start, end }: Hit,
  info: NameInfo,
): boolean {
  if (info.entityKind !== 'organisation' || !isOutlet(indexes, index, info)) return false;
  if (isOfAnyCountry(index, info)) return false;
  const before = block.text.slice(Math.max(0, start - WITHIN), start);
  const after = block.text.slice(end, end + WITHIN);
  // Alone on its line it is the source of those above.
  if (beginsLine(block, start) && /^\s?(?::|$|[\n•@])/.test(after)) return true;
  if (BEFORE_SOURCE.test(before) && AFTER_SOURCE.test(after)) return true;
  return cites(indexes, block, to, 1) || cites(indexes, block, from, -1);
}

/** "Daily News" is one in many countries: made of words of every day, and known by its country alone. */
function isOfAnyCountry(index: MatchIndex, { entity, rule, text }: NameInfo): boolean {
  const { cues = [] } = metaOf(index, entity);
  return rule.needs?.every((need) => cues.includes(need)) === true && text.split(' ').map(foldText).every(isCommonWord);
}

/** Words of a line that say what it is about, and how many of them are of what states do where it is about politics. */
const LINE = { words: 24, least: 2 };

/** "X: …": whether somebody or something begins a line without capitals as who says it, and the line is about politics. */
export function isSpeakerOfLine(indexes: readonly MatchIndex[], block: Block, { to, start, end }: Hit): boolean {
  if (!isCaseless(block.text, start) || !/^\s?:/.test(block.text.slice(end, end + 2)) || !beginsLine(block, start))
    return false;
  let words = 0;
  for (let token = to + 1; token < Math.min(block.count, to + LINE.words); token++) {
    const classes = classesOfWord(indexes, wordAt(block, token));
    if (classes & WORD_CLASSES.arena) return false;
    if (classes & (WORD_CLASSES.statecraft | WORD_CLASSES.policy)) words++;
  }
  return words >= LINE.least;
}

/** Whether no letter stands before it in its line. */
function beginsLine({ text }: Block, start: number): boolean {
  const before = text.slice(Math.max(0, start - WITHIN), start);
  return LINE_START.test(before) && (start <= WITHIN || before.includes('\n'));
}

/** Whether the word on one side of a token cites it, past what may stand between. */
function cites(indexes: readonly MatchIndex[], block: Block, token: number, step: 1 | -1): boolean {
  const isBeside = (at: number) => isNextWord(block, step > 0 ? at - 1 : at);
  let at = token + step;
  for (let most = 2; most > 0 && isBeside(at) && BETWEEN.has(wordAt(block, at)); most--) at += step;
  return isBeside(at) && isOfClass(indexes, block, at, 'cites');
}

/** Of those that people describe the type is not told: their names say "newspaper"; an agency may be of something else. */
function isOutlet(indexes: readonly MatchIndex[], index: MatchIndex, { entity }: NameInfo): boolean {
  const { type } = metaOf(index, entity);
  if (type !== undefined) return type === 'news-outlet';
  return Array.from(namesOf(index, entity)).some((name) =>
    nameText(index, name)
      .split(' ')
      .map(foldText)
      .some((word) => isWordOfClass(indexes, word, 'paper') && isWordOfClass(indexes, word, 'cites')),
  );
}
