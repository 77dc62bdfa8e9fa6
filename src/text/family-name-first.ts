/** Names in Latin letters whose first word is the family's: Chinese in Pinyin, Korean. */

/** A syllable of Hanyu Pinyin without its tone (ISO 7098). */
const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)';
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,2}$`);

/** Family names of most Chinese, in Pinyin; those that are also given names of other languages are left out. */
const CHINESE = new Set(
  (
    'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng xie tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren ' +
    'fan fang shi yao tan liao zou xiong jin hao kong bai cui kang qiu qin gu hou shao meng wan duan qian yin chang qiao lai xi xing hua han ao qu miao chu bo qi wen'
  ).split(' '),
);
const KOREAN = new Set(
  'kim lee park choi jung jeong chung kang cho yoon yun jang chang lim im han oh seo suh shin kwon hwang ahn an song ryu yoo yu hong jeon jun ko koh moon son bae baek heo huh nam noh roh ha jo cha joo ju min ra ri pak ban chun'.split(
    ' ',
  ),
);

/** Letters of a syllable of Korean: "Seoung". */
const KOREAN_SYLLABLE = /^[a-z]{2,6}$/;

/** @param words of a full name, folded, those that a hyphen joins apart; `hyphen`: whether one does */
export function isFamilyNameFirst(words: readonly string[], hyphen: boolean): boolean {
  const [family = '', ...given] = words;
  if (given.length === 1 && !hyphen) return CHINESE.has(family) && PINYIN.test(given[0]!);
  return given.length === 2 && KOREAN.has(family) && given.every((word) => KOREAN_SYLLABLE.test(word));
}
