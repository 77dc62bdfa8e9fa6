/**
 * The consonant skeleton of a token: what is left when vowels go and letters that romanisations exchange become one class
 * (q, g, gh, k; s, sh, ch, z; t, d, th). Two spellings of one name nearly always share it, across scripts too. It only proposes
 * candidates; `distance.ts` decides. In the manner of Double Metaphone, with the classes of the news. It is kept as a hash.
 */
import { isAssimilated, isVowel, type Phones } from './phones.ts';
import { HASH_SEED, hashStep } from './token-list.ts';

/** Longer skeletons differ by more than spelling. */
const LONGEST = 8;

const [B, T, K, S, J, F, H] = [1, 2, 3, 4, 5, 6, 7];

const CLASSES = new Uint8Array(128);
for (const [symbols, sound] of [
  ['bp', B],
  ['tdTD', T],
  ['kqgGXQ', K],
  ['szScCP', S],
  ['jZ', J],
  ['f', F],
  ['lmnr0123456789', 0],
] as const) {
  for (const symbol of symbols) CLASSES[symbol.charCodeAt(0)] = sound || symbol.charCodeAt(0);
}

/** Another reading of a sound: its class there, or 0 where it is no consonant. */
type Reading = (symbol: string, place: number, symbols: string) => number | undefined;

/** Readings under which a token is kept beside the first one: soft g, and the d and th that Persian reads as z and s. */
const KEPT: Reading[] = [
  (symbol, place, symbols) => (symbol === 'g' && isFront(symbols[place + 1]) ? J : undefined),
  (symbol) => (symbol === 'D' ? S : undefined),
  (_, place, symbols) => (isAssimilated(symbols, place) && /^.?b.?d/.test(symbols) ? 0 : undefined), // Abdurrahman for Abdulrahman
];
/** Readings that are tried for a word alone on its line: the letters that alphabets and tongues hear as another class. */
const TRIED: Reading[] = [
  (symbol) => (symbol === 'C' || symbol === 'P' ? K : symbol === 'Q' ? S : undefined), // Christian, Achwan
  (symbol) => (symbol === 'C' || symbol === 'P' || symbol === 'z' ? J : undefined), // Celal for Jalal
  (symbol) => (symbol === 'C' || symbol === 'X' ? 0 : undefined), // Achmad for Ahmad
  (symbol, place) => (symbol === 'h' && place > 0 ? K : undefined), // and the other way round
  (symbol, place, symbols) => (place > 0 && symbol === symbols[place - 1] ? 0 : undefined), // a double letter
  (symbol, place, symbols) => (symbol === 'l' && 'km'.includes(symbols[place + 1] ?? '.') ? 0 : undefined), // Walker, as it is heard
  (_, place, symbols) => (isAssimilated(symbols, place) ? 0 : undefined), // Nureddin for Nureldin
  (symbol) => (symbol === 'j' || symbol === 'Z' ? 0 : undefined), // Juri for Yuri
  (symbol, place) => (place === 0 && (symbol === 'y' || symbol === 'i') ? J : undefined),
  (symbol) => (symbol === 'j' || symbol === 'Z' ? K : symbol === 'g' || symbol === 'G' ? J : undefined), // Gamal for Jamal
  (symbol) => (symbol === 'j' || symbol === 'Z' ? S : undefined),
  (symbol) => (symbol === 'T' || symbol === 'c' || symbol === 's' || symbol === 'z' ? T : undefined), // Fadil for Fazil
  (symbol) => (symbol === 'T' || symbol === 'd' ? S : undefined),
  (symbol, place) => (place > 0 && symbol === 'f' ? 0 : undefined), // v inside a word
  (symbol, place) => (place > 0 && (symbol === 'v' || symbol === 'w') ? F : undefined),
  (symbol, place) => (place === 0 && (symbol === 'v' || symbol === 'w' || symbol === 'h') ? 0 : undefined), // Uladzimir, Issene
  (symbol, place) => (place === 0 && symbol === 'u' ? F : undefined),
];

/** Hashes of the skeletons under which a token is kept; empty when there are only vowels. */
export function skeletonHashes(phones: Phones | undefined): number[] {
  return phones === undefined ? [] : hashesOf(phones, KEPT);
}

/** Hashes of further skeletons that the token may be kept under in another spelling. */
export function otherSkeletonHashes(phones: Phones): number[] {
  const kept = skeletonHashes(phones);
  const other = hashesOf(phones, TRIED).filter((hash) => !kept.includes(hash));
  // A vowel at the beginning may have lost its h.
  if (isVowel(phones.symbols[0]!)) add(other, hashOf(phones, undefined, H));
  return other;
}

function hashesOf(phones: Phones, readings: Reading[]): number[] {
  const hashes: number[] = [];
  add(hashes, hashOf(phones, undefined, 0));
  for (const reading of readings) add(hashes, hashOf(phones, reading, 0));
  if (phones.bare) for (const hash of hashesOf(phones.bare, readings)) add(hashes, hash);
  return hashes;
}

function add(hashes: number[], hash: number): void {
  if (hash !== HASH_SEED && !hashes.includes(hash)) hashes.push(hash);
}

/** Hash of the classes in one reading, after `before` if it is not 0; the seed when there are none. */
function hashOf({ symbols, abjad }: Phones, reading: Reading | undefined, before: number): number {
  let hash = before === 0 ? HASH_SEED : hashStep(HASH_SEED, before);
  let last = 0;
  let length = before === 0 ? 0 : 1;
  for (let i = 0; i < symbols.length && length < LONGEST; i++) {
    const sound = reading?.(symbols[i]!, i, symbols) ?? classAt(symbols, i);
    // A vowel between them keeps two consonants of one class apart; where vowels are not written there may be one.
    if (sound !== 0 && (sound !== last || abjad)) {
      hash = hashStep(hash, sound);
      length++;
    }
    last = sound;
  }
  return hash;
}

function classAt(symbols: string, place: number): number {
  const symbol = symbols[place]!;
  // Inside a word one script's w is another's u, and h is heard or not.
  if (symbol === 'v' || symbol === 'w') return place === 0 ? F : 0;
  if (symbol === 'h') return place === 0 ? H : 0;
  return CLASSES[symbol.charCodeAt(0)]!;
}

function isFront(symbol: string | undefined): boolean {
  return symbol !== undefined && 'eiEy'.includes(symbol);
}
