/** Words so frequent that a capital on them (first in a sentence, in a headline) is no sign of a name. */
import { decodeWords } from './coded-words.ts';
import { COMMON_WORDS } from './common-words.data.ts';

const words: ReadonlySet<string> = decodeWords(COMMON_WORDS);

/** `folded`: as `fold.ts` folds. English, French, German, Spanish, Persian and Arabic. */
export function isCommonWord(folded: string): boolean {
  return words.has(folded);
}
