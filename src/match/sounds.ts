/** How words of pages sound, remembered from page to page, and what it costs to take one for another. */
import { isCommonWord } from '../text/common-words.ts';
import { isSwapped, phoneDistance, SWAPPED_LETTERS, tokenBudget } from '../text/distance.ts';
import { type Phones, phonesOf } from '../text/phones.ts';
import { skeletonHashes } from '../text/skeleton.ts';

interface Sound {
  phones: Phones | undefined;
  /** Hashes of its skeletons. */
  keys: number[];
  /** A frequent word: as part of a name it must be spelled as the name is. */
  common: boolean;
}

const sounds = new Map<string, Sound>();
/** Pages repeat their words; other pages have others. */
const MOST_SOUNDS = 5_000;

export function soundOf(folded: string): Sound {
  let sound = sounds.get(folded);
  if (sound === undefined) {
    const phones = phonesOf(folded);
    sound = { phones, keys: skeletonHashes(phones), common: isCommonWord(folded) };
    if (sounds.size >= MOST_SOUNDS) sounds.clear();
    sounds.set(folded, sound);
  }
  return sound;
}

/** Where vowels are not written, a letter is more of a name than a pair of Latin ones. */
function lettersOf({ abjad, letters, symbols }: Phones): number {
  return abjad ? symbols.length : letters;
}

/** Cost within the budget of the shorter of the two, or infinity. */
export function costBetween(a: Phones | undefined, b: Phones | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  const { cost, edits } = tokenBudget(
    a.abjad === b.abjad ? Math.min(lettersOf(a), lettersOf(b)) : Math.max(a.letters, b.letters),
    a.abjad !== b.abjad,
  );
  let found = phoneDistance(a, b, cost, edits);
  if (a.bare) found = Math.min(found, phoneDistance(a.bare, b, cost, edits));
  if (b.bare) found = Math.min(found, phoneDistance(a, b.bare, cost, edits));
  return found > SWAPPED_LETTERS && isSwapped(a.roman, b.roman) ? SWAPPED_LETTERS : found;
}
