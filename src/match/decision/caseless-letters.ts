/** Latin letters in a text of Arabic ones: "حزب VVD". They stand out there, and what their packs ask for is mostly written in Latin letters. */
import { type Block, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { metaOf } from '../name-index/read.ts';
import type { Candidate } from './candidates.ts';
import type { Support } from './country.ts';

/** Letters of an acronym that stands for little else. */
const LEAST_LETTERS = 3;
/** Names and words of a country that say that a page is of it. */
const LEAST_TIMES = 2;

/** "Party" before its letters, folded. */
const PARTY = /^[وبفلك]?(?:ال|ل)?(?:حزب|احزاب|حزبهای|حزبی|ایتلاف)/u;

/** Whether letters are those of a party of the country that the page is about: by the word before them, or persons and bodies of the country on the page. */
export function isPartyInLatin(view: View, candidate: Candidate, { page, countries }: Support): boolean {
  const { index, info, block: number, from, to, start, end } = candidate;
  const { type, related = [] } = metaOf(index, info.entity);
  const block = view.blocks[number]!;
  if (info.kind !== 'acronym' || type !== 'political-party' || from < to || isCaseless(block.text, start)) return false;
  if (!isAmongCaseless(block, from)) return false;
  const main = page.main();
  if (main === undefined || main.times < LEAST_TIMES || !related.includes(main.country)) return false;
  if (isNextWord(block, from - 1) && PARTY.test(wordAt(block, from - 1))) return true;
  return end - start >= LEAST_LETTERS && (countries.get(main.country) ?? 0) > 0;
}

/** Whether a word beside the token has letters without case. */
export function isAmongCaseless({ text, start, count }: Block, token: number): boolean {
  return [token - 1, token + 1].some(
    (at) => at >= 0 && at < count && /\p{L}/u.test(text[start[at]!]!) && isCaseless(text, start[at]!),
  );
}
