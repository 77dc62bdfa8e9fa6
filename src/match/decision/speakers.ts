/** Who speaks, where no capital tells a surname from a given name: "وقال قاسم", "قاسم گفت". */
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';

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
