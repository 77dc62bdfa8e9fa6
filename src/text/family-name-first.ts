/** Names in Latin letters whose first word is the family's: Chinese in Pinyin, Korean. */

/** One or two syllables of Hanyu Pinyin, or what no name of another language beside such a family's looks like. */
const PINYIN = /^(?:(?:[b-df-hj-np-tw-z]|[zcs]h)?[aeiou]{1,3}(?:ng?|(?<=e)r)?){1,2}$/;

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
