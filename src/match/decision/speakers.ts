/** Who speaks, where no capital tells a surname from a given name: "وقال قاسم", "قاسم گفت". */
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';

/** Folded; a verb stands before its subject in Arabic and after it in Persian. */
const ARABIC =
  /^[وف]?(?:قال|قالت|اضاف|اضافت|اکد|اکدت|اوضح|اوضحت|تابع|تابعت|شدد|شددت|اعتبر|اعتبرت|صرح|صرحت|زعم|نفی|نفت|دعا|دعت|طالب|طالبت|حذر|حذرت|اشاد|اشادت|رد|ردت|وصف|وصفت|استقبل|تولت|ادان|ادانت|رفض|رفضت|اقر|اقرت|اعلن|اعلنت|قرر|قررت|وافق|وافقت|صوت|اصدر|اصدرت|طلب|طلبت|ناقش|ناقشت|اتهم|اتهمت|هدد|هددت|کلف|صادق|صادقت|بحث|بحثت|انتقد|انتقدت)$/u;
const PERSIAN = /^(?:گفت|گفته|افزود|نوشت|گفتند|می ?گوید|تاکید|تصریح|اظهار|خواستار|هشدار)$/u;

export function isAfterVerb(block: Block, from: number): boolean {
  return isNextWord(block, from - 1) && ARABIC.test(wordAt(block, from - 1));
}

export function isSpeaker(block: Block, { from, to }: { from: number; to: number }): boolean {
  return isAfterVerb(block, from) || (isNextWord(block, to) && PERSIAN.test(wordAt(block, to + 1)));
}
