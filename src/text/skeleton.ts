/**
 * The consonant skeleton of a token: what is left when vowels go and letters that romanisations exchange become one class
 * (q, g, gh, k; s, sh, ch, z; t, d, th). Two spellings of one name nearly always share it, across scripts too. It only proposes
 * candidates; `distance.ts` decides. In the manner of Double Metaphone, with the classes of the news. It is kept as a hash.
 */
import { romanise, withoutArticle } from './romanise.ts';
import { HASH_SEED, hashStep } from './token-list.ts';

/** Longer skeletons differ by more than spelling. */
const LONGEST = 8;

/** Hash of the skeleton, or of two where a letter has two readings: soft g, and the Arabic d that Persian reads as z. Empty when there are only vowels. */
export function skeletonHashes(folded: string): number[] {
  const roman = romanise(folded);
  const hashes: number[] = [];
  addHash(hashes, roman);
  if (/g[eiy]/.test(roman)) addHash(hashes, roman.replace(/g(?=[eiy])/g, 'j'));
  if (roman.includes('dh')) addHash(hashes, roman.replaceAll('dh', 'z'));
  const bare = withoutArticle(folded);
  if (bare !== '') addHash(hashes, romanise(bare));
  return hashes;
}

function addHash(hashes: number[], roman: string): void {
  let hash = HASH_SEED;
  let last = 0;
  let length = 0;
  for (let i = 0; i < roman.length && length < LONGEST; i += width) {
    const sound = classAt(roman, i);
    // A vowel between them keeps two consonants of one class apart.
    if (sound !== 0 && sound !== last) {
      hash = hashStep(hash, sound);
      length++;
    }
    last = sound;
  }
  if (length > 0 && !hashes.includes(hash)) hashes.push(hash);
}

const unit = (letter: string) => letter.charCodeAt(0);
const [B, T, K, S, J, F, H] = [1, 2, 3, 4, 5, 6, 7];

/** Letters that the class last read took. */
let width = 1;

/** Class of the letters at `i`, 0 for none. */
function classAt(roman: string, i: number): number {
  const next = roman.charCodeAt(i + 1);
  width = 1;
  switch (roman[i]) {
    case 'b':
      return B;
    case 'p':
      if (next === unit('h')) return take(2, F);
      return B;
    case 't':
      if (next === unit('h')) return take(2, T);
      if (next === unit('s') || next === unit('z') || next === unit('j')) return take(2, S);
      if (next === unit('c')) return take(roman[i + 2] === 'h' ? 3 : 2, S);
      return T;
    case 'd':
      if (next === unit('h')) return take(2, T);
      if (next === unit('j')) return take(2, J);
      if (next === unit('z')) return take(roman[i + 2] === 'h' ? 3 : 2, J);
      return T;
    case 'k':
    case 'g':
      return next === unit('h') ? take(2, K) : K;
    case 'q':
      return K;
    case 'c':
      if (next === unit('k')) return take(2, K);
      if (next === unit('h') || next === unit('z') || next === unit('s')) return take(2, S);
      return next === unit('e') || next === unit('i') || next === unit('y') ? S : K;
    case 'x':
    case 's':
      if (next === unit('h')) return take(roman.startsWith('ch', i + 2) ? 4 : 2, S);
      if (next === unit('c') && roman[i + 2] === 'h') return take(3, S);
      return S;
    case 'z':
      return next === unit('h') ? take(2, J) : S;
    case 'j':
      return J;
    case 'f':
      return F;
    case 'v':
    case 'w':
      // Inside a word one script's w is another's u.
      return i === 0 ? F : 0;
    case 'h':
      return i === 0 ? H : 0;
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return 0;
    default:
      return roman.charCodeAt(i); // l, m, n, r, digits
  }
}

function take(letters: number, sound: number): number {
  width = letters;
  return sound;
}
