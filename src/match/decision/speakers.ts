/** Who is meant, where no capital tells a surname from a given name: "وقال قاسم", "قاسم گفت", "وكان قاسم قد". */
import { isCommonWord } from '../../text/common-words.ts';
import { type Block, isNextWord } from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';

/** Folded; a verb stands before its subject in Arabic and after it in Persian. */
const ARABIC =
  /^[وف]?(?:(?:قال|اضاف|اکد|اوضح|تابع|شدد|اعتبر|صرح|زعم|نف|دع|طالب|حذر|اشاد|رد|وصف|ادان|رفض|اقر|اعلن|قرر|وافق|اصدر|طلب|ناقش|اتهم|هدد|صادق|بحث|انتقد)[تای]?ت?)$/u;
const PERSIAN = /^(?:گفت|گفته|افزود|نوشت|گفتند|می ?گوید|تاکید|تصریح|اظهار|خواستار|هشدار)$/u;

export function isAfterVerb(block: Block, from: number): boolean {
  return isNextWord(block, from - 1) && ARABIC.test(wordAt(block, from - 1));
}

export function isSpeaker(block: Block, { from, to }: { from: number; to: number }): boolean {
  return isAfterVerb(block, from) || (isNextWord(block, to) && PERSIAN.test(wordAt(block, to + 1)));
}

/** What Arabic writes on to a frequent word. */
const WRITTEN_ON = /^[وف](?=.{2})/u;

/** Whether the words on both sides are too frequent to be the rest of a longer name, or parted from the word. */
export function standsAlone(block: Block, { from, to }: { from: number; to: number }): boolean {
  // "امام حسین" is who is called so by the given name.
  if (isTitle(block, from - 1)) return false;
  const isFrequent = (token: number) => {
    const word = wordAt(block, token);
    return isCommonWord(word) || isCommonWord(word.replace(WRITTEN_ON, ''));
  };
  return (!isNextWord(block, from - 1) || isFrequent(from - 1)) && (!isNextWord(block, to) || isFrequent(to + 1));
}
