/** Opens an index where it lies: nothing is parsed or copied. */
import { unpackIndex } from './columns.ts';
import {
  checksum,
  HEAD,
  HEADER_WORDS,
  MAGIC,
  PACKED,
  SECTION_TABLE,
  SECTIONS,
  type Section,
  VERSION,
} from './format.ts';
import type { MatchIndex } from './read.ts';
import type { StringTable } from './string-table.ts';

/**
 * `bytes`: a buffer, or a part of one that begins at a multiple of four. One that is packed is unpacked in it; else it may be shared between threads:
 * an index is only read.
 * @throws {Error} that says what was expected and found, when it is not a whole index of this version
 */
export function openIndex(bytes: ArrayBufferLike | Uint8Array): MatchIndex {
  const { buffer, byteOffset: start, byteLength } = ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
  if (byteLength < HEADER_WORDS * 4 || byteLength % 4 !== 0 || start % 4 !== 0) {
    throw new Error(
      `index: expected at least ${HEADER_WORDS * 4} bytes in whole words, found ${byteLength} from ${start} on: build the pack again`,
    );
  }
  const words = new Uint32Array(buffer, start, byteLength / 4);
  if (words[HEAD.magic] !== MAGIC && words[HEAD.magic] !== PACKED)
    throw new Error('index: expected a compiled Sidelight index, found something else');
  if (words[HEAD.version] !== VERSION) {
    throw new Error(`index: expected version ${VERSION}, found ${words[HEAD.version]}: build the pack again`);
  }
  if (words[HEAD.length] !== byteLength) {
    throw new Error(`index: expected ${words[HEAD.length]} bytes, found ${byteLength}: the file was cut or extended`);
  }
  if (words[HEAD.magic] === PACKED) unpackIndex(words);
  if (words[HEAD.checksum] !== checksum(words)) {
    throw new Error('index: the checksum does not fit the content: the file is damaged, build the pack again');
  }
  const view = (name: Section): Uint8Array => {
    const at = SECTION_TABLE + SECTIONS.indexOf(name) * 2;
    return new Uint8Array(buffer, start + words[at]!, words[at + 1]!);
  };
  const wordView = (name: Section): Uint32Array => {
    const at = SECTION_TABLE + SECTIONS.indexOf(name) * 2;
    return words.subarray(words[at]! / 4, (words[at]! + words[at + 1]!) / 4);
  };
  const pairs = wordView('pairs');
  const soundPairs = wordView('soundPairs');
  const table = (blocks: Section, bytes: Section): StringTable => ({
    blocks: wordView(blocks),
    bytes: view(bytes),
    letters: new Uint8Array(256),
  });
  return {
    names: words[HEAD.names]!,
    tokens: words[HEAD.tokens]!,
    entities: words[HEAD.entities]!,
    singles: words[HEAD.singles]!,
    pairs,
    pairShift: 32 - Math.log2(pairs.length),
    cells: wordView('cells'),
    idMask: 2 ** words[HEAD.cellBits]! - 1,
    first: wordView('first'),
    tail: wordView('tail'),
    rest: wordView('rest'),
    record: wordView('record'),
    odd: wordView('odd'),
    oddTexts: table('oddBlocks', 'oddBytes'),
    tokenTexts: table('tokenBlocks', 'tokenBytes'),
    ids: table('idBlocks', 'idBytes'),
    meta: wordView('meta'),
    officers: wordView('officers'),
    disputed: wordView('disputed'),
    heads: wordView('heads'),
    nations: wordView('nations'),
    nationOwners: wordView('nationOwners'),
    parties: wordView('parties'),
    partyCountries: wordView('partyCountries'),
    words: wordView('words'),
    wordClasses: wordView('wordClasses'),
    wordNumbers: wordView('wordNumbers'),
    stateNouns: view('stateNouns'),
    openData: words[HEAD.openData] === 1,
    metaOffsets: wordView('metaOffsets'),
    metaBytes: view('metaBytes'),
    values: table('valueBlocks', 'valueBytes'),
    skeletonBuckets: wordView('skeletonBuckets'),
    skeletonTokens: wordView('skeletonTokens'),
    outlines: wordView('outlines'),
    soundPairs,
    soundShift: 32 - Math.log2(soundPairs.length),
    relations: words[HEAD.relations]!,
    pairBuckets: wordView('pairBuckets'),
    pairNames: wordView('pairNames'),
    postingBlocks: wordView('postingBlocks'),
    postingBytes: view('postingBytes'),
    cache: {
      folded: new Array(words[HEAD.tokens]!),
      name: new Map(),
      id: new Map(),
      entity: new Map(),
      meta: new Map(),
      nations: new Map(),
      namesakes: new Map(),
      parties: new Map(),
      value: new Map(),
    },
  };
}
