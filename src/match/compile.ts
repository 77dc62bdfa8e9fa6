/** Builds the index of `layout.ts`. The same entities give the same bytes, whatever their order. */

import { skeletonHashes } from '../text/skeleton.ts';
import { hashFolded } from '../text/token-list.ts';
import { entityKinds, nameKinds } from './kinds.ts';
import {
  checksum,
  HEAD,
  HEADER_WORDS,
  HIGH_BIT,
  MAGIC,
  MAX_ENTITIES,
  mix,
  SECTION_TABLE,
  SECTIONS,
  type Section,
  SHAPE_KIND_SHIFT,
  SHAPE_NAME_SHIFT,
  SHAPE_ODD,
  SHAPE_RULED,
  VERSION,
} from './layout.ts';
import { metaOf } from './meta.ts';
import { type Spelling, spellingsOf } from './spellings.ts';
import { encodeStrings, pushVarint } from './strings.ts';
import type { NamedEntity } from './types.ts';

interface Row {
  tokens: Int32Array;
  entity: number;
  order: number;
  spelling: Spelling;
}

/** @throws {RangeError} when there are more entities than the format can number, or two with one id. */
export function compileIndex(entities: Iterable<NamedEntity>): ArrayBuffer {
  const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (sorted.length >= MAX_ENTITIES)
    throw new RangeError(`expected at most ${MAX_ENTITIES} entities, found ${sorted.length}`);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.id === sorted[i - 1]!.id)
      throw new RangeError(`expected unique ids, found "${sorted[i]!.id}" twice`);
  }
  const spellings = sorted.map(spellingsOf);
  const { surfaces, idOf } = vocabulary(spellings);
  const rows = sortRows(spellings, idOf);
  const kindNumbers = sorted.map((entity) => entityKinds.indexOf(entity.kind));
  const names = nameSections(rows, surfaces, kindNumbers);
  const tokens = encodeStrings(surfaces.map(([, surface]) => surface));
  const { cells, cellBits } = hashTable(surfaces.map(([folded]) => folded));
  const ids = encodeStrings(sorted.map((entity) => entity.id));
  const meta = metaSections(sorted);
  const skeletons = skeletonSections(surfaces.map(([folded]) => folded));
  const postings = postingSections(rows, surfaces.length);
  const sections: Record<Section, Uint32Array | Uint8Array> = {
    cells,
    tokenBlocks: tokens.blocks,
    tokenBytes: tokens.bytes,
    ...names,
    idBlocks: ids.blocks,
    idBytes: ids.bytes,
    ...meta,
    ...skeletons,
    ...postings,
  };
  return assemble(sections, { names: rows.length, tokens: surfaces.length, entities: sorted.length, cellBits });
}

/** Every folded token with the spelling it has most often, in the order of the folded letters. */
function vocabulary(spellings: Spelling[][]): {
  surfaces: [folded: string, surface: string][];
  idOf: Map<string, number>;
} {
  const counts = new Map<string, Map<string, number>>();
  for (const list of spellings) {
    for (const { folded, surface } of list) {
      for (const [i, token] of folded.entries()) {
        const bySurface = counts.get(token) ?? new Map<string, number>();
        if (bySurface.size === 0) counts.set(token, bySurface);
        bySurface.set(surface[i]!, (bySurface.get(surface[i]!) ?? 0) + 1);
      }
    }
  }
  const surfaces = [...counts.keys()].sort().map((folded): [string, string] => {
    const [best] = [...counts.get(folded)!].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return [folded, best![0]];
  });
  return { surfaces, idOf: new Map(surfaces.map(([folded], i) => [folded, i])) };
}

function sortRows(spellings: Spelling[][], idOf: Map<string, number>): Row[] {
  const rows = spellings.flatMap((list, entity) =>
    list.map(
      (spelling, order): Row => ({
        tokens: Int32Array.from(spelling.folded, (token) => idOf.get(token)!),
        entity,
        order,
        spelling,
      }),
    ),
  );
  return rows.sort((a, b) => {
    const length = Math.min(a.tokens.length, b.tokens.length);
    for (let i = 0; i < length; i++) if (a.tokens[i] !== b.tokens[i]) return a.tokens[i]! - b.tokens[i]!;
    return a.tokens.length - b.tokens.length || a.entity - b.entity || a.order - b.order;
  });
}

function nameSections(rows: Row[], surfaces: [string, string][], kinds: number[]) {
  const first = new Uint32Array(surfaces.length + 1);
  const tail = new Uint32Array(rows.length);
  const record = new Uint32Array(rows.length);
  const rest: number[] = [];
  const odd: number[] = [];
  const oddTexts: string[] = [];
  for (const { tokens } of rows) first[tokens[0]! + 1]!++;
  for (let i = 0; i < surfaces.length; i++) first[i + 1]! += first[i]!;
  for (const [i, { tokens, entity, spelling }] of rows.entries()) {
    if (tokens.length === 2) tail[i] = tokens[1]! + 1;
    else if (tokens.length > 2) {
      tail[i] = (HIGH_BIT | rest.length) >>> 0;
      rest.push(tokens.length - 1, ...tokens.subarray(1));
    }
    let shape = (kinds[entity]! << SHAPE_KIND_SHIFT) | (nameKinds.indexOf(spelling.kind) << SHAPE_NAME_SHIFT);
    if (spelling.ruled) shape |= SHAPE_RULED;
    if (Array.from(tokens, (token) => surfaces[token]![1]).join(' ') !== spelling.text) {
      shape |= SHAPE_ODD;
      odd.push(i);
      oddTexts.push(spelling.text);
    }
    record[i] = ((shape << 24) | entity) >>> 0;
  }
  const texts = encodeStrings(oddTexts);
  return {
    first,
    tail,
    rest: Uint32Array.from(rest),
    record,
    odd: Uint32Array.from(odd),
    oddBlocks: texts.blocks,
    oddBytes: texts.bytes,
  };
}

