/** Opens an index where it lies: nothing is parsed or copied. */
import { checksum, HEAD, HEADER_WORDS, MAGIC, SECTION_TABLE, SECTIONS, type Section, VERSION } from './format.ts';
import type { MatchIndex } from './read.ts';
import type { StringTable } from './string-table.ts';

/** `buffer` may be shared between threads: an index is only read. @throws {Error} that says what was expected and found, when the buffer is not a whole index of this version. */
export function openIndex(buffer: ArrayBufferLike): MatchIndex {
  if (buffer.byteLength < HEADER_WORDS * 4 || buffer.byteLength % 4 !== 0) {
    throw new Error(
      `index: expected at least ${HEADER_WORDS * 4} bytes in whole words, found ${buffer.byteLength}: build the pack again`,
    );
  }
  const words = new Uint32Array(buffer);
  if (words[HEAD.magic] !== MAGIC) throw new Error('index: expected a compiled Sidelight index, found something else');
  if (words[HEAD.version] !== VERSION) {
    throw new Error(`index: expected version ${VERSION}, found ${words[HEAD.version]}: build the pack again`);
  }
  if (words[HEAD.length] !== buffer.byteLength) {
    throw new Error(
      `index: expected ${words[HEAD.length]} bytes, found ${buffer.byteLength}: the file was cut or extended`,
    );
  }
  if (words[HEAD.checksum] !== checksum(words)) {
    throw new Error('index: the checksum does not fit the content: the file is damaged, build the pack again');
  }
  const view = (name: Section): Uint8Array => {
    const at = SECTION_TABLE + SECTIONS.indexOf(name) * 2;
    return new Uint8Array(buffer, words[at]!, words[at + 1]!);
  };
  const wordView = (name: Section): Uint32Array => {
    const bytes = view(name);
    return new Uint32Array(buffer, bytes.byteOffset, bytes.byteLength / 4);
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
    metaOffsets: wordView('metaOffsets'),
    metaBytes: view('metaBytes'),
    skeletonBuckets: wordView('skeletonBuckets'),
    skeletonTokens: wordView('skeletonTokens'),
    soundPairs,
    soundShift: 32 - Math.log2(soundPairs.length),
    postingBlocks: wordView('postingBlocks'),
    postingBytes: view('postingBytes'),
    cache: {
      folded: new Array(words[HEAD.tokens]!),
      name: new Map(),
      id: new Map(),
      entity: new Map(),
      meta: new Map(),
    },
  };
}
