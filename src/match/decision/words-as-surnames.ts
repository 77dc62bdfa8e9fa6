/**
 * Surnames that are words of every day: Brown, Kurz, Bush. After the full name the capital inside a sentence says that the name is meant, and the verb after
 * it at the beginning of one; where every noun has a capital, or no word has one, a verb beside it.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { type Block, beginsSentence, type Hit, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { isHeadline, isNameByCapital } from '../headline.ts';
import { nationsFrom } from './nation-words.ts';
import { isSpeaker } from './speakers.ts';
import { isOfClass } from './words-beside.ts';

type Place = Pick<Hit, 'from' | 'to' | 'start' | 'end'>;

/** "The King", "son Petit" */
const BEFORE_NOUNS = new Set(
  (
    'the a an this that these those his her its their our my your no every each another le la les l un une des du au aux ce cet cette ces son sa ses leur ' +
    'leurs notre nos el los las una unos unas al del su sus este esta ese esa der die das dem den des ein eine einem einen einer eines kein keine keinen ' +
    'sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres am im zum zur vom beim ins ans als'
  ).split(' '),
);
/** Of these English words a capital says nothing. */
const CALENDAR = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december'
  ).split(' '),
);
/** Beside those of the packs. */
const VERBS = new Set(
  'told added did will has had was hat hatte habe will wollte wurde wird war a avait ha habia fue era'.split(' '),
);

export function isWordOfEveryDay(block: Block, { from, to }: Place): boolean {
  return from === to && isCommonWord(wordAt(block, to));
}

/** Whether the word stands for a person inside a sentence. */
export function isSurnameInSentence(view: View, block: Block, place: Place): boolean {
  const { from } = place;
  const word = wordAt(block, from);
  if (isCaseless(block.text, block.start[from]!)) return isSpeaker(block, place);
  if (BEFORE_NOUNS.has(wordAt(block, from - 1)) || CALENDAR.has(word)) return false;
  if (view.indexes.some((index) => nationsFrom(index, view.scratch, block, from).length > 0)) return false;
  // "On Monday Brown said"
  if (!block.nouns)
    return isNameByCapital(block, place) || (CALENDAR.has(wordAt(block, from - 1)) && !isHeadline(block));
  return !beginsSentence(block, from) && (isVerbAt(view, block, from - 1) || isVerbAt(view, block, from + 1));
}

/** Whether it does where it begins a sentence. `isSure`: it stands for one elsewhere on the page. */
export function isSurnameOfSentence(view: View, block: Block, { from }: Place, isSure: boolean): boolean {
  if (!beginsSentence(block, from) || isHeadline(block) || CALENDAR.has(wordAt(block, from))) return false;
  return isSure || isVerbAt(view, block, from + 1);
}

function isVerbAt({ indexes }: View, block: Block, token: number): boolean {
  if (token < 0 || token >= block.count || isCapitalised(block, token) || !isNextWord(block, token - 1)) return false;
  return VERBS.has(wordAt(block, token)) || isOfClass(indexes, block, token, 'stateVerb');
}
