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

export function isWordOfEveryDay(block: Block, { from, to }: Place): boolean {
  return from === to && isCommonWord(wordAt(block, to));
}

/** Whether the word stands for a person inside a sentence. */
export function isSurnameInSentence(view: View, block: Block, place: Place): boolean {
  const { from } = place;
  if (isCaseless(block.text, block.start[from]!)) return isSpeaker(block, place);
  const isBeside = (token: number, name: 'beforeNoun' | 'calendar') => isOfClass(view.indexes, block, token, name);
  if (isBeside(from - 1, 'beforeNoun') || isBeside(from, 'calendar')) return false;
  if (view.indexes.some((index) => nationsFrom(index, view.scratch, block, from).length > 0)) return false;
  // "On Monday Brown said"
  if (!block.nouns) return isNameByCapital(block, place) || (isBeside(from - 1, 'calendar') && !isHeadline(block));
  return !beginsSentence(block, from) && (isVerbAt(view, block, from - 1) || isVerbAt(view, block, from + 1));
}

/** Whether it does where it begins a sentence. `isSure`: it stands for one elsewhere on the page. */
export function isSurnameOfSentence(view: View, block: Block, { from }: Place, isSure: boolean): boolean {
  if (!beginsSentence(block, from) || isHeadline(block) || isOfClass(view.indexes, block, from, 'calendar'))
    return false;
  return isSure || isVerbAt(view, block, from + 1);
}

function isVerbAt({ indexes }: View, block: Block, token: number): boolean {
  if (token < 0 || token >= block.count || isCapitalised(block, token) || !isNextWord(block, token - 1)) return false;
  return isOfClass(indexes, block, token, 'verb') || isOfClass(indexes, block, token, 'stateVerb');
}
