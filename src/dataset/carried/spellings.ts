/** Spellings of one name: Geravand and Garavand, Khatibzadeh and خطیب‌زاده. */
import { spellingCost } from '../../text/distance.ts';
import { foldText } from '../../text/fold.ts';
import { addSounds } from '../../text/phones.ts';
import { createSounds } from '../../text/sound-list.ts';

/** Letters below which a word has too little to tell it by its sounds. */
const leastLetters = 4;
/** Romanisations of one name differ by up to 0.4 (Tehran, Teheran); Hassan and Hossein by 0.55, Iran and Iraq by 1. */
const mostCost = 0.45;
/** Words that one word may be written as: Abdolkarim, Abd al-Karim. */
const mostParts = 3;

/** Whether one of the words, or some in a row, are another spelling of the word. */
export function hasSpelling(words: readonly string[], word: string): boolean {
  if (word.length < leastLetters) return false;
  const isSpelling = spellingsOf(word);
  return words.some((_, at) => {
    for (let parts = 1; parts <= mostParts && at + parts <= words.length; parts++) {
      const joined = words.slice(at, at + parts).join('');
      if (joined.length > 2 * word.length + leastLetters) return false;
      if (withoutPrefixes(joined).some(isSpelling)) return true;
    }
    return false;
  });
}

/** Arabic writes "and", "to" and "of" in one word with what follows. */
function withoutPrefixes(word: string): string[] {
  return /^[وبلك]/u.test(word) ? [word, word.slice(1)] : [word];
}

/** Tells spellings of the word: its sounds are read once. */
function spellingsOf(word: string): (other: string) => boolean {
  const sounds = createSounds();
  const own = addSounds(sounds, foldText(word));
  const { length } = sounds;
  return (other) => {
    if (other.length < leastLetters - 1) return false;
    // In the place of the last one that was compared.
    sounds.length = length;
    return spellingCost(sounds, addSounds(sounds, foldText(other)), sounds, own) <= mostCost;
  };
}
