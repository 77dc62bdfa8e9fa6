/**
 * Words that, beside a name, say what bears it: a bridge, a racehorse, a baker. Knowledge of `data/`, which an index carries so that the matcher need not:
 * `data/words-beside-names.json`.
 */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';

/** One bit a class. */
export const WORD_CLASSES = {
  /** Things that bear names: "the trawler X". */
  thing: 1,
  /** What somebody is whom a pack would not leave unsaid: "X, a plumber". */
  trade: 2,
  /** What is named after persons, behind the name: "X Bridge", „X-Brücke“. */
  headAfter: 4,
  /** The same before it: "pont X", "جسر X". */
  headBefore: 8,
  /** What is another body than the one it is called after: "X Bar Association". */
  bodyAfter: 16,
  /** Devices and substances that have letters for a name: "X valve". */
  device: 32,
  /** Those who speak for a body in a country: "X Kenya researcher". */
  staff: 64,
  /** Devices before their letters, in French and Spanish: "filtre X". */
  deviceBefore: 128,
  /** What local papers tell of people of whom packs do not: bakeries, choirs, lower leagues. */
  life: 256,
  /** Fields of life in which known names are seldom meant: kitchens, laboratories, stables, ponds. One word says nothing, two do. */
  matter: 512,
  /** What people meet for in clubs: "société de pêche X". */
  pastime: 1024,
  /** Shops behind their owner's name, with a capital: "X Bikes". */
  shop: 2048,
  /** "X, the tortoise" */
  animal: 4096,
  /** What makes an outlet, a company or a club of the country before it: "X Point News". */
  enterprise: 8192,
  /** As much before it, and parts of a country: "Air X", "Haute-X", "Gran X". */
  regionBefore: 16384,
  /** What makes a place, a prize, an institution or another person of the name directly before it: "X University", "X Jr.". */
  placeHead: 32768,
  /** Titles of those of whom no pack tells: "Councillor X". */
  title: 65536,
  /** Given names in letters without case: "ملانیا X" is not X. */
  given: 131072,
} as const;
export type WordClass = keyof typeof WORD_CLASSES;

/** Above these bits the number of what a word says in the name of a party, or of the country of which it is the beginning of a word. */
export const NUMBER_SHIFT = 18;
/** The first numbers of the nouns of such names, of which "party" is the first, and of what else they say; smaller ones are those of words beside them. */
export const PARTY_KIND = 9;
export const PARTY_IDEA = 32;
/** The first number of a country. */
export const COUNTRY = 1024;

/** Words of any language, by class, and those of names of parties by what they say; those of a language may stand in one string. */
export type WordsBeside = Readonly<Partial<Record<WordClass, readonly string[]>>> & {
  /** How words of a country and its people begin, folded, one country a line. */
  readonly countries?: readonly string[];
  readonly parties?: Readonly<Record<'beside' | 'kinds' | 'ideas', Readonly<Record<string, readonly string[]>>>>;
};

/** Hashes of words, which rise, and the classes of each; empty in packs that a reader brings. */
export interface WordTable {
  readonly words: Uint32Array;
  readonly wordClasses: Uint32Array;
}

export function wordSections(words: WordsBeside): WordTable {
  const rows = new Map<number, number>();
  const add = (lines: readonly string[], bits: number) => {
    for (const word of lines.flatMap((line) => line.split(' '))) {
      const hash = hashFolded(foldText(word)) >>> 0;
      rows.set(hash, (rows.get(hash) ?? 0) | bits);
    }
  };
  for (const [name, bit] of Object.entries(WORD_CLASSES)) add(words[name as WordClass] ?? [], bit);
  for (const [i, line] of words.countries?.entries() ?? []) add([line], (COUNTRY + i) << NUMBER_SHIFT);
  const { beside = {}, kinds = {}, ideas = {} } = words.parties ?? {};
  for (const [first, groups] of [
    [1, beside],
    [PARTY_KIND, kinds],
    [PARTY_IDEA, ideas],
  ] as const)
    for (const [i, lines] of Object.values(groups).entries()) add(lines, (first + i) << NUMBER_SHIFT);
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
