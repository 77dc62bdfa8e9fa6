/** Names in Latin letters whose first word is the family's: Chinese in Pinyin, Korean. */

/** A syllable of Hanyu Pinyin without its tone (ISO 7098). */
const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)';
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,2}$`);

/** Letters of a syllable of Korean: "Seoung". */
const KOREAN_SYLLABLE = /^[a-z]{2,6}$/;

/** @param words of a full name, folded, those that a hyphen joins apart; `hyphen`: whether one does; `isFamily`: whether a word is such a family's name */
export function isFamilyNameFirst(
  words: readonly string[],
  hyphen: boolean,
  isFamily: (word: string, people: 'chinese' | 'korean') => boolean,
): boolean {
  const [family = '', ...given] = words;
  if (given.length === 1 && !hyphen) return PINYIN.test(given[0]!) && isFamily(family, 'chinese');
  return given.length === 2 && given.every((word) => KOREAN_SYLLABLE.test(word)) && isFamily(family, 'korean');
}
