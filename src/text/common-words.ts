/** Words so frequent that a capital on them (first in a sentence, in a headline) is no sign of a name. */
import { COMMON_WORDS } from './common-words.data.ts';

const words: ReadonlySet<string> = readWords();

/** Each is written as a number of letters of the one before it (0-9, A-Z) and the rest. */
function readWords(): Set<string> {
  const read = new Set<string>();
  let before = '';
  for (const [, shared, rest] of COMMON_WORDS.matchAll(/([\dA-Z])([^\dA-Z]*)/g)) {
    before = before.slice(0, Number.parseInt(shared!, 36)) + rest;
    read.add(before);
  }
  return read;
}

/** `folded`: as `fold.ts` folds. English, French, German, Spanish, Persian and Arabic. */
export function isCommonWord(folded: string): boolean {
  return words.has(folded);
}
