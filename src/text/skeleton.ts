/**
 * The consonant skeleton of a token: what is left when vowels go and letters that romanisations exchange become one class
 * (q, g, gh, k; s, sh, ch, z; t, d, th). Two spellings of one name nearly always share it, across scripts too. It only proposes
 * candidates; `distance.ts` decides. In the manner of Double Metaphone and of Mansurov's consonant keys, with classes for the news.
 */
import { romanise } from './romanise.ts';

/** Longer skeletons differ by more than spelling. */
const LONGEST = 8;

/** One skeleton, or two where a letter has two readings: soft g, and the Arabic d that Persian reads as z. */
export function skeletons(folded: string): string[] {
  const roman = romanise(folded);
  const hard = build(roman);
  const others = [];
  if (/g[eiy]/.test(roman)) others.push(build(roman.replace(/g(?=[eiy])/g, 'j')));
  if (/dh/.test(roman)) others.push(build(roman.replaceAll('dh', 'z')));
  return [...new Set([hard, ...others])].filter((key) => key !== '');
}

function build(roman: string): string {
  let out = '';
  let last = '';
  for (let i = 0; i < roman.length && out.length < LONGEST; ) {
    const [cls, width] = classAt(roman, i);
    // A vowel between them keeps two consonants of one class apart.
    if (cls !== '' && cls !== last) out += cls;
    last = cls;
    i += width;
  }
  return out;
}

/** Class of the letters at `i` ('' for none) and how many letters they are. */
function classAt(roman: string, i: number): [string, number] {
  const char = roman[i]!;
  const next = roman[i + 1] ?? '';
  const pair = char + next;
  switch (pair) {
    case 'kh':
    case 'gh':
    case 'ck':
      return ['K', 2];
    case 'sh':
    case 'ch':
    case 'ts':
    case 'tz':
    case 'cz':
    case 'cs':
      return ['S', pair === 'sh' && roman.startsWith('ch', i + 2) ? 4 : 2];
    case 'sc':
      return roman[i + 2] === 'h' ? ['S', 3] : ['S', 1];
    case 'tc':
    case 'tj':
      return ['S', roman.startsWith('tch', i) ? 3 : 2];
    case 'dj':
    case 'dz':
    case 'zh':
      return ['J', pair === 'dz' && roman[i + 2] === 'h' ? 3 : 2];
    case 'th':
    case 'dh':
      return ['T', 2];
    case 'ph':
      return ['F', 2];
  }
  switch (char) {
    case 'b':
    case 'p':
      return ['B', 1];
    case 't':
    case 'd':
      return ['T', 1];
    case 'k':
    case 'q':
      return ['K', 1];
    case 'c':
      return [/[eiy]/.test(next) ? 'S' : 'K', 1];
    case 'g':
      return ['K', 1];
    case 'x':
      return ['KS', 1];
    case 's':
    case 'z':
      return ['S', 1];
    case 'j':
      return ['J', 1];
    case 'f':
      return ['F', 1];
    case 'v':
    case 'w':
      // Inside a word one script's w is another's u.
      return [i === 0 ? 'F' : '', 1];
    case 'h':
      return [i === 0 ? 'H' : '', 1];
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
      return ['', 1];
    default:
      return [char, 1]; // l, m, n, r, digits
  }
}
