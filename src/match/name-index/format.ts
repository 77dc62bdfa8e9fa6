/**
 * The compiled index: one ArrayBuffer, read in place through typed arrays (little-endian).
 *
 * ```
 * header     magic, version, length, checksum, counts, then offset and length in bytes of each section
 * pairs      bit filter of the first two tokens of names, or of the only one: which places of a text are worth a look
 * cells      hash table of tokens: [verify:1][tag][token id + 1], linear probing
 * tokens     spelling of each token as names most often write it, front-coded, in the order of the folded letters
 * first      for each token, the first of the names that begin with it; names are sorted by their token sequences, so the names
 *            below a node of the trie are one range, and a step down is a binary search in that range
 * tail       for each name: 0 (one token), second token + 1 (two tokens), or HIGH_BIT | offset into `rest`
 * rest       number of further tokens, and the tokens, of names of three or more
 * record     for each name: shape (8 bits) and entity (24 bits)
 * odd        names whose spelling is not the spelling of their tokens joined by spaces: ids, then texts
 * ids        entity ids, front-coded, sorted
 * meta       of entities that have more than names (cues, roles, disputes ...): entities in order, offsets, rows (`meta-rows.ts`)
 * value      what stands in these rows, as JSON, each once, front-coded
 * officers   of these, the entities that held an office that is an entity
 * disputed   of these, the entities with a dispute over a number
 * nations    words of countries: hashes of first tokens, which rise, and the entity of each (`nations.ts`)
 * parties    ordinals of parties, which rise, and the country of each (`parties.ts`)
 * words      words that say what bears a name beside them: hashes, which rise, and the classes and the number of each (`word-classes.ts`)
 * stateNouns  nouns of the bodies of states and of elections, as JSON (`state-nouns.ts`)
 * heads      ordinals of entities of open data that head a state or a government, or did so in our time
 * skeletons  tokens by hash of their skeleton: bucket starts, then for each token, from the lowest bit, its id, its room (5 bits) and
 *            whether only near spellings count (`rooms.ts`), its alphabet (2 bits), and of the hash what is left
 * outlines   for each token, what it may be one word of (`outlines.ts`)
 * soundPairs  bit filter of the skeletons of two tokens of one name, by `relationOf`, for texts with vowels
 * pair       names by the skeletons of two of their tokens, for texts without vowels: bucket starts, then pairs (`name-pairs.ts`)
 * posting    for each token, the names in which it stands at second place or later, as varint differences behind their number of bytes:
 *            where each 16th begins, then all
 * ```
 * A token id, a name id and an entity ordinal are positions in these orders.
 */
export const MAGIC = 0x494d4c53; // "SLMI"
/** In its place while an index is packed (`columns.ts`). */
export const PACKED = 0x504d4c53; // "SLMP"
export const VERSION = 12;
export const HIGH_BIT = 0x80000000;
export const MAX_ENTITIES = 1 << 24;
/** One bit of a skeleton's hash must be left beside the id of its token. */
export const MAX_TOKENS = 1 << 23;
/** Longer names are not names. */
export const MAX_NAME_TOKENS = 32;

export const SECTIONS = [
  'pairs',
  'cells',
  'tokenBlocks',
  'tokenBytes',
  'first',
  'tail',
  'rest',
  'record',
  'odd',
  'oddBlocks',
  'oddBytes',
  'idBlocks',
  'idBytes',
  'meta',
  'officers',
  'disputed',
  'heads',
  'nations',
  'nationOwners',
  'parties',
  'partyCountries',
  'words',
  'wordClasses',
  'wordNumbers',
  'stateNouns',
  'metaOffsets',
  'metaBytes',
  'valueBlocks',
  'valueBytes',
  'skeletonBuckets',
  'skeletonTokens',
  'outlines',
  'soundPairs',
  'pairBuckets',
  'pairNames',
  'postingBlocks',
  'postingBytes',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Header words before the section table. */
export const HEAD = {
  magic: 0,
  version: 1,
  length: 2,
  checksum: 3,
  names: 4,
  tokens: 5,
  entities: 6,
  cellBits: 7,
  /** Names of one token. */
  singles: 8,
  /** 1 when all entities are of open data. */
  openData: 9,
  /** Relations that are in `soundPairs` or, of texts without vowels, in `pairNames`, one bit each. */
  relations: 10,
} as const;
export const SECTION_TABLE = 11;
export const HEADER_WORDS = SECTION_TABLE + SECTIONS.length * 2;

/** Shape of a name, the upper 8 bits of its record. */
export const SHAPE_KIND_SHIFT = 5; // entity kind, 3 bits
export const SHAPE_NAME_SHIFT = 2; // name kind, 3 bits
export const SHAPE_ODD = 2; // spelling is in `odd`
export const SHAPE_RULED = 1; // `needs`, `open`, `exactCase` or `unique` is in the meta of the entity

/** Mixes all words but the first four, in order. Finds damage, not malice. */
export function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let i = HEAD.checksum + 1; i < words.length; i++) {
    sum = Math.imul(sum ^ words[i]!, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}

/** Spreads a token's hash over all bits, for slot and tag. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

/** In place of the hash of a second token. */
export const ALONE = 0;

/** The key of two neighbouring tokens, by their hashes: its upper bits say a word of the filter, its lower fifteen the bits in it. */
export function pairKey(first: number, second: number): number {
  return mix(Math.imul(first, 0x85ebca6b) ^ second);
}

/**
 * Whether a text is written without vowels, whether a name is, and whether only `generous` leaves the name room: pairs of skeletons are told apart by it,
 * so that a text meets only the names that it may spell.
 */
export function relationOf(written: boolean, name: boolean, generous: boolean): number {
  return (written ? 1 : 0) | (name ? 2 : 0) | (generous ? GENEROUS_RELATION : 0);
}

export const GENEROUS_RELATION = 4;

/** Whether the text of a relation is written without vowels. */
export function isWritten(relation: number): boolean {
  return (relation & 1) !== 0;
}

/** Key of two skeletons in either order, in a relation. */
export function soundKey(a: number, b: number, relation: number): number {
  return (a < b ? pairKey(a, b) : pairKey(b, a)) ^ Math.imul(relation, 0x3c6ef372);
}

export function pairBits(key: number): number {
  return (1 << key) | (1 << (key >>> 5)) | (1 << (key >>> 10));
}

/** Whether a name may begin with a pair. (Bloom's filter with three bits in one word, so that a question costs one access to memory.) */
export function mayHavePair(pairs: Uint32Array, shift: number, key: number): boolean {
  const bits = pairBits(key);
  return (pairs[key >>> shift]! & bits) === bits;
}

/** Tokens whose postings are found from one place. */
export const POSTING_BLOCK = 16;
/** In place of a number of bytes that a byte does not hold: the number follows, in four. */
export const WIDE_POSTING = 255;
