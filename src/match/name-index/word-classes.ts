/**
 * Words that, beside a name, say what bears it: a bridge, a racehorse, a baker. Knowledge of `data/`, which an index carries so that the matcher need not:
 * `data/words-beside-names.json`.
 */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';

const CLASSES = [
  /** Things that bear names: "the trawler X". */
  'thing',
  /** What somebody is whom a pack would not leave unsaid: "X, a plumber". */
  'trade',
  /** What is named after persons, behind the name: "X Bridge", „X-Brücke“. */
  'headAfter',
  /** The same before it: "pont X", "جسر X". */
  'headBefore',
  /** What is another body than the one it is called after: "X Bar Association". */
  'bodyAfter',
  /** Devices and substances that have letters for a name: "X valve". */
  'device',
  /** Those who speak for a body in a country: "X Kenya researcher". */
  'staff',
  /** Devices before their letters, in French and Spanish: "filtre X". */
  'deviceBefore',
  /** What local papers tell of people of whom packs do not: bakeries, choirs, lower leagues. */
  'life',
  /** Fields of life in which known names are seldom meant: kitchens, laboratories, stables, ponds. One word says nothing, two do. */
  'matter',
  /** What people meet for in clubs: "société de pêche X". */
  'pastime',
  /** Shops behind their owner's name, with a capital: "X Bikes". */
  'shop',
  /** "X, the tortoise" */
  'animal',
  /** What makes an outlet, a company or a club of the country before it: "X Point News". */
  'enterprise',
  /** As much before it, and parts of a country: "Air X", "Haute-X", "Gran X". */
  'regionBefore',
  /** What makes a place, a prize, an institution or another person of the name directly before it: "X University", "X Jr.". */
  'placeHead',
  /** Titles of those of whom no pack tells: "Councillor X". */
  'title',
  /** Given names in letters without case: "ملانیا X" is not X. */
  'given',
  /** Bodies and places that are a name with what they are of, in any case: "the embassy of X", دانشگاه X. */
  'body',
  /** Those that are one with a capital only: "the Administration of X"; in German what is one behind a party: „X-Fraktion“. */
  'bodyInCapitals',
  /** What stands between these and what they are of: "electoral", "of the". */
  'ofBody',
  /** Missions of a country, which have their seat in the name: "the French embassy in X". */
  'mission',
  /** What is made in a city and called after it: "X agreement", "traité de X". */
  'made',
  /** Before the name of an outlet: "the newspaper X". */
  'paper',
  /** "A court of X" is any of them. */
  'any',
  /** What a country has, right behind its name also in small letters: "X dollar", "X embassy". */
  'ofCountry',
  /** Bodies behind a country in capitals: "U.S. Court of Appeals". */
  'afterLetters',
  /** What a branch of a body does: "X Kenya said". */
  'does',
] as const;
export type WordClass = (typeof CLASSES)[number];

/** One bit a class. */
export const WORD_CLASSES = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Record<WordClass, number>;

/** By class, words of any language; those of a language may stand in one string. */
export type WordsBeside = Readonly<Partial<Record<WordClass, readonly string[]>>>;

/** Hashes of words, which rise, and the classes of each; empty in packs that a reader brings. */
export interface WordTable {
  readonly words: Uint32Array;
  readonly wordClasses: Uint32Array;
}

export function wordSections(words: WordsBeside): WordTable {
  const rows = new Map<number, number>();
  for (const [name, bit] of Object.entries(WORD_CLASSES)) {
    for (const word of (words[name as WordClass] ?? []).flatMap((line) => line.split(' '))) {
      const hash = hashFolded(foldText(word)) >>> 0;
      rows.set(hash, (rows.get(hash) ?? 0) | bit);
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return {
    words: Uint32Array.from(sorted, ([hash]) => hash),
    wordClasses: Uint32Array.from(sorted, ([, classes]) => classes),
  };
}

/** Classes of a word by the hash of its folded letters, as the first index that has such words knows them; 0 for nearly all words. */
export function classesOf(indexes: readonly WordTable[], hash: number): number {
  for (const { words, wordClasses } of indexes) {
    if (words.length === 0) continue;
    const at = placeIn(words, hash >>> 0);
    return words[at] === hash >>> 0 ? wordClasses[at]! : 0;
  }
  return 0;
}

function placeIn(words: Uint32Array, hash: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
