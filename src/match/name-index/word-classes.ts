/**
 * Words that, beside a name or in it, say what bears it: a bridge, a racehorse, a baker, a Korean. Knowledge of `data/`, which an index carries so that the matcher need not:
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
  /** What cities do and what is done to them, and no government: "X hosts the games". */
  cityVerb: 262144,
  /** What stands beside a name and is no verb that has it for its subject: "X und". */
  noVerb: 524288,
  /** Words of markets, matches and shows, where the name of a city is that of its bourse or its team. */
  arena: 1048576,
  /** What governments say and do: "X denies", "اتهمت X". */
  stateVerb: 2097152,
  /** What governments have with each other: "talks between X and Y". */
  pact: 4194304,
  /** What governments give and take: "aid from X". */
  policy: 8388608,
  /** Names of families that stand first, in Latin letters: of most Chinese, in Pinyin, those left out that are given names elsewhere, and of Koreans. */
  chinese: 16777216,
  korean: 33554432,
  /** Words of what states do, of which sentences on governments have some: Persian and Arabic. */
  statecraft: 67108864,
  /** What a city has, before its name: "خیابان X". */
  cityHead: 134217728,
} as const;

/** As much of words of which the names of bodies are made and that stand around names, in a table of their own: one number has no room for all. */
export const BODY_CLASSES = {
  /** Bodies and places that are a name with what they are of, in any case: "the embassy of X", دانشگاه X. */
  body: 1,
  /** Those that are one with a capital only: "the Administration of X"; in German what is one behind a party: „X-Fraktion“. */
  bodyInCapitals: 2,
  /** What stands between these and what they are of: "electoral", "of the". */
  ofBody: 4,
  /** Missions of a country, which have their seat in the name: "the French embassy in X". */
  mission: 8,
  /** What is made in a city and called after it: "X agreement", "traité de X". */
  made: 16,
  /** Before the name of an outlet: "the newspaper X". */
  paper: 32,
  /** "A court of X" is any of them. */
  any: 64,
  /** What a country has, right behind its name also in small letters: "X dollar", "X embassy". */
  ofCountry: 128,
  /** Bodies behind a country in capitals: "U.S. Court of Appeals". */
  afterLetters: 256,
  /** What a branch of a body does: "X Kenya said". */
  does: 512,
  /** Offices of politics that stand before a name: "senator". */
  office: 1024,
  /** Beside the name of an outlet that is cited: "according to X", "X reported". */
  cites: 2048,
  /** What only a noun follows: "the King", "son Petit". */
  beforeNoun: 4096,
  /** English words that have a capital everywhere. */
  calendar: 8192,
  /** Verbs beside those of states, which people have for their subject. */
  verb: 16384,
  /** Before the city that something is called after, and "from", behind what an agency reports: Persian and Arabic. */
  calledAfter: 32768,
  /** Offices of Arabic and Persian without article and what is written on to them. */
  officeStem: 65536,
  /** What stands between an office, or its country, and a name in these. */
  former: 131072,
} as const;
type BodyClass = keyof typeof BODY_CLASSES;
export type WordClass = keyof typeof WORD_CLASSES | BodyClass;

/** By this the hashes of the second table differ from those of the first. */
const SECOND = 0x9e3779b9;

/** The first numbers of the nouns of names of parties, of which "party" is the first, and of what else they say; smaller ones are those of words beside them. */
export const PARTY_KIND = 9;
export const PARTY_IDEA = 32;
/** The first number of a country. */
export const COUNTRY = 1024;

/**
 * Words of any language, by class, and those of names of parties by what they say; those of a language may stand in one string. `states`: a table of
 * `state-nouns.ts`.
 */
export type WordsBeside = Readonly<Partial<Record<WordClass, readonly string[]>>> & {
  readonly states?: object;
  /** How words of a country and its people begin, folded, one country a line. */
  readonly countries?: readonly string[];
  readonly parties?: Readonly<Record<'beside' | 'kinds' | 'ideas', Readonly<Record<string, readonly string[]>>>>;
};

/**
 * Hashes of words, which rise, the classes of each, and the number of what it says in the name of a party, or of the country of which it is the beginning of
 * a word, or 0; empty in packs that a reader brings.
 */
export interface WordTable {
  readonly words: Uint32Array;
  readonly wordClasses: Uint32Array;
  readonly wordNumbers: Uint32Array;
}

export function wordSections(words: WordsBeside): WordTable {
  const rows = new Map<number, { classes: number; number: number }>();
  const add = (lines: readonly string[], { classes = 0, number = 0, salt = 0 }) => {
    for (const word of lines.flatMap((line) => line.split(' '))) {
      const hash = (hashFolded(foldText(word)) ^ salt) >>> 0;
      const before = rows.get(hash) ?? { classes: 0, number: 0 };
      rows.set(hash, { classes: before.classes | classes, number: before.number || number });
    }
  };
  for (const [name, classes] of Object.entries(WORD_CLASSES)) add(words[name as WordClass] ?? [], { classes });
  for (const [name, classes] of Object.entries(BODY_CLASSES))
    add(words[name as WordClass] ?? [], { classes, salt: SECOND });
  const { beside = {}, kinds = {}, ideas = {} } = words.parties ?? {};
  for (const [first, groups] of [
    [1, beside],
    [PARTY_KIND, kinds],
    [PARTY_IDEA, ideas],
  ] as const)
    for (const [i, lines] of Object.values(groups).entries()) add(lines, { number: first + i });
  for (const [i, line] of words.countries?.entries() ?? []) add([line], { number: COUNTRY + i });
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return {
    words: Uint32Array.from(sorted, ([hash]) => hash),
    wordClasses: Uint32Array.from(sorted, ([, { classes }]) => classes),
    wordNumbers: Uint32Array.from(sorted, ([, { number }]) => number),
  };
}

/** Classes of a word by the hash of its folded letters, as the first index that has such words knows them; 0 for nearly all words. */
export function classesOf(indexes: readonly WordTable[], hash: number): number {
  return columnOf(indexes, hash, 'wordClasses');
}

/** As much of the number of a word. */
export function numberOf(indexes: readonly WordTable[], hash: number): number {
  return columnOf(indexes, hash, 'wordNumbers');
}

function columnOf(indexes: readonly WordTable[], hash: number, column: 'wordClasses' | 'wordNumbers'): number {
  for (const table of indexes) {
    if (table.words.length === 0) continue;
    const at = placeIn(table.words, hash >>> 0);
    return table.words[at] === hash >>> 0 ? table[column][at]! : 0;
  }
  return 0;
}

/** As much in the table of bodies. */
export function bodyClassesOf(indexes: readonly WordTable[], hash: number): number {
  return classesOf(indexes, hash ^ SECOND);
}

export function isOfClassByHash(indexes: readonly WordTable[], hash: number, name: WordClass): boolean {
  const bit = BODY_CLASSES[name as BodyClass];
  if (bit !== undefined) return (bodyClassesOf(indexes, hash) & bit) !== 0;
  return (classesOf(indexes, hash) & WORD_CLASSES[name as keyof typeof WORD_CLASSES]) !== 0;
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