/** Share of cells that may be filled: probes stay short and the table small. */
const LOAD = 0.8;

function hashTable(folded: string[]): { cells: Uint32Array; cellBits: number } {
  const cellBits = Math.max(4, Math.ceil(Math.log2((folded.length + 1) / LOAD)));
  const size = 2 ** cellBits;
  const cells = new Uint32Array(size);
  const idMask = size - 1;
  const tagMask = 0x7fffffff & ~idMask;
  for (const [id, token] of folded.entries()) {
    const mixed = mix(hashFolded(token));
    let slot = mixed & idMask;
    while (cells[slot] !== 0) {
      // A lookup for this token passes a cell with its tag: that cell must be verified before it answers.
      if ((cells[slot]! & tagMask) === (mixed & tagMask)) cells[slot] = (cells[slot]! | HIGH_BIT) >>> 0;
      slot = (slot + 1) & idMask;
    }
    cells[slot] = (mixed & tagMask) | (id + 1);
  }
  return { cells, cellBits };
}

function metaSections(entities: NamedEntity[]) {
  const meta: number[] = [];
  const offsets: number[] = [0];
  const bytes: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let length = 0;
  for (const [ordinal, entity] of entities.entries()) {
    const json = metaOf(entity);
    if (json === '') continue;
    const encoded = encoder.encode(json);
    meta.push(ordinal);
    bytes.push(encoded);
    length += encoded.length;
    offsets.push(length);
  }
  const metaBytes = new Uint8Array(length);
  for (const [i, encoded] of bytes.entries()) metaBytes.set(encoded, offsets[i]!);
  return { meta: Uint32Array.from(meta), metaOffsets: Uint32Array.from(offsets), metaBytes };
}

function skeletonSections(folded: string[]) {
  const bits = Math.max(4, Math.ceil(Math.log2(folded.length + 1)) - 1);
  const buckets = new Uint32Array(2 ** bits + 1);
  const bucketsOf = folded.map((token) => [...new Set(skeletonHashes(token).map((hash) => mix(hash) >>> (32 - bits)))]);
  for (const own of bucketsOf) for (const bucket of own) buckets[bucket + 1]!++;
  for (let i = 1; i < buckets.length; i++) buckets[i]! += buckets[i - 1]!;
  const tokens = new Uint32Array(buckets[buckets.length - 1]!);
  const next = buckets.slice();
  for (const [token, own] of bucketsOf.entries()) for (const bucket of own) tokens[next[bucket]!++] = token;
  return { skeletonBuckets: buckets, skeletonTokens: tokens };
}

function postingSections(rows: Row[], tokenCount: number) {
  const lists: number[][] = Array.from({ length: tokenCount }, () => []);
  for (const [name, { tokens }] of rows.entries()) {
    for (const token of new Set(tokens.subarray(1))) if (token !== tokens[0]) lists[token]!.push(name);
  }
  const offsets = new Uint32Array(tokenCount + 1);
  const bytes: number[] = [];
  for (const [token, list] of lists.entries()) {
    let before = 0;
    for (const name of list) {
      pushVarint(bytes, name - before);
      before = name;
    }
    offsets[token + 1] = bytes.length;
  }
  return { postingOffsets: offsets, postingBytes: Uint8Array.from(bytes) };
}

function assemble(
  sections: Record<Section, Uint32Array | Uint8Array>,
  counts: { names: number; tokens: number; entities: number; cellBits: number },
): ArrayBuffer {
  let length = HEADER_WORDS * 4;
  const offsets = SECTIONS.map((name) => {
    const offset = length;
    length += Math.ceil(sections[name].byteLength / 4) * 4;
    return offset;
  });
  const buffer = new ArrayBuffer(length);
  const words = new Uint32Array(buffer);
  words[HEAD.magic] = MAGIC;
  words[HEAD.version] = VERSION;
  words[HEAD.length] = length;
  words[HEAD.names] = counts.names;
  words[HEAD.tokens] = counts.tokens;
  words[HEAD.entities] = counts.entities;
  words[HEAD.cellBits] = counts.cellBits;
  const bytes = new Uint8Array(buffer);
  for (const [i, name] of SECTIONS.entries()) {
    const section = sections[name];
    words[SECTION_TABLE + i * 2] = offsets[i]!;
    words[SECTION_TABLE + i * 2 + 1] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]!);
  }
  words[HEAD.checksum] = checksum(words);
  return buffer;
}
